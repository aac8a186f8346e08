import Attribution
import Metrics
import Testing

@testable import Gates

@Suite struct GateJudgeTests {
    private static func report(_ fixture: String, _ yaml: String, now: Int64? = nil) throws -> GateReport {
        let configuration = try GateConfiguration(yaml: yaml, file: "andon.yml")
        let results = AuditResults(try AuditFacts.of(try Fixture(fixture), now: now), charts: configuration.charts)
        return try GateJudge(results, configuration: configuration).report()
    }

    /// The fixture `fix-chains` has 20 commits of two people, all in two files and a few more.
    @Test(
        "A fixed limit is held against the figure of its class and its paths",
        arguments: [
            ("figure: commits, max: 1", GateStatus.fail), ("figure: commits, max: 1000", .pass),
            ("figure: commits, min: 1000", .fail), ("figure: commits, max: 0, class: ai", .pass),
            ("figure: commits, max: 0, paths: nowhere", .insufficient),
            ("figure: commits, max: 1, paths: README.md", .fail),
            ("figure: fix_share, max: 0.1", .insufficient), ("figure: fix_share, max: 0.1, sample: 5", .fail),
            ("figure: ai_commit_share, max: 0, sample: 5", .pass),
            ("figure: bug_inducing_90d, max: 0.05, sample: 1", .fail),
            ("figure: new_code_churn_14d, max: 0, sample: 1, paths: leak.c", .fail),
            ("figure: live_chains, max: 1000", .pass), ("figure: hot_files, max: 0", .fail),
            ("figure: hot_files, max: 0, paths: parse.c", .pass), ("figure: hot_files, max: 0, paths: cache.c", .fail),
            ("figure: live_chains, max: 0, paths: nowhere", .insufficient),
            ("figure: hot_files, max: 0, paths: nowhere", .insufficient),
            ("figure: live_chains, max: 0, paths: README.md", .pass),
            ("chart: revert_share, paths: nowhere", .insufficient),
            ("gap: reverted, paths: nowhere", .insufficient), ("unreviewed: 1, paths: nowhere", .insufficient),
            ("figure: commit_size_p90, max: 0, sample: 1, paths: parse.c", .fail),
            ("figure: defects_per_kloc_90d, max: 0, sample: 1, class: human, paths: parse.c", .fail),
            ("figure: defects_per_kloc_90d, max: 0, sample: 1, class: ai, paths: parse.c", .insufficient),
            ("chart: revert_share, class: human, paths: parse.c", .insufficient),
            ("gap: reverted, class: ai_authored, paths: parse.c", .insufficient),
            ("figure: review_coverage, min: 0.5, sample: 0", .insufficient),
        ])
    func figures(gate: String, status: GateStatus) throws {
        let report = try Self.report("fix-chains", "gates: [{\(gate)}]\n")
        #expect(report.results.map(\.status) == [status], "\(report.results)")
        #expect(report.action == (status == .fail ? .secondReviewer : .none))
    }

    @Test("The commits of a path are those that change it")
    func paths() throws {
        let all = try Self.report("fix-chains", "gates: [{figure: commits, max: 0}]\n").results[0]
        let some = try Self.report("fix-chains", "gates: [{figure: commits, max: 0, paths: [parse.c]}]\n").results[0]
        let fixture = try Fixture("fix-chains")
        #expect(all.value == Double(try fixture.lines("log", "--format=%h", "--no-merges", "HEAD").count))
        #expect(
            some.value == Double(try fixture.lines("log", "--format=%h", "--no-merges", "HEAD", "--", "parse.c").count))
    }

    @Test(
        "A gate that must answer and cannot is no pass and asks for its action, also where another one fails",
        arguments: [
            ("[{chart: revert_share}]", GateStatus.pass, GateAction.none),
            ("[{chart: revert_share, action: stop}]", .pass, .none),
            ("[{chart: revert_share, required: true}]", .insufficient, .secondReviewer),
            ("[{chart: revert_share, required: true, action: none}]", .insufficient, .none),
            (
                "[{chart: revert_share, required: true, action: stop}, {figure: commits, max: 0, action: none}]", .fail,
                .stop
            ),
            ("[{figure: commits, max: 0}, {figure: fix_share, max: 0, sample: 1, action: stop}]", .fail, .stop),
            ("[]", .pass, .none),
        ])
    func overall(gates: String, status: GateStatus, action: GateAction) throws {
        let report = try Self.report("fix-chains", "gates: \(gates)\n")
        #expect(report.status == status && report.action == action)
    }

    @Test("Without a mark there is no gap, and without a record no review")
    func silence() throws {
        let report = try Self.report("linear", "gates: [{gap: reverted}, {unreviewed: 1, sample: 1, days: 100000}]\n")
        #expect(report.results.map(\.status) == [.insufficient, .insufficient])
        #expect(report.results.map(\.value) == [nil, nil])
    }
}

