/// Subjects that speak of layout, wording or order, and of nothing that a program does.
enum CosmeticSubject {
    static func matches(_ subject: String) -> Bool {
        subject.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.prefix(64)
            .contains { words.contains(String($0)) }
    }

    private static let words: Set<String> = [
        "typo", "typos", "indent", "indentation", "whitespace", "whitespaces", "cosmetic", "cosmetics", "reformat",
        "reformatting", "formatting", "style", "cleanup", "clean-up", "cleanups", "reindent", "coding", "clang-format",
        "spelling", "uncrustify", "prettier", "gofmt", "rustfmt",
    ]
}
