/// A `.mailmap`: which names and addresses are the same person.
///
/// Read and looked up as git does (`mailmap.c`), oddities included; libgit2's own differs in that it minds the case of addresses.
package struct Mailmap: Sendable {
    /// By address, in lower case.
    private var entries: [String: Entry] = [:]

    /// What an address stands for, whatever the name, and with certain names, in lower case.
    private struct Entry {
        var name: String?
        var email: String?
        var byName: [String: (name: String?, email: String?)] = [:]

        mutating func merge(name: String?, email: String?) {
            self.name = name ?? self.name
            self.email = email ?? self.email
        }
    }

    /// - Parameter text: the file's content; lines that are no entries are passed over.
    package init(text: [UInt8]) {
        for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            add(line)
        }
    }

    /// The identity that an identity stands for: itself where the map says nothing.
    package func resolve(_ identity: Identity) -> Identity {
        guard let entry = entries[Self.folded(identity.email)] else { return identity }
        // Few addresses stand there with names.
        let named = entry.byName.isEmpty ? nil : entry.byName[Self.folded(identity.name)]
        let found = named ?? (entry.name, entry.email)
        return Identity(name: found.name ?? identity.name, email: found.email ?? identity.email)
    }

    /// Likewise for many, of whom most come again and again.
    ///
    /// - Parameter identity: of a number below `count`.
    package func resolve(count: Int, _ identity: (Int) -> Identity) -> [Identity] {
        var people = IdentityNumbers()
        let numbers = (0..<count).map { people.insert(identity($0)) }
        let resolved = people.identities.map { resolve($0) }
        return numbers.map { resolved[$0] }
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        guard let first = Person(line), !first.email.isEmpty else { return }
        guard !first.rest.isEmpty else {
            entries[Self.folded(first.email), default: Entry()].merge(name: first.name, email: nil)
            return
        }
        let second = Person(first.rest)
        // Without a second address, what follows the first is a name that the entry is for.
        let oldEmail = second?.email ?? first.email
        let oldName = second.map(\.name) ?? Self.text(first.rest)
        let newEmail = second == nil ? nil : first.email
        if let oldName {
            entries[Self.folded(oldEmail), default: Entry()].byName[Self.folded(oldName)] = (first.name, newEmail)
        } else {
            entries[Self.folded(oldEmail), default: Entry()].merge(name: first.name, email: newEmail)
        }
    }

    /// A name and an address at the beginning of some text.
    private struct Person {
        /// nil where nothing stands before the address.
        let name: String?
        let email: String
        /// What follows the address.
        let rest: ArraySlice<UInt8>

        init?(_ text: ArraySlice<UInt8>) {
            guard let open = text.firstIndex(of: UInt8(ascii: "<")),
                let close = text[open...].firstIndex(of: UInt8(ascii: ">"))
            else { return nil }
            var name = text[..<open].drop(while: Mailmap.isSpace)
            while let last = name.last, Mailmap.isSpace(last) { name.removeLast() }
            self.name = name.isEmpty ? nil : Mailmap.text(name)
            email = Mailmap.text(text[(open + 1)..<close])
            rest = text[(close + 1)...]
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || (9...13).contains(byte)
    }

    /// Letters of ASCII in lower case, as `strcasecmp` has it.
    private static func folded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 &- 65 < 26 }) else { return text }
        return String(decoding: text.utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
