import Git

/// Comma-separated values by RFC 4180, in the form that spreadsheets read right.
package enum CSVText {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let lineEnd = "\r\n"

    /// A row of cells, with its line end.
    static func row(_ cells: some Sequence<Cell>) -> String {
        var row: [UInt8] = []
        append(cells, to: &row)
        return String(decoding: row, as: UTF8.self)
    }

    /// Appends a row of cells, with its line end.
    static func append(_ cells: some Sequence<Cell>, to text: inout [UInt8]) {
        var isFirst = true
        for cell in cells {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            append(cell, to: &text)
        }
        text.append(text: lineEnd)
    }

    static func text(_ cell: Cell) -> String {
        var text: [UInt8] = []
        append(cell, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends a cell.
    static func append(_ cell: Cell, to text: inout [UInt8]) {
        let start = text.count
        appendPlain(cell, to: &text)
        switch cell {
        case .text, .list:
            guard needsCare(text, from: start) else { return }
            makeHarmless(&text, from: start)
            quote(&text, from: start)
        default: break
        }
    }

    /// Whether a text may need quotes or an apostrophe, or holds a NUL; nearly none does.
    private static func needsCare(_ text: [UInt8], from start: Int) -> Bool {
        guard start < text.count else { return false }
        switch text[start] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), 0xEF:
            return true
        default: break
        }
        let cell = text.span.extracting(start...)
        for index in cell.indices where cell[index] == 0 || needsQuotes(cell[index]) { return true }
        return false
    }

    /// A cell for people, on its own.
    static func plain(_ cell: Cell) -> String {
        if case .text(let value) = cell { return value }
        var text: [UInt8] = []
        appendPlain(cell, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends a cell for people.
    static func appendPlain(_ cell: Cell, to text: inout [UInt8]) {
        switch cell {
        case .text(let value): text.append(text: value)
        case .integer(let value): text.append(digitsOf: value)
        case .number(let value): append(value, to: &text)
        case .boolean(let value): text.append(text: value ? "true" : "false")
        case .time(let seconds): UTCTime(seconds: seconds).append(to: &text)
        case .object(let id): id.appendHex(to: &text)
        case .objects(let ids):
            for (index, id) in ids.enumerated() {
                if index > 0 { text.append(UInt8(ascii: " ")) }
                id.appendHex(to: &text)
            }
        case .missing: break
        case .list(let values, let separator):
            for (index, value) in values.enumerated() {
                if index > 0 { text.append(text: separator) }
                text.append(text: value)
            }
        }
    }

    /// At most six decimals, no exponent, no locale.
    static func number(_ value: Double) -> String { plain(.number(value)) }

    private static func append(_ value: Double, to text: inout [UInt8]) {
        guard value.isFinite, abs(value) < 9e12 else { return }
        let scaled = UInt64((abs(value) * 1_000_000).rounded())
        if value < 0 && scaled > 0 { text.append(UInt8(ascii: "-")) }
        text.append(digitsOf: scaled / 1_000_000)
        let decimals = scaled % 1_000_000
        guard decimals > 0 else { return }
        text.append(UInt8(ascii: "."))
        text.append(digitsOf: decimals, width: 6)
        while text.last == UInt8(ascii: "0") { text.removeLast() }
    }

    /// A spreadsheet takes a cell that begins with one of these for a formula, whatever the quotes; an apostrophe before it
    /// makes it text (OWASP, "CSV injection"). NUL, which no spreadsheet reads, becomes the replacement character.
    private static func makeHarmless(_ text: inout [UInt8], from start: Int) {
        guard start < text.count else { return }
        if text[start...].contains(0) {
            let cell = text[start...].flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
            text.replaceSubrange(start..., with: cell)
        }
        switch text[start] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            text.insert(UInt8(ascii: "'"), at: start)
        case 0xEF where wideSigns.contains { text[start...].starts(with: $0.utf8) }:
            text.insert(UInt8(ascii: "'"), at: start)
        default: break
        }
    }

    /// The same signs in full width.
    private static let wideSigns = ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]

    /// A row of the user's own table, its texts as they are, with cells of ours behind them.
    package static func row(_ own: [String], followedBy cells: [Cell]) -> String {
        (own.map(quoted) + cells.map(text)).joined(separator: ",") + lineEnd
    }

    private static func quoted(_ value: String) -> String {
        var text = Array(value.utf8)
        quote(&text, from: 0)
        return String(decoding: text, as: UTF8.self)
    }

    private static func quote(_ text: inout [UInt8], from start: Int) {
        guard text[start...].contains(where: needsQuotes) else { return }
        let mark = UInt8(ascii: "\"")
        let cell = text[start...].flatMap { $0 == mark ? [mark, mark] : [$0] }
        text.replaceSubrange(start..., with: [mark] + cell + [mark])
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
