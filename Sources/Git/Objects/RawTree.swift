/// The entries of a raw tree object, in the order in which they stand there.
struct RawTree {
    private let id: ObjectID?
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    static var empty: RawTree { RawTree(id: nil, bytes: UnsafeRawBufferPointer(start: nil, count: 0)) }

    /// - Parameter bytes: must outlive this value and its entries.
    init(id: ObjectID?, bytes: UnsafeRawBufferPointer) {
        self.id = id
        self.bytes = bytes
    }

    /// The next entry, nil at the end.
    ///
    /// - Throws: ``GitError/corruptObject(_:kind:reason:)`` where the bytes are no entry.
    mutating func next() throws(GitError) -> RawTreeEntry? {
        guard position < bytes.count else { return nil }
        var mode: UInt32 = 0
        while position < bytes.count, case let digit = bytes[position], digit &- UInt8(ascii: "0") < 8 {
            mode = mode << 3 | UInt32(digit - UInt8(ascii: "0"))
            position += 1
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: " ") else { throw malformed }
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != 0 { position += 1 }
        guard position + 1 + ObjectID.byteCount <= bytes.count else { throw malformed }
        let name = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        let object = bytes.baseAddress! + position + 1
        position += 1 + ObjectID.byteCount
        return RawTreeEntry(mode: mode, name: name, object: object)
    }

    /// Skips the entries that two trees begin with, both standing at their first. What is malformed among them was
    /// malformed in an older tree.
    mutating func skipCommonHead(with other: inout RawTree) {
        let common = bytes.commonPrefix(with: other.bytes)
        while let end = endOfEntry(before: common) { position = end }
        other.position = position
    }

    /// Whether both trees are at an entry from which on they are the same.
    ///
    /// - Parameter commonTail: the number of bytes that both trees end in.
    func ends(like other: RawTree, commonTail: Int) -> Bool {
        let rest = bytes.count - position
        return rest <= commonTail && rest == other.bytes.count - other.position
    }

    /// The number of bytes that both trees end in, behind where they stand.
    func commonTail(with other: RawTree) -> Int {
        bytes.commonSuffix(with: other.bytes, limit: min(bytes.count - position, other.bytes.count - other.position))
    }

    /// Where the next entry ends, nil if that is behind `limit`.
    private func endOfEntry(before limit: Int) -> Int? {
        guard position < limit, let name = bytes.firstIndex(of: 0, from: position) else { return nil }
        let end = name + 1 + ObjectID.byteCount
        return end <= limit ? end : nil
    }

    private var malformed: GitError {
        .corruptObject(id!, kind: "tree", reason: "an entry at byte \(position) is malformed")
    }
}

/// One entry of a raw tree: views into the tree's bytes.
struct RawTreeEntry {
    let mode: UInt32
    let name: UnsafeRawBufferPointer
    let object: UnsafeRawPointer

    var id: ObjectID { ObjectID(bytes: object) }

    /// Modes as git reads them: the type's bits decide, whatever the permissions.
    var isTree: Bool { mode & 0o170000 == 0o040000 }

    var entry: TreeEntry {
        switch mode & 0o170000 {
        case 0o120000: TreeEntry(id: id, kind: .symbolicLink)
        case 0o160000: TreeEntry(id: id, kind: .submodule)
        default: TreeEntry(id: id, kind: .file)
        }
    }

    func hasSameContent(as other: RawTreeEntry) -> Bool {
        mode & 0o170000 == other.mode & 0o170000 && memoryIsEqual(object, other.object, ObjectID.byteCount)
    }

    enum Order {
        case oldFirst, same, newFirst
    }

    /// git's order of tree entries: by bytes, a folder as if its name ended in a slash. A folder and a file of the same
    /// name are different entries.
    static func order(_ old: RawTreeEntry?, _ new: RawTreeEntry?) -> Order {
        guard let old else { return .newFirst }
        guard let new else { return .oldFirst }
        let common = min(old.name.count, new.name.count)
        let difference = common == 0 ? 0 : memoryOrder(old.name.baseAddress!, new.name.baseAddress!, common)
        if difference != 0 { return difference < 0 ? .oldFirst : .newFirst }
        let left = old.byteAfterName(at: common)
        let right = new.byteAfterName(at: common)
        if left == right { return .same }
        return left < right ? .oldFirst : .newFirst
    }

    private func byteAfterName(at index: Int) -> UInt8 {
        index < name.count ? name[index] : isTree ? UInt8(ascii: "/") : 0
    }
}
