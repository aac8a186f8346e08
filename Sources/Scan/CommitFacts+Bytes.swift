import Attribution
import Defects
import Git
import Intent
import Metrics

/// Writes the facts of commits, texts that come again only once.
struct CommitFactsWriter {
    private(set) var body = ByteWriter()
    private var texts: [String] = []
    /// Of all messages.
    private var words: [UInt32] = []
    private var verdicts = DistinctParts()
    /// By bytes: equal texts may be spelt with other code points.
    private var numbers: [[UInt8]: Int] = [:]

    /// What the commits have in common; see ``SharedFacts``.
    var shared: ByteWriter {
        var result = ByteWriter()
        result.write(texts.count)
        for text in texts { result.write(text) }
        result.write(values: words)
        result.write(verdicts.count)
        result.write(verdicts.all)
        return result
    }

    mutating func write(_ facts: CommitFacts) {
        write(facts.author)
        write(facts.committer)
        for number in [Int(facts.authoredAt), facts.authorOffset, facts.committerOffset] {
            body.write(number)
        }
        body.write(facts.subject)
        body.write(verdicts.number(of: part { $0.write(facts.attribution) }))
        write(facts.intent)
        for count in [words.count, facts.words.subject.count, facts.words.all.count] { body.write(count) }
        words += facts.words.subject
        words += facts.words.all
        body.write(facts.reviewers)
    }

    /// What `write` writes, in bytes of its own.
    private mutating func part(_ write: (inout Self) -> Void) -> ByteWriter {
        var part = ByteWriter()
        swap(&part, &body)
        write(&self)
        swap(&part, &body)
        return part
    }

    mutating func write(_ id: ObjectID) { body.write(id) }

    mutating func write(ids: [ObjectID]) { body.write(ids: ids) }

    mutating func write(_ number: Int) { body.write(number) }

    private mutating func write(_ identity: Identity) {
        write(shared: identity.name)
        write(shared: identity.email)
    }

    private mutating func write(shared text: String) {
        let key = Array(text.utf8)
        if let number = numbers[key] { return body.write(number) }
        body.write(texts.count)
        numbers[key] = texts.count
        texts.append(text)
    }

    private mutating func write(_ flag: Bool) { body.write(byte: flag ? 1 : 0) }

    private mutating func write(shared texts: [String]) { write(all: texts) { $0.write(shared: $1) } }

    private mutating func write<Value>(all values: [Value], _ write: (inout Self, Value) -> Void) {
        body.write(values.count)
        for value in values { write(&self, value) }
    }

    private mutating func write<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
        self.write(value != nil)
        if let value { write(&self, value) }
    }

    private mutating func write<Value: CaseIterable & Equatable>(case value: Value) {
        body.write(byte: UInt8(Array(Value.allCases).firstIndex(of: value)!))
    }

    private mutating func write(_ verdict: Verdict) {
        precondition(verdict.lineClaims.isEmpty, "what notes claim is read anew each time")
        write(case: verdict.authorClass)
        write(verdict.isDeclared)
        write(verdict.isAIReviewed)
        write(shared: verdict.tools)
        write(shared: verdict.models)
        write(all: verdict.toolUses) {
            $0.write(shared: $1.tool)
            $0.write($1.model) { $0.write(shared: $1) }
        }
        write(all: verdict.channels) { $0.write(case: $1) }
        write(case: verdict.confidence)
        write(all: verdict.matches) { $0.write($1) }
        write(verdict.lineShare) { $0.body.write($1) }
        write(verdict.responsible) { $0.write($1) }
        body.write(verdict.flags.rawValue)
        write(all: verdict.unknownValues) {
            $0.write(shared: $1.key)
            $0.write(shared: $1.value)
        }
    }

    private mutating func write(_ match: MarkMatch) {
        write(shared: match.rule)
        write(case: match.channel)
        write(case: match.level)
        write(shared: match.tool)
        write(shared: match.vendor)
        write(shared: match.models)
        write(shared: match.text)
        write(case: match.confidence)
    }

    private mutating func write(_ intent: CommitIntent) {
        write(intent.fix.isFix)
        write(case: intent.fix.ground)
        body.write(intent.fix.score)
        write(all: intent.fix.evidence) {
            $0.write(shared: $1.rule)
            $0.write(shared: $1.text)
            $0.body.write($1.weight)
        }
        write(all: intent.declarations) { $0.write($1) }
        write(intent.revert) {
            $0.body.write($1.depth)
            $0.write($1.isInSubject)
            $0.write($1.isPartial)
            $0.write($1.original) { $0.body.write($1) }
            $0.write(all: $1.targets) { $0.write($1) }
        }
        write(all: intent.issueKeys) {
            $0.body.write($1.text)
            $0.body.write(byte: $1.relation.rawValue)
        }
        write(intent.conventionalType) { $0.write(shared: $1) }
    }

    private mutating func write(_ declaration: Declaration) {
        write(case: declaration.kind)
        switch declaration.target {
        case .abbreviated(let name):
            body.write(byte: 0)
            body.write(name)
        case .subject(let subject):
            body.write(byte: 1)
            body.write(subject)
        }
        write(shared: declaration.rule)
        body.write(declaration.matchedText)
        body.write(declaration.confidence)
        body.write(declaration.line)
    }
}

/// Reads what a ``CommitFactsWriter`` wrote.
struct CommitFactsReader {
    private typealias Failure = ByteReader.Failure

    private(set) var reader: ByteReader
    private let segment: SharedFacts

