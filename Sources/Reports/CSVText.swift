import Git

/// Comma-separated values by RFC 4180, in the form that spreadsheets read right.
package enum CSVText {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let lineEnd = "\r\n"

    /// A row of cells, with its line end.
    static func row(_ cells: some Sequence<Cell>) -> String {
        var row = ""
        for cell in cells {
            row += text(cell)
            row += ","
        }
        if !row.isEmpty { row.removeLast() }
        return row + lineEnd
    }

    static func text(_ cell: Cell) -> String {
        switch cell {
        case .text(let value): quoted(harmless(value))
        case .list: quoted(harmless(plain(cell)))
        default: plain(cell)
        }
    }

    /// A cell for people, on its own.
    static func plain(_ cell: Cell) -> String {
        switch cell {
        case .text(let value): value
        case .integer(let value): String(value)
        case .number(let value): number(value)
        case .boolean(let value): value ? "true" : "false"
        case .time(let seconds): UTCTime(seconds: seconds).text
        case .missing: ""
        case .list(let values, let separator): values.joined(separator: separator)
        }
    }

    /// At most six decimals, no exponent, no locale.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 9e12 else { return "" }
        let scaled = (abs(value) * 1_000_000).rounded()
        let whole = Int64(scaled) / 1_000_000
        var decimals = String(Int64(scaled) % 1_000_000)
        decimals = String(repeating: "0", count: 6 - decimals.count) + decimals
        while decimals.last == "0" { decimals.removeLast() }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
    }

    /// A spreadsheet takes a cell that begins with one of these for a formula, whatever the quotes; an apostrophe before it
    /// makes it text (OWASP, "CSV injection"). NUL, which no spreadsheet reads, becomes the replacement character.
    static func harmless(_ value: String) -> String {
        let text = value.utf8.contains(0) ? value.replacing("\0", with: "\u{FFFD}") : value
        guard let first = text.unicodeScalars.first else { return text }
        switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return "'" + text
        default: return text
        }
    }

    /// A row of the user's own table, its texts as they are, with cells of ours behind them.
    package static func row(_ own: [String], followedBy cells: [Cell]) -> String {
        (own.map(quoted) + cells.map(text)).joined(separator: ",") + lineEnd
    }

    private static func quoted(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
