import Attribution
import Statistics
import Testing

@testable import Metrics

@Suite struct CombinedComparisonTests {
    /// A repository in which every commit landed at one time: events of so many AI commits, events of so many others.
    private static func repository(
        _ name: String, ai: (events: Int, total: Int), human: (events: Int, total: Int), age: Int = 300
    ) -> RepositoryComparisons {
        var commits: [StudiedCommit] = []
        for (authorClass, counts) in [(AuthorClass.aiAssisted, ai), (.human, human)] {
            for index in 0..<counts.total {
                var commit = StudiedCommit()
                commit.position = commits.count
                commit.authorClass = authorClass
                commit.landedAt = Int64(2_000 - age) * DayCount.seconds
                commit.followUp = Int64(age) * DayCount.seconds
                commit.lines = 10 + index % 3
                commit.removals = [StudiedCommit.Removal(days: 5 + index % 9, lines: 1 + index % 4)]
                commit.outcome = CommitOutcome(firstFixDays: index < counts.events ? 10 : nil)
                commits.append(commit)
            }
        }
        return RepositoryComparisons(
            name, Metrics.Evidence(commits, firstMarkAt: commits.first?.landedAt).comparisons)
    }

    private static func row(
        _ combined: CombinedComparisons, _ method: CombinedComparison.Method,
        _ within: CombinedComparison.Within = .repository, _ endpoint: Endpoint = .bugInducing
    ) throws -> CombinedComparison {
        try #require(
            combined.rows.first {
                $0.endpoint == endpoint && $0.horizonDays == endpoint.declaredHorizon && $0.compared == .all
                    && $0.method == method && $0.within == within
            })
    }

    @Test("Counts of repositories are put together by Mantel and Haenszel, not added up")
    func strata() throws {
        // Simpson's paradox: within either repository AI is as good as others, over all it looks twice as bad.
        let combined = CombinedComparisons([
            Self.repository("risky", ai: (120, 300), human: (40, 100)),
            Self.repository("safe", ai: (10, 100), human: (30, 300)),
        ])
        let row = try Self.row(combined, .mantelHaenszel)
        #expect(row.ai.events * 400 / row.ai.commits > 2 * row.human.events * 300 / row.human.commits)
        #expect(row.repositories == 2 && row.ai.commits == 400 && row.human.events == 70)
        #expect(abs(try #require(row.difference).value) < 1e-12)
        #expect(abs(try #require(row.ratio).value - 1) < 1e-12)
        #expect(abs(try #require(row.oddsRatio).value - 1) < 1e-12)
        #expect(row.verdict == .noDifferenceShown && row.role == .primary && row.leftOut.isEmpty)
        #expect(abs(try #require(try Self.row(combined, .inverseVariance).difference).value) < 1e-12)
    }

    @Test("Within repositories the sums are those of one stratum each; of alike commits those of their own strata")
    func within() throws {
        let repositories = [
            Self.repository("one", ai: (30, 100), human: (20, 200)),
            Self.repository("two", ai: (25, 60), human: (33, 150)),
        ]
        let combined = CombinedComparisons(repositories)
        let expected = MantelHaenszel([
            Stratum(first: Proportion(events: 30, total: 100), second: Proportion(events: 20, total: 200)),
            Stratum(first: Proportion(events: 25, total: 60), second: Proportion(events: 33, total: 150)),
        ])
        for within in CombinedComparison.Within.allCases {
            // All commits here are alike, so that both are the same.
            let row = try Self.row(combined, .mantelHaenszel, within)
            #expect(row.difference == expected.difference && row.ratio == expected.ratio)
            #expect(row.oddsRatio == expected.oddsRatio && row.pValue == expected.pValue())
            #expect(row.verdict == .aiHigher)
        }
    }

    @Test("Estimates are weighted by their variance, and the weights of the parts make the whole")
    func estimates() throws {
        let combined = CombinedComparisons([
            Self.repository("one", ai: (30, 100), human: (20, 200)),
            Self.repository("two", ai: (20, 200), human: (33, 150)),
            Self.repository("three", ai: (25, 60), human: (33, 150)),
        ])
        for method in CombinedComparison.Method.allCases {
            for endpoint in Endpoint.allCases where endpoint != .reintroduction {
                if method == .mantelHaenszel && endpoint.countsLines {
                    #expect(!combined.rows.contains { $0.method == method && $0.endpoint == endpoint })
                    continue
                }
                let row = try Self.row(combined, method, .repository, endpoint)
                var (sum, whole) = (0.0, 0.0)
                for part in combined.parts
                where part.endpoint == endpoint && part.horizonDays == endpoint.declaredHorizon && part.compared == .all
                {
                    guard case .success(let weight) = part.weights[method] else { continue }
                    whole += weight
                    sum += weight * (part.comparison?.difference?.value ?? .nan)
                }
                guard let difference = row.difference else {
                    #expect(endpoint == .reverted && whole == 0, "nobody reverts here")
                    continue
                }
                #expect(abs(whole - 1) < 1e-12 && abs(sum - difference.value) < 1e-12, "\(method) \(endpoint)")
            }
        }
        let (fixed, random) = (try Self.row(combined, .inverseVariance), try Self.row(combined, .randomEffects))
        #expect(try #require(fixed.heterogeneity?.iSquared) > 0.9)
        #expect(random.difference?.standardError ?? 0 > 3 * (fixed.difference?.standardError ?? 1))
        #expect(fixed.verdict != .insufficient && random.verdict == .noDifferenceShown)
    }

    @Test("A repository without an event, too young, without AI commits or not scanned is left out, with the reason")
    func leftOut() throws {
        let combined = CombinedComparisons([
            Self.repository("whole", ai: (30, 100), human: (20, 200)),
            Self.repository("quiet", ai: (0, 50), human: (8, 90)),
            Self.repository("young", ai: (5, 40), human: (5, 40), age: 30),
            Self.repository("plain", ai: (0, 0), human: (20, 90)),
            RepositoryComparisons("broken", nil),
        ])
        let counts = try Self.row(combined, .mantelHaenszel)
        #expect(counts.repositories == 2)
        #expect(counts.leftOut.map(\.reason) == [.notScanned, .noCommits, .noMature])
        let estimates = try Self.row(combined, .inverseVariance)
        #expect(estimates.repositories == 1 && estimates.heterogeneity == nil)
        #expect(estimates.leftOut.map(\.reason) == [.notScanned, .noCommits, .noError])
        #expect(estimates.leftOut.map(\.repositories) == [1, 1, 2])
        // One repository tells nothing of how repositories differ.
        #expect(try Self.row(combined, .randomEffects).difference == nil)
        let parts = combined.parts.filter {
            $0.endpoint == .bugInducing && $0.horizonDays == 90 && $0.compared == .all
        }
        #expect(parts.map(\.repository) == ["whole", "quiet", "young", "plain", "broken"])
        let reasons = parts.map { part -> LeftOut? in
            if case .failure(let reason) = part.weights[.mantelHaenszel] { reason } else { nil }
        }
        #expect(reasons == [nil, nil, .noMature, .noCommits, .notScanned])
    }

    @Test("Without comparisons there are no rows")
    func nothing() {
        for repositories in [[], [RepositoryComparisons("a", nil)], [RepositoryComparisons("a", [])]] {
            let combined = CombinedComparisons(repositories)
            #expect(combined.rows.isEmpty && combined.parts.isEmpty)
        }
    }
}
