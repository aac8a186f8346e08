import Metrics
import Statistics
import Yams

extension GateConfiguration {
    /// More gates are more than anybody reads, and each may read the lines of the history.
    private static let mostGates = 200

    /// The only form of the file so far.
    private static let knownVersion = 1

    /// Reads `andon.yml` as it stands in a file.
    package init(bytes: [UInt8], file: String) throws(ConfigurationError) {
        try self.init(yaml: try YAMLFile(name: file).text(of: bytes), file: file)
    }

    /// Reads `andon.yml`. A section that is left out is as in ``standard``; an empty list of gates asks nothing.
    ///
    /// - Parameter file: the name that errors show.
    package init(yaml: String, file: String) throws(ConfigurationError) {
        self = .standard
        let reader = YAMLFile(name: file)
        guard let root = try reader.compose(yaml) else { return }
        let entries = try reader.entries(root, of: "the configuration", known: ["version", "charts", "gates", "range"])
        if let version = entries["version"] {
            let number = try reader.integer(version, "`version`", in: 0...1_000_000)
            guard number == Self.knownVersion else {
                throw reader.error(
                    version, "version \(number) of the configuration is not known here; known is \(Self.knownVersion)")
            }
        }
        if let charts = entries["charts"] { try readCharts(charts, reader) }
        if let gates = entries["gates"] {
            rules = []
            for node in try reader.list(gates, "`gates`") {
                guard rules.count < Self.mostGates else {
                    throw reader.error(node, "there are more than \(Self.mostGates) gates")
                }
                let rule = try GateReader(yaml: reader).rule(node)
                guard !rules.contains(where: { $0.name == rule.name }) else {
                    throw reader.error(node, "two gates are called `\(rule.name)`; give one of them another `name`")
                }
                rules.append(rule)
            }
        }
        if let range = entries["range"] { self.range = try RangeRules(range, reader) }
    }
}

/// Reads one gate.
private struct GateReader {
    let yaml: YAMLFile

    private static let kinds = ["chart", "gap", "figure", "unreviewed"]
    private static let common = ["name", "class", "paths", "action", "required"]

    func rule(_ node: Node) throws(ConfigurationError) -> GateRule {
        guard let mapping = node.mapping else { throw yaml.error(node, "a gate is a mapping") }
        let kinds = Self.kinds.filter { mapping[$0] != nil }
        guard kinds.count == 1, let kind = kinds.first, let value = mapping[kind] else {
            throw yaml.error(node, "a gate has one of `chart`, `gap`, `figure`, `unreviewed`")
        }
        let own =
            switch kind {
            case "chart": [String]()
            case "gap": ["margin"]
            case "figure": ["max", "min", "days", "sample"]
            default: ["max", "days", "sample"]
            }
        let entries = try yaml.entries(
            node, of: "a gate of the kind `\(kind)`", known: [kind] + own + Self.common)
        let (name, question) = try self.question(kind, value, entries, node)
        return GateRule(
            name: try entries["name"].map { (node) throws(ConfigurationError) in try yaml.text(node, "`name`") }
                ?? name,
            question: question,
            selection: try selection(entries["class"], of: question), paths: try yaml.paths(entries["paths"]),
            action: try action(entries["action"]), isRequired: try isRequired(entries["required"]))
    }

    func selection(_ node: Node?) throws(ConfigurationError) -> ChangeSelection {
        guard let node else { return .all }
        return try yaml.choice(node, "`class`")
    }

    private func selection(
        _ node: Node?, of question: GateRule.Question
    ) throws(ConfigurationError) -> ChangeSelection {
        let selection = try selection(node)
        if let node, case .gap = question, ComparedClass(selection) == nil {
            throw yaml.error(
                node, "a gap holds AI against human: its `class` is one of ai, ai_authored, ai_assisted, or left out")
        }
        return selection
    }

