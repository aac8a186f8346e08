import Defects
import Git
import Metrics

/// Fixes that did not hold: how often, and the worst of them told step by step.
struct ChainSection {
    /// So many chains are told.
    private static let told = 5

    private let results: AuditResults

    init(_ results: AuditResults) {
        self.results = results
    }

    var section: ReportSection? {
        let chains = NumberedChain.all(results)
        guard !chains.isEmpty else { return nil }
        var parts = [Markup.paragraph(summary(chains.map(\.chain)))]
        if let chart = SurvivalChart(results.evidence.cohorts, event: .reintroduction) {
            parts.append(ReportSection.figure(ReportSections.reading(.reintroduction), chart.chart(), chart.table))
        }
        for chain in worst(chains) { parts += story(chain) }
        return ReportSection(
            anchor: "chains", short: "Chains of fixes", title: "Which fixes did not hold?", parts: parts)
    }

    /// By the repairs that can be expected to be real: those beyond the first, times the confidence. One of each beginning.
    private func worst(_ chains: [NumberedChain]) -> [NumberedChain] {
        let ranks = chains.indices.map { index in
            let chain = chains[index].chain
            return (
                weight: Double(chain.members.count - 1) * chain.confidence, days: chain.spanDays,
                number: chains[index].number, index: index
            )
        }
        var told: [NumberedChain] = []
        for rank in ranks.sorted(by: { ($1.weight, $1.days, $0.number) < ($0.weight, $0.days, $1.number) }) {
            let numbered = chains[rank.index]
            if told.contains(where: { $0.chain.members[0] == numbered.chain.members[0] }) { continue }
            told.append(numbered)
            if told.count == Self.told { break }
        }
        return told
    }

    private func summary(_ chains: [FixChain]) -> String {
        let declared = chains.count { $0.edges.allSatisfy(\.isDeclared) }
        let deepest = chains.map(\.depth).max() ?? 0
        var text =
            "\(NumberText.count(chains.count, "chain")) of fixes that had to be fixed again or were reverted; the deepest holds "
            + "\(NumberText.count(deepest, "fix", plural: "fixes")). In \(NumberText.grouped(declared)) every step is declared "
            + "by its commit."
        if declared < chains.count {
            let inferred = chains.filter { !$0.edges.allSatisfy(\.isDeclared) }
            let expected = inferred.reduce(0) { $0 + $1.confidence } / Double(inferred.count)
            text +=
                " The others rest on inferred links: of such chains about \(NumberText.percent(expected)) can be expected to be "
                + "right."
        }
        return text + " Fixes of one\u{2019}s own fix within a day are left out."
    }

    private func story(_ numbered: NumberedChain) -> [Markup] {
        let chain = numbered.chain
        var steps: [Markup] = []
        let commits = (chain.firstCause.map { [$0] } ?? []) + chain.members
        let offset = commits.count - chain.members.count
        for (index, commit) in commits.enumerated() {
            // The line below a step is the link of the next one to it.
            let next = index + 1 - offset
            let edge = next >= 1 && next < chain.members.count ? chain.edges[next - 1] : nil
            steps.append(
                step(commit, role: role(index, offset, chain), isInferred: edge.map { !$0.isDeclared } ?? true))
        }
        let title =
            "Chain \(numbered.number): \(NumberText.count(chain.depth, "fix", plural: "fixes")) in "
            + "\(NumberText.count(Int(chain.spanDays.rounded()), "day")), confidence "
            + NumberText.percent(chain.confidence)
        return [
            .element("h3", [:], .text(title)), .element("ol", ["class": "story", "aria-label": title], steps),
        ]
    }

    private func isCauseDeclared(of chain: FixChain) -> Bool {
        results.facts.defects.links.contains {
            $0.fix == chain.members[0] && $0.inducer == chain.firstCause && $0.isDeclared
        }
    }

    private func role(_ index: Int, _ offset: Int, _ chain: FixChain) -> String {
        guard index >= offset else { return "the cause" }
        guard index > offset else { return "the first fix" }
        let edge = chain.edges[index - offset - 1]
        let later = NumberText.count(Int(edge.days.rounded()), "day") + " later"
        let deed = edge.kind == .revertOfFix ? "reverts the fix before" : "fixes the fix before"
        return later + ", " + deed + (edge.isDeclared ? " (declared)" : " (inferred)")
    }

    private func step(_ commit: Int, role: String, isInferred: Bool) -> Markup {
        let facts = results.facts
        let when =
            UTCTime(seconds: facts.landedAt[commit]).dateText + " \u{00B7} " + facts.history.ids[commit].hex.prefix(12)
            + " \u{00B7} " + facts.authorClass(commit).legend + " \u{00B7} " + role
        return .element(
            "li", ["class": isInferred ? "inferred" : "declared"],
            Drawing.mark(QuarterChart.series(facts.authorClass(commit))),
            .text(String(facts.commits[commit].subject.prefix(200))),
            .element("span", ["class": "when"], .text(when)))
    }
}