@Suite struct GapGateTests {
    private static let horizon = Int64(2_000) * 86_400

    /// A hundred alike commits of each class, of which so many needed a fix after ten days.
    private static func comparison(ai: Int, human: Int) -> Comparison? {
        var commits: [StudiedCommit] = []
        for (authorClass, failing) in [(AuthorClass.aiAssisted, ai), (.human, human)] {
            for number in 0..<200 {
                var commit = StudiedCommit()
                commit.position = commits.count
                commit.authorClass = authorClass
                commit.landedAt = horizon - 300 * 86_400
                commit.followUp = 300 * 86_400
                commit.outcome = CommitOutcome(firstFixDays: number < failing ? 10 : nil)
                commits.append(commit)
            }
        }
        return Metrics.Evidence(commits, firstMarkAt: horizon - 400 * 86_400).comparison(.bugInducing)
    }

    /// 80 and 30 of 200: a difference of .25 with a lower end near .16.
    @Test(
        "A gap fails when its lower end exceeds the margin, not when the estimate does",
        arguments: [
            (80, 30, 0.05, GateStatus.fail), (80, 30, 0.2, .pass), (80, 30, 0.3, .pass), (30, 80, 0.05, .pass),
            (10, 30, 0.05, .insufficient),
        ])
    func gap(ai: Int, human: Int, margin: Double, status: GateStatus) {
        let answer = GapAnswer(Self.comparison(ai: ai, human: human), .bugInducing, margin: margin)
        #expect(answer.status == status)
        #expect(abs((answer.value ?? 0) - Double(ai - human) / 200) < 1e-9)
    }
}

@Suite struct RangeJudgeTests {
    private static func report(
        _ base: String, _ tip: String = "HEAD", fixture name: String, rules: RangeRules = .standard
    ) throws -> GateReport {
        let fixture = try Fixture(name)
        let facts = try AuditFacts.of(fixture, revision: tip)
        let positions = facts.history.positions()
        let reached = try fixture.lines("rev-list", base).compactMap { hex in
            positions.first { $0.key.hex == hex }.map { Int($0.value) }
        }
        let range = CommitRange(text: "\(base)..\(tip)", history: facts.history, base: reached)
        let expected = try fixture.lines("rev-list", "\(base)..\(tip)")
        #expect(Set(range.commits.map { facts.history.ids[$0].hex }) == Set(expected))
        return try RangeJudge(AuditResults(facts), range: range, rules: rules).report()
    }

