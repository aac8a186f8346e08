import Yams

/// A YAML text whose every key and type is checked; what is wrong is said with its place.
struct YAMLFile {
    let name: String

    /// Larger texts are no configuration.
    private static let most = 1 << 16

    func error(_ node: Node?, _ reason: String) -> ConfigurationError {
        ConfigurationError(
            file: name, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, reason: reason)
    }

    /// The root; nil for an empty text.
    func compose(_ text: String) throws(ConfigurationError) -> Node? {
        guard text.utf8.count <= Self.most else { throw error(nil, "larger than 64 KiB; that is no configuration") }
        if let alias = YAMLAlias.first(in: text) {
            throw ConfigurationError(
                file: name, line: alias.line, column: alias.column,
                reason: "aliases are not read; write out what is meant, or put the text in quotes")
        }
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw ConfigurationError(file: name, line: mark.line, column: mark.column, reason: problem)
            case .duplicatedKeysInMapping(let keys, let context):
                throw ConfigurationError(
                    file: name, line: context.mark.line, column: context.mark.column,
                    reason: "`\(keys.joined(separator: "`, `"))` stands twice")
            default: throw self.error(nil, error.description)
            }
        } catch {
            throw self.error(nil, "\(error)")
        }
    }

    /// The entries of a mapping, all of whose keys are known.
    func entries(_ node: Node, of what: String, known: [String]) throws(ConfigurationError) -> [String: Node] {
        guard let mapping = node.mapping else { throw error(node, "\(what) is a mapping of \(Self.list(known))") }
        var entries: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, known.contains(name) else {
                throw error(key, "unknown key `\(key.string ?? "?")` in \(what); expected \(Self.list(known))")
            }
            entries[name] = value
        }
        return entries
    }

    func list(_ node: Node, _ what: String) throws(ConfigurationError) -> [Node] {
        guard let items = node.sequence else { throw error(node, "\(what) is a list") }
        return Array(items)
    }

    func text(_ node: Node, _ what: String) throws(ConfigurationError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw error(node, "\(what) is a text") }
        return text
    }

    /// Pathspecs: one text or a list of them; empty where the key is left out.
    func paths(_ node: Node?) throws(ConfigurationError) -> [String] {
        guard let node else { return [] }
        if node.scalar != nil { return [try text(node, "`paths`")] }
        var paths: [String] = []
        for item in try list(node, "`paths`") { paths.append(try text(item, "a path")) }
        guard !paths.isEmpty else { throw error(node, "`paths` is empty; leave it out for all") }
        return paths
    }

    func boolean(_ node: Node, _ what: String) throws(ConfigurationError) -> Bool {
        guard node.tag == Tag(.bool), let value = node.bool else { throw error(node, "\(what) is true or false") }
        return value
    }

    func number(
        _ node: Node, _ what: String, in range: ClosedRange<Double>
    ) throws(ConfigurationError) -> Double {
        guard node.tag == Tag(.int) || node.tag == Tag(.float), let value = node.float, range.contains(value) else {
            throw error(
                node, "\(what) is a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))")
        }
        return value
    }

    func integer(_ node: Node, _ what: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard node.tag == Tag(.int), let value = node.int, range.contains(value) else {
            throw error(node, "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node, _ what: String
    ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
        guard let choice = node.scalar.flatMap({ Choice(rawValue: $0.string) }) else {
            throw error(node, "\(what) is one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
