import Git

/// Who wrote a commit (METRICS.md, section 2).
package enum AuthorClass: String, Sendable, CaseIterable {
    /// An AI tool's own identity authored it, or a hosted agent's trailer says that it made it.
    case aiAuthored = "ai_authored"
    /// A person authored it, and it carries a mark of an AI tool.
    case aiAssisted = "ai_assisted"
    /// A program that is no AI coding tool.
    case automation
    /// None of these; ``Verdict/isDeclared`` says whether that is stated or only unmarked.
    case human

    package var isAI: Bool { self == .aiAuthored || self == .aiAssisted }

    /// The place among all cases.
    package var place: Int {
        switch self {
        case .aiAuthored: 0
        case .aiAssisted: 1
        case .automation: 2
        case .human: 3
        }
    }

    /// By the place: commits are grouped by their class again and again, and the raw value is a text.
    package func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

/// One mark found in a commit.
package struct MarkMatch: Hashable, Sendable {
    /// The identifier of the mark.
    package var rule: String
    package var channel: MarkChannel
    package var level: MarkLevel
    /// The tool it names; empty if it names none.
    package var tool: String
    package var vendor: String
    /// Normalised; empty if none is named.
    package var models: [String]
    /// What the pattern matched, 200 characters at most.
    package var text: String
    package var confidence: Confidence

    package init(
        rule: String, channel: MarkChannel, level: MarkLevel, tool: String, vendor: String, models: [String],
        text: String, confidence: Confidence
    ) {
        self.rule = rule
        self.channel = channel
        self.level = level
        self.tool = tool
        self.vendor = vendor
        self.models = models
        self.text = text
        self.confidence = confidence
    }
}

/// A value of a key that usually names an AI tool, of which no mark is known. Listed for review, not dropped.
package struct UnknownValue: Hashable, Sendable, Comparable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    package static func < (a: UnknownValue, b: UnknownValue) -> Bool { (a.key, a.value) < (b.key, b.value) }
}

/// What is known of a commit beside its class.
package struct CommitFlags: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let merge = CommitFlags(rawValue: 1)
    /// Several commits in one: the share of each author is unknown.
    package static let squash = CommitFlags(rawValue: 2)
    package static let revert = CommitFlags(rawValue: 4)
    /// A copy of a commit of another branch, with its trailers.
    package static let cherryPick = CommitFlags(rawValue: 8)
    /// Changes nothing.
    package static let empty = CommitFlags(rawValue: 16)
    /// The class rests on a mark that its tool wrote by mistake in those days.
    package static let unreliableWindow = CommitFlags(rawValue: 32)

    private static let names: [(CommitFlags, String)] = [
        (.merge, "merge"), (.squash, "squash"), (.revert, "revert"), (.cherryPick, "cherry_pick"), (.empty, "empty"),
        (.unreliableWindow, "unreliable_window"),
    ]

    /// The names of the flags that are set, in a fixed order.
    package var names: [String] { Self.names.filter { contains($0.0) }.map(\.1) }
}

/// Who wrote a commit, and why that is said.
package struct Verdict: Hashable, Sendable {
    package var authorClass: AuthorClass
    /// For `human`: whether something says so. Otherwise the commit is only unmarked.
    package var isDeclared: Bool
    /// Whether an AI tool reviewed the change, or one suggestion of it was accepted.
    package var isAIReviewed: Bool
    /// Tools of the marks that count for the class, or that reviewed; sorted.
    package var tools: [String]
    /// Normalised names of the models named; sorted.
    package var models: [String]
    /// The same tools and models as pairs.
    package var toolUses: [ToolUse]
    /// Channels of all matches, in the order of ``MarkChannel``.
    package var channels: [MarkChannel]
    /// That of the best mark for the class; `low` for unmarked.
    package var confidence: Confidence
    /// All marks found, also those that count for nothing: by channel, then in the order of the table.
    package var matches: [MarkMatch]
    /// AI lines by added lines, 0 to 1; only notes can tell.
    package var lineShare: Double?
    /// What notes claim about single lines, as long as nobody has said which lines the commit adds; in the order of notes.
    package var lineClaims: [NoteReading]
    /// The person behind an AI commit.
    package var responsible: Identity?
    package var flags: CommitFlags
    package var unknownValues: [UnknownValue]

    package init(
        authorClass: AuthorClass, isDeclared: Bool, isAIReviewed: Bool, tools: [String], models: [String],
        toolUses: [ToolUse], channels: [MarkChannel], confidence: Confidence, matches: [MarkMatch],
        lineShare: Double? = nil, lineClaims: [NoteReading] = [], responsible: Identity? = nil, flags: CommitFlags,
        unknownValues: [UnknownValue]
    ) {
        self.authorClass = authorClass
        self.isDeclared = isDeclared
        self.isAIReviewed = isAIReviewed
        self.tools = tools
        self.models = models
        self.toolUses = toolUses
        self.channels = channels
        self.confidence = confidence
        self.matches = matches
        self.lineShare = lineShare
        self.lineClaims = lineClaims
        self.responsible = responsible
        self.flags = flags
        self.unknownValues = unknownValues
    }

    /// Completes a verdict that was made before the commit's lines were known.
    ///
    /// - Parameter added: lines that the commit adds, by path, from 0; only read if there are ``lineClaims``.
    package mutating func settleLines(added: [String: [Range<Int>]]) {
        if lineShare == nil { lineShare = lineClaims.lazy.compactMap { $0.share(of: added) }.first }
        lineClaims = []
    }

    /// The same verdict with other words for texts and people.
    package func covered(texts: (String) -> String, people: (Identity) -> Identity) -> Verdict {
        var verdict = self
        for index in matches.indices { verdict.matches[index].text = texts(matches[index].text) }
        verdict.unknownValues = unknownValues.map { UnknownValue(key: $0.key, value: texts($0.value)) }
        verdict.responsible = responsible.map(people)
        return verdict
    }
}

extension [MarkMatch] {
    /// Identifiers of the marks, in their order, each once.
    package var rules: [String] {
        guard !isEmpty else { return [] }
        var seen: Set<String> = []
        return map(\.rule).filter { seen.insert($0).inserted }
    }
}
