import Testing

@testable import LineHistory

@Suite struct PiecesUnderwayTests {
    private struct Refused: Error, Equatable {
        let piece: Int
    }

    @Test("Results are had one after another, with any number of threads", arguments: [0, 1, 2, 7], [0, 1, 100])
    func order(threads: Int, count: Int) {
        var pieces = PiecesUnderway<Int, Never>(count: count, threads: threads) { { $0 * $0 } }
        #expect((0..<count).map { pieces.result(at: $0) } == (0..<count).map { $0 * $0 })
    }

    @Test("A piece that fails is told where it is asked for, and those before it are had", arguments: [0, 1, 3])
    func failure(threads: Int) throws {
        var pieces = PiecesUnderway<Int, Refused>(count: 50, threads: threads) { () throws(Refused) in
            { piece throws(Refused) in
                if piece == 20 { throw Refused(piece: piece) }
                return piece
            }
        }
        for piece in 0..<20 { #expect(try pieces.result(at: piece) == piece) }
        #expect(throws: Refused(piece: 20)) { try pieces.result(at: 20) }
    }

    @Test("A thread that cannot begin is told", arguments: [0, 2])
    func noWorker(threads: Int) {
        var pieces = PiecesUnderway<Int, Refused>(count: 3, threads: threads) { () throws(Refused) in
            throw Refused(piece: -1)
        }
        #expect(throws: Refused(piece: -1)) { try pieces.result(at: 0) }
    }
}
