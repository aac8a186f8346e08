import Metrics
import Statistics

/// How the numbers were made, and what they cannot say.
struct MethodSection {
    private let results: AuditResults

    init(_ results: AuditResults) {
        self.results = results
    }

    var section: ReportSection {
        var parts: [Markup] = [
            .element(
                "dl", ["class": "terms"],
                Self.terms.flatMap { term, meaning -> [Markup] in
                    [.element("dt", [:], .text(term)), .element("dd", [:], .text(meaning))]
                }),
            .element("h3", [:], .text("Limits")),
            .element("ul", [:], limits.map { .element("li", [:], .text($0)) }),
        ]
        if !results.facts.warnings.isEmpty {
            parts.append(
                .paragraph(
                    "\(NumberText.count(results.facts.warnings.count, "warning")) about what was not counted, or counted "
                        + "with a doubt, stand in warnings.csv."))
        }
        return ReportSection(anchor: "method", short: "Method", title: "Method and limits", parts: parts)
    }

    static let terms: [(String, String)] = [
        (
            "AI-authored, AI-assisted",
            "An AI tool\u{2019}s own identity authored the commit, or a person did and the commit carries a mark of an AI tool: a "
                + "trailer, a footer, a note, the tool as committer. commits.csv names the rule and the text for each."
        ),
        (
            "No AI mark",
            "None of these, and no bot. It does not prove that a person wrote the code."
        ),
        (
            "Landing and follow-up",
            "A commit lands with the first-parent commit that brings it into the branch. It is followed from then to the end "
                + "of the data, and shares are read off Kaplan\u{2013}Meier curves at fixed ages, so that young commits get no "
                + "better marks for having had less time to fail."
        ),
        (
            "Intervals",
            "All are 95 % intervals. Lines of one commit live and die together, so intervals of lines come from between "
                + "commits, not from the number of lines."
        ),
        (
            "Comparison",
            "One primary question, declared beforehand, and four beside it. p-values (log-rank) are corrected for their number "
                + "by Holm\u{2019}s method. Only quarters with at least one AI mark enter; merges and bots do not. The same is "
                + "computed among commits alike in size, kind of file and quarter, and among commits of the same person."
        ),
        (
            "Verdict",
            "A difference is called one if the corrected p-value is below 0.05 and the interval leaves out zero. Below "
                + "\(Verdict.leastEvents) cases or \(Verdict.leastMature) commits with full follow-up in either class there is "
                + "no verdict."
        ),
    ]

    /// How often inference was right, where this repository's own authors say so.
    private var agreement: String {
        let agreement = results.facts.defects.agreement
        guard agreement.fixes >= 20, let precision = agreement.precision, let recall = agreement.recall else {
            return ""
        }
        return
            " Here, measured against \(NumberText.count(agreement.fixes, "fix", plural: "fixes")) that name their cause, "
            + "\(NumberText.percent(precision)) of the inferred links are right and \(NumberText.percent(recall)) of the causes "
            + "are found."
    }

    private var limits: [String] {
        var limits = [
            "AI marks can be switched off, stripped or squashed away: all AI figures are lower bounds.",
            "Who uses AI for which work is not drawn by lot. Commits alike in size, files and time may still differ in "
                + "difficulty and in their reviewers.",
            "A line counts as rewritten when it is removed or changed, for whatever reason; that alone is no fault.",
            "Published studies disagree about whether AI code is worse. This page shows one history.",
        ]
        if !results.exclusions.isEmpty {
            let lines = results.exclusions.reduce(0) { $0 + $1.standing }
            limits.append(
                "Files that nobody edits line by line are left out of churn, operations and survival: "
                    + "\(NumberText.count(results.exclusions.count, "path")) over the whole history, with "
                    + "\(NumberText.count(lines, "line")) that stand, each named with its reason in exclusions.csv.")
        }
        if !results.evidence.hasOutcomes {
            limits.append(
                "Fixes were not traced to the commits that caused them in this run, so nothing is said of bugs.")
        }
        if results.evidence.hasOutcomes {
            limits.append(
                "That a commit introduced a bug is read from fixes: those that name it, and those that change its lines. Bugs "
                    + "that nobody fixed yet are not seen, and inferred links can be wrong." + agreement)
        }
        if !results.facts.history.missingParents.isEmpty {
            limits.append(
                "The clone lacks a part of the history; what is missing counts as written by the oldest commits at hand."
            )
        }
        return limits
    }
}
