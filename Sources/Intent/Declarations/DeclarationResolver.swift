import Git

/// Finds the commits that declarations name, in a table of one history.
///
/// A pure function of its table: the same history resolves a declaration to the same commit, wherever it is asked.
package struct DeclarationResolver: Sendable {
    /// What became of one declaration.
    package enum Resolution: Hashable, Sendable {
        /// Position in the table.
        case commit(Int32)
        case unresolved(Reason)
    }

    package enum Reason: String, Sendable, CaseIterable {
        /// No commit of the history has this name or subject.
        case unknown
        /// Several have.
        case ambiguous
        /// The only one stands at or behind the commit that names it, so it cannot have come first.
        case notEarlier = "not_earlier"
        /// A SHA-256 name in a history of SHA-1 names.
        case otherHash = "other_hash"
    }

    /// By position.
    private let names: [ObjectID]
    /// By object name, of which the digest is the beginning.
    private let ids: [(number: UInt64, position: Int32)]
    /// By hash of the subject, then by position.
    private let subjects: [(number: UInt64, position: Int32)]

    /// - Parameter commits: object name and subject of every commit, parents before children; the index is its
    /// position.
    ///   Cost: two sorts.
    package init(commits: [(id: ObjectID, subject: String)]) {
        let names = commits.map(\.id)
        self.names = names
        ids = Self.inOrder(names.map(\.digest)) { names[Int($0)] < names[Int($1)] }
        subjects = Self.inOrder(commits.map { Self.hash(subject: $0.subject) }) { $0 < $1 }
    }

    /// Numbers with their positions, ascending.
    ///
    /// - Parameter isLess: which of two positions of the same number comes first.
    private static func inOrder(
        _ numbers: [UInt64], isLess: (Int32, Int32) -> Bool
    ) -> [(number: UInt64, position: Int32)] {
        // Plain numbers need no closure: the upper half of each, which tells nearly all apart, above its position.
        let keys = numbers.indices.map { numbers[$0] & 0xFFFF_FFFF_0000_0000 | UInt64($0) }.sorted()
        var ordered = keys.map { key in
            let position = Int32(truncatingIfNeeded: key)
            return (number: numbers[Int(position)], position: position)
        }
        var start = 0
        while start < ordered.count {
            var end = start + 1
            while end < ordered.count, ordered[end].number >> 32 == ordered[start].number >> 32 { end += 1 }
            if end - start > 1 {
                ordered[start..<end].sort {
                    $0.number != $1.number ? $0.number < $1.number : isLess($0.position, $1.position)
                }
            }
            start = end
        }
        return ordered
    }

    /// The commit that a declaration made by the commit at `position` names. Logarithmic in the table.
    package func resolve(_ target: Declaration.Target, from position: Int32) -> Resolution {
        switch target {
        case .abbreviated(let digits): resolve(digits, from: position)
        case .subject(let subject): resolve(subject: subject, from: position)
        }
    }

    private func resolve(_ digits: String, from position: Int32) -> Resolution {
        guard digits.utf8.count <= 40 else { return .unresolved(.otherHash) }
        guard let range = ObjectID.all(beginningWith: digits) else { return .unresolved(.unknown) }
        let first = ids.firstIndex(from: range.lowerBound) { name($0) < $1 }
        guard first < ids.count, name(ids[first]) <= range.upperBound else { return .unresolved(.unknown) }
        if first + 1 < ids.count, name(ids[first + 1]) <= range.upperBound { return .unresolved(.ambiguous) }
        return earlier(ids[first].position, than: position)
    }

    private func name(_ id: (number: UInt64, position: Int32)) -> ObjectID { names[Int(id.position)] }

    /// A subject resolves where exactly one earlier commit has it: a later namesake is another change.
    private func resolve(subject: String, from position: Int32) -> Resolution {
        let hash = Self.hash(subject: subject)
        let first = subjects.firstIndex(from: hash) { $0.number < $1 }
        guard first < subjects.count, subjects[first].number == hash else { return .unresolved(.unknown) }
        guard subjects[first].position < position else { return .unresolved(.notEarlier) }
        if first + 1 < subjects.count, subjects[first + 1].number == hash, subjects[first + 1].position < position {
            return .unresolved(.ambiguous)
        }
        return .commit(subjects[first].position)
    }

    private func earlier(_ found: Int32, than position: Int32) -> Resolution {
        found < position ? .commit(found) : .unresolved(.notEarlier)
    }

    /// FNV-1a of a subject without regard to white space, case, and full stops at its end.
    private static func hash(subject: String) -> UInt64 {
        let bytes = subject.utf8.span
        var end = min(bytes.count, 1_024)
        while end > 0, bytes[end - 1] <= 32 || bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        var hash = Token.fnvOffset
        for index in 0..<end where bytes[index] > 32 { hash = Token.mixed(hash, lowered(bytes[index])) }
        return hash
    }
}

extension Array {
    /// Index of the first element of a sorted array that is not less than a key.
    fileprivate func firstIndex<Key>(from key: Key, isLess: (Element, Key) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isLess(self[middle], key) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
