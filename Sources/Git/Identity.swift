/// A name and an address as a commit or a trailer states them, before any mailmap.
package struct Identity: Hashable, Sendable {
    package var name: String
    /// Without the angle brackets.
    package var email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }

    /// Reads `Name <email>` as people type it: the closing bracket may be missing, and so may the whole address.
    ///
    /// Without brackets the text is the name, unless its last word holds an `@`.
    package init(text: some StringProtocol) {
        if let open = text.lastIndex(of: "<") {
            let tail = text[text.index(after: open)...]
            let email = tail.prefix { $0 != ">" }
            self.init(name: Self.trimmed(text[..<open]), email: Self.trimmed(email))
        } else if let last = text.split(separator: " ").last, last.contains("@") {
            self.init(name: Self.trimmed(text[..<last.startIndex]), email: String(last))
        } else {
            self.init(name: Self.trimmed(text), email: "")
        }
    }

    /// `Name <email>`, the form in which marks are looked for; only the name where there is no address.
    package var text: String {
        var text = TextBuffer()
        append(to: &text)
        return text.text
    }

    /// Appends ``text``.
    package func append(to text: inout TextBuffer) {
        text.append(name)
        if email.isEmpty { return }
        if !name.isEmpty { text.append(UInt8(ascii: " ")) }
        text.append(UInt8(ascii: "<"))
        text.append(email)
        text.append(UInt8(ascii: ">"))
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = text[...]
        while let first = text.unicodeScalars.first, first.properties.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
