import Foundation

/// Looks values up in JSON without making objects of it.
///
/// Notes may hold whole transcripts, of which nothing is wanted: values are passed over as bytes, at some nanoseconds a
/// byte, whatever their depth. What is broken ends the reading there; nothing is checked that is not looked at.
struct JSONText {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The members of the object that begins in a range, in order; `nil` if none begins there.
    func members(in range: Range<Int>) -> [(key: String, value: Range<Int>)]? {
        var found: [(String, Range<Int>)] = []
        let isObject = eachMember(in: range) { key, value in
            found.append((key, value))
            return true
        }
        return isObject ? found : nil
    }

    /// The value of a key of the object in a range; what stands behind it is not read.
    func value(_ key: String, in range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        eachMember(in: range) { name, value in
            if name == key { found = value }
            return found == nil
        }
        return found
    }

    /// Calls `body` for the members of an object, in order, until it answers false.
    ///
    /// - Returns: whether an object begins in the range.
    @discardableResult
    private func eachMember(in range: Range<Int>, _ body: (String, Range<Int>) -> Bool) -> Bool {
        var position = skippingBlanks(range.lowerBound, range.upperBound)
        guard position < range.upperBound, bytes[position] == UInt8(ascii: "{") else { return false }
        position += 1
        while true {
            position = skippingBlanks(position, range.upperBound)
            guard position < range.upperBound, bytes[position] == UInt8(ascii: "\"") else { return true }
            let keyEnd = endOfString(position, range.upperBound)
            let key = position..<keyEnd
            position = skippingBlanks(keyEnd, range.upperBound)
            guard position < range.upperBound, bytes[position] == UInt8(ascii: ":") else { return true }
            let start = skippingBlanks(position + 1, range.upperBound)
            let end = endOfValue(start, range.upperBound)
            guard end > start, body(string(in: key) ?? "", start..<end) else { return true }
            position = skippingBlanks(end, range.upperBound)
            guard position < range.upperBound, bytes[position] == UInt8(ascii: ",") else { return true }
            position += 1
        }
    }

    /// The string that stands in a range; `nil` for other values.
    func string(in range: Range<Int>) -> String? {
        guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\""),
            bytes[range.upperBound - 1] == UInt8(ascii: "\"")
        else { return nil }
        let inner = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
        guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
        do {
            return try JSONSerialization.jsonObject(with: Data(bytes[range]), options: .fragmentsAllowed) as? String
        } catch {
            // Broken escapes: what stands there is still the best name there is.
            return String(decoding: inner, as: UTF8.self)
        }
    }

    private func skippingBlanks(_ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, bytes[position] <= UInt8(ascii: " ") { position += 1 }
        return position
    }

    /// Behind the quotation mark that closes the string that opens at `start`.
    private func endOfString(_ start: Int, _ end: Int) -> Int {
        let span = bytes.span
        var position = start + 1
        while position < end {
            let byte = span[position]
            if byte == UInt8(ascii: "\"") { return position + 1 }
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return end
    }

    private func endOfValue(_ start: Int, _ end: Int) -> Int {
        let span = bytes.span
        var depth = 0
        var position = start
        while position < end {
            switch span[position] {
            case UInt8(ascii: "\""):
                position = endOfString(position, end)
                if depth == 0 { return position }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return position }
                depth -= 1
                if depth == 0 { return position + 1 }
            case UInt8(ascii: ","): if depth == 0 { return position }
            default: break
            }
            position += 1
        }
        return end
    }
}
