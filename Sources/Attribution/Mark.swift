/// Where in a commit a mark stands.
package enum MarkChannel: String, Sendable, CaseIterable {
    case author, committer
    case coAuthor = "co-author"
    /// Any trailer but `Co-authored-by`.
    case trailer
    /// A line of the message's text.
    case message
    /// A note or another side ref.
    case note
    /// The branch that a merge names. It tells about the merged commits, so it is reported and changes no class.
    case branch
}

/// What a mark says about the commit that carries it.
package enum MarkLevel: String, Sendable, CaseIterable {
    /// The tool made the commit.
    case authored
    /// A person committed what a tool wrote or helped to write.
    case assisted
    /// The tool only reviewed, or one suggestion of it was accepted.
    case reviewed
    /// A program that is no AI coding tool.
    case automation
    /// A positive statement that no AI tool took part.
    case human
}

/// On what a mark rests. Nothing is sold as verified that is only `thirdParty`, `convention` or `inferred`.
package enum Evidence: String, Sendable, CaseIterable {
    /// A vendor's page or issue.
    case documented
    /// Read in the tool's own source.
    case source
    /// Seen on real commits.
    case measured
    /// Listed by another detector or a paper.
    case thirdParty = "third-party"
    /// Invented by users.
    case convention
    /// Its shape was deduced.
    case inferred

    var isVerified: Bool { self == .documented || self == .source || self == .measured }
}

/// One mark that a tool leaves: a pattern in one channel, and what it means.
package struct Mark: Hashable, Sendable {
    /// Among the marks that match one text, only those of the first rank present count.
    package enum Rank: Int, Sendable, Comparable, CaseIterable {
        /// An account number or another name that only one tool can have.
        case account
        /// The tool's own name or address.
        case tool
        /// An AI name at an address that nobody can own.
        case placeholder
        /// A family of names or words.
        case family
        /// Whatever is left, such as any account that ends in `[bot]`, and marks of weak meaning.
        case fallback

        package static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    }

    /// What must hold beside the pattern.
    package enum Condition: Hashable, Sendable {
        /// The value names no person: there is no address, or one that no person writes from.
        case noPersonalAddress
        /// The message has another trailer of this key (in lower case).
        case besideTrailer(String)
        /// Something else marks the commit as an AI tool's. Alone, the match is reported and changes no class.
        case besideAnotherMark
    }

    /// `tool.channel.name`, stable over versions.
    package var id: String
    package var tool: String
    package var vendor: String
    package var channel: MarkChannel
    /// The trailer's key, the note's ref (`*` stands for anything), `identity` or `name`, `subject` or `line`, `prefix`.
    package var key: String
    /// A regular expression (ICU), searched in the identity's `Name <address>`, the trailer's value, or one line of text.
    package var pattern: String
    package var level: MarkLevel
    package var rank: Rank
    package var evidence: [Evidence]
    /// The days in which the tool wrote the mark by mistake: a match authored then has low confidence.
    package var unreliable: ClosedRange<CivilDay>?
    package var condition: Condition?
    /// A text that the mark matches, as it stands in a commit.
    package var example: String
    package var note: String

    package init(
        id: String, tool: String, vendor: String, channel: MarkChannel, key: String, pattern: String, level: MarkLevel,
        rank: Rank = .tool, evidence: [Evidence], unreliable: ClosedRange<CivilDay>? = nil, condition: Condition? = nil,
        example: String, note: String = ""
    ) {
        self.id = id
        self.tool = tool
        self.vendor = vendor
        self.channel = channel
        self.key = key
        self.pattern = pattern
        self.level = level
        self.rank = rank
        self.evidence = evidence
        self.unreliable = unreliable
        self.condition = condition
        self.example = example
        self.note = note
    }

    /// How sure a plain match is: high for identities, trailers and notes of verified marks; one step less for text, for
    /// marks that are not verified and for fallbacks; low for branches.
    package var confidence: Confidence {
        var steps = 0
        if channel == .branch { steps += 2 }
        if channel == .message { steps += 1 }
        if !evidence.contains(where: \.isVerified) { steps += 1 }
        if rank == .fallback { steps += 1 }
        return steps == 0 ? .high : steps == 1 ? .medium : .low
    }
}

/// How sure a verdict is.
package enum Confidence: String, Sendable, Comparable, CaseIterable {
    case low, medium, high

    private var order: Int { self == .low ? 0 : self == .medium ? 1 : 2 }

    package static func < (a: Confidence, b: Confidence) -> Bool { a.order < b.order }

    /// One step less, `low` at least.
    var lowered: Confidence { self == .high ? .medium : .low }
}
