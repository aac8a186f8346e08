import Git
import Testing

@testable import Metrics

@Suite struct FigureTests {
    private static func results(_ fixture: String, now: Int64? = nil) throws -> AuditResults {
        AuditResults(try AuditFacts.of(try Fixture(fixture), now: now))
    }

    @Test(
        "Figures of the whole history are those that the report prints", arguments: ["churn", "fix-chains", "ai-marks"])
    func asReported(fixture: String) throws {
        let results = try Self.results(fixture)
        let churn = try #require(results.evidence.churn.first { $0.authorClass == nil })
        #expect(try results.figure(.newCodeChurn).value == churn.newCode.value)
        #expect(try results.figure(.churnShare).value == churn.changed.value)
        for (figure, event, isStanding) in [
            (Figure.bugInducing, CohortEvent.firstFix, false), (.reverted, .revert, false),
            (.lineSurvival, .removed, true),
        ] {
            let cohort = results.evidence.cohorts.first { $0.event == event && $0.name == .all }
            let estimate = cohort?.curve.estimate(at: Double(figure.horizonDays))
            #expect(
                try results.figure(figure).value == (isStanding ? estimate?.survival : estimate?.failure), "\(figure)")
        }
    }

    @Test("Lines of all paths together are the lines of the history", arguments: ["churn", "fix-chains", "renames"])
    func paths(fixture: String) throws {
        let results = try Self.results(fixture, now: 4_000_000_000)
        let paths = (0..<UInt32(results.facts.lines.paths.count)).map {
            String(decoding: results.facts.lines.paths[$0], as: UTF8.self)
        }
        var lines = 0
        for path in paths {
            lines += try results.figure(.newCodeChurn, of: FigureScope(paths: Pathspec([path]))).sample
        }
        #expect(lines == (try results.figure(.newCodeChurn).sample) && lines > 0)
        let others = try results.figure(.commits, of: FigureScope(paths: Pathspec(paths.map { "!" + $0 })))
        #expect(others.value == 0)
    }

    @Test(
        "Every figure of all paths named one by one is that of the history without paths",
        arguments: Figure.allCases)
    func everyPath(figure: Figure) throws {
        for fixture in ["fix-chains", "line-operations", "merges"] {
            let results = try Self.results(fixture)
            let named = Pathspec(
                (0..<UInt32(results.facts.lines.paths.count)).map {
                    String(decoding: results.facts.lines.paths[$0], as: UTF8.self)
                })
            let (all, some) = (try results.figure(figure), try results.figure(figure, of: FigureScope(paths: named)))
            #expect(all.value == some.value && all.sample == some.sample, "\(fixture)")
            let none = try results.figure(figure, of: FigureScope(paths: Pathspec(["nowhere"])))
            #expect(none.value ?? 0 == 0 && none.sample == 0)
        }
    }

    @Test("The size of a change is that of its lines in the paths, as git log --numstat has them")
    func sizes() throws {
        let fixture = try Fixture("fix-chains")
        let results = try Self.results("fix-chains")
        for path in ["cache.c", "parse.c"] {
            let commits = try results.commits(in: FigureScope(paths: Pathspec([path]))).filter(\.isChange)
            let lines = try fixture.lines("log", "--format=", "--numstat", "--no-merges", "HEAD", "--", path)
                .filter { !$0.isEmpty }.map { $0.split(separator: "\t").prefix(2).compactMap { Int($0) }.reduce(0, +) }
            #expect(commits.map(\.changedLines).sorted() == lines.sorted() && !lines.isEmpty)
        }
    }

    @Test("Blocks that a path repeats count there, wherever they stood before")
    func duplicates() throws {
        let results = try Self.results("line-operations")
        let whole = try #require(try results.figure(.duplicateBlocks).value)
        var total = 0.0
        var isSeen = false
        for path in Set((0..<UInt32(results.facts.lines.paths.count)).map { results.facts.lines.paths[$0] }) {
            let name = String(decoding: path, as: UTF8.self)
            let value = try results.figure(.duplicateBlocks, of: FigureScope(paths: Pathspec([name]))).value
            if let value, value > whole { isSeen = true }
            total += value ?? 0
        }
        #expect(whole > 0 && isSeen && total > whole)
    }

    @Test("A comparison of the commits of all paths is that of the history, and of no path there is none")
    func comparisons() throws {
        let results = try Self.results("ai-marks", now: 4_000_000_000)
        for endpoint in Endpoint.allCases {
            for compared in ComparedClass.allCases {
                let whole = try results.comparison(endpoint, of: compared, in: nil)
                let named = try results.comparison(endpoint, of: compared, in: Pathspec(["*"]))
                #expect(whole?.ai.mature == named?.ai.mature && whole?.human.events == named?.human.events)
            }
            #expect(try results.comparison(endpoint, of: .all, in: Pathspec(["nowhere"])) == nil)
        }
        #expect(try results.comparison(.newCodeChurn, of: .all, in: nil) != nil)
    }

    @Test("Classes add up to all, and days are counted back from the last commit that could be followed")
    func parts() throws {
        let results = try Self.results("ai-marks")
        func commits(_ selection: ChangeSelection, days: Int? = nil) throws -> Int {
            try results.figure(.commits, of: FigureScope(selection: selection, days: days)).sample
        }
        let parts = try [ChangeSelection.ai, .human, .automation].reduce(0) { $0 + (try commits($1)) }
        #expect(parts == (try commits(.all)))
        #expect(try commits(.ai) == commits(.aiAuthored) + commits(.aiAssisted))
        let horizon = results.facts.dataHorizon
        let young = results.evidence.commits.count { $0.isChange && $0.landedAt >= horizon - 30 * DayCount.seconds }
        #expect(try commits(.all, days: 30) == 0 + results.commits(in: FigureScope(days: 30)).count(where: \.isChange))
        #expect(try commits(.all, days: 30) == young)
    }
}

