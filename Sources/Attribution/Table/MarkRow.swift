/// A row of the built-in table: one mark, or one identity that is a mark of several channels.
struct MarkRow {
    private let channels: [(channel: MarkChannel, level: MarkLevel)]
    private let name: String
    private let key: String
    private let pattern: String
    private let rank: Mark.Rank
    private let evidence: [Evidence]
    private let condition: Mark.Condition?
    private let unreliable: ClosedRange<CivilDay>?
    private let example: String
    private let note: String

    private init(
        _ channels: [(MarkChannel, MarkLevel)], _ name: String, key: String = "identity", _ pattern: String,
        _ rank: Mark.Rank,
        _ evidence: [Evidence], condition: Mark.Condition? = nil, unreliable: ClosedRange<CivilDay>? = nil,
        example: String,
        note: String
    ) {
        self.channels = channels
        self.name = name
        self.key = key
        self.pattern = pattern
        self.rank = rank
        self.evidence = evidence
        self.condition = condition
        self.unreliable = unreliable
        self.example = example
        self.note = note
    }

    /// An agent's identity: as author it made the commit, as committer or co-author it helped.
    static func agent(
        _ name: String, _ pattern: String, rank: Mark.Rank = .tool, evidence: [Evidence], example: String,
        note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.author, .authored), (.committer, .assisted), (.coAuthor, .assisted)], name, pattern, rank, evidence,
            example: example,
            note: note)
    }

    /// A reviewer's identity: as author it made the commit, as co-author a suggestion of it was accepted.
    static func reviewer(
        _ name: String, _ pattern: String, rank: Mark.Rank = .tool, evidence: [Evidence], example: String,
        note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.author, .authored), (.coAuthor, .reviewed)], name, pattern, rank, evidence, example: example,
            note: note)
    }

    /// An identity that stands for an accepted suggestion wherever it is found.
    static func suggestion(
        _ name: String, _ pattern: String, rank: Mark.Rank = .tool, evidence: [Evidence], example: String,
        note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.author, .reviewed), (.committer, .reviewed), (.coAuthor, .reviewed)], name, pattern, rank, evidence,
            example: example,
            note: note)
    }

    /// An identity of a program that is no AI tool.
    static func program(
        _ name: String, _ pattern: String, rank: Mark.Rank = .tool, evidence: [Evidence], example: String,
        note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.author, .automation), (.coAuthor, .automation)], name, pattern, rank, evidence, example: example,
            note: note)
    }

    /// The same, as author only.
    static func programAuthor(
        _ name: String, _ pattern: String, rank: Mark.Rank = .tool, evidence: [Evidence], example: String,
        note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.author, .automation)], name, pattern, rank, evidence, example: example,
            note: note)
    }

    /// What a tool appends to a person's name, as author and as committer. The committer's counts beside another mark only.
    static func nameSuffix(
        _ channel: MarkChannel, _ name: String, _ pattern: String, _ level: MarkLevel, evidence: [Evidence],
        condition: Mark.Condition? = nil, example: String, note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(channel, level)], name, key: "name", pattern, .tool, evidence, condition: condition, example: example,
            note: note)
    }

    /// The value of a `Co-authored-by` trailer.
    static func coAuthor(
        _ name: String, _ pattern: String, rank: Mark.Rank = .tool, evidence: [Evidence],
        unreliable: ClosedRange<CivilDay>? = nil, example: String, note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.coAuthor, .assisted)], name, pattern, rank, evidence, unreliable: unreliable, example: example,
            note: note)
    }

    /// The value of another trailer.
    static func trailer(
        _ key: String, name: String? = nil, _ pattern: String, _ level: MarkLevel, rank: Mark.Rank = .tool,
        evidence: [Evidence], condition: Mark.Condition? = nil, example: String, note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.trailer, level)], name ?? key.lowercased(), key: key, pattern, rank, evidence, condition: condition,
            example: example, note: note)
    }

    /// A line of the message.
    static func line(
        _ name: String, _ pattern: String, _ level: MarkLevel, rank: Mark.Rank = .tool, evidence: [Evidence],
        example: String, note: String = ""
    ) -> MarkRow {
        MarkRow([(.message, level)], name, key: "line", pattern, rank, evidence, example: example, note: note)
    }

    /// The message's first line.
    static func subject(
        _ name: String, _ pattern: String, _ level: MarkLevel, rank: Mark.Rank = .tool, evidence: [Evidence],
        example: String, note: String = ""
    ) -> MarkRow {
        MarkRow([(.message, level)], name, key: "subject", pattern, rank, evidence, example: example, note: note)
    }

    /// The branch that a merge names.
    static func branch(
        _ name: String, _ pattern: String, _ level: MarkLevel, rank: Mark.Rank = .tool, evidence: [Evidence],
        example: String, note: String = ""
    ) -> MarkRow {
        MarkRow([(.branch, level)], name, key: "branch", pattern, rank, evidence, example: example, note: note)
    }

    /// The text of a note or of another side ref.
    static func note(
        _ name: String, ref: String, _ pattern: String, _ level: MarkLevel, rank: Mark.Rank = .tool,
        evidence: [Evidence], condition: Mark.Condition? = nil, example: String, note: String = ""
    ) -> MarkRow {
        MarkRow(
            [(.note, level)], name, key: ref, pattern, rank, evidence, condition: condition, example: example,
            note: note)
    }

    /// The row as marks of a tool, one per channel.
    func marks(toolID: String, tool: String, vendor: String) -> [Mark] {
        channels.map { channel, level in
            Mark(
                id: "\(toolID).\(channel.rawValue).\(name)", tool: tool, vendor: vendor, channel: channel, key: key,
                pattern: pattern, level: level, rank: rank, evidence: evidence, unreliable: unreliable,
                condition: condition, example: example, note: note)
        }
    }
}

/// The marks of one tool.
///
/// - Parameters:
///   - toolID: begins the identifiers of its marks.
///   - tool: its name in reports; empty if the mark itself names the tool.
func marks(_ toolID: String, tool: String, vendor: String, _ rows: MarkRow...) -> [Mark] {
    rows.flatMap { $0.marks(toolID: toolID, tool: tool, vendor: vendor) }
}

/// Words that name an AI tool, model or vendor. Only looked for where a key already says that a tool is named.
let aiWord =
    #"\b(?:claude|anthropic|opus|sonnet|haiku|fable|mythos|codex|chat ?gpt|gpt[- ]?(?:oss|\d|o\d)|openai|copilot|gemini|"#
    + #"gemma|antigravity|jules|cursor|windsurf|cascade|aider|cline|roo ?code|kilo|kiro|junie|devin|amp|opencode|crush|goose|"#
    + #"warp|oz|augment|amazon q|qwen|kimi|glm|deepseek|grok|mistral|devstral|codestral|minimax|llama|llm|ai|mimo|hermes|"#
    + #"openclaw|kres|sashiko|generic llm chatbot)\b"#