    private func question(
        _ kind: String, _ value: Node, _ entries: [String: Node], _ node: Node
    ) throws(ConfigurationError) -> (name: String, GateRule.Question) {
        switch kind {
        case "chart":
            let metric: ChartMetric = try yaml.choice(value, "`chart`")
            return ("chart." + metric.rawValue, .chart(metric))
        case "gap":
            let endpoint: Endpoint = try yaml.choice(value, "`gap`")
            let margin = try entries["margin"].map { (node) throws(ConfigurationError) in
                try yaml.number(node, "`margin`", in: 0...1)
            }
            return ("gap." + endpoint.rawValue, .gap(endpoint, margin: margin ?? GateRule.standardMargin))
        case "figure":
            let figure: Figure = try yaml.choice(value, "`figure`")
            return ("figure." + figure.rawValue, .figure(figure, try limit(figure, entries, node)))
        default:
            var limit = UnreviewedLimit()
            limit.lines = try yaml.integer(value, "`unreviewed`, from how many changed lines on,", in: 1...1_000_000)
            if let most = entries["max"] { limit.most = try yaml.number(most, "`max`", in: 0...1) }
            if let days = entries["days"] { limit.days = try yaml.integer(days, "`days`", in: 1...100_000) }
            if let sample = entries["sample"] {
                limit.leastSample = try yaml.integer(sample, "`sample`", in: 1...1_000_000_000)
            }
            return ("unreviewed", .unreviewed(limit))
        }
    }

    private func limit(
        _ figure: Figure, _ entries: [String: Node], _ node: Node
    ) throws(ConfigurationError) -> FigureLimit {
        var limit = FigureLimit()
        let range = 0...(figure.isShare ? 1 : 1e12)
        if let most = entries["max"] { limit.most = try yaml.number(most, "`max` of `\(figure.rawValue)`", in: range) }
        if let least = entries["min"] {
            limit.least = try yaml.number(least, "`min` of `\(figure.rawValue)`", in: range)
        }
        guard limit.most != nil || limit.least != nil else {
            throw yaml.error(node, "a limit on `\(figure.rawValue)` needs `max` or `min`")
        }
        if let most = limit.most, let least = limit.least, least > most {
            throw yaml.error(entries["min"], "`min` of `\(figure.rawValue)` is above its `max`; nothing would pass")
        }
        if figure.isOfRepository {
            for key in ["class", "days", "sample"] {
                guard let entry = entries[key] else { continue }
                throw yaml.error(
                    entry, "`\(figure.rawValue)` is a figure of the repository as it stands; leave `\(key)` out")
            }
        }
        if let days = entries["days"] { limit.days = try yaml.integer(days, "`days`", in: 1...100_000) }
        if let sample = entries["sample"] {
            limit.leastSample = try yaml.integer(sample, "`sample`", in: 0...1_000_000_000)
        }
        return limit
    }

    func action(_ node: Node?) throws(ConfigurationError) -> GateAction {
        guard let node else { return .secondReviewer }
        return try yaml.choice(node, "`action`")
    }

    func isRequired(_ node: Node?) throws(ConfigurationError) -> Bool {
        guard let node else { return false }
        return try yaml.boolean(node, "`required`")
    }
}

extension RangeRules {
    /// What is left out is not asked.
    fileprivate init(_ node: Node, _ yaml: YAMLFile) throws(ConfigurationError) {
        self.init()
        let entries = try yaml.entries(
            node, of: "`range`", known: ["hot_files", "young_lines", "unreviewed_ai", "duplicate_blocks"])
        hotFiles = try Self.rule(entries["hot_files"], "hot_files", 0...1e9, yaml)
        youngLines = try Self.rule(entries["young_lines"], "young_lines", 0...1, yaml)
        unreviewedAI = try Self.rule(entries["unreviewed_ai"], "unreviewed_ai", 0...1e9, yaml)
        duplicateBlocks = try Self.rule(entries["duplicate_blocks"], "duplicate_blocks", 0...1e9, yaml)
    }

    private static func rule(
        _ node: Node?, _ name: String, _ range: ClosedRange<Double>, _ yaml: YAMLFile
    ) throws(ConfigurationError) -> Rule? {
        guard let node else { return nil }
        let entries = try yaml.entries(node, of: "`\(name)`", known: ["max", "class", "paths", "action", "required"])
        guard let most = entries["max"] else { throw yaml.error(node, "`\(name)` needs `max`") }
        let reader = GateReader(yaml: yaml)
        let selection = try reader.selection(entries["class"])
        if let node = entries["class"], name == "unreviewed_ai", ComparedClass(selection) == nil {
            throw yaml.error(
                node,
                "`unreviewed_ai` asks about AI's commits: its `class` is ai, ai_authored, ai_assisted, or left out")
        }
        return Rule(
            most: try yaml.number(most, "`max` of `\(name)`", in: range), selection: selection,
            paths: try yaml.paths(entries["paths"]),
            action: try reader.action(entries["action"]), isRequired: try reader.isRequired(entries["required"]))
    }
}
