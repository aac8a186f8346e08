import Metrics
import Statistics
import Testing

@testable import Gates

@Suite struct GateConfigurationTests {
    private static func place(of yaml: String) -> String {
        do throws(ConfigurationError) {
            _ = try GateConfiguration(yaml: yaml, file: "a.yml")
            return "read"
        } catch {
            return error.description
        }
    }

    @Test(
        "What is wrong is said with its place",
        arguments: [
            ("gate:\n  - chart: revert_share\n", "a.yml:1:1: unknown key `gate` in the configuration"),
            (
                "gates:\n  - chart: revert_share\n    colour: red\n",
                "a.yml:3:5: unknown key `colour` in a gate of the kind"
            ),
            ("gates:\n  - chart: nonsense\n", "a.yml:2:12: `chart` is one of bug_inducing_share, revert_share"),
            ("gates: yes\n", "a.yml:1:8: `gates` is a list"),
            ("gates:\n  - name: x\n", "a.yml:2:5: a gate has one of `chart`, `gap`, `figure`, `unreviewed`"),
            ("gates:\n  - gap: reverted\n    margin: '0.1'\n", "a.yml:3:13: `margin` is a number from 0 to 1"),
            ("gates:\n  - gap: reverted\n    margin: 5\n", "a.yml:3:13: `margin` is a number from 0 to 1"),
            ("gates:\n  - gap: reverted\n    margin: .nan\n", "a.yml:3:13: `margin` is a number from 0 to 1"),
            ("gates:\n  - gap: reverted\n    class: human\n", "a.yml:3:12: a gap holds AI against human"),
            ("gates:\n  - figure: fix_share\n", "a.yml:2:5: a limit on `fix_share` needs `max` or `min`"),
            ("gates:\n  - figure: fix_share\n    max: 3\n", "a.yml:3:10: `max` of `fix_share` is a number from 0 to 1"),
            (
                "gates:\n  - figure: hot_files\n    max: 3\n    class: ai\n",
                "a.yml:4:12: `hot_files` is a figure of the repository as it stands"
            ),
            ("gates:\n  - chart: revert_share\n    required: 'true'\n", "a.yml:3:15: `required` is true or false"),
            (
                "gates:\n  - chart: revert_share\n    action: shout\n",
                "a.yml:3:13: `action` is one of none, second_reviewer, stop"
            ),
            (
                "gates:\n  - chart: revert_share\n  - chart: revert_share\n",
                "a.yml:3:5: two gates are called `chart.revert_share`"
            ),
            ("gates:\n  - figure: live_chains\n    max: 3\n    days: 9\n", "a.yml:4:11: `live_chains` is a figure of"),
            ("gates:\n  - chart: revert_share\n    paths: []\n", "a.yml:3:12: `paths` is empty"),
            ("gates:\n  - chart: revert_share\n    paths: [[x]]\n", "a.yml:3:13: a path is a text"),
            ("gates:\n  - unreviewed: 9\n    paths: ''\n", "a.yml:3:12: `paths` is a text"),
            ("charts:\n  period: day\n", "a.yml:2:11: `period` is one of week, month"),
            ("charts:\n  recent: 0\n", "a.yml:2:11: `recent` is a whole number from 1 to 1000"),
            ("charts:\n  recent: 2.5\n", "a.yml:2:11: `recent` is a whole number"),
            ("charts:\n  baseline: 2024-05\n", "a.yml:2:13: `2024-05` is no span of periods"),
            ("charts:\n  baseline: 2024-05..2023-01\n", "a.yml:2:13: `2024-05..2023-01` ends before it begins"),
            ("charts:\n  baseline: { gaps: moving }\n", "a.yml:2:15: unknown key `gaps` in `baseline`"),
            ("charts:\n  baseline: { revert_share: last }\n", "a.yml:2:29: `last` is no span of periods"),
            ("charts:\n  groups: x\n", "a.yml:2:11: `groups` is a list"),
            ("charts:\n  groups: [{class: ai}]\n", "a.yml:2:12: a group of charts needs a `name`"),
            ("charts:\n  groups: [{name: a}]\n", "a.yml:2:12: a group of charts needs a `class` or `paths`"),
            ("charts:\n  groups: [{name: a, class: all}]\n", "a.yml:2:12: a group of all commits is no group"),
            ("charts:\n  groups: [{name: a, paths: []}]\n", "a.yml:2:29: `paths` is empty"),
            ("charts:\n  groups: [{name: a, class: robot}]\n", "a.yml:2:29: `class` is one of all, ai"),
            ("charts:\n  groups: [{name: a, class: ai, max: 1}]\n", "a.yml:2:33: unknown key `max` in a group"),
            (
                "charts:\n  groups: [{name: a, class: ai}, {name: a, paths: x}]\n",
                "a.yml:2:34: two groups are called `a`"
            ),
            (
                "charts:\n  groups: [" + (0..<21).map { "{name: g\($0), class: ai}" }.joined(separator: ", ") + "]\n",
                "a.yml:2:"
            ),
            (
                "charts:\n  baseline: last\n",
                "a.yml:2:13: `last` is no span of periods; write `2023-01..2024-12`, `first`"
            ),
            ("charts:\n  phases: [2024-13]\n", "a.yml:2:12: `2024-13` is no period"),
            ("charts:\n  frozen: { x: 1 }\n", "a.yml:2:13: unknown key `x` in `frozen`"),
            ("charts:\n  frozen: { revert_share: { centre: 0 } }\n", "a.yml:2:27: a frozen baseline needs"),
            ("range:\n  hot_files: {}\n", "a.yml:2:14: `hot_files` needs `max`"),
            ("range:\n  unreviewed_ai: { max: 0, class: human }\n", "a.yml:2:35: `unreviewed_ai` asks about AI's"),
            ("range:\n  unreviewed_ai: { max: 0, class: automation }\n", "a.yml:2:35: `unreviewed_ai` asks"),
            ("range: { unreviewed_ai: { max: 0, class: ai_assisted }, hot_files: { max: 0, class: human } }\n", "read"),
            ("range: { cold_files: { max: 0 } }\n", "a.yml:1:10: unknown key `cold_files` in `range`"),
            (
                "charts:\n  frozen: { revert_share: { centre: abc } }\n",
                "a.yml:2:37: `centre` is a number from 0 to 1000000000"
            ),
            (
                "charts:\n  frozen: { revert_share: { spread: 1, periods: x } }\n",
                "a.yml:2:49: `periods` is a whole number from 1 to"
            ),
            ("version: 2\n", "a.yml:1:10: version 2 of the configuration is not known here; known is 1"),
            ("version: one\n", "a.yml:1:10: `version` is a whole number"),
            (
                "gates:\n  - figure: commits\n    min: 5\n    max: 1\n",
                "a.yml:3:10: `min` of `commits` is above its `max`; nothing would pass"
            ),
            ("gates: [{figure: commits, min: 5, max: 5}]\n", "read"),
            ("a: [\n", "a.yml:2:1: "), ("- 1\n", "a.yml:1:1: the configuration is a mapping"),
            ("version: 1\nversion: 1\n", "a.yml:1:1: `version` stands twice"),
        ])
    func errors(yaml: String, expected: String) {
        #expect(Self.place(of: yaml).hasPrefix(expected), "\(Self.place(of: yaml))")
    }

