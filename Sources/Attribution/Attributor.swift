import Git

/// Judges commits: who wrote this one, and which marks say so.
///
/// Every distinct identity and every distinct trailer is looked at once, however many commits carry it. Not `Sendable`:
/// one for each worker.
package final class Attributor {
    private let authorMarks: MarkMatcher
    private let authorNameMarks: MarkMatcher
    private let committerMarks: MarkMatcher
    private let committerNameMarks: MarkMatcher
    private let coAuthorMarks: MarkMatcher
    /// By key in lower case.
    private let trailerMarks: [String: MarkMatcher]
    private let messageMarks: MarkMatcher
    private let branchMarks: MarkMatcher
    private let noteMarks: [Mark]
    private let noteMatchers: [MarkMatcher]
    private let order: [String: Int]
    private let aiWords = MarkMatcher([
        Mark(
            id: "", tool: "", vendor: "", channel: .trailer, key: "", pattern: "(?i)" + aiWord, level: .assisted,
            evidence: [], example: "")
    ])

    private var authors: [Identity: Reading] = [:]
    private var committers: [Identity: Reading] = [:]
    private var trailers: [TrailerKey: Reading] = [:]

    private struct TrailerKey: Hashable {
        let key: String
        let value: String
    }

    /// What one text says, whatever commit it stands in.
    private struct Reading {
        var matches: [MarkMatch] = []
        /// Parallel to `matches`.
        var conditions: [Mark.Condition?] = []
        var unreliable: [ClosedRange<CivilDay>?] = []
        var unknown: UnknownValue?

        mutating func add(_ match: MarkMatch, _ mark: Mark) {
            matches.append(match)
            conditions.append(mark.condition)
            unreliable.append(mark.unreliable)
        }
    }

    package init(table: MarkTable = .standard) {
        func matcher(_ channel: MarkChannel, key: String? = nil) -> MarkMatcher {
            MarkMatcher(table.entries.filter { $0.channel == channel && (key == nil || $0.key == key) })
        }
        authorMarks = MarkMatcher(table.entries.filter { $0.channel == .author && $0.key != "name" })
        authorNameMarks = matcher(.author, key: "name")
        committerMarks = MarkMatcher(table.entries.filter { $0.channel == .committer && $0.key != "name" })
        committerNameMarks = matcher(.committer, key: "name")
        coAuthorMarks = matcher(.coAuthor)
        trailerMarks = Dictionary(grouping: table.entries.filter { $0.channel == .trailer }) { $0.key.lowercased() }
            .mapValues { MarkMatcher($0) }
        messageMarks = matcher(.message)
        branchMarks = matcher(.branch)
        noteMarks = table.entries.filter { $0.channel == .note }
        noteMatchers = noteMarks.map { MarkMatcher([$0]) }
        order = Dictionary(table.entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The verdict on a commit.
    package func verdict(for commit: CommitMarks) -> Verdict {
        let coAuthors = Set(commit.trailers.lazy.filter { Self.isCoAuthor($0.key) }.map(\.value))
        let shape = MessageShape(commit.message, coAuthors: coAuthors.count)
        var evidence = Findings(authoredOn: CivilDay(seconds: commit.authoredAt))
        evidence.flags = shape.flags
        if commit.isMerge { evidence.flags.insert(.merge) }
        if commit.isEmptyChange == true { evidence.flags.insert(.empty) }

        collect(author(commit.author), into: &evidence)
        collect(committer(commit.committer), into: &evidence)
        for trailer in commit.trailers {
            guard let reading = reading(of: trailer) else { continue }
            if shape.isQuotation(line: trailer.line) { continue }
            collect(reading, isLowered: !trailer.lead.isEmpty, into: &evidence, beside: commit.trailers)
        }
        for hit in messageMarks.lineMatches(
            in: commit.message, isRead: { !shape.isQuotation(line: $0) && !shape.isSpeech(line: $0) })
        {
            evidence.add(match(messageMarks.marks[hit.number], hit.text, models: ModelName.all(in: hit.text)))
        }
        if commit.isMerge, let branch = mergedBranch(subject: shape.subject) {
            let hits = branchMarks.matches(in: branch).map { (mark: branchMarks.marks[$0.number], text: $0.text) }
            let rank = hits.map(\.mark.rank).min()
            for hit in hits where hit.mark.rank == rank { evidence.add(match(hit.mark, hit.text)) }
        }
        readNotes(of: commit, into: &evidence)
        return evidence.verdict(on: commit, order: order, isTool: { self.isTool($0) })
    }

    // MARK: Identities

    private func author(_ identity: Identity) -> Reading {
        if let known = authors[identity] { return known }
        let reading = reading(of: identity, text: authorMarks, name: authorNameMarks)
        authors[identity] = reading
        return reading
    }

    private func committer(_ identity: Identity) -> Reading {
        if let known = committers[identity] { return known }
        let reading = reading(of: identity, text: committerMarks, name: committerNameMarks)
        committers[identity] = reading
        return reading
    }

    private func reading(of identity: Identity, text matcher: MarkMatcher, name nameMatcher: MarkMatcher) -> Reading {
        let text = identity.text
        var hits = matcher.matches(in: text).map { (matcher.marks[$0.number], $0.text) }
        hits += nameMatcher.matches(in: identity.name).map { (nameMatcher.marks[$0.number], $0.text) }
        return reading(of: hits, naming: identity.name)
    }

    /// Keeps the marks of the first rank present. The name may name another tool than the address, and a model.
    private func reading(of hits: [(mark: Mark, text: String)], naming name: String) -> Reading {
        guard let rank = hits.map(\.mark.rank).min() else { return Reading() }
        var reading = Reading()
        let models = ModelName.all(in: name)
        for hit in hits where hit.mark.rank == rank {
            var match = match(hit.mark, hit.text, models: hit.mark.level == .automation ? [] : models)
            if hit.mark.level != .automation, rank != .account {
                if let tool = ToolName.leading(name), !match.tool.hasPrefix(tool) { match.tool = tool }
            }
            reading.add(match, hit.mark)
        }
        return reading
    }

    // MARK: Trailers

    private static func isCoAuthor(_ key: String) -> Bool {
        key.utf8.count == 14 && key.lowercased() == "co-authored-by"
    }

    /// `nil` for keys that no mark has.
    private func reading(of trailer: Trailer) -> Reading? {
        let key = TrailerKey(key: trailer.key.lowercased(), value: trailer.value)
        if Self.isCoAuthor(trailer.key) {
            if let known = trailers[key] { return known }
            let reading = coAuthorReading(trailer.value)
            trailers[key] = reading
            return reading
        }
        guard let matcher = trailerMarks[key.key] else { return nil }
        if let known = trailers[key] { return known }
        let reading = reading(of: trailer, in: matcher)
        trailers[key] = reading
        return reading
    }

    private func coAuthorReading(_ value: String) -> Reading {
        var text = String(value.prefix(MarkMatcher.longestText))
        if text.contains("<"), text.contains("@"), !text.contains(">") { text += ">" }
        let identity = Identity(text: text)
        var hits = coAuthorMarks.matches(in: text)
        // A name is enough where the address is nobody's and says nothing by itself.
        if hits.isEmpty, PersonalAddress.isNobody(identity.email), !identity.name.isEmpty {
            hits = coAuthorMarks.matches(in: identity.name)
        }
        var reading = reading(of: hits.map { (coAuthorMarks.marks[$0.number], $0.text) }, naming: identity.name)
        if hits.isEmpty, PersonalAddress.isNobody(identity.email), !aiWords.matches(in: text).isEmpty {
            reading.unknown = UnknownValue(key: "Co-authored-by", value: String(text.prefix(200)))
        }
        return reading
    }

    private func reading(of trailer: Trailer, in matcher: MarkMatcher) -> Reading {
        let value = trailer.value
        let key = trailer.key.lowercased()
        let hits = matcher.matches(in: value).filter { hit in
            matcher.marks[hit.number].condition != .noPersonalAddress || !namesPerson(value)
        }
        guard let rank = hits.map({ matcher.marks[$0.number].rank }).min() else {
            var reading = Reading()
            if !value.isEmpty, !namesPerson(value), Self.isDisclosure(key) {
                reading.unknown = UnknownValue(key: trailer.key, value: String(value.prefix(200)))
            }
            return reading
        }
        var reading = Reading()
        let parsed = Self.isDisclosure(key) ? AssistedBy(value) : nil
        for hit in hits where matcher.marks[hit.number].rank == rank {
            let mark = matcher.marks[hit.number]
            var match = match(mark, hit.text)
            if mark.level != .human {
                if let parsed {
                    if match.tool.isEmpty { match.tool = ToolName.leading(parsed.agent) ?? "" }
                    if !parsed.model.isEmpty { match.models = [parsed.model] }
                } else if Self.isModelKey(key) {
                    match.models = ModelName.normalised(value).map { [$0] } ?? []
                } else {
                    match.models = ModelName.all(in: value)
                }
                if match.tool.isEmpty, Self.namesTool(key) { match.tool = ToolName.leading(value) ?? "" }
            }
            if parsed != nil, mark.level != .human, match.tool.isEmpty, match.models.isEmpty, !isKnown(value) {
                // The form says an AI tool, the words say none that is known.
                match.confidence = match.confidence.lowered
                reading.unknown = UnknownValue(key: trailer.key, value: String(value.prefix(200)))
            }
            reading.add(match, mark)
        }
        return reading
    }

    private func isKnown(_ value: String) -> Bool {
        ToolName.leading(value) != nil || !aiWords.matches(in: value).isEmpty
    }

    /// Keys whose value names a tool or a model in free form.
    private static func isDisclosure(_ key: String) -> Bool {
        [
            "assisted-by", "generated-by", "ai-assisted-by", "ai-generated-by", "ai-authored-by", "llm-assisted-by",
            "co-developed-by", "co-authored-by-ai", "suggested-by", "made-with",
        ].contains(key)
    }

    private static func isModelKey(_ key: String) -> Bool {
        ["ai-model", "llm-model", "assistant-model", "model"].contains(key)
    }

    private static func namesTool(_ key: String) -> Bool {
        ["ai-tool", "ai-agent", "ai-assistant", "agent", "x-ai-tool", "signed-off-by", "reviewed-by"].contains(key)
    }

    /// `Name <address>` of somebody who reads what is sent there, and whose name is no model's.
    private func namesPerson(_ value: String) -> Bool {
        guard value.contains("@"), value.contains("<") else { return false }
        let identity = Identity(text: value)
        if PersonalAddress.isNobody(identity.email) { return false }
        if ModelName.all(in: identity.name).contains(where: { $0.contains { $0.isNumber } }) { return false }
        return coAuthorMarks.matches(in: identity.text).isEmpty
    }

    /// Whether an identity is a tool's or a program's, so that it is nobody who answers for a commit.
    private func isTool(_ identity: Identity) -> Bool {
        !author(identity).matches.isEmpty || PersonalAddress.isNobody(identity.email)
    }

    // MARK: Notes

    private func readNotes(of commit: CommitMarks, into evidence: inout Findings) {
        for note in commit.notes {
            for (index, mark) in noteMarks.enumerated() where NoteRefs.matches(note.ref, mark.key) {
                let reading: NoteReading?
                switch mark.key {
                case "refs/notes/ai", "refs/notes/ai-remote/*":
                    reading = GitAINote(note.text)?.reading
                case "refs/ai/authorship/*": reading = GitAIBlob(note.text)?.reading
                case "refs/notes/agent-trace": reading = AgentTraceNote(note.text)?.reading
                case "refs/notes/srctrace/attribution": reading = SourceTraceNote(note.text)?.reading
                default:
                    guard !noteMatchers[index].matches(in: note.text).isEmpty else { continue }
                    evidence.add(match(mark, String(note.text.prefix(200))))
                    continue
                }
                guard let reading else { continue }
                evidence.read(reading, as: mark, sharing: commit.addedLines)
            }
        }
    }

    // MARK: Matches

    private func match(_ mark: Mark, _ text: String, models: [String] = []) -> MarkMatch {
        MarkMatch(
            rule: mark.id, channel: mark.channel, level: mark.level, tool: mark.tool, vendor: mark.vendor,
            models: models,
            text: text, confidence: mark.confidence)
    }

    private func collect(
        _ reading: Reading, isLowered: Bool = false, into evidence: inout Findings, beside trailers: [Trailer] = []
    ) {
        for index in reading.matches.indices {
            var match = reading.matches[index]
            if case .besideTrailer(let key) = reading.conditions[index],
                !trailers.contains(where: { $0.key.lowercased() == key })
            {
                continue
            }
            if isLowered { match.confidence = match.confidence.lowered }
            evidence.add(
                match, unreliable: reading.unreliable[index],
                isDependent: reading.conditions[index] == .besideAnotherMark)
        }
        if let unknown = reading.unknown { evidence.unknown.insert(unknown) }
    }
}
