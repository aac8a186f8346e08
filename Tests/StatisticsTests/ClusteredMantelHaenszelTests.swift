import Testing

@testable import Statistics

@Suite("Mantel-Haenszel over clusters")
struct ClusteredMantelHaenszelTests {
    typealias Cluster = ClusteredMantelHaenszel.Cluster

    /// Forty commits in four strata, of unequal size.
    private static let commits: [Cluster] = {
        var generator = RandomGenerator(seed: 7)
        return (0..<40).map { _ in
            let total = Double(1 + generator.index(below: 30))
            return Cluster(
                stratum: generator.index(below: 4), isFirst: generator.index(below: 2) == 0,
                events: Double(generator.index(below: Int(total) + 1)), total: total)
        }
    }()

    @Test("The estimates are those of Mantel and Haenszel over the same counts")
    func estimates() throws {
        let plain = MantelHaenszel(
            (0..<4).map { stratum in
                let own = Self.commits.filter { $0.stratum == stratum }
                func side(_ isFirst: Bool) -> Proportion {
                    let group = own.filter { $0.isFirst == isFirst }
                    return Proportion(
                        events: Int(group.reduce(0) { $0 + $1.events }), total: Int(group.reduce(0) { $0 + $1.total }))
                }
                return Stratum(first: side(true), second: side(false))
            })
        let clustered = ClusteredMantelHaenszel(Self.commits)
        #expect(isClose(clustered.difference?.value, plain.difference?.value))
        #expect(isClose(clustered.ratio?.value, plain.ratio?.value))
        #expect(clustered.sharedStrata == plain.sharedStrata)
    }

    @Test("The variance is that of small changes of each cluster's weight")
    func variance() throws {
        // The infinitesimal jackknife by its definition: the slope in a cluster's weight, here by a small step.
        let step = 1e-5
        var sum = 0.0
        for index in Self.commits.indices {
            func value(_ weight: Double) throws -> Double {
                var commits = Self.commits
                let commit = commits[index]
                commits[index] = Cluster(
                    stratum: commit.stratum, isFirst: commit.isFirst, events: commit.events * weight,
                    total: commit.total * weight)
                return try #require(ClusteredMantelHaenszel(commits).difference).value
            }
            let slope = (try value(1 + step) - value(1 - step)) / (2 * step)
            sum += slope * slope
        }
        let expected = (sum * 40 / 39).squareRoot()
        let error = try #require(ClusteredMantelHaenszel(Self.commits).difference?.standardError)
        #expect(abs(error / expected - 1) < 1e-6)
    }

    @Test("More lines in the same commits change nothing")
    func lines() throws {
        let many = Self.commits.map {
            Cluster(stratum: $0.stratum, isFirst: $0.isFirst, events: 50 * $0.events, total: 50 * $0.total)
        }
        let (one, other) = (ClusteredMantelHaenszel(Self.commits), ClusteredMantelHaenszel(many))
        #expect(isClose(one.difference?.bounds.lower, other.difference?.bounds.lower))
        #expect(isClose(one.pValue, other.pValue))
    }

    @Test("Strata that lack a class say nothing")
    func lone() {
        let lone = ClusteredMantelHaenszel([
            Cluster(stratum: 0, isFirst: true, events: 1, total: 2),
            Cluster(stratum: 1, isFirst: false, events: 1, total: 2),
        ])
        #expect(lone.difference == nil && lone.ratio == nil && lone.pValue == nil && lone.sharedStrata == 0)
        #expect(lone.coverage.shared == 0 && lone.coverage.all == 4)
    }

    @Test("Where no line was removed there is a difference of zero, and no interval")
    func quiet() throws {
        let quiet = ClusteredMantelHaenszel(
            (0..<6).map { Cluster(stratum: 0, isFirst: $0 < 3, events: 0, total: Double($0 + 1)) })
        #expect(try #require(quiet.difference).value == 0)
        #expect(quiet.difference?.bounds == Bounds(lower: nil, upper: nil) && quiet.pValue == nil)
    }
}
