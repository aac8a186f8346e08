import Git

/// The comparisons of all commits' trees, those of earlier runs among them.
struct ComparedTrees: Sendable {
    private var results: [TreeStageResult] = []
    /// By key: the result, and the comparison in it.
    private var places: [TreeKey: (result: Int, comparison: Int)] = [:]
    /// By commit position.
    private var byCommit: [(result: Int, comparison: Int)] = []

    /// Compares what no earlier run has.
    init(
        _ history: History, repositoryPath: String, options: LineHistory.Options,
        progress: @escaping @Sendable (StageProgress) -> Void
    ) throws {
        var use = LineMemory.Use()
        var numbers: [Int64] = []
        places.reserveCapacity(history.count)
        for segment in options.memory?.take(.trees) ?? [] {
            do {
                var reader = ByteReader(segment.bytes)
                // What was unreadable then may be there now.
                add(try TreeStageResult(from: &reader), where: \.isLasting)
                numbers.append(segment.number)
            } catch {
                use.damaged.append(segment.number)
            }
        }
        let keys = (0..<history.count).reversed().map { TreeKey($0, of: history) }
        var seen: Set<TreeKey> = []
        let known = keys.map { places[$0] }
        let fresh = zip(keys, known).filter { $1 == nil && seen.insert($0).inserted }.map(\.0)
        let length = TreeStage.pieceLength
        let pieces = (fresh.count + length - 1) / length
        let made = try Parallel.map(
            count: pieces, jobs: options.jobs, worker: { TreeWorker(repository: try Repository(path: repositoryPath)) },
            finished: { progress(StageProgress(stage: .trees, done: $0, total: pieces)) },
            { worker, piece in
                let result = try TreeStage.run(
                    fresh[piece * length..<min(fresh.count, (piece + 1) * length)], in: worker.repository)
                if let memory = options.memory {
                    var writer = ByteWriter()
                    result.write(to: &writer)
                    try memory.add(writer, kind: .trees)
                }
                return result
            })
        for result in made { add(result) { _ in true } }
        byCommit = zip(keys, known).map { $1 ?? places[$0]! }.reversed()
        guard let memory = options.memory else { return }
        var isUsed = [Bool](repeating: false, count: results.count)
        for place in byCommit { isUsed[place.result] = true }
        use.kept = byCommit.count { $0.result < numbers.count }
        use.made = byCommit.count - use.kept
        use.idle = numbers.indices.filter { !isUsed[$0] }.map { numbers[$0] }
        memory.note(use, of: .trees)
    }

    /// What a commit changed against its first parent.
    func comparison(of commit: Int) -> (result: TreeStageResult, comparison: TreeStageResult.Comparison) {
        let place = byCommit[commit]
        return (results[place.result], results[place.result].comparisons[place.comparison])
    }

    private mutating func add(_ result: TreeStageResult, where counts: (TreeStageResult.Comparison) -> Bool) {
        for (index, comparison) in result.comparisons.enumerated() where counts(comparison) {
            places[comparison.key] = (results.count, index)
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
