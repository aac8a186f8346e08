import Foundation
import Gates
import Metrics
import Testing

@testable import Reports

@Suite struct MonitoringTests {
    private static func text(_ fixtures: String..., now: Int64 = 1_700_000_000, repository: String? = nil) throws
        -> String
    {
        var metrics = MonitoringMetrics()
        for fixture in fixtures {
            let facts = try AuditFacts.of(try Fixture(fixture))
            let results = AuditResults(
                AuditFacts(
                    repository: repository ?? fixture, history: facts.history, commits: facts.commits,
                    authors: facts.authors, lines: facts.lines, now: nil, warnings: []))
            let gates = try GateJudge(results, configuration: .standard).report()
            metrics.add(results, gates: gates, recentPeriods: 3, success: now)
        }
        return metrics.text
    }

    @Test("Every family stands once, with help and type before all its samples, also of several repositories")
    func families() throws {
        var seen: Set<String> = []
        var current = ""
        var samples: Set<String> = []
        let text = try Self.text("linear", "ai-marks")
        #expect(text.hasSuffix("\n"))
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("# HELP ") {
                current = String(words[2])
                #expect(seen.insert(current).inserted, "\(current)")
            } else if line.hasPrefix("# TYPE ") {
                #expect(words[2...] == [Substring(current), "gauge"])
            } else {
                let name = line.prefix { $0 != "{" }
                #expect(name == current && Double(words[words.count - 1]) != nil, "\(line)")
                #expect(samples.insert(String(line.prefix { $0 != "}" })).inserted, "\(line) stands twice")
            }
        }
        #expect(seen.contains("andon_last_success_timestamp_seconds") && seen.contains("andon_action"))
        #expect(text.contains("andon_last_success_timestamp_seconds{repository=\"linear\"} 1700000000\n"))
        #expect(text.contains("andon_commits{repository=\"linear\",class=\"human\"} 5\n"))
    }

    @Test("Signals are counted in as many periods as the configuration says, as its gates do", arguments: [3, 1_000])
    func recentPeriods(count: Int) throws {
        let yaml = """
            charts: {period: week, recent: \(count), frozen: {revert_share: {centre: 0.0001, spread: 1}}}
            gates: [{chart: revert_share}]
            """
        let configuration = try GateConfiguration(yaml: yaml, file: "andon.yml")
        // Years after the last commit, so that only a long look back finds anything.
        let results = AuditResults(
            try AuditFacts.of(try Fixture("fix-chains"), now: 1_900_000_000), charts: configuration.charts)
        let gates = try GateJudge(results, configuration: configuration).report()
        #expect(gates.results[0].status == (count == 3 ? .insufficient : .fail))
        var metrics = MonitoringMetrics()
        metrics.add(results, gates: gates, recentPeriods: configuration.recentPeriods, success: 0)
        let found = try #require(results.charts.first { $0.metric == .revertShare }).alarms.count
        #expect(found > 0)
        let line = "andon_chart_alarms{repository=\"fixture\",metric=\"revert_share\"} \(count == 3 ? 0 : found)\n"
        #expect(metrics.text.contains(line), "\(metrics.text)")
    }

    @Test("A hostile name ends no label and no line")
    func hostile() throws {
        let text = try Self.text("linear", repository: "a\"} 1\nb{c=\"\\\u{202E}\u{1B}")
        #expect(!text.contains("\nb{"))
        #expect(text.contains("repository=\"a\\\"} 1\u{FFFD}b{c=\\\"\\\\\u{FFFD}\u{FFFD}\""))
    }

    @Test("A time of an earlier file is found by its label, and lines that say something else are passed over")
    func lastSuccesses() throws {
        let name = "a} 1\\b\"c"
        let text = try Self.text("linear", now: 1_700_000_123, repository: name)
        let known = MonitoringMetrics.LastSuccesses(text)
        #expect(known.time(of: name) == 1_700_000_123 && known.time(of: "linear") == nil)
        for text in ["", "\n", "andon_last_success_timestamp_seconds{repository=\"x\"}", String(text.dropLast(20))] {
            #expect(MonitoringMetrics.LastSuccesses(text).time(of: "x") == nil)
        }
        var metrics = MonitoringMetrics()
        metrics.addFailure(of: name, known)
        metrics.addFailure(of: "new", known)
        #expect(metrics.text.contains("andon_scan_success{repository=\"new\"} 0\n"))
        #expect(MonitoringMetrics.LastSuccesses(metrics.text).time(of: name) == 1_700_000_123)
        #expect(MonitoringMetrics.LastSuccesses(metrics.text).time(of: "new") == nil)
    }

    @Test("There are few samples, however many commits, files and people there are")
    func cardinality() throws {
        #expect(try Self.text("ai-marks").split(separator: "\n").count < 150)
    }

    @Test("The file is replaced at once, may be read by all, and nothing is left beside it")
    func atomic() throws {
        let fixture = try Fixture("linear")
        let place = fixture.place + "/prom"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let file = WholeFile(path: place + "/metrics.prom", failure: ReportError.cannotWrite)
        try file.write("one\n")
        let handle = try FileHandle(forReadingFrom: URL(filePath: place + "/metrics.prom"))
        try file.write("two\n")
        // Who has the old file open reads it to its end.
        #expect(try handle.readToEnd() == Data("one\n".utf8))
        #expect(try String(contentsOfFile: place + "/metrics.prom", encoding: .utf8) == "two\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["metrics.prom"])
        let mode = try FileManager.default.attributesOfItem(atPath: place + "/metrics.prom")[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o444 } == 0o444)
        #expect(throws: ReportError.self) {
            try WholeFile(path: place + "/nowhere/metrics.prom", failure: ReportError.cannotWrite).write("x")
        }
        #expect(throws: ReportError.self) { try WholeFile(path: place, failure: ReportError.cannotWrite).write("x") }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: fixture.place).filter { $0.contains("partial") } == [])
    }

    @Test("A link stays one, and what is no file is written to")
    func linksAndStreams() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "andon-file-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: place) }
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try Data("one\n".utf8).write(to: URL(filePath: place + "/real.prom"))
        try FileManager.default.createSymbolicLink(atPath: place + "/link.prom", withDestinationPath: "real.prom")
        try WholeFile(path: place + "/link.prom", failure: ReportError.cannotWrite).write("two\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place + "/link.prom") == "real.prom")
        #expect(try String(contentsOfFile: place + "/real.prom", encoding: .utf8) == "two\n")
        try #require(unsafe mkfifo(place + "/pipe", 0o600) == 0)
        let reader = unsafe open(place + "/pipe", O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        try WholeFile(path: place + "/pipe", failure: ReportError.cannotWrite).write("three\n")
        #expect(try FileHandle(fileDescriptor: reader).readToEnd() == Data("three\n".utf8))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["link.prom", "pipe", "real.prom"])
    }
}