@Suite struct HotFileTests {
    /// cache.c is changed by "Fix cache overrun", "Fix cache more" and three fixes of the cache's size, parse.c by Fix 1 to 3.
    @Test("Hot files are production files by the number of their fixes in the last year")
    func fixture() throws {
        let facts = try AuditFacts.of(try Fixture("fix-chains"))
        let hot = HotFile.all(facts)
        let names = hot.map { String(decoding: facts.lines.paths[$0.path], as: UTF8.self) }
        // The tenth of four files is one, and it has five fixes.
        #expect(names == ["cache.c"])
        for file in hot {
            let fixes = facts.defects.fixes.filter { fix in
                fix.isFix
                    && facts.lines.versions(of: fix.commit).contains { facts.lines.versions[Int($0)].path == file.path }
            }
            #expect(file.fixes == fixes.count && file.lastFix == fixes.last?.commit)
        }
        #expect(HotFile.all(facts, without: Set(0..<facts.history.count)).isEmpty)
        let later = try AuditFacts.of(try Fixture("fix-chains"), now: facts.dataHorizon + 366 * DayCount.seconds)
        #expect(HotFile.all(later).isEmpty, "what was fixed more than a year ago is not hot")
    }

    @Test("A chain is live for ninety days after its last fix, at the lines that this left")
    func liveChains() throws {
        let facts = try AuditFacts.of(try Fixture("fix-chains"))
        let live = LiveChain.all(facts)
        #expect(!live.isEmpty)
        for chain in live {
            let last = try #require(chain.chain.members.last)
            #expect(facts.dataHorizon - facts.landedAt[last] <= 90 * DayCount.seconds)
            #expect(facts.defects.chains[chain.number - 1] == chain.chain)
        }
        let later = try AuditFacts.of(try Fixture("fix-chains"), now: facts.dataHorizon + 91 * DayCount.seconds)
        #expect(LiveChain.all(later).isEmpty)
    }
}
