import Metrics
import Statistics

/// What stands first on the page: the answer, and four numbers to remember.
struct AnswerSection {
    private let results: AuditResults

    init(_ results: AuditResults) {
        self.results = results
    }

    var markup: Markup {
        let answer = Answer(results)
        return .element(
            "section", ["id": "answer"],
            .element(
                "div", ["class": "answer"], .element("h2", [:], .text(answer.headline)), .paragraph(answer.finding),
                .element("p", ["class": "quiet"], .text(answer.caveats))),
            .element("dl", ["class": "cards"], cards))
    }

    private var cards: [Markup] {
        let quarters = results.evidence.quarters
        let marked = Proportion(
            events: quarters.reduce(0) { $0 + $1.marked }, total: quarters.reduce(0) { $0 + $1.total })
        var cards = [
            card(
                "Commits with an AI mark", NumberText.percent(marked.value),
                "\(NumberText.grouped(marked.events)) of \(NumberText.grouped(marked.total)), at least")
        ]
        for endpoint in [Endpoint.bugInducing, .newCodeChurn, .lineSurvival] {
            guard let comparison = results.evidence.comparison(endpoint) else { continue }
            cards.append(
                card(
                    EndpointWords(comparison).title,
                    NumberText.percent(comparison.ai.estimate) + " AI",
                    NumberText.percent(comparison.human.estimate) + " human; "
                        + EndpointWords(comparison).shortVerdict))
        }
        if cards.count == 1, let churn = results.evidence.churn.first(where: { $0.authorClass == nil })?.newCode {
            cards.append(
                card(
                    "New lines removed or rewritten within \(Churn.headlineWindow) days",
                    NumberText.percent(churn.value),
                    churn.interval().map {
                        "95 % interval \(NumberText.percent($0.lower)) to \(NumberText.percent($0.upper))"
                    } ?? "too little data for an interval"))
        }
        return cards
    }

    private func card(_ name: String, _ value: String, _ note: String) -> Markup {
        .element(
            "div", ["class": "card"], .element("dt", [:], .text(name)),
            .element("dd", ["class": "big"], .text(value)), .element("dd", ["class": "quiet"], .text(note)))
    }
}
