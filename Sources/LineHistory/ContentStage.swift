import Git

/// Compares the contents of all versions, piece by piece.
///
/// Versions of one path lie together, newest first: consecutive ones share their content, and a pack keeps the newest
/// whole and older ones as differences from it.
struct ContentStage: Sendable {
    private let plan: HistoryPlan
    private let ignored: Set<UInt32>
    private let order: [VersionNumber]
    private let pieceStarts: [Int]

    /// Versions a piece, at least; a path is not cut unless it alone has more than four times as many.
    private static let pieceLength = 256

    /// - Parameter ignored: positions of commits whose changes are looked through.
    init(plan: HistoryPlan, ignored: Set<UInt32>) {
        self.plan = plan
        self.ignored = ignored
        let versions = plan.versions
        order = (0..<VersionNumber(versions.count)).sorted {
            let (left, right) = (versions[Int($0)].path, versions[Int($1)].path)
            return left != right ? left < right : $0 > $1
        }
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
    func run(piece: Int, comparison: ContentComparison) -> EditScripts {
        var scripts = EditScripts()
        for number in versions(in: piece) {
            let version = plan.versions[Int(number)]
            let syntax = CommentSyntax.of(path: plan.paths[version.path][...])
            let looksThrough = ignored.contains(version.commit)
            let edges = plan.edges(of: number)
            if edges.isEmpty {
                comparison.append(
                    from: nil, to: version.entry, syntax: syntax, looksThrough: looksThrough, into: &scripts)
            }
            for edge in edges {
                comparison.append(
                    from: plan.versions[Int(plan.edges[edge].old)].entry, to: version.entry, syntax: syntax,
                    looksThrough: looksThrough, into: &scripts)
            }
        }
        return scripts
    }
}

/// Where the scripts of every version lie.
struct ScriptIndex: Sendable {
    let pieces: [EditScripts]
    /// By version: its piece, and its first script there.
    private let places: [(piece: UInt32, script: UInt32)]

    init(stage: ContentStage, plan: HistoryPlan, pieces: [EditScripts]) {
        self.pieces = pieces
        var places = [(piece: UInt32, script: UInt32)](repeating: (0, 0), count: plan.versions.count)
        for piece in pieces.indices {
            var script: UInt32 = 0
            for version in stage.versions(in: piece) {
                places[Int(version)] = (UInt32(piece), script)
                script += UInt32(max(1, plan.edges(of: version).count))
            }
        }
        self.places = places
    }

    /// - Parameter edge: counts from the version's first.
    func script(of version: VersionNumber, edge: Int = 0) -> (piece: Int, script: EditScript) {
        let place = places[Int(version)]
        return (Int(place.piece), pieces[Int(place.piece)].scripts[Int(place.script) + edge])
    }
}