    @Test(
        "Aliases are refused before anything is made of them, and stars in quotes and comments are none",
        arguments: [
            ("? &a [x, x]\n: 1\n? [*a, *a]\n: 1\n", "a.yml:3:4: aliases are not read"),
            ("gates: *a\n", "a.yml:1:8: aliases are not read"), ("gates: [] # *a\n", "read"),
            ("gates: [{figure: commits, max: 1, paths: ['*.c', \"*.h\"]}]\n", "read"),
            ("gates: [{figure: commits, max: 1, name: don't, paths: [*c]}]\n", "a.yml:1:56: aliases are not read"),
            ("gates: [{figure: commits, max: 1, name: \"\\\"\", paths: [*c]}]\n", "a.yml:1:55: aliases are not read"),
        ])
    func aliases(yaml: String, expected: String) {
        #expect(Self.place(of: yaml).hasPrefix(expected), "\(Self.place(of: yaml))")
    }

    @Test(
        "Hostile and foreign texts are read or refused with their place",
        arguments: [
            ("", "read"), ("---\n...\n", "read"), ("\u{FEFF}gates: []\n", "read"),
            ("\u{FEFF}gates: [{colour: 1}]\n", "a.yml:1:9: a gate has one of"),
            ("gates:\r\n  - chart: revert_share\r\n    colour: red\r\n", "a.yml:3:5: unknown key `colour`"),
            ("gates:\r  - chart: revert_share\r    colour: red\r", "a.yml:3:5: unknown key `colour`"),
            ("gates:\n\t- chart: revert_share\n", "a.yml:2:1: found character that cannot start any token"),
            ("gates: []\n\u{0}", "a.yml:2:1: the control character U+0000"),
            ("gates: []\r\n# \u{1B}[31m\n", "a.yml:2:3: the control character U+001B"),
            ("version: 1\n---\nversion: 1\n", "a.yml:2:1: expected one document, but found another"),
            ("gates:\n  - {<<: *x, chart: revert_share}\n", "a.yml:2:10: aliases are not read"),
            ("gates: [{figure: commits, max: 1, name: ä, paths: *x}]\n", "a.yml:1:51: aliases are not read"),
            ("version: 1\rgates: *x\r", "a.yml:2:8: aliases are not read"),
            ("gates: !!python/object:os.system x\n", "a.yml:1:8: `gates` is a list"),
            ("gates:\n", "a.yml:1:7: `gates` is a list"), ("gates: [~]\n", "a.yml:1:9: a gate is a mapping"),
            ("gates:\n  - {[a, b]: 1, chart: revert_share}\n", "a.yml:2:6: unknown key `?`"),
            ("1: 2\n", "a.yml:1:1: unknown key `1`"),
            ("charts:\n  period: month\n  period: week\n", "a.yml:2:3: `period` stands twice"),
            ("charts:\n  recent: 99999999999999999999999999\n", "a.yml:2:11: `recent` is a whole number"),
            ("charts:\n  recent: 010\n", "a.yml:2:11: `recent` is a whole number"),
            ("charts:\n  recent: 0x10\n", "a.yml:2:11: `recent` is a whole number"),
            ("charts:\n  recent: 1:30\n", "a.yml:2:11: `recent` is a whole number"),
            ("gates:\n  - figure: commits\n    max: 1e999\n", "a.yml:3:10: `max` of `commits` is a number from 0 to"),
            ("gates:\n  - figure: commits\n    max: 1:30\n", "a.yml:3:10: `max` of `commits` is a number"),
            ("gates:\n  - figure: commits\n    max: .inf\n", "a.yml:3:10: `max` of `commits` is a number"),
            ("gates:\n  - figure: commits\n    max: -0.5\n", "a.yml:3:10: `max` of `commits` is a number"),
            ("gates:\n  - figure: commits\n    max: 1.5e3\n", "read"),
            ("gates: [{figure: fix_share, max: 0}]\n", "read"),
            ("gates: [{figure: fix_share, max: 0.5}]\n", "read"), ("gates: [{figure: fix_share, max: .5}]\n", "read"),
            (
                "gates: [{figure: commits, max: 9, paths: \"x\\0y\"}]\n",
                "a.yml:1:42: no path holds the character U+0000"
            ),
            ("gates: [{figure: commits, max: 9, paths: [src, ':(glob)x']}]\n", "a.yml:1:48: of git's pathspec magic"),
            ("gates: [{figure: commits, max: 9, paths: ':(exclude)x'}]\n", "read"),
            ("gates: " + String(repeating: "[", count: 30_000) + "\n", "a.yml:1:"),
            (
                "gates:\n" + (0...200).map { "- {figure: commits, max: 1, name: g\($0)}\n" }.joined(),
                "a.yml:202:3: there are"
            ),
        ])
    func hostile(yaml: String, expected: String) {
        #expect(Self.place(of: yaml).hasPrefix(expected), "\(Self.place(of: yaml))")
    }

