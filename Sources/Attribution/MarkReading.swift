/// What one text says, whatever commit it stands in.
struct MarkReading {
    private(set) var matches: [MarkMatch] = []
    /// Parallel to `matches`.
    private(set) var conditions: [Mark.Condition?] = []
    /// Parallel to `matches`.
    private(set) var unreliable: [ClosedRange<CivilDay>?] = []
    /// A value of which no mark is known, though its key says that it names a tool.
    var unknown: UnknownValue?

    mutating func add(_ match: MarkMatch, _ mark: Mark) {
        matches.append(match)
        conditions.append(mark.condition)
        unreliable.append(mark.unreliable)
    }
}

extension MarkMatch {
    init(_ mark: Mark, text: String, models: [String] = []) {
        self.init(
            rule: mark.id, channel: mark.channel, level: mark.level, tool: mark.tool, vendor: mark.vendor,
            models: models,
            text: text, confidence: mark.confidence)
    }
}
