import Metrics
import Statistics
import Yams

extension GateConfiguration {
    /// More groups are more charts than anybody looks at, and each reads the lines of the history.
    private static let mostGroups = 20

    /// Reads the section `charts`.
    mutating func readCharts(_ node: Node, _ yaml: YAMLFile) throws(ConfigurationError) {
        let entries = try yaml.entries(
            node, of: "`charts`", known: ["period", "recent", "baseline", "phases", "frozen", "groups"])
        if let period = entries["period"] { charts.length = try yaml.choice(period, "`period`") }
        if let recent = entries["recent"] { recentPeriods = try yaml.integer(recent, "`recent`", in: 1...1_000) }
        if let baseline = entries["baseline"] { try readBaselines(baseline, yaml) }
        if let phases = entries["phases"] {
            for phase in try yaml.list(phases, "`phases`") {
                charts.phases.append(try period(phase, try yaml.word(phase, "a phase"), yaml))
            }
        }
        if let frozen = entries["frozen"] { charts.frozen = try self.frozen(frozen, yaml) }
        guard let list = entries["groups"] else { return }
        for node in try yaml.list(list, "`groups`") {
            guard groups.count < Self.mostGroups else {
                throw yaml.error(node, "there are more than \(Self.mostGroups) groups")
            }
            let group = try group(node, yaml)
            guard !groups.contains(where: { $0.name == group.name }) else {
                throw yaml.error(node, "two groups are called `\(group.name)`; give one of them another `name`")
            }
            groups.append(group)
        }
    }

    private func group(_ node: Node, _ yaml: YAMLFile) throws(ConfigurationError) -> ChartGroup {
        let entries = try yaml.entries(node, of: "a group of charts", known: ["name", "class", "paths", "frozen"])
        guard let name = entries["name"] else { throw yaml.error(node, "a group of charts needs a `name`") }
        guard entries["class"] != nil || entries["paths"] != nil else {
            throw yaml.error(
                node, "a group of charts needs a `class` or `paths`; charts of all commits are there anyway")
        }
        let group = ChartGroup(
            name: try yaml.text(name, "`name`"),
            selection: try entries["class"].map { (node) throws(ConfigurationError) in
                try yaml.choice(node, "`class`")
            } ?? .all,
            paths: try yaml.paths(entries["paths"]),
            frozen: try entries["frozen"].map { (node) throws(ConfigurationError) in try frozen(node, yaml) } ?? [:])
        guard group.selection != .all || !group.paths.isEmpty else {
            throw yaml.error(node, "a group of all commits is no group; charts of all commits are there anyway")
        }
        return group
    }

    private func frozen(_ node: Node, _ yaml: YAMLFile) throws(ConfigurationError) -> [ChartMetric: BaselineFigures] {
        var frozen: [ChartMetric: BaselineFigures] = [:]
        let entries = try yaml.entries(node, of: "`frozen`", known: ChartMetric.allCases.map(\.rawValue))
        for metric in ChartMetric.allCases {
            if let figures = entries[metric.rawValue] { frozen[metric] = try self.figures(figures, yaml) }
        }
        return frozen
    }

    private func period(_ node: Node, _ text: String, _ yaml: YAMLFile) throws(ConfigurationError) -> ChartPeriod {
        guard let period = ChartPeriod(text) else {
            throw yaml.error(node, "`\(text)` is no period; write `2024-06` or `2024-W23`")
        }
        return period
    }

    /// One for all figures, or one for each that is named; the others stay as they are.
    private mutating func readBaselines(_ node: Node, _ yaml: YAMLFile) throws(ConfigurationError) {
        guard node.mapping != nil else {
            charts.baseline = try baseline(node, yaml)
            return
        }
        let entries = try yaml.entries(node, of: "`baseline`", known: ChartMetric.allCases.map(\.rawValue))
        for metric in ChartMetric.allCases {
            if let node = entries[metric.rawValue] { charts.baselines[metric] = try baseline(node, yaml) }
        }
    }

    private func baseline(_ node: Node, _ yaml: YAMLFile) throws(ConfigurationError) -> ChartOptions.Baseline {
        let text = try yaml.word(node, "`baseline`")
        if text == "first" { return .first }
        if text == "moving" { return .moving }
        guard let dots = text.firstRange(of: "..") else {
            throw yaml.error(node, "`\(text)` is no span of periods; write `2023-01..2024-12`, `first` or `moving`")
        }
        let first = try period(node, String(text[..<dots.lowerBound]), yaml)
        let last = try period(node, String(text[dots.upperBound...]), yaml)
        guard first <= last else { throw yaml.error(node, "`\(text)` ends before it begins") }
        return .periods(first...last)
    }

    private func figures(_ node: Node, _ yaml: YAMLFile) throws(ConfigurationError) -> BaselineFigures {
        let entries = try yaml.entries(node, of: "a frozen baseline", known: ["centre", "spread", "periods"])
        // What is there is looked at before what is not.
        let centre = try entries["centre"].map { (node) throws(ConfigurationError) in
            try yaml.number(node, "`centre`", in: 0...1e9)
        }
        let spread = try entries["spread"].map { (node) throws(ConfigurationError) in
            try yaml.number(node, "`spread`", in: 0...1e9)
        }
        let periods = try entries["periods"].map { (node) throws(ConfigurationError) in
            try yaml.integer(node, "`periods`", in: 1...100_000)
        }
        guard let centre, let spread else {
            throw yaml.error(node, "a frozen baseline needs `centre` and `spread`, as summary.json has them")
        }
        return BaselineFigures(centre: centre, spread: spread, periods: periods ?? ChartPhase.baselinePeriods)
    }
}
