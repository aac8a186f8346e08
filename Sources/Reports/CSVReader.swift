/// Reads comma-separated values by RFC 4180, in pieces as they come: cells may hold line ends, commas and doubled quotation
/// marks, lines end with CR LF, LF or CR, and a byte order mark is skipped.
///
/// Patient where the standard is strict: a quotation mark inside a plain cell is text, and what follows a closing one belongs
/// to the cell.
package struct CSVReader {
    private enum State {
        case atCell, inPlain, inQuoted, afterQuote
    }

    private var state = State.atCell
    private var cell: [UInt8] = []
    private var row: [String] = []
    /// Whether the last byte was a CR that ended a row, so that a LF behind it is none of its own.
    private var wasReturn = false
    private var isAtStart = true
    private var mark: [UInt8] = []

    /// Whether a quotation mark is open.
    package var isInQuotes: Bool { state == .inQuoted }

    package init() {}

    /// Takes the next bytes and calls `body` for every row that they end.
    package mutating func read(_ bytes: some Sequence<UInt8>, _ body: ([String]) throws -> Void) rethrows {
        for byte in bytes {
            if isAtStart {
                mark.append(byte)
                if CSVText.byteOrderMark.starts(with: mark) {
                    if mark.count == CSVText.byteOrderMark.count { isAtStart = false }
                    continue
                }
                isAtStart = false
                for byte in mark { try take(byte, body) }
            } else {
                try take(byte, body)
            }
        }
    }

    /// Ends the text: a last row needs no line end. An open quotation mark is closed.
    package mutating func finish(_ body: ([String]) throws -> Void) rethrows {
        if isAtStart {
            for byte in mark { try take(byte, body) }
            isAtStart = false
        }
        if !row.isEmpty || !cell.isEmpty || state == .inQuoted || state == .afterQuote { try endRow(body) }
    }

    private mutating func take(_ byte: UInt8, _ body: ([String]) throws -> Void) rethrows {
        let followsReturn = wasReturn
        wasReturn = false
        switch (state, byte) {
        case (.inQuoted, UInt8(ascii: "\"")): state = .afterQuote
        case (.inQuoted, _): cell.append(byte)
        case (.afterQuote, UInt8(ascii: "\"")):
            cell.append(byte)
            state = .inQuoted
        case (.atCell, UInt8(ascii: "\"")): state = .inQuoted
        case (_, UInt8(ascii: ",")): endCell()
        case (_, UInt8(ascii: "\n")):
            if !(followsReturn && state == .atCell && row.isEmpty && cell.isEmpty) { try endRow(body) }
        case (_, UInt8(ascii: "\r")):
            try endRow(body)
            wasReturn = true
        default:
            cell.append(byte)
            state = .inPlain
        }
    }

    private mutating func endCell() {
        row.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        state = .atCell
    }

    private mutating func endRow(_ body: ([String]) throws -> Void) rethrows {
        endCell()
        let done = row
        row.removeAll(keepingCapacity: true)
        try body(done)
    }
}
