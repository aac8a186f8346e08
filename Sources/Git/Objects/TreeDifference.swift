/// What a path holds at some commit.
package struct TreeEntry: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        case file, symbolicLink, submodule
    }

    package let id: ObjectID
    package let kind: Kind

    /// A number that different entries hardly ever share.
    package var digest: UInt64 { Checksum.mixed(id.digest, UInt64(kind.rawValue)) }
}

/// A path that differs between two trees.
package struct TreeChange: Sendable {
    /// The path's bytes, in ``TreeChanges/pathBytes``.
    package let path: Range<Int>
    package let old: TreeEntry?
    package let new: TreeEntry?
}

/// The paths that differ between trees, over one or many comparisons.
package struct TreeChanges: Sendable {
    /// All paths, one after the other: bytes, for nothing says that a path is text.
    package private(set) var pathBytes: [UInt8] = []
    package private(set) var changes: [TreeChange] = []

    package init() {}

    init(pathBytes: [UInt8], changes: [TreeChange]) {
        self.pathBytes = pathBytes
        self.changes = changes
    }

    /// The bytes of a change's path.
    package func path(of change: TreeChange) -> ArraySlice<UInt8> {
        pathBytes[change.path]
    }

    /// Appends what differs between two trees, in git's own order of paths; changes of mode alone are left out.
    ///
    /// - Parameter old: nil for the empty tree.
    package mutating func append(from old: ObjectID?, to new: ObjectID?, in repository: borrowing Repository)
        throws(GitError)
    {
        guard old != new else { return }
        var prefix: [UInt8] = []
        try compare(old, new, prefix: &prefix, depth: 0, in: repository)
    }

    /// Deeper trees than git itself is willing to follow are called corrupt: nobody makes them in good faith.
    private static let maximumDepth = 2048

    private mutating func compare(
        _ old: ObjectID?, _ new: ObjectID?, prefix: inout [UInt8], depth: Int, in repository: borrowing Repository
    ) throws(GitError) {
        if let id = old ?? new, depth > Self.maximumDepth {
            throw .corruptObject(id, kind: "tree", reason: "it lies deeper than \(Self.maximumDepth) folders")
        }
        switch (old, new) {
        case (let old?, let new?):
            let left = try repository.read(old, .tree)
            let right = try repository.read(new, .tree)
            try merge(
                RawTree(id: old, bytes: left.bytes), RawTree(id: new, bytes: right.bytes), prefix: &prefix,
                depth: depth,
                in: repository)
        case (let old?, nil):
            let left = try repository.read(old, .tree)
            try merge(RawTree(id: old, bytes: left.bytes), .empty, prefix: &prefix, depth: depth, in: repository)
        case (nil, let new?):
            let right = try repository.read(new, .tree)
            try merge(.empty, RawTree(id: new, bytes: right.bytes), prefix: &prefix, depth: depth, in: repository)
        case (nil, nil): break
        }
    }

    private mutating func merge(
        _ left: consuming RawTree, _ right: consuming RawTree, prefix: inout [UInt8], depth: Int,
        in repository: borrowing Repository
    ) throws(GitError) {
        // Most folders of consecutive commits differ in one entry.
        left.skipCommonHead(with: &right)
        let commonTail = left.commonTail(with: right)
        if left.ends(like: right, commonTail: commonTail) { return }
        var old = try left.next()
        var new = try right.next()
        while old != nil || new != nil {
            switch RawTreeEntry.order(old, new) {
            case .oldFirst:
                try visit(old, nil, prefix: &prefix, depth: depth, in: repository)
                old = try left.next()
            case .newFirst:
                try visit(nil, new, prefix: &prefix, depth: depth, in: repository)
                new = try right.next()
            case .same:
                if !old!.hasSameContent(as: new!) {
                    try visit(old, new, prefix: &prefix, depth: depth, in: repository)
                }
                if left.ends(like: right, commonTail: commonTail) { return }
                old = try left.next()
                new = try right.next()
            }
        }
    }

    private mutating func visit(
        _ old: RawTreeEntry?, _ new: RawTreeEntry?, prefix: inout [UInt8], depth: Int,
        in repository: borrowing Repository
    ) throws(GitError) {
        let either = (old ?? new)!
        let length = prefix.count
        prefix.append(contentsOf: either.name)
        if either.isTree {
            prefix.append(UInt8(ascii: "/"))
            try compare(old?.id, new?.id, prefix: &prefix, depth: depth + 1, in: repository)
        } else {
            let start = pathBytes.count
            pathBytes.append(contentsOf: prefix)
            changes.append(TreeChange(path: start..<pathBytes.count, old: old?.entry, new: new?.entry))
        }
        prefix.removeLast(prefix.count - length)
    }
}
