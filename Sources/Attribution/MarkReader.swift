import Git

/// Reads identities and trailers for marks, each distinct one once.
final class MarkReader {
    private let authorMarks: MarkMatcher
    private let authorNameMarks: MarkMatcher
    private let committerMarks: MarkMatcher
    private let committerNameMarks: MarkMatcher
    private let coAuthorMarks: MarkMatcher
    private let aiWords = MarkMatcher(MarkIndex.aiWords)
    private let index: MarkIndex

    private var authors: [Identity: MarkReading] = [:]
    private var committers: [Identity: MarkReading] = [:]
    private var trailers: [TrailerText: MarkReading] = [:]
    /// By key as written, for a look-up without a change of case.
    private var keys: [String: TrailerKind] = [:]

    private struct TrailerText: Hashable {
        let key: String
        let value: String
    }

    private enum TrailerKind {
        case coAuthor
        case marked(key: String, MarkMatcher)
        case other
    }

    init(index: MarkIndex) {
        self.index = index
        authorMarks = MarkMatcher(index.author)
        authorNameMarks = MarkMatcher(index.authorName)
        committerMarks = MarkMatcher(index.committer)
        committerNameMarks = MarkMatcher(index.committerName)
        coAuthorMarks = MarkMatcher(index.coAuthor)
    }

    func author(_ identity: Identity) -> MarkReading {
        if let known = authors[identity] { return known }
        let reading = reading(of: identity, text: authorMarks, name: authorNameMarks)
        authors[identity] = reading
        return reading
    }

    func committer(_ identity: Identity) -> MarkReading {
        if let known = committers[identity] { return known }
        let reading = reading(of: identity, text: committerMarks, name: committerNameMarks)
        committers[identity] = reading
        return reading
    }

    /// `nil` for keys that no mark has.
    func trailer(_ trailer: Trailer) -> MarkReading? {
        let kind = kind(of: trailer.key)
        if case .other = kind { return nil }
        let text = TrailerText(key: trailer.key, value: trailer.value)
        if let known = trailers[text] { return known }
        let reading: MarkReading
        switch kind {
        case .other: return nil
        case .coAuthor: reading = coAuthor(trailer.value)
        case .marked(let key, let matcher): reading = disclosure(trailer, key: key, matcher)
        }
        trailers[text] = reading
        return reading
    }

    func isCoAuthor(_ key: String) -> Bool {
        if case .coAuthor = kind(of: key) { return true }
        return false
    }

    /// Whether an identity is a tool's or a program's, so that it is nobody who answers for a commit.
    func isTool(_ identity: Identity) -> Bool {
        !author(identity).matches.isEmpty || PersonalAddress.isNobody(identity.email)
    }

    private func kind(of key: String) -> TrailerKind {
        if let known = keys[key] { return known }
        let lower = key.lowercased()
        let kind: TrailerKind
        if lower == "co-authored-by" {
            kind = .coAuthor
        } else if let set = index.trailers[lower] {
            kind = .marked(key: lower, MarkMatcher(set))
        } else {
            kind = .other
        }
        keys[key] = kind
        return kind
    }

    private func reading(of identity: Identity, text matcher: MarkMatcher, name nameMatcher: MarkMatcher) -> MarkReading
    {
        reading(
            of: matcher.matches(in: identity.text) + nameMatcher.matches(in: identity.name), naming: identity.name)
    }

    /// Keeps the marks of the first rank present. The name may name another tool than the address, and a model.
    private func reading(of hits: [(mark: Mark, text: String)], naming name: String) -> MarkReading {
        guard let rank = hits.map(\.mark.rank).min() else { return MarkReading() }
        var reading = MarkReading()
        let models = ModelName.all(in: name)
        for hit in hits where hit.mark.rank == rank {
            let isProgram = hit.mark.level == .automation
            var match = MarkMatch(hit.mark, text: hit.text, models: isProgram ? [] : models)
            if !isProgram, rank != .account, let tool = ToolName.leading(name), !match.tool.hasPrefix(tool) {
                match.tool = tool
            }
            reading.add(match, hit.mark)
        }
        return reading
    }

