/// Something in the tree that keeps the marks of AI tools out of the history.
///
/// Where one is present, the absence of marks says even less than usual.
package struct SuppressionSign: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A tool's settings switch its attribution off.
        case setting
        /// A hook that rewrites or refuses messages names AI trailers.
        case hook
        /// A check of the build server does.
        case gate
        /// Instructions to agents or contributors forbid attribution.
        case instruction
        /// A rule of the project forbids AI contributions.
        case ban
    }

    package var kind: Kind
    package var path: String
    /// From 0.
    package var line: Int
    /// The tool whose setting it is; empty if it concerns all.
    package var tool: String
    /// The line that says it, trimmed, 200 characters at most.
    package var text: String

    /// Whether the text of a file at this path can hold a sign, so that only those few files are read.
    package static func isCandidate(path: String) -> Bool { !kinds(of: path).isEmpty }

    /// The signs in these files, by path, then by line. Only the first 256 KiB of a file are looked at.
    package static func all(in files: [(path: String, text: String)]) -> [SuppressionSign] {
        files.sorted { $0.path < $1.path }.flatMap { file in signs(path: file.path, text: file.text) }
    }

    private static let longestFile = 262_144

    /// The names of all files that hold settings: nearly every path is told by its name to be none of them.
    private static let settingNames = Set(
        settings.flatMap(\.files).compactMap { $0.split(separator: "/").last.map(String.init) })

    /// Names of hooks, up to their first dot.
    private static let hookNames: Set<Substring> = [
        "commit-msg", "prepare-commit-msg", "applypatch-msg", "pre-push", "post-commit",
    ]
    private static let hookSettings: Set<String> = [
        "lefthook.yml", "lefthook.yaml", ".pre-commit-config.yaml", "commitlint.config.js", ".commitlintrc",
    ]
    private static let gatePlaces = [".github/workflows/", ".gitlab-ci", ".circleci/", ".forgejo/", ".gitea/"]
    private static let ruleBeginnings = ["contributing", "ai_policy", "ai-policy"]
    private static let hookFolders: Set<Substring> = [".husky", ".githooks", "githooks", "git-hooks", "hooks"]
    private static let instructionNames: Set<String> = [
        "agents.md", "claude.md", "gemini.md", "copilot-instructions.md", ".cursorrules", ".windsurfrules",
        ".clinerules",
    ]

    /// Names by which a file is told at once to be none of these.
    private static let names = settingNames.union(hookSettings).union(instructionNames).union(gateNames)
    private static let gateNames: Set<String> = ["dangerfile", "dangerfile.js"]

    /// Asked of every path at the tip.
    private static func kinds(of path: String) -> Set<Kind> {
        let path = path.lowercased()
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = end.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        let folders = end.map { path.utf8[..<$0].split(separator: UInt8(ascii: "/")) } ?? []
        var kinds: Set<Kind> = []
        if names.contains(name) {
            if settings.contains(where: { $0.isFor(path: path, name: name) }) { kinds.insert(.setting) }
            if hookSettings.contains(name) { kinds.insert(.hook) }
            if gateNames.contains(name) { kinds.insert(.gate) }
            if instructionNames.contains(name) { kinds.insert(.instruction) }
        }
        if hookNames.contains(Substring(name.utf8.prefix { $0 != UInt8(ascii: ".") }))
            || folders.contains(where: { hookFolders.contains(Substring($0)) })
        {
            kinds.insert(.hook)
        }
        if gatePlaces.contains(where: { path.hasPrefix($0) }) { kinds.insert(.gate) }
        if name.hasSuffix(".mdc") { kinds.insert(.instruction) }
        if ruleBeginnings.contains(where: { name.hasPrefix($0) }) { kinds.formUnion([.instruction, .ban]) }
        return kinds
    }

    private static func signs(path: String, text: String) -> [SuppressionSign] {
        let kinds = kinds(of: path)
        guard !kinds.isEmpty else { return [] }
        var signs: [SuppressionSign] = []
        let lower = path.lowercased()
        let name = lower.split(separator: "/").last.map(String.init) ?? ""
        let settings = kinds.contains(.setting) ? Self.settings.filter { $0.isFor(path: lower, name: name) } : []
        var section = ""
        var before = ""
        let start = String(decoding: text.utf8.prefix(longestFile), as: UTF8.self)
        for (number, line) in start.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix(1_000).lowercased()
            func add(_ kind: Kind, _ tool: String = "") {
                let trimmed = line.drop { $0.isWhitespace }.prefix(200)
                signs.append(
                    SuppressionSign(kind: kind, path: path, line: number, tool: tool, text: String(trimmed)))
            }
            if let opening = Self.section(words) {
                section = opening
            } else if words.utf8.contains(UInt8(ascii: "}")) {
                section = ""
            }
            for setting in settings where setting.isOff(in: words, section: section) { add(.setting, setting.tool) }
            if kinds.contains(.hook), Self.namesMark(words) { add(.hook) }
            if kinds.contains(.gate), Self.namesMark(words), !words.drop(while: { $0 == " " }).hasPrefix("uses:") {
                add(.gate)
            }
            if kinds.contains(.instruction) {
                if Self.forbidsMark(words) {
                    add(.instruction)
                } else if Self.carriesOn(words), !Self.forbidsMark(before), Self.forbidsMark(before + " " + words) {
                    add(.instruction)
                }
                before = words.drop { $0 == " " || $0 == "\t" }.description
            }
            if kinds.contains(.ban), Self.forbidsAI(words) { add(.ban) }
        }
        return signs
    }

    /// The name of a JSON object that opens on a line, such as `"attribution": {`; for settings whose keys are common words.
    private static func section(_ line: String) -> String? {
        guard line.utf8.contains(UInt8(ascii: "{")), let first = line.firstIndex(of: "\"") else { return nil }
        let rest = line[line.index(after: first)...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }

    private static let products = [
        "claude", "copilot", "cursor", "codex", "gemini", "anthropic", "openai", "chatgpt", "aider", "devin",
        "windsurf", " ai ",
        "ai-", "llm",
    ]

    /// A hook or a gate concerns marks if one line names both an attribution and a product.
    private static func namesMark(_ line: String) -> Bool {
        checkedMarks.finds(in: line) && products.contains { line.contains($0) }
    }

    private static let checkedMarks = scanner([
        "co-authored-by", "co.authored.by", "generated with", "assisted-by", "noreply@anthropic",
    ])

    private static let marks = [
        "co-authored-by", "coauthored-by", "co-author", "attribution", "generated with", "ai signature",
        "claude footer", "claude signature",
    ]
    private static let markScanner = scanner(marks)

    /// Of every line of a file most texts are not in it.
    private static func scanner(_ texts: [String]) -> LiteralScanner { LiteralScanner(texts.map { ($0, 0) }) }

    /// "Do not add Co-Authored-By", "never mention Claude in commit messages".
    private static func forbidsMark(_ line: String) -> Bool {
        let prohibitions = [
            "do not", "don't", "never", "must not", "no ", "without", "avoid", "remove", "omit", "strip",
        ]
        guard markScanner.finds(in: line) else { return false }
        let aboutAI =
            products.contains { line.contains($0) } || line.contains("co-authored-by")
            || line.contains("generated with")
        return aboutAI
            && prohibitions.contains { prohibition in
                line.ranges(of: prohibition).contains { found in
                    let isWord = found.lowerBound == line.startIndex || !line[..<found.lowerBound].last!.isLetter
                    return isWord && marks.contains { isSoon($0, in: line[found.upperBound...]) }
                }
            }
    }

    /// Whether a line goes on with the sentence of the line before: it begins no paragraph, item or heading.
    private static func carriesOn(_ line: String) -> Bool {
        guard let first = line.first(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else { return false }
        return !"-*+#>|`".contains(first)
    }

    /// Whether a text begins within the next 40 characters: what stands farther off is what something else is said of.
    private static func isSoon(_ text: String, in rest: Substring) -> Bool {
        rest.prefix(40 + text.count).contains(text)
    }

    /// "AI-generated contributions are not accepted".
    private static func forbidsAI(_ line: String) -> Bool {
        let verdicts = [
            "not accept", "not allowed", "not permitted", "forbidden", "prohibited", "will be closed",
            "will be rejected",
            "banned", "do not submit", "don't submit",
        ]
        return subjects.finds(in: line) && verdicts.contains { line.contains($0) }
    }

    private static let subjects = scanner([
        "ai-generated", "ai generated", "llm-generated", "generated by ai", "ai contributions", "generated by llm",
    ])
}

/// A setting by which a tool leaves its mark out.
private struct AttributionSetting {
    let tool: String
    /// Endings of the paths of the files that hold it, lower case.
    let files: [String]
    /// Lower case.
    let key: String
    /// Values that switch the mark off, lower case, without quotation marks.
    let offValues: [String]
    /// The JSON object that the key must stand in; empty for any.
    var section = ""

    func isFor(path: String, name: String) -> Bool {
        files.contains { $0.contains("/") ? path == $0 || path.hasSuffix("/" + $0) : name == $0 }
    }

    /// Whether a line gives the key a value that switches the mark off. `"key": value`, `key = value` and `key: value` do.
    func isOff(in line: String, section current: String) -> Bool {
        guard section.isEmpty || section == current || line.contains("\"\(section)\""),
            let range = line.firstRange(of: key)
        else { return false }
        if range.lowerBound > line.startIndex {
            let before = line[line.index(before: range.lowerBound)]
            guard before == "\"" || before == "'" || before == " " || before == "\t" || before == "." else {
                return false
            }
        }
        var rest = line[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        guard let separator = rest.first, separator == ":" || separator == "=" else { return false }
        rest = rest.dropFirst().drop { $0 == " " }
        let value = rest.prefix { !",}#\r".contains($0) }.filter { !"\"' ".contains($0) }
        return offValues.contains(value)
    }
}

extension SuppressionSign {
    private static let settings: [AttributionSetting] = {
        let claude = [".claude/settings.json", ".claude/settings.local.json", "managed-settings.json"]
        let vscode = [".vscode/settings.json"]
        let aider = [".aider.conf.yml", ".aider.conf.yaml"]
        let crush = ["crush.json", ".crush.json"]
        return [
            AttributionSetting(tool: "Claude Code", files: claude, key: "includecoauthoredby", offValues: ["false"]),
            AttributionSetting(
                tool: "Claude Code", files: claude, key: "commit", offValues: ["", "false", "null"],
                section: "attribution"),
            AttributionSetting(
                tool: "Claude Code", files: claude, key: "sessionurl", offValues: ["false"], section: "attribution"),
            AttributionSetting(
                tool: "GitHub Copilot CLI / app / VS Code",
                files: [".copilot/config.json", ".github/copilot/settings.json", "copilot/config.json"],
                key: "include_coauthor", offValues: ["false"]),
            AttributionSetting(
                tool: "GitHub Copilot CLI / app / VS Code",
                files: [".copilot/config.json", ".github/copilot/settings.json", "copilot/config.json"],
                key: "includecoauthoredby", offValues: ["false"]),
            AttributionSetting(
                tool: "GitHub Copilot in VS Code", files: vscode, key: "git.addaicoauthor", offValues: ["off"]),
            AttributionSetting(
                tool: "OpenAI Codex", files: [".codex/config.toml"], key: "commit_attribution",
                offValues: ["", "false", "off", "none", "disable"]),
            AttributionSetting(
                tool: "OpenAI Codex", files: [".codex/config.toml"], key: "command_attribution",
                offValues: ["", "false", "off", "none", "disable"]),
            AttributionSetting(
                tool: "Amp", files: vscode + [".amp/settings.json", "amp/settings.json"],
                key: "amp.git.commit.coauthor.enabled",
                offValues: ["false"]),
            AttributionSetting(
                tool: "Amp", files: vscode + [".amp/settings.json", "amp/settings.json"],
                key: "amp.git.commit.ampthread.enabled", offValues: ["false"]),
            AttributionSetting(tool: "Crush", files: crush, key: "trailer_style", offValues: ["none"]),
            AttributionSetting(tool: "Crush", files: crush, key: "generated_with", offValues: ["false"]),
            AttributionSetting(
                tool: "Factory Droid", files: [".factory/settings.json"], key: "includecoauthoredbydroid",
                offValues: ["false"]),
            AttributionSetting(tool: "Aider", files: aider, key: "attribute-author", offValues: ["false"]),
            AttributionSetting(tool: "Aider", files: aider, key: "attribute-committer", offValues: ["false"]),
            AttributionSetting(tool: "Aider", files: aider, key: "attribute-co-authored-by", offValues: ["false"]),
        ]
    }()
}
