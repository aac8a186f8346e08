/// Which pieces are taken, done and failed.
struct PieceBoard<Result: Sendable, Failure: Error> {
    private var next = 0
    private var done = 0
    private(set) var results: [Result?]
    private(set) var failure: (index: Int, error: Failure)?

    init(count: Int) {
        results = Array(repeating: nil, count: count)
    }

    /// The next piece; none any more after a failure, for all earlier ones have been taken.
    mutating func take() -> Int? {
        guard failure == nil, next < results.count else { return nil }
        defer { next += 1 }
        return next
    }

    mutating func put(_ result: Result, at index: Int) -> Int {
        results[index] = result
        done += 1
        return done
    }

    mutating func fail(_ error: Failure, at index: Int) {
        if let known = failure, known.index <= index { return }
        failure = (index, error)
    }
}
