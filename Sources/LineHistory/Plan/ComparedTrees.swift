import Git

/// The comparisons of all commits' trees, those of earlier runs among them. Whoever asks for them in the order of commits has
/// the first while other threads compare the next.
struct ComparedTrees {
    private let history: History
    private let memory: LineMemory?
    private var index: TreeIndex
    /// By position: the comparisons that earlier runs have.
    private let known: [TreeIndex.Place?]
    /// What no earlier run has, oldest first.
    private var pieces: PiecesUnderway<TreeStageResult, any Error>
    /// How many of the pieces are among the results.
    private var addedPieces = 0
    /// By result of an earlier run: its number as a segment, and whether something was taken from it.
    private var segments: [(number: Int64, isUsed: Bool)]
    private var use = LineMemory.Use()

    /// Begins to compare what no earlier run has.
    ///
    /// - Parameter plan: whose commits need no comparison, nor what earlier runs compared before it was kept.
    init(
        _ history: History, after plan: KeptPlan?, repositoryPath: String, options: LineHistory.Options,
        progress: @escaping @Sendable (StageProgress) -> Void
    ) throws {
        self.history = history
        let memory = options.memory
        self.memory = memory
        let first = plan?.commitCount ?? 0
        var index = TreeIndex(capacity: history.count - first)
        var segments: [(number: Int64, isUsed: Bool)] = []
        var damaged: [Int64] = []
        try memory?.each(.trees, after: plan?.number ?? 0) { segment in
            do throws(ByteReader.Failure) {
                var reader = ByteReader(segment.bytes)
                // What was unreadable then may be there now.
                index.add(try TreeStageResult(from: &reader), where: \.isLasting)
                segments.append((segment.number, false))
            } catch {
                damaged.append(segment.number)
            }
        }
        self.index = index
        self.segments = segments
        use.damaged = damaged
        use.kept = first
        var known: [TreeIndex.Place?] = Array(repeating: nil, count: history.count)
        var seen: Set<TreeKey> = []
        var fresh: [TreeKey] = []
        for commit in first..<history.count {
            let key = TreeKey(commit, of: history)
            known[commit] = index.places[key]
            if known[commit] == nil, seen.insert(key).inserted { fresh.append(key) }
        }
        self.known = known
        let wanted = fresh
        let length = TreeStage.pieceLength
        let count = (wanted.count + length - 1) / length
        pieces = PiecesUnderway(
            count: count, threads: options.jobs - 1,
            finished: { progress(StageProgress(stage: .trees, done: $0, total: count)) }
        ) {
            let worker = TreeWorker(repository: try Repository(path: repositoryPath))
            return { piece in
                let keys = wanted[piece * length..<min(wanted.count, (piece + 1) * length)]
                let result = try TreeStage.run(keys.reversed(), in: worker.repository)
                if let memory {
                    var writer = ByteWriter()
                    result.write(to: &writer)
                    try memory.add(writer, kind: .trees)
                }
                return result
            }
        }
    }

    /// What a commit changed against its first parent.
    mutating func comparison(
        of commit: Int
    ) throws -> (result: TreeStageResult, comparison: TreeStageResult.Comparison) {
        let place = try known[commit] ?? made(TreeKey(commit, of: history))
        if place.result < segments.count {
            segments[place.result].isUsed = true
            use.kept += 1
        } else {
            use.made += 1
        }
        let result = index.results[place.result]
        return (result, result.comparisons[place.comparison])
    }

    /// Where a comparison is that no earlier run has, once it is there.
    private mutating func made(_ key: TreeKey) throws -> TreeIndex.Place {
        while true {
            if let place = index.places[key] { return place }
            index.add(try pieces.result(at: addedPieces)) { _ in true }
            addedPieces += 1
        }
    }

    /// Says what became of the segments; to be called once, at the end.
    mutating func close() {
        use.idle = segments.filter { !$0.isUsed }.map(\.number)
        memory?.note(use, of: .trees)
    }
}

/// Comparisons by what was compared.
private struct TreeIndex {
    /// The result, and the comparison in it.
    typealias Place = (result: Int, comparison: Int)

    private(set) var results: [TreeStageResult] = []
    private(set) var places: [TreeKey: Place] = [:]

    init(capacity: Int) {
        places.reserveCapacity(capacity)
    }

    mutating func add(_ result: TreeStageResult, where counts: (TreeStageResult.Comparison) -> Bool) {
        for (number, comparison) in result.comparisons.enumerated() where counts(comparison) {
            places[comparison.key] = (results.count, number)
        }
        results.append(result)
    }
}

/// A repository for one thread of the tree stage.
private final class TreeWorker {
    let repository: Repository

    init(repository: consuming Repository) {
        self.repository = repository
    }
}