    @Test(
        "What YAML takes for something else than a text is no text until it is quoted",
        arguments: [
            ("paths: ~", "a.yml:1:42: `paths` is a text; YAML reads `~` as something else: put it in quotes"),
            ("paths: [src, true]", "a.yml:1:48: a path is a text; YAML reads `true`"),
            ("paths: [5]", "a.yml:1:43: a path is a text; YAML reads `5`"),
            ("paths: 1.5", "a.yml:1:42: `paths` is a text"), ("paths: [~]", "a.yml:1:43: a path is a text"),
            ("name: 12", "a.yml:1:41: `name` is a text; YAML reads `12`"),
            ("name: off", "a.yml:1:41: `name` is a text"), ("name: ''", "a.yml:1:41: `name` is a text"),
            ("paths: ['~', \"true\", !!str 5]", "read"), ("name: '12'", "read"), ("name: v12", "read"),
        ])
    func texts(entry: String, expected: String) {
        let place = Self.place(of: "gates: [{figure: commits, max: 9, \(entry)}]\n")
        #expect(place.hasPrefix(expected), "\(place)")
    }

    @Test("Bytes that are no UTF-8 are refused with their place")
    func encoding() throws {
        for (bytes, place) in [
            (Array("gates: []\n# ä".utf8) + [0xFF, 0xFE], "a.yml:2:4"), ([0xFF, 0xFE, 0x67, 0], "a.yml:1:1"),
            (Array("a".utf8) + [0xC3], "a.yml:1:2"),
        ] {
            let error = #expect(throws: ConfigurationError.self) { try GateConfiguration(bytes: bytes, file: "a.yml") }
            #expect(error?.description == place + ": the text is not UTF-8")
        }
        let read = try GateConfiguration(bytes: Array("\u{FEFF}gates: []\n".utf8), file: "a.yml")
        #expect(read.rules.isEmpty)
    }

