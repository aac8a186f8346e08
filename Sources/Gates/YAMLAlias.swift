/// Finds aliases, which a configuration has no need of: a few lines of them can stand for more than any memory holds, and a
/// reader that compares keys would never end.
enum YAMLAlias {
    /// Line and column, from 1, of the first `*name` that begins a token; quoted text and comments are passed over. Linear.
    static func first(in text: String) -> (line: Int, column: Int)? {
        var line = 1
        var column = 0
        var quote: UInt8?
        var isEscaped = false
        var isComment = false
        var isStart = true
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            // Columns count characters, as those of other errors do.
            if byte & 0xC0 != 0x80 { column += 1 }
            let isReturn =
                byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
            if byte == UInt8(ascii: "\n") || isReturn {
                (line, column, isComment, isStart) = (line + 1, 0, false, true)
                continue
            }
            if isComment { continue }
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
                    isEscaped = true
                } else if byte == open {
                    quote = nil
                }
                continue
            }
            if isStart {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "#"): isComment = true
                case UInt8(ascii: "*") where index + 1 < bytes.count && bytes[index + 1] > UInt8(ascii: " "):
                    return (line, column)
                default: break
                }
            }
            isStart = Self.separators.contains(byte)
        }
        return nil
    }

    /// A token begins after these, or at the beginning of a line.
    private static let separators = Set(" \t\r[]{},:?-".utf8)
}
