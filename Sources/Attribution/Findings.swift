import Git

/// The marks found in one commit, on the way to a verdict.
struct Findings {
    var flags: CommitFlags = []
    private var unknown: Set<UnknownValue> = []
    private var matches: [MarkMatch] = []
    private var seen: Set<MarkMatch> = []
    /// Keys of the message's trailers in lower case, once somebody asked.
    private var trailerKeys: Set<String>?
    /// Parallel to `matches`: those that count only beside another mark.
    private var dependent: [Bool] = []
    /// Parallel to `matches`: those that their tool wrote by mistake in those days.
    private var mistaken: [Bool] = []
    private var lineShare: Double?
    private var lineClaims: [NoteReading] = []
    private var isHumanByNote = false
    private let authoredOn: CivilDay

    init(authoredOn: CivilDay) {
        self.authoredOn = authoredOn
    }

    mutating func add(_ match: MarkMatch, unreliable: ClosedRange<CivilDay>? = nil, isDependent: Bool = false) {
        var match = match
        let isMistaken = unreliable?.contains(authoredOn) ?? false
        if isMistaken { match.confidence = .low }
        guard seen.insert(match).inserted else { return }
        matches.append(match)
        dependent.append(isDependent)
        mistaken.append(isMistaken)
    }

    /// - Parameter isLowered: the text stands where it may be somebody else's words.
    /// - Parameter trailers: those of the message, for marks that count only beside another key.
    mutating func add(_ reading: MarkReading, isLowered: Bool = false, beside trailers: [Trailer] = []) {
        for index in reading.matches.indices {
            var match = reading.matches[index]
            let condition = reading.conditions[index]
            if case .besideTrailer(let key) = condition {
                let keys = trailerKeys ?? Set(trailers.map { $0.key.lowercased() })
                trailerKeys = keys
                if !keys.contains(key) { continue }
            }
            if isLowered { match.confidence = match.confidence.lowered }
            add(match, unreliable: reading.unreliable[index], isDependent: condition == .besideAnotherMark)
        }
        if let value = reading.unknown { unknown.insert(value) }
    }

    /// Takes up what a note says: a mark if it names an AI tool's part, a declaration if it names only people.
    mutating func read(_ reading: NoteReading, as mark: Mark, sharing added: [String: [Range<Int>]]?) {
        if reading.isAI {
            let named = reading.models.isEmpty ? ["": []] : reading.models
            for (tool, models) in named.sorted(by: { $0.key < $1.key }) {
                add(
                    MarkMatch(
                        rule: mark.id, channel: .note, level: .assisted,
                        tool: tool.isEmpty ? mark.tool : ToolName.known(tool) ?? tool, vendor: mark.vendor,
                        models: models.compactMap(ModelName.normalised).sorted(), text: mark.key,
                        confidence: mark.confidence))
            }
        } else if reading.isHuman {
            isHumanByNote = true
        }
        if let added {
            lineShare = lineShare ?? reading.share(of: added)
        } else if reading.claimsLines {
            lineClaims.append(reading)
        }
    }

    /// The verdict, by the precedence of METRICS.md: the author's own identity, then what marks the change, then declarations.
    func verdict(on commit: CommitMarks, order: [String: Int], isTool: (Identity) -> Bool) -> Verdict {
        let counting = matches.indices.filter { matches[$0].channel != .branch && !dependent[$0] }
        func best(_ isCounted: (MarkMatch) -> Bool) -> Confidence? {
            counting.map { matches[$0] }.filter(isCounted).map(\.confidence).max()
        }
        let authored = best { $0.channel == .author && $0.level == .authored }
        let authoredByText = best { $0.channel != .author && $0.level == .authored }
        let assisted = best { $0.level == .assisted || ($0.channel != .author && $0.level == .authored) }
        let isProgram = best { $0.channel == .author && $0.level == .automation }
        let isProgramByText = best { $0.channel != .coAuthor && $0.level == .automation }
        let declared = best { $0.level == .human } ?? (isHumanByNote ? .high : nil)
        let isReviewed = best { $0.level == .reviewed } != nil

        let authorClass: AuthorClass
        let confidence: Confidence
        if let authored {
            (authorClass, confidence) = (.aiAuthored, authored)
        } else if let authoredByText, !flags.contains(.squash), isProgram == nil {
            (authorClass, confidence) = (.aiAuthored, authoredByText)
        } else if let assisted {
            (authorClass, confidence) = (.aiAssisted, assisted)
        } else if let program = isProgram ?? isProgramByText {
            (authorClass, confidence) = (.automation, program)
        } else {
            (authorClass, confidence) = (.human, declared ?? .low)
        }
        var flags = flags
        let deciding = counting.filter { matches[$0].level == .assisted || matches[$0].level == .authored }
        if authorClass.isAI, deciding.allSatisfy({ mistaken[$0] }) { flags.insert(.unreliableWindow) }

        let sorted = matches.sorted {
            let (a, b) = (Self.place($0.channel), Self.place($1.channel))
            return a != b ? a < b : (order[$0.rule] ?? 0, $0.text) < (order[$1.rule] ?? 0, $1.text)
        }
        let unnamed: Set<MarkLevel> =
            authorClass == .automation ? [.authored, .assisted, .human] : [.automation, .human]
        let named: [MarkMatch] = counting.map { matches[$0] }.filter { !unnamed.contains($0.level) }
        let models = Set(named.flatMap(\.models)).sorted()
        var tools = Set(named.map(\.tool)).subtracting([""])
        if tools.isEmpty { tools = Set(models.map(ToolName.unnamed)).subtracting([""]) }
        return Verdict(
            authorClass: authorClass, isDeclared: authorClass == .human && declared != nil, isAIReviewed: isReviewed,
            tools: tools.sorted(), models: models, toolUses: ToolUse.all(in: named),
            channels: MarkChannel.allCases.filter { channel in matches.contains { $0.channel == channel } },
            confidence: confidence, matches: sorted, lineShare: lineShare, lineClaims: lineClaims,
            responsible: authorClass.isAI ? responsible(for: commit, isTool: isTool) : nil, flags: flags,
            unknownValues: unknown.sorted())
    }

    private static func place(_ channel: MarkChannel) -> Int { MarkChannel.allCases.firstIndex(of: channel) ?? 0 }

    /// The author, or, where that is a tool, who signed it off, is named as co-author, or committed it.
    private func responsible(for commit: CommitMarks, isTool: (Identity) -> Bool) -> Identity? {
        let author = commit.author
        if author.name.hasSuffix(" (aider)") {
            return Identity(name: String(author.name.dropLast(8)), email: author.email)
        }
        // A role of an orchestrator has its owner's address, so the address alone decides.
        if !isTool(Identity(name: "", email: author.email)) { return author }
        for key in ["on-behalf-of", "signed-off-by", "co-authored-by"] {
            for trailer in commit.trailers where trailer.key.lowercased() == key {
                let identity = Identity(text: trailer.value)
                if identity.email.contains("@"), !isTool(identity) { return identity }
            }
        }
        return isTool(commit.committer) ? nil : commit.committer
    }
}