    @Test("A text of more than 64 KiB is no configuration")
    func size() {
        let yaml = "# " + String(repeating: "x", count: 1 << 16) + "\n"
        #expect(Self.place(of: yaml) == "a.yml:1:1: larger than 64 KiB; that is no configuration")
    }

    @Test(
        "The file that --init writes asks what is asked without one",
        arguments: [GateConfiguration.template, "", "# nothing\n"])
    func template(yaml: String) throws {
        let read = try GateConfiguration(yaml: yaml, file: "andon.yml")
        #expect("\(read)" == "\(GateConfiguration.standard)")
        #expect(read.rules.count == 6)
    }

    @Test("Its commented lines are valid too")
    func commented() throws {
        var lines: [String] = []
        var isExample = false
        for line in GateConfiguration.template.split(separator: "\n", omittingEmptySubsequences: false) {
            let inner = line.drop { $0 == " " }
            if inner.hasPrefix("# baseline") || inner.hasPrefix("# phases") || inner.hasPrefix("# - figure") {
                isExample = true
            } else if inner.hasPrefix("# frozen") || inner.hasPrefix("# groups") {
                isExample = true
            } else if !inner.hasPrefix("#") || inner.hasPrefix("# Every") || inner.hasPrefix("# The") {
                isExample = false
            }
            let indent = String(repeating: " ", count: line.count - inner.count)
            lines.append(isExample && inner.hasPrefix("# ") ? indent + inner.dropFirst(2) : String(line))
        }
        let read = try GateConfiguration(yaml: lines.joined(separator: "\n"), file: "andon.yml")
        #expect(read.rules.count == 7)
        #expect(read.rules.last?.paths == ["src", "!src/generated"] && read.rules.last?.action == .stop)
        #expect(read.charts.phases.map(\.text) == ["2024-06"])
        #expect(read.charts.baseline == .first)
        #expect(
            read.groups == [
                ChartGroup(name: "AI in the core", selection: .ai, paths: ["src", "!src/generated"])
            ])
        #expect(
            read.charts.frozen == [.bugInducingShare: BaselineFigures(centre: 0.1, spread: 1.1, periods: 24)])
    }

    @Test("A baseline is that of all figures, or of those that are named")
    func baselines() throws {
        let all = try GateConfiguration(yaml: "charts: { baseline: moving }\n", file: "a.yml").charts
        #expect(all.baseline == .moving && all.baselines.isEmpty)
        let some = try GateConfiguration(
            yaml: "charts: { baseline: { reintroduction_gap: moving, revert_share: first } }\n", file: "a.yml"
        ).charts
        #expect(some.baseline == .first && some.baselines == [.reintroductionGap: .moving, .revertShare: .first])
    }

    @Test("An empty list asks nothing, and a section that is there says all of it")
    func sections() throws {
        let read = try GateConfiguration(
            yaml: "gates: []\nrange: { young_lines: { max: 0.2, action: stop, required: true } }\n", file: "a.yml")
        #expect(read.rules.isEmpty)
        #expect(read.range.hotFiles == nil && read.range.unreviewedAI == nil)
        #expect(read.range.youngLines == RangeRules.Rule(most: 0.2, action: .stop, isRequired: true))
        let part = try GateConfiguration(
            yaml: "range: { hot_files: { max: 1, class: ai, paths: [src, '!src/gen'] } }\n", file: "a.yml")
        #expect(part.range.hotFiles == RangeRules.Rule(most: 1, selection: .ai, paths: ["src", "!src/gen"]))
    }
}
