import Attribution
import Git
import Metrics
import Statistics

/// What a report says first: one paragraph in plain words, with its uncertainty.
struct Answer {
    private let results: AuditResults

    init(_ results: AuditResults) {
        self.results = results
    }

    /// In one line of a few words.
    var headline: String {
        guard hasMarks else { return "AI and human commits cannot be told apart here" }
        guard let main else { return "Too little data to compare AI commits with human ones" }
        switch (main.endpoint, main.verdict) {
        case (_, .insufficient), (_, nil): return "Too little data yet to compare AI commits with human ones"
        case (.bugInducing, .aiHigher):
            return "Commits with an AI mark were found to introduce bugs more often than others"
        case (.bugInducing, .aiLower):
            return "Commits with an AI mark were found to introduce bugs less often than others"
        case (.bugInducing, .noDifferenceShown):
            return "No difference in introduced bugs is shown between AI commits and others"
        case (_, .aiHigher): return "New lines of AI commits were rewritten sooner than others"
        case (_, .aiLower): return "New lines of AI commits were rewritten less than others"
        case (_, .noDifferenceShown): return "AI code was rewritten about as much as other code"
        }
    }

    /// What was found.
    var finding: String {
        guard hasMarks else {
            return [
                "None of the \(NumberText.count(results.reported.count, "commit")) carries a mark of an AI tool, so AI and "
                    + "human cannot be told apart in this history.", churn,
            ].compactMap { $0 }.joined(separator: " ")
        }
        var sentences: [String] = []
        if let main {
            let words = EndpointWords(main)
            sentences.append(words.sentence)
            if main.verdict != .insufficient, let stratified = words.stratified { sentences.append(stratified) }
        } else {
            sentences.append("There is nothing to compare AI commits on yet.")
        }
        sentences.append(coverage)
        return sentences.joined(separator: " ")
    }

    /// What else was looked at, and what the finding does not say.
    var caveats: String {
        guard hasMarks else {
            return "That does not mean that no AI was used: marks can be switched off, stripped or squashed away."
        }
        var sentences: [String] = []
        if !results.evidence.hasOutcomes { sentences.append("Bugs that commits introduced were not part of this run.") }
        if let others { sentences.append(others) }
        sentences.append(
            "This is what this history shows, not what AI does in general; all AI figures are lower bounds, for marks can "
                + "be switched off, stripped or squashed away.")
        return sentences.joined(separator: " ")
    }

    var paragraph: String { finding + " " + caveats }

    /// The primary endpoint; where links were not looked for, churn of new code.
    var main: Comparison? {
        results.evidence.comparison(.bugInducing) ?? results.evidence.comparison(.newCodeChurn)
    }

    private var hasMarks: Bool { results.evidence.quarters.contains { $0.isCompared } }

    private var coverage: String {
        let quarters = results.evidence.quarters
        let marked = quarters.reduce(0) { $0 + $1.marked }
        let total = quarters.reduce(0) { $0 + $1.total }
        let compared = quarters.filter(\.isCompared)
        let first = compared.first?.quarter.text ?? ""
        let within = compared.reduce(0) { $0 + $1.total }
        return
            "\(NumberText.grouped(marked)) of \(NumberText.count(total, "commit")) carry a mark of an AI tool, the first "
            + "in \(first); in the \(NumberText.count(compared.count, "quarter")) with marks they are "
            + "\(NumberText.percent(within > 0 ? Double(marked) / Double(within) : nil)) of the commits."
    }

    private var churn: String? {
        guard let share = results.evidence.churn.first(where: { $0.authorClass == nil })?.newCode, share.value != nil
        else { return nil }
        return
            "Of all new lines, \(NumberText.percent(share.value, share.interval())) were removed or rewritten within "
            + "\(Churn.headlineWindow) days of landing."
    }

    private var others: String? {
        let rest = results.evidence.comparisons.filter {
            $0.compared == .all && $0.role != .further && $0.endpoint != main?.endpoint
        }
        guard !rest.isEmpty else { return nil }
        let parts = rest.map { comparison in
            let words = EndpointWords(comparison)
            let title = words.title.prefix(1).lowercased() + words.title.dropFirst()
            return "\(title), \(words.shortVerdict)"
        }
        return "Other questions: " + parts.joined(separator: "; ") + "."
    }
}
