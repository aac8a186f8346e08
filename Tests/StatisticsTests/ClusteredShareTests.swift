import Testing

@testable import Statistics

@Suite("A share of units in clusters")
struct ClusteredShareTests {
    typealias Cluster = ClusteredShare.Cluster

    @Test(
        "Clusters of one unit give the binomial variance p (1 - p) / (n - 1)", arguments: [(3, 10), (1, 4), (40, 90)])
    func singletons(events: Int, total: Int) throws {
        let share = ClusteredShare((0..<total).map { Cluster(events: $0 < events ? 1 : 0, total: 1) })
        let p = Double(events) / Double(total)
        #expect(isClose(share.value, p))
        #expect(isClose(share.standardError, (p * (1 - p) / Double(total - 1)).squareRoot()))
    }

    @Test("More lines in the same commits make no interval narrower")
    func lines() throws {
        let clusters = [(1.0, 4.0), (0, 3), (5, 6), (2, 2), (0, 9)]
        let few = ClusteredShare(clusters.map { Cluster(events: $0.0, total: $0.1) })
        let many = ClusteredShare(clusters.map { Cluster(events: 100 * $0.0, total: 100 * $0.1) })
        let (one, other) = (try #require(few.interval()), try #require(many.interval()))
        #expect(isClose(one.lower, other.lower) && isClose(one.upper, other.upper))
        #expect(one.contains(8.0 / 24) && one.lower > 0 && one.upper < 1)
    }

    @Test("Without events, or with nothing else, the interval is that of as many units as there are clusters")
    func ends() throws {
        let none = ClusteredShare((0..<20).map { _ in Cluster(events: 0, total: 50) })
        let exact = try #require(Proportion(events: 0, total: 20).clopperPearson())
        #expect(isClose(none.interval()?.lower, 0) && isClose(none.interval()?.upper, exact.upper))
        let all = ClusteredShare((0..<20).map { _ in Cluster(events: 50, total: 50) })
        #expect(isClose(all.interval()?.lower, 1 - exact.upper) && isClose(all.interval()?.upper, 1))
    }

    @Test("A single cluster has a share and no interval; none has neither")
    func few() {
        let single = ClusteredShare([Cluster(events: 2, total: 8), Cluster(events: 0, total: 0)])
        #expect(single.value == 0.25 && single.clusters == 1 && single.interval() == nil)
        #expect(ClusteredShare([]).value == nil && ClusteredShare([]).interval() == nil)
    }
}
