import Attribution
import Git
import LineHistory
import Metrics

/// The facts of commits in the order of discovery. Commits that were read are judged many at once, on several threads, while
/// the next ones are read.
struct DiscoveredFacts {
    /// A commit that was read, with the notes about it.
    private struct Unjudged: Sendable {
        let number: Int
        let commit: CommitRecord
        let notes: [CommitMarks.Note]
    }

    /// Of commits that are judged, as they came.
    private var facts: [CommitFacts] = []
    /// By number: where a commit's facts are, once it is judged.
    private var places: [Int] = []
    private var unjudged: [Unjudged] = []
    private var unjudgedBytes = 0
    /// Commits that other threads are judging.
    private var underway: (commits: [Unjudged], facts: PiecesUnderway<[CommitFacts], Never>)?
    private let marks: MarkIndex
    private let jobs: Int
    private let judged: (CommitRecord, CommitFacts) throws -> Void

    /// Bytes of messages and notes that wait at most: some thousand commits'.
    private static let mostBytes = 2 << 20
    /// Commits that a thread judges before it asks for more.
    private static let pieceLength = 64

    /// - Parameters:
    ///   - jobs: the number of threads.
    ///   - expected: how many commits there are at least, as far as can be told.
    ///   - judged: told each commit that was read, in the order of discovery.
    init(
        marks: MarkIndex, jobs: Int, expected: Int = 0,
        judged: @escaping (CommitRecord, CommitFacts) throws -> Void
    ) {
        facts.reserveCapacity(expected + expected / 16)
        self.marks = marks
        self.jobs = jobs
        self.judged = judged
    }

    /// Adds the next commit, of which everything is known.
    mutating func add(_ known: consuming CommitFacts) {
        places.append(facts.count)
        facts.append(known)
    }

    /// Adds the next commit, which is to be judged.
    mutating func add(_ commit: CommitRecord, notes: [CommitMarks.Note]) throws {
        unjudged.append(Unjudged(number: places.count, commit: commit, notes: notes))
        unjudgedBytes += notes.reduce(commit.message.utf8.count) { $0 + $1.text.utf8.count }
        places.append(-1)
        if unjudgedBytes >= Self.mostBytes { try judge() }
    }

    /// Hands over the facts of all commits in another order.
    ///
    /// - Parameter numbers: the how manieth commit that was added comes first, and so on; from 0.
    mutating func inOrder(_ numbers: [Int]) throws -> [CommitFacts] {
        try judge()
        try settle()
        let sources = numbers.map { places[$0] }
        // In place, cycle by cycle: all facts twice take tens of megabytes.
        var isPlaced = Array(repeating: false, count: sources.count)
        // A span moves what it swaps; an array copies it.
        var ordered = facts.mutableSpan
        for start in sources.indices where !isPlaced[start] {
            var place = start
            isPlaced[place] = true
            while case let source = sources[place], source != start {
                ordered.swapAt(place, source)
                isPlaced[source] = true
                place = source
            }
        }
        defer { facts = [] }
        return facts
    }

    /// Begins to judge what waits, once what is underway is settled.
    private mutating func judge() throws {
        try settle()
        let (commits, length, marks) = (unjudged, Self.pieceLength, marks)
        let facts = PiecesUnderway(count: Self.pieceCount(of: commits), threads: jobs - 1) {
            let reader = CommitReader(marks: marks)
            return { piece in
                commits[piece * length..<min(commits.count, (piece + 1) * length)].map {
                    reader.facts($0.commit, notes: $0.notes)
                }
            }
        }
        underway = (commits, facts)
        unjudged = []
        unjudgedBytes = 0
    }

    private static func pieceCount(of commits: [Unjudged]) -> Int { (commits.count + pieceLength - 1) / pieceLength }

    /// Takes the facts of what is underway.
    private mutating func settle() throws {
        guard case (let commits, var pieces)? = underway.take() else { return }
        for piece in 0..<Self.pieceCount(of: commits) {
            for (commit, facts) in zip(commits[(piece * Self.pieceLength)...], pieces.result(at: piece)) {
                try judged(commit.commit, facts)
                places[commit.number] = self.facts.count
                self.facts.append(facts)
            }
        }
    }
}
