import Testing

@testable import Defects

@Suite struct FixChainTests {
    private static func edge(
        _ later: Int, _ earlier: Int, declared: Bool = true, confidence: Double = 0.9
    ) -> ChainEdge {
        ChainEdge(
            kind: .fixOfFix, later: later, earlier: earlier, isDeclared: declared, confidence: confidence, days: 5,
            isFollowUp: false)
    }

    @Test func aPathOfFixesIsOneChainAsDeepAsItHasFixes() {
        let forest = FixForest([Self.edge(2, 1), Self.edge(5, 2)], fixes: [1, 2, 5, 9])
        #expect(forest.paths == [[1, 2, 5]])
        #expect(forest.depths == [1: 1, 2: 2, 5: 3, 9: 1])
        #expect(forest.refixes[1]?.later == 2)
    }

    @Test func twoFixesOfOneFixMakeTwoChains() {
        let forest = FixForest([Self.edge(4, 1), Self.edge(3, 1)], fixes: [1, 3, 4])
        #expect(forest.paths == [[1, 3], [1, 4]])
        #expect(forest.refixes[1]?.later == 3)
    }

    @Test func aFixOfSeveralFixesGoesOnFromADeclaredOneAndThenFromTheDeepest() {
        let edges = [
            Self.edge(2, 1), Self.edge(9, 2), Self.edge(9, 3),
            Self.edge(9, 4, declared: false, confidence: 1),
        ]
        let forest = FixForest(edges, fixes: [1, 2, 3, 4, 9])
        #expect(forest.path(to: 9) == [1, 2, 9])
    }

    @Test func aRevertInAChainAddsNoDepth() {
        let forest = FixForest([Self.edge(2, 1), Self.edge(3, 2)], fixes: [1, 3])
        #expect(forest.path(to: 3) == [1, 2, 3])
        #expect(forest.depths[3] == 2)
    }
}