    /// - Parameters:
    ///   - reader: stands where the facts of a commit begin.
    ///   - segment: what the commits of the segment share.
    init(_ reader: ByteReader, _ segment: SharedFacts) {
        self.reader = reader
        self.segment = segment
    }

    mutating func facts() throws(ByteReader.Failure) -> CommitFacts {
        CommitFacts(
            author: try identity(), committer: try identity(), authoredAt: Int64(try reader.number()),
            authorOffset: try reader.number(), committerOffset: try reader.number(), subject: try reader.text(),
            attribution: try one(of: segment.verdicts), intent: try intent(), words: try words(),
            reviewers: try reader.number())
    }

    mutating func verdicts() throws(ByteReader.Failure) -> [Verdict] {
        try all { (reader) throws(ByteReader.Failure) in try reader.verdict() }
    }

    private mutating func one<Value>(of values: [Value]) throws(Failure) -> Value {
        let number = try reader.number()
        guard values.indices.contains(number) else { throw Failure() }
        return values[number]
    }

    private mutating func words() throws(Failure) -> MessageWords {
        let (start, subjectCount, count) = (try reader.number(), try reader.number(), try reader.number())
        guard let words = MessageWords(segment.words, start: start, subjectCount: subjectCount, count: count) else {
            throw Failure()
        }
        return words
    }

    private mutating func identity() throws(Failure) -> Identity {
        Identity(name: try shared(), email: try shared())
    }

    private mutating func shared() throws(Failure) -> String { try one(of: segment.texts) }

    private mutating func flag() throws(Failure) -> Bool { try reader.byte() != 0 }

    private mutating func all<Value>(
        _ read: (inout Self) throws(ByteReader.Failure) -> Value
    ) throws(Failure) -> [Value] {
        let count = try reader.count()
        if count == 0 { return [] }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    private mutating func optional<Value>(
        _ read: (inout Self) throws(ByteReader.Failure) -> Value
    ) throws(Failure) -> Value? {
        try flag() ? try read(&self) : nil
    }

    private mutating func choice<Value: CaseIterable>() throws(Failure) -> Value
    where Value.AllCases == [Value] {
        let number = Int(try reader.byte())
        guard number < Value.allCases.count else { throw Failure() }
        return Value.allCases[number]
    }

    private mutating func sharedTexts() throws(Failure) -> [String] {
        try all { (reader) throws(ByteReader.Failure) in try reader.shared() }
    }

    private mutating func verdict() throws(Failure) -> Verdict {
        Verdict(
            authorClass: try choice(), isDeclared: try flag(), isAIReviewed: try flag(), tools: try sharedTexts(),
            models: try sharedTexts(),
            toolUses: try all { (reader) throws(ByteReader.Failure) in try reader.toolUse() },
            channels: try all { (reader) throws(ByteReader.Failure) in try reader.choice() },
            confidence: try choice(), matches: try all { (reader) throws(ByteReader.Failure) in try reader.match() },
            lineShare: try optional { (reader) throws(ByteReader.Failure) in try reader.reader.double() },
            responsible: try optional { (reader) throws(ByteReader.Failure) in try reader.identity() },
            flags: CommitFlags(rawValue: try reader.number()),
            unknownValues: try all { (reader) throws(ByteReader.Failure) in
                UnknownValue(key: try reader.shared(), value: try reader.shared())
            })
    }

    private mutating func toolUse() throws(Failure) -> ToolUse {
        ToolUse(
            tool: try shared(), model: try optional { (reader) throws(ByteReader.Failure) in try reader.shared() })
    }

    private mutating func match() throws(Failure) -> MarkMatch {
        MarkMatch(
            rule: try shared(), channel: try choice(), level: try choice(), tool: try shared(), vendor: try shared(),
            models: try sharedTexts(), text: try shared(), confidence: try choice())
    }

    private mutating func intent() throws(Failure) -> CommitIntent {
        CommitIntent(
            fix: FixVerdict(
                isFix: try flag(), ground: try choice(), score: try reader.double(),
                evidence: try all { (reader) throws(ByteReader.Failure) in
                    FixEvidence(
                        rule: try reader.shared(), text: try reader.shared(), weight: try reader.reader.double())
                }),
            declarations: try declarations(),
            revert: try optional { (reader) throws(ByteReader.Failure) in try reader.revert() },
            issueKeys: try all { (reader) throws(ByteReader.Failure) in try reader.issueKey() },
            conventionalType: try optional { (reader) throws(ByteReader.Failure) in try reader.shared() })
    }

    private mutating func revert() throws(Failure) -> RevertMention {
        let depth = try reader.number()
        let isInSubject = try flag()
        return RevertMention(
            depth: depth, isInSubject: isInSubject, isPartial: try flag(),
            original: try optional { (reader) throws(ByteReader.Failure) in try reader.reader.text() },
            targets: try declarations())
    }

    private mutating func issueKey() throws(Failure) -> IssueKey {
        let text = try reader.text()
        guard let relation = IssueKey.Relation(rawValue: try reader.byte()) else { throw Failure() }
        return IssueKey(text: text, relation: relation)
    }

    private mutating func declarations() throws(Failure) -> [Declaration] {
        try all { (reader) throws(ByteReader.Failure) in try reader.declaration() }
    }

    private mutating func declaration() throws(Failure) -> Declaration {
        let kind: Declaration.Kind = try choice()
        let isSubject = try flag()
        let text = try reader.text()
        return Declaration(
            kind: kind, target: isSubject ? .subject(text) : .abbreviated(text), rule: try shared(),
            matchedText: try reader.text(), confidence: try reader.double(), line: try reader.number())
    }
}
