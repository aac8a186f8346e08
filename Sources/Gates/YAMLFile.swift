import Git
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

    /// The text of a file, without the mark that some editors put before it.
    func text(of bytes: [UInt8]) throws(ConfigurationError) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        // Bytes that are no UTF-8 are other bytes when they are read so.
        if let place = zip(text.utf8, bytes).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            throw error(at: String(decoding: bytes[..<place], as: UTF8.self), "the text is not UTF-8")
        }
        return text
    }

    /// An error at the end of the text before it.
    private func error(at before: String, _ reason: String) -> ConfigurationError {
        var (line, column) = (1, 1)
        var isReturn = false
        for scalar in before.unicodeScalars {
            switch scalar {
            case "\n" where isReturn: break
            case "\n", "\r": (line, column) = (line + 1, 1)
            case "\u{FEFF}": break
            default: column += 1
            }
            isReturn = scalar == "\r"
        }
        return ConfigurationError(file: name, line: line, column: column, reason: reason)
    }

    /// The root; nil for an empty text.
    func compose(_ original: String) throws(ConfigurationError) -> Node? {
        let text = original.hasPrefix("\u{FEFF}") ? String(original.dropFirst()) : original
        guard text.utf8.count <= Self.most else { throw error(nil, "larger than 64 KiB; that is no configuration") }
        if let place = text.unicodeScalars.firstIndex(where: Self.isForbidden) {
            let code = String(text.unicodeScalars[place].value, radix: 16, uppercase: true)
            throw error(
                at: String(text.unicodeScalars[..<place]),
                "the control character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) has no place in YAML"
            )
        }
        if let alias = YAMLAlias.first(in: text) {
            throw ConfigurationError(
                file: name, line: alias.line, column: alias.column,
                reason: "aliases are not read; write out what is meant, or put the text in quotes")
        }
        do {
            // A document of which nothing is said is empty, too.
            return try Yams.compose(yaml: text).flatMap { $0.scalar?.string == "" ? nil : $0 }
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw ConfigurationError(
                    file: name, line: mark.line, column: mark.column,
                    reason: problem.hasPrefix("but ") ? "expected one document, " + problem : problem)
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

    /// A text of the user's. What YAML takes for something else must be quoted, for nobody can tell what was meant.
    func text(_ node: Node, _ what: String) throws(ConfigurationError) -> String {
        let text = try word(node, what)
        guard node.tag == Tag(.str) else {
            throw error(node, "\(what) is a text; YAML reads `\(text)` as something else: put it in quotes")
        }
        return text
    }

    /// A scalar as it is written, for what is read further.
    func word(_ node: Node, _ what: String) throws(ConfigurationError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw error(node, "\(what) is a text") }
        return text
    }

    private func path(_ node: Node, _ what: String) throws(ConfigurationError) -> String {
        let path = try text(node, what)
        guard !path.utf8.contains(0) else { throw error(node, "no path holds the character U+0000") }
        if let objection = Pathspec.objection(to: path) { throw error(node, objection) }
        return path
    }

    /// Pathspecs: one text or a list of them; empty where the key is left out.
    func paths(_ node: Node?) throws(ConfigurationError) -> [String] {
        guard let node else { return [] }
        if node.scalar != nil { return [try path(node, "`paths`")] }
        var paths: [String] = []
        for item in try list(node, "`paths`") { paths.append(try path(item, "a path")) }
        guard !paths.isEmpty else { throw error(node, "`paths` is empty; leave it out for all") }
        return paths
    }

    /// What YAML 1.2 does not let a text hold (§5.1).
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r", "\u{85}": false
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": true
        default: false
        }
    }

    func boolean(_ node: Node, _ what: String) throws(ConfigurationError) -> Bool {
        guard node.tag == Tag(.bool), let value = node.bool else { throw error(node, "\(what) is true or false") }
        return value
    }

    func number(
        _ node: Node, _ what: String, in range: ClosedRange<Double>
    ) throws(ConfigurationError) -> Double {
        guard node.tag == Tag(.int) || node.tag == Tag(.float), Self.isDecimal(node), let value = node.float,
            range.contains(value)
        else {
            throw error(
                node, "\(what) is a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))")
        }
        return value
    }

    func integer(_ node: Node, _ what: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard node.tag == Tag(.int), Self.isDecimal(node), let value = node.int, range.contains(value) else {
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

    /// Whether a number is written as everybody reads it: YAML 1.1 takes `010` for eight and `1:30` for ninety.
    private static func isDecimal(_ node: Node) -> Bool {
        guard let text = node.scalar?.string else { return false }
        let digits = text.drop { $0 == "+" || $0 == "-" }
        return digits.allSatisfy { "0123456789.eE+-".contains($0) }
            && !(digits.count > 1 && digits.first == "0" && digits.dropFirst().first?.isNumber == true)
    }

    private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
