import Foundation
import Testing

/// The workflow that the README shows, read as far as its steps go.
private struct Workflow {
    struct Step {
        let name: String
        let condition: String
        let script: String
        let variables: Set<String>
    }

    let head: String
    let steps: [Step]

    init() throws {
        let text = try String(contentsOf: Fixture.root.appending(path: "README.md"), encoding: .utf8)
        let start = try #require(text.range(of: "```yaml\nname: andon\n")).lowerBound
        let yaml = try #require(text[start...].dropFirst(8).components(separatedBy: "\n```").first)
        let parts = yaml.components(separatedBy: "\n      - ")
        head = parts[0]
        steps = parts.dropFirst().map { Self.step($0) }
    }

    private static func step(_ text: String) -> Step {
        var (keys, key): ([String: String], String) = ([:], "")
        for line in text.components(separatedBy: "\n") {
            let inner = line.drop { $0 == " " }
            let depth = line.count - inner.count
            if depth > 8 {
                keys[key, default: ""] += inner + "\n"
            } else if let colon = inner.firstIndex(of: ":") {
                key = String(inner[..<colon])
                let value = inner[inner.index(after: colon)...].drop { $0 == " " }
                keys[key] = value == "|" ? "" : String(value)
            }
        }
        let variables = (keys["env"] ?? "").split(separator: "\n").compactMap { $0.split(separator: ":").first }
        return Step(
            name: keys["name"] ?? "", condition: keys["if"] ?? "", script: keys["run"] ?? "",
            variables: Set(variables.map(String.init)))
    }

    func step(_ name: String) throws -> Step { try #require(steps.first { $0.name == name }, "\(steps.map(\.name))") }
}

extension Workflow.Step {
    /// Stands in for `gh`: writes down what it is asked for, and fails where it is told to. No file: one just written may be busy.
    private static let gh = """
        gh() {
            printf '%s\\n' "$*" >>"$CALLS"
            case "$*" in *"$REFUSED"*) return 1 ;; esac
        }

        """

    /// Runs it as a runner does, with `andon` where it is looked for.
    func run(in place: Place, folder: String, _ environment: [String: String]) throws -> Program {
        let andon = URL(filePath: Andon.binary).deletingLastPathComponent().path
        var all = [
            "PATH": andon + ":" + (Program.environment["PATH"] ?? ""), "CALLS": place.path + "/calls",
            "REFUSED": "nothing at all", "RUNNER_TEMP": place.path,
        ]
        all.merge(environment) { $1 }
        return try Program.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", Self.gh + script], in: folder, adding: all)
    }
}

@Suite("The README's GitHub workflow") struct WorkflowTests {
    @Test("Each action that a gate may ask for has a step of its own, and the rights for it")
    func actions() throws {
        let workflow = try Workflow()
        for action in ["second_reviewer", "stop"] {
            let asked = workflow.steps.filter { $0.condition == "steps.gate.outputs.action == '\(action)'" }
            #expect(asked.count == 1 && asked.allSatisfy { !$0.script.isEmpty }, "\(action)")
        }
        for right in ["contents: read", "security-events: write", "pull-requests: write"] {
            #expect(workflow.head.contains("\n  " + right), "\(right)")
        }
    }

    @Test(
        "The gates' step hands on what is to be done, and fails only where the gates do not answer",
        arguments: [
            ("range: { duplicate_blocks: { max: 0, action: stop } }\n", "action=stop", Int32(0)),
            ("range: { duplicate_blocks: { max: 0 } }\n", "action=second_reviewer", 0),
            ("range: { duplicate_blocks: { max: 99 } }\n", "action=none", 0), ("", "action=second_reviewer", 0),
            ("range: { duplicates: 1 }\n", "", 1),
        ])
    func gates(configuration: String, action: String, status: Int32) throws {
        let (place, fixture, workflow) = (try Place(), try Fixture("line-operations"), try Workflow())
        let base = try #require(try fixture.lines("rev-list", "--max-parents=0", "HEAD").last)
        try place.write(configuration, to: "andon.yml")
        for name in ["outputs", "summary"] { try place.write("", to: name) }
        let step = try workflow.step("Gates")
        #expect(step.variables == ["BASE"])
        let done = try step.run(
            in: place, folder: fixture.path,
            [
                "BASE": base, "GITHUB_OUTPUT": place.path + "/outputs", "GITHUB_STEP_SUMMARY": place.path + "/summary",
            ])
        #expect((done.status == 0) == (status == 0), "\(done.errors)")
        #expect(try place.read("outputs") == (action.isEmpty ? "" : action + "\n"))
        if status == 0 { #expect(try place.read("summary").contains("# ")) }
    }

    @Test(
        "A second reviewer is asked for by a label, and by name where one is named",
        arguments: [
            ("", "nothing at all", 1, Int32(0)), ("octo", "nothing at all", 2, 0),
            ("octo", "requested_reviewers", 2, 0),
            ("octo", "labels", 1, 1),
        ])
    func asking(reviewer: String, refused: String, calls: Int, status: Int32) throws {
        let place = try Place()
        let step = try Workflow().step("Ask for a second reviewer")
        #expect(step.variables == ["GH_TOKEN", "NUMBER", "REVIEWER"])
        let done = try step.run(
            in: place, folder: place.path,
            [
                "GH_TOKEN": "t", "NUMBER": "7", "REVIEWER": reviewer, "GITHUB_REPOSITORY": "a/b", "REFUSED": refused,
            ])
        #expect(done.status == status, "\(done.errors)")
        let asked = [
            "api --silent repos/a/b/issues/7/labels -f labels[]=second-reviewer",
            "api --silent repos/a/b/pulls/7/requested_reviewers -f reviewers[]=\(reviewer)",
        ]
        #expect(try place.read("calls").split(separator: "\n").map(String.init) == Array(asked.prefix(calls)))
        #expect(done.text.contains("::warning::octo cannot be asked") == (refused == "requested_reviewers"))
    }
}
