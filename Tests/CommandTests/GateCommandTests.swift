import Foundation
import Testing

@Suite struct GateCommandTests {
    private static let failing = "gates: [{figure: commits, max: 0, action: stop}]\n"

    @Test(
        "The status and the last line say what the gates say",
        arguments: [
            ("gates: [{figure: commits, max: 1000}]\n", Int32(0), "action=none"), (failing, 1, "action=stop"),
            ("gates: [{chart: revert_share, required: true}]\n", 5, "action=second_reviewer"),
            ("gates: [{chart: revert_share, required: true, action: stop}]\n", 5, "action=stop"),
            ("gates: [{chart: revert_share}]\n", 0, "action=none"),
            ("gates: [{figure: fix_share, max: 0, sample: 1}]\n", 1, "action=second_reviewer"),
        ])
    func status(yaml: String, status: Int32, line: String) throws {
        let fixture = try Fixture("fix-chains")
        try Data(yaml.utf8).write(to: URL(filePath: fixture.place + "/andon.yml"))
        let gate = try fixture.andon("gate", fixture.path)
        #expect(gate.status == status && gate.lines.last == line, "\(gate.text)\(gate.errors)")
        let scan = try fixture.andon("scan", fixture.path, "--gate", "--quiet", "--format", "csv")
        #expect(scan.status == status && scan.lines == [line], "\(scan.text)\(scan.errors)")
        #expect(
            try fixture.files("andon-gate").keys.sorted() == [
                "datapackage.json", "findings.sarif", "gates.csv", "gates.junit.xml", "report.md", "summary.json",
            ])
        let (small, whole) = (try fixture.files("andon-gate"), try fixture.files("andon-report"))
        for name in ["gates.csv", "gates.junit.xml", "findings.sarif"] {
            #expect(small[name] == whole[name], "\(name)")
        }
        #expect(try CSVFile(small["gates.csv"]).column("status").count == 1)
    }

    @Test("A configuration that is wrong ends the run before the repository is read, with its place")
    func wrong() throws {
        let fixture = try Fixture("linear")
        try Data("gates:\n  - chart: revert_share\n    max: 1\n".utf8).write(
            to: URL(filePath: fixture.place + "/a.yml"))
        let done = try fixture.andon("gate", fixture.path, "--config", "a.yml")
        #expect(done.status == 2)
        #expect(
            done.errors.hasPrefix("andon: a.yml:3:5: unknown key `max` in a gate of the kind `chart`"), "\(done.errors)"
        )
        #expect(try !fixture.leftovers().contains("andon-gate"))
    }

    @Test("What the audited repository says of its own limits is ignored, and said once, unless it is trusted")
    func trust() throws {
        let fixture = try Fixture("linear")
        try Data(Self.failing.utf8).write(to: URL(filePath: fixture.path + "/andon.yml"))
        _ = try fixture.lines("add", "andon.yml")
        _ = try fixture.lines("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "Set limits")
        let ignored = try fixture.andon("gate", fixture.path)
        #expect(ignored.status == 0, "\(ignored.errors)")
        #expect(ignored.errors.components(separatedBy: "is ignored").count == 2)
        // In the repository's own folder it is the same.
        let inside = try Andon.run(["gate", "--output", fixture.place + "/inside"], in: fixture.path)
        #expect(inside.status == 0 && inside.errors.contains("is ignored"))
        let named = try Andon.run(["gate", "--config", "andon.yml", "--output", "x"], in: fixture.path)
        #expect(named.status == 2 && named.errors.contains("lies inside the audited repository"))
        #expect(try fixture.andon("gate", fixture.path, "--trust-config").lines.last == "action=stop")
        // What counts is what is committed, not what lies in the work tree.
        try Data("nonsense: 1\n".utf8).write(to: URL(filePath: fixture.path + "/andon.yml"))
        #expect(try fixture.andon("gate", fixture.path, "--trust-config").status == 1)
        #expect(try fixture.andon("gate", fixture.path, "--trust-config", "--revision", "HEAD~1").status == 0)
    }

    @Test("--init writes a file that asks what is asked without one, and overwrites nothing")
    func initial() throws {
        let fixture = try Fixture("linear")
        let without = try fixture.andon("gate", fixture.path, "--output", "without")
        #expect(try fixture.andon("gate", "--init").text == "wrote andon.yml\n")
        let again = try fixture.andon("gate", "--init")
        #expect(again.status == 2 && again.errors.contains("it is there already"))
        let with = try fixture.andon("gate", fixture.path, "--output", "with")
        #expect(with.text == without.text && with.status == without.status)
        #expect(try fixture.files("with") == fixture.files("without"))
    }

    @Test(
        "A range that names no commits is a usage error or an unknown revision",
        arguments: [("x", Int32(2)), ("a...b", 2), ("..HEAD", 2), ("nowhere..HEAD", 3)])
    func ranges(range: String, status: Int32) throws {
        let fixture = try Fixture("linear")
        #expect(try fixture.andon("gate", fixture.path, "--range", range).status == status)
    }

    @Test("Of a range only its own commits are judged, and the report is about it")
    func range() throws {
        let fixture = try Fixture("ai-marks")
        let done = try fixture.andon("gate", fixture.path, "--range", "HEAD~3..HEAD", "--output", "range")
        #expect(done.lines.first == "HEAD~3..HEAD: 3 commits", "\(done.text)\(done.errors)")
        let files = try fixture.files("range")
        #expect(
            try CSVFile(files["gates.csv"]).column("gate") == [
                "range.hot_files", "range.young_lines", "range.unreviewed_ai", "range.duplicate_blocks",
            ])
        let report = String(decoding: try #require(files["report.md"]), as: UTF8.self)
        #expect(report.hasPrefix("# Andon: ai-marks, HEAD\\~3..HEAD (3\u{A0}commits)"))
    }

    @Test(
        "With a state the same is answered, of the whole history and of a range, whoever wrote the state",
        arguments: ["ai-marks", "fix-chains", "merges"])
    func state(name: String) throws {
        let fixture = try Fixture(name)
        let yaml = "gates: [{figure: commits, max: 3}, {chart: revert_share}, {figure: hot_files, max: 0}]\n"
        try Data(yaml.utf8).write(to: URL(filePath: fixture.place + "/andon.yml"))
        for (number, options) in [[], ["--range", "HEAD~2..HEAD"], ["--range", "HEAD~3..HEAD~1"]].enumerated() {
            func judge(_ folder: String, _ more: String...) throws -> Program {
                try Andon.run(["gate", fixture.path, "--output", folder] + options + more, in: fixture.place)
            }
            let plain = try judge("plain")
            let files = try fixture.files("plain")
            #expect(files["gates.csv"] != nil)
            for round in ["first", "again"] {
                let kept = try judge("kept", "--state", "gate-\(number).sqlite", "--wait")
                #expect(kept.text == plain.text && kept.status == plain.status, "\(round): \(kept.errors)")
                #expect(try fixture.files("kept") == files, "\(round)")
                #expect(kept.errors.contains("state: ") == (round == "again"), "\(kept.errors)")
            }
            // What a scan kept serves a gate, and the other way about.
            let scan = ["scan", fixture.path, "--quiet", "--state", "shared.sqlite"]
            #expect(try Andon.run(scan, in: fixture.place).status == 0)
            let shared = try judge("kept", "--state", "shared.sqlite", "--quiet")
            #expect(shared.status == plain.status && shared.errors.isEmpty, "\(shared.errors)")
            #expect(try fixture.files("kept") == files)
        }
        #expect(try fixture.andon("gate", fixture.path, "--wait").status == 2)
    }

    @Test("Metrics say that a gate could not be asked, and when it last could")
    func failure() throws {
        let fixture = try Fixture("linear")
        let ask = ["--metrics", "m.prom", "--now", "2026-01-01", "--quiet"]
        let name = URL(filePath: fixture.path).lastPathComponent
        #expect([0, 1].contains(try Andon.run(["gate", fixture.path] + ask, in: fixture.place).status))
        #expect(try Self.metrics(fixture).contains("andon_scan_success{repository=\"\(name)\"} 1"))
        try FileManager.default.moveItem(atPath: fixture.path, toPath: fixture.place + "/away")
        #expect(try Andon.run(["gate", fixture.path] + ask, in: fixture.place).status == 3)
        let metrics = try Self.metrics(fixture)
        #expect(metrics.contains("andon_scan_success{repository=\"\(name)\"} 0"))
        #expect(metrics.contains("andon_last_success_timestamp_seconds{repository=\"\(name)\"} 1767225600"))
    }

    private static func metrics(_ fixture: Fixture) throws -> String {
        try String(contentsOfFile: fixture.place + "/m.prom", encoding: .utf8)
    }

    @Test("The gates do not take the place of a scan's report")
    func report() throws {
        let fixture = try Fixture("linear")
        let files = try fixture.report("--quiet")
        let done = try fixture.andon("gate", fixture.path, "--output", "report")
        #expect(done.status == 2 && done.errors.contains("something else than such an Andon report"))
        #expect(try fixture.files("report") == files)
    }

    @Test("Groups of the configuration have charts of their own, in every file, and gates of the same part take these")
    func groups() throws {
        let fixture = try Fixture("fix-chains")
        let yaml = """
            charts:
              period: week
              recent: 1000
              groups: [{name: parser, paths: [parse.c], frozen: {revert_share: {centre: 0.01, spread: 1}}}, {name: people, class: human}]
            gates: [{chart: revert_share, paths: parse.c, name: own}, {chart: revert_share, name: all}]
            """
        try Data(yaml.utf8).write(to: URL(filePath: fixture.place + "/andon.yml"))
        let done = try fixture.andon("scan", fixture.path, "--gate", "--metrics", "x.prom", "--now", "2030-01-01")
        #expect(done.status <= 1, "\(done.errors)")
        let files = try fixture.files("andon-report")
        let rows = try CSVFile(files["control_charts.csv"]).rows
        func amount(_ group: String) -> Int {
            rows.filter { $0["group"] == group && $0["metric"] == "revert_share" && $0["chart"] == "laney_p" }
                .reduce(0) { $0 + (Int($1["amount"] ?? "") ?? 0) }
        }
        #expect(
            amount("parser")
                == (try fixture.lines("log", "--format=%h", "--no-merges", "HEAD", "--", "parse.c").count))
        #expect(amount("") == amount("people") && amount("parser") < amount(""))
        let own = try #require(rows.first { $0["group"] == "parser" && $0["metric"] == "revert_share" })
        #expect(own["paths"] == "parse.c" && own["class"] == "all" && own["centre"] == "0.01")
        #expect(rows.allSatisfy { ($0["group"] == "people") == ($0["class"] == "human") })
        let gates = try CSVFile(files["gates.csv"])
        #expect(gates.column("limit")[0] != gates.column("limit")[1], "the group's limits are frozen")
        let summary = String(decoding: try #require(files["summary.json"]), as: UTF8.self)
        #expect(summary.components(separatedBy: "\"group\" : \"parser\"").count == 6)
        #expect(String(decoding: try #require(files["report.html"]), as: UTF8.self).contains("(parser)"))
        let metrics = try String(contentsOfFile: fixture.place + "/x.prom", encoding: .utf8)
        #expect(metrics.contains("metric=\"revert_share\",group=\"people\"}"))
        // A pull request is judged without them.
        #expect(try fixture.andon("gate", fixture.path, "--range", "HEAD~1..HEAD").status <= 1)
    }

    @Test("Metrics are written when a gate fails too, with the time that --now names")
    func metrics() throws {
        let fixture = try Fixture("linear")
        try Data(Self.failing.utf8).write(to: URL(filePath: fixture.place + "/andon.yml"))
        for command in ["gate", "scan"] {
            let arguments = [command, fixture.path, "--now", "1800000000", "--metrics", command + ".prom"]
            let done = try Andon.run(arguments + (command == "scan" ? ["--gate"] : []), in: fixture.place)
            #expect(done.status == 1, "\(done.errors)")
        }
        let text = try String(contentsOfFile: fixture.place + "/gate.prom", encoding: .utf8)
        #expect(text == (try String(contentsOfFile: fixture.place + "/scan.prom", encoding: .utf8)))
        #expect(text.contains("andon_last_success_timestamp_seconds{repository=\"linear\"} 1800000000\n"))
        #expect(text.contains("andon_action{repository=\"linear\",action=\"stop\"} 1\n"))
        let failed = try fixture.andon("gate", fixture.path, "--metrics", "nowhere/x.prom")
        #expect(failed.status == 2 && failed.errors.contains("name another place with --metrics"))
    }
}
