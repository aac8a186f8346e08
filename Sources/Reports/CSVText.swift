import Git

/// Comma-separated values by RFC 4180, in the form that spreadsheets read right.
package enum CSVText {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let lineEnd = "\r\n"

    /// A row of cells, with its line end.
    static func row(_ cells: some Sequence<Cell>) -> String {
        var row = TextBuffer()
        append(cells, to: &row)
        return row.text
    }

    /// Appends a row of cells, with its line end.
    static func append(_ cells: some Sequence<Cell>, to text: inout TextBuffer) {
        var isFirst = true
        for cell in cells {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            append(cell, to: &text)
        }
        text.append(lineEnd)
    }

    static func text(_ cell: Cell) -> String {
        var text = TextBuffer()
        append(cell, to: &text)
        return text.text
    }

    /// Appends a cell.
    static func append(_ cell: Cell, to text: inout TextBuffer) {
        let start = text.count
        appendPlain(cell, to: &text)
        switch cell {
        case .text, .person, .list:
            guard needsCare(text, from: start) else { return }
            makeHarmless(&text, from: start)
            quote(&text, from: start)
        default: break
        }
    }

    /// Whether a text may need quotes or an apostrophe, or holds a NUL; most do not.
    private static func needsCare(_ text: borrowing TextBuffer, from start: Int) -> Bool {
        guard start < text.count else { return false }
        switch text[start] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), 0xEF:
            return true
        default: break
        }
        return !text.isPlain(from: start)
    }

    /// A cell for people, on its own.
    static func plain(_ cell: Cell) -> String {
        if case .text(let value) = cell { return value }
        var text = TextBuffer()
        appendPlain(cell, to: &text)
        return text.text
    }

    /// Appends a cell for people.
    static func appendPlain(_ cell: Cell, to text: inout TextBuffer) {
        switch cell {
        case .text(let value): text.append(value)
        case .integer(let value): text.append(digitsOf: value)
        case .number(let value): append(value, to: &text)
        case .boolean(true): text.append("true" as StaticString)
        case .boolean(false): text.append("false" as StaticString)
        case .time(let seconds): UTCTime(seconds: seconds).append(to: &text)
        case .person(let person): person.append(to: &text)
        case .object(let id): id.appendHex(to: &text)
        case .objects(let ids):
            for (index, id) in ids.enumerated() {
                if index > 0 { text.append(UInt8(ascii: " ")) }
                id.appendHex(to: &text)
            }
        case .missing: break
        case .list(let values, let separator):
            for (index, value) in values.enumerated() {
                if index > 0 { text.append(separator) }
                text.append(value)
            }
        }
    }

    /// At most six decimals, no exponent, no locale.
    static func number(_ value: Double) -> String { plain(.number(value)) }

    private static func append(_ value: Double, to text: inout TextBuffer) {
        guard value.isFinite, abs(value) < 9e12 else { return }
        let scaled = UInt64((abs(value) * 1_000_000).rounded())
        if value < 0 && scaled > 0 { text.append(UInt8(ascii: "-")) }
        text.append(digitsOf: scaled / 1_000_000)
        let decimals = scaled % 1_000_000
        guard decimals > 0 else { return }
        text.append(UInt8(ascii: "."))
        text.append(sixDigitsOf: Int(decimals))
        text.trim(UInt8(ascii: "0"))
    }

    /// A spreadsheet takes a cell that begins with one of these for a formula, whatever the quotes; an apostrophe before it
    /// makes it text (OWASP, "CSV injection"). NUL, which no spreadsheet reads, becomes the replacement character.
    private static func makeHarmless(_ text: inout TextBuffer, from start: Int) {
        guard start < text.count else { return }
        var cell = text.bytes(from: start)
        if cell.contains(0) {
            cell = cell.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
            text.replace(from: start, with: cell)
        }
        switch cell[0] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            text.insert(UInt8(ascii: "'"), at: start)
        case 0xEF where wideSigns.contains { cell.starts(with: $0.utf8) }:
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
        var text = TextBuffer()
        text.append(value)
        quote(&text, from: 0)
        return text.text
    }

    private static func quote(_ text: inout TextBuffer, from start: Int) {
        let cell = text.bytes(from: start)
        guard cell.contains(where: needsQuotes) else { return }
        let mark = UInt8(ascii: "\"")
        if cell.contains(mark) { text.replace(from: start, with: cell.flatMap { $0 == mark ? [mark, mark] : [$0] }) }
        text.insert(mark, at: start)
        text.append(mark)
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
