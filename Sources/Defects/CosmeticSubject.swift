/// Subjects that speak of layout, wording or order, and of nothing that a program does.
enum CosmeticSubject {
    /// So many words of a subject are looked at.
    private static let mostWords = 64

    static func matches(_ subject: String) -> Bool {
        guard subject.utf8.allSatisfy({ $0 < 0x80 }) else {
            return subject.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.prefix(mostWords)
                .contains { words.contains(String($0)) }
        }
        // Nearly all subjects: bytes tell the same words, in a fraction of the time.
        return subject.utf8.split { !isOfWord($0) }.prefix(mostWords).contains { word in
            lengths.contains(word.count) && words.contains(Substring(word).lowercased())
        }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-")
    }

    private static let words: Set<String> = [
        "typo", "typos", "indent", "indentation", "whitespace", "whitespaces", "cosmetic", "cosmetics", "reformat",
        "reformatting", "formatting", "style", "cleanup", "clean-up", "cleanups", "reindent", "coding", "clang-format",
        "spelling", "uncrustify", "prettier", "gofmt", "rustfmt",
    ]
    private static let lengths = 4...12
}