    private func coAuthor(_ value: String) -> MarkReading {
        var text = String(decoding: value.utf8.prefix(MarkMatcher.longestText), as: UTF8.self)
        if text.contains("<"), text.contains("@"), !text.contains(">") { text += ">" }
        let identity = Identity(text: text)
        var hits = coAuthorMarks.matches(in: text)
        let isNobody = PersonalAddress.isNobody(identity.email)
        // A name is enough where the address is nobody's and says nothing by itself.
        if hits.isEmpty, isNobody, !identity.name.isEmpty { hits = coAuthorMarks.matches(in: identity.name) }
        var reading = reading(of: hits, naming: identity.name)
        if hits.isEmpty, isNobody, !aiWords.matches(in: text).isEmpty {
            reading.unknown = UnknownValue(key: "Co-authored-by", value: String(text.prefix(200)))
        }
        return reading
    }

    /// - Parameter key: the trailer's, in lower case.
    private func disclosure(_ trailer: Trailer, key: String, _ matcher: MarkMatcher) -> MarkReading {
        let value = trailer.value
        let unknown = UnknownValue(key: trailer.key, value: String(value.prefix(200)))
        var hits = matcher.matches(in: value)
        let isOfPeople = Self.peopleKeys.contains(key)
        // Most trailers are sign-offs and reviews of people, which need no further look.
        guard !hits.isEmpty || !isOfPeople else { return MarkReading() }
        let isPerson = namesPerson(value)
        if isPerson { hits.removeAll { $0.mark.condition == .noPersonalAddress } }
        var reading = MarkReading()
        guard let rank = hits.map(\.mark.rank).min() else {
            if !value.isEmpty, !isPerson, !isOfPeople { reading.unknown = unknown }
            return reading
        }
        let parsed = Self.disclosures.contains(key) ? AssistedBy(value) : nil
        for hit in hits where hit.mark.rank == rank {
            var match = MarkMatch(hit.mark, text: hit.text)
            guard hit.mark.level != .human else {
                reading.add(match, hit.mark)
                continue
            }
            if let parsed {
                if match.tool.isEmpty { match.tool = ToolName.leading(parsed.agent) ?? addressee(of: value) }
                match.models = parsed.model.isEmpty ? [] : [parsed.model]
                if match.tool.isEmpty, match.models.isEmpty, aiWords.matches(in: value).isEmpty {
                    // The form says that an AI tool is named, the words name none that is known.
                    match.confidence = match.confidence.lowered
                    reading.unknown = unknown
                }
            } else if Self.modelKeys.contains(key) {
                match.models = ModelName.normalised(value).map { [$0] } ?? []
            } else {
                match.models = ModelName.all(in: value)
                if match.tool.isEmpty, Self.toolKeys.contains(key) {
                    match.tool = ToolName.leading(Identity(text: value).name) ?? addressee(of: value)
                }
            }
            reading.add(match, hit.mark)
        }
        return reading
    }

    /// Keys whose value names a tool or a model, or both, in free form.
    private static let disclosures: Set<String> = [
        "assisted-by", "generated-by", "ai-assisted-by", "ai-generated-by", "ai-authored-by", "llm-assisted-by",
        "co-developed-by", "co-authored-by-ai", "suggested-by", "made-with",
    ]
    /// Keys that name people as a rule, or that mean anything: their other values are not worth a list.
    private static let peopleKeys: Set<String> = [
        "signed-off-by", "reviewed-by", "suggested-by", "co-developed-by", "agent", "model",
    ]
    private static let modelKeys: Set<String> = ["ai-model", "llm-model", "assistant-model", "model"]
    private static let toolKeys: Set<String> = [
        "ai-tool", "ai-agent", "ai-assistant", "agent", "x-ai-tool", "signed-off-by", "reviewed-by",
    ]

    /// The tool whose address a value holds; empty if there is none.
    private func addressee(of value: String) -> String {
        guard value.contains("@") else { return "" }
        let best = coAuthorMarks.matches(in: value).min { $0.mark.rank < $1.mark.rank }
        return best?.mark.level == .assisted ? best?.mark.tool ?? "" : ""
    }

    /// `Name <address>` of somebody who reads what is sent there, and whose name is no model's.
    private func namesPerson(_ value: String) -> Bool {
        guard value.contains("@"), value.contains("<") else { return false }
        let identity = Identity(text: value)
        if PersonalAddress.isNobody(identity.email) { return false }
        if ModelName.all(in: identity.name).contains(where: { $0.contains(where: \.isNumber) }) { return false }
        return coAuthorMarks.matches(in: identity.text).isEmpty
    }
}