    @Test(
        "A range holds what git rev-list says, and each question is answered",
        arguments: ["merges", "fix-chains", "churn"])
    func members(fixture: String) throws {
        for base in ["HEAD~1", "HEAD~2", "HEAD"] {
            #expect(
                try Self.report(base, fixture: fixture).results.map(\.name) == [
                    "range.hot_files", "range.young_lines", "range.unreviewed_ai", "range.duplicate_blocks",
                ])
        }
    }

    /// parse.c was fixed three times in the year before the last commits of `fix-chains`.
    @Test("A hot file is one that was fixed before the range, whatever the range fixes")
    func hotFiles() throws {
        func touched(_ base: String, _ tip: String) throws -> Double? {
            try Self.report(base, tip, fixture: "fix-chains").results.first { $0.name == "range.hot_files" }?.value
        }
        let fixture = try Fixture("fix-chains")
        let first = try fixture.lines("log", "--format=%H", "--reverse", "--", "cache.c")
        #expect(try touched(first[1] + "~1", "HEAD") == 0, "the fixes are part of the range")
        let last = try #require(first.last)
        let value = try touched(last + "~1", last)
        #expect(value == 1, "\(String(describing: value))")
    }

    @Test("AI commits of the range that nobody reviewed are counted, those before it are not")
    func unreviewed() throws {
        let whole = try Self.report("HEAD~5", fixture: "ai-marks").results[2]
        let none = try Self.report("HEAD~1", "HEAD", fixture: "linear").results[2]
        #expect(none.status == .pass && none.value == 0)
        let facts = try AuditFacts.of(try Fixture("ai-marks"))
        let marked = (facts.history.count - 5..<facts.history.count).filter { facts.authorClass($0).isAI }
        #expect(whole.value == Double(marked.count { facts.commits[$0].reviewers == 0 }))
    }

    @Test("A range without commits is no pass, and none where an answer is required", arguments: ["HEAD", "HEAD~1"])
    func empty(tip: String) throws {
        let report = try Self.report("HEAD", tip, fixture: "ai-marks")
        #expect(report.results.map(\.status) == [.insufficient, .insufficient, .insufficient, .insufficient])
        #expect(report.results.allSatisfy { $0.value == nil && $0.sample == 0 })
        #expect(report.status == .pass && report.action == .none)
        var rules = RangeRules()
        rules.hotFiles = .init(most: 0, action: .stop, isRequired: true)
        let required = try Self.report("HEAD", tip, fixture: "ai-marks", rules: rules)
        #expect(required.status == .insufficient && required.action == .stop)
    }

    @Test("Blocks that the range adds again are counted, and named by their commits")
    func duplicates() throws {
        let fixture = try Fixture("line-operations")
        let subjects = try fixture.lines("log", "--format=%H %s")
        let line = try #require(subjects.first { $0.hasSuffix("added 11, duplicates 6") })
        let commit = String(line.prefix { $0 != " " })
        let result = try #require(try Self.report(commit + "~1", commit, fixture: "line-operations").results.last)
        #expect(result.name == "range.duplicate_blocks" && result.status == .fail && result.value == 1)
        guard case .range(.duplicateBlocks(_, let lines, let commits)) = result.evidence else {
            Issue.record("\(result.evidence)")
            return
        }
        #expect(lines == 6 && commits.count == 1)
    }

    @Test(
        "A question of a range can be about some paths and one class",
        arguments: [
            (["cache.c"], ChangeSelection.all, 1.0), (["*.c", "!cache.c"], .all, 0), (["README.md"], .all, 0),
            ([], .human, 1), ([], .ai, 0),
        ])
    func parts(paths: [String], selection: ChangeSelection, touched: Double) throws {
        var rules = RangeRules()
        rules.hotFiles = .init(most: 0, selection: selection, paths: paths)
        let last = try #require(try Fixture("fix-chains").lines("log", "-1", "--format=%H", "--", "cache.c").last)
        let result = try Self.report(last + "~1", last, fixture: "fix-chains", rules: rules).results[0]
        #expect(result.value == touched && result.paths == paths && result.selection == selection)
        #expect(result.status == (touched > 0 ? .fail : .pass))
    }

    @Test("About paths that no file ever had no question of a range has an answer, and none passes that must have one")
    func unmatched() throws {
        var rules = RangeRules()
        rules.hotFiles = .init(most: 0, paths: ["nowhere"])
        rules.youngLines = .init(most: 1, paths: ["nowhere", "!*.c"], action: .stop, isRequired: true)
        rules.unreviewedAI = .init(most: 0, paths: ["nowhere/*"])
        rules.duplicateBlocks = .init(most: 0, paths: ["nowhere"])
        let report = try Self.report("HEAD~5", fixture: "fix-chains", rules: rules)
        #expect(report.results.map(\.status) == Array(repeating: .insufficient, count: 4))
        for result in report.results {
            #expect(result.value == nil && result.sample == 0)
            guard case .range(.unmatchedPaths) = result.evidence else {
                Issue.record("\(result.name): \(result.evidence)")
                continue
            }
        }
        #expect(report.status == .insufficient && report.action == .stop)
        // A path that the range leaves alone is one that the history has: nothing of it was touched.
        rules = RangeRules()
        rules.hotFiles = .init(most: 0, paths: ["README.md"])
        #expect(try Self.report("HEAD~1", fixture: "fix-chains", rules: rules).results[0].status == .pass)
    }

    @Test("Removed lines and duplicate blocks are counted at the paths that are asked about")
    func partsOfLines() throws {
        let fixture = try Fixture("line-operations")
        let root = try #require(try fixture.lines("rev-list", "--max-parents=0", "HEAD").last)
        func values(_ paths: [String]) throws -> [Double] {
            var rules = RangeRules()
            rules.youngLines = .init(most: 1, paths: paths)
            rules.duplicateBlocks = .init(most: 0, paths: paths)
            let results = try Self.report(root, fixture: "line-operations", rules: rules).results
            return [Double(results[0].sample ?? 0), results[1].value ?? 0]
        }
        let whole = try values([])
        let files = try fixture.lines("log", "--format=", "--name-only").filter { !$0.isEmpty }
        let parts = try Set(files).map { try values([$0]) }
        #expect(whole[0] > 0 && whole[1] > 0)
        #expect(parts.count > 1 && parts.reduce(0) { $0 + $1[0] } == whole[0])
        #expect(parts.reduce(0) { $0 + $1[1] } == whole[1])
        #expect(try values(["nowhere"]) == [0, 0])
    }
}
