import Git

/// Compares the contents of versions, piece by piece.
///
/// Versions of one path lie together, newest first: consecutive ones share their content, and a pack keeps the newest
/// whole and older ones as differences from it.
struct ContentStage: Sendable {
    private let slots: ScriptSlots
    private let order: [VersionNumber]
    private let pieceStarts: [Int]

    /// Versions a piece, at least; a path is not cut unless it alone has more than four times as many.
    private static let pieceLength = 256

    /// - Parameter wanted: the versions whose contents are to be compared, in the order of ``ScriptSlots/byPath(_:)``.
    init(_ wanted: [VersionNumber], slots: ScriptSlots) {
        self.slots = slots
        let versions = slots.plan.versions
        order = wanted
        var starts: [Int] = []
        for index in order.indices {
            let length = index - (starts.last ?? -Self.pieceLength * 4)
            let isNewPath = index == 0 || versions[Int(order[index])].path != versions[Int(order[index - 1])].path
            if (isNewPath && length >= Self.pieceLength) || length >= Self.pieceLength * 4 { starts.append(index) }
        }
        pieceStarts = starts + [order.count]
    }

    var pieces: Int { pieceStarts.count - 1 }

    /// The versions of a piece, in the order in which they are compared.
    func versions(in piece: Int) -> ArraySlice<VersionNumber> {
        order[pieceStarts[piece]..<pieceStarts[piece + 1]]
    }

    /// One script for each edge of each version of the piece; a version without edges has one that adds all its lines.
    func run(piece: Int, comparison: ContentComparison) -> (keys: [ScriptKey], scripts: EditScripts) {
        var scripts = EditScripts()
        var keys: [ScriptKey] = []
        for number in versions(in: piece) {
            let syntax = slots.syntax(of: number)
            slots.eachKey(of: number) { key in
                keys.append(key)
                comparison.append(
                    from: key.old, to: key.new, syntax: syntax, purpose: key.purpose, into: &scripts)
            }
        }
        return (keys, scripts)
    }
}
