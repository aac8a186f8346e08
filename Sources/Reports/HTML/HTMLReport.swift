import Gates
import Git
import Metrics

/// report.html: one file for people, without scripts, fonts or anything else from elsewhere.
package struct HTMLReport {
    private let results: AuditResults
    private let gates: GateReport?

    /// - Parameter gates: the answers, where any were asked for.
    package init(_ results: AuditResults, gates: GateReport? = nil) {
        self.results = results
        self.gates = gates
    }

    /// The page; the same bytes for the same results.
    package var text: String {
        let answers = gates.flatMap { GateSection($0, results.facts).section }
        let sections = [answers].compactMap { $0 } + ReportSections(results).all
        let head = Markup.element(
            "head", [:], .element("meta", ["charset": "utf-8"]),
            .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element("meta", ["name": "referrer", "content": "no-referrer"]),
            .element(
                "meta",
                [
                    "http-equiv": "Content-Security-Policy",
                    "content": "default-src 'none'; style-src 'unsafe-inline'",
                ]),
            .element("meta", ["name": "color-scheme", "content": "light dark"]),
            .element("title", [:], .text("Andon: \(results.facts.repository)")), .style(StyleSheet.text))
        let links = sections.map { section in
            Markup.element("a", ["href": "#" + section.anchor], .text(section.short))
        }
        let body = Markup.element(
            "body", [:], header(links), .element("main", [:], [AnswerSection(results).markup] + sections.map(\.markup)),
            .element(
                "footer", [:],
                .paragraph(
                    "Written by Andon. Every number of this page stands in the CSV files and in summary.json beside it; "
                        + "datapackage.json says what each column holds.")))
        return "<!DOCTYPE html>\n" + Markup.element("html", ["lang": "en"], head, body).html + "\n"
    }

    private func header(_ links: [Markup]) -> Markup {
        let facts = results.facts
        let landed = results.reported.map { facts.landedAt[$0] }
        var meta: [String] = []
        if let first = landed.min(), let last = landed.max() {
            meta.append(
                "\(NumberText.count(results.reported.count, "commit")) landed from "
                    + "\(UTCTime(seconds: first).dateText) to \(UTCTime(seconds: last).dateText)")
        } else {
            meta.append("no commit landed in the reported time")
        }
        if facts.history.count > 0 { meta.append("revision \(facts.history.ids[facts.history.tip].hex.prefix(12))") }
        meta.append("data end \(UTCTime(seconds: facts.dataHorizon).dateText)")
        return .element(
            "header", [:], .element("h1", [:], .text("Andon report: \(facts.repository)")),
            .element(
                "p", ["class": "meta"],
                meta.enumerated().flatMap { index, item -> [Markup] in
                    (index > 0 ? [.text(" \u{00B7} ")] : []) + [.element("span", [:], .text(item))]
                }),
            .element("nav", ["aria-label": "Sections"], links))
    }
}

/// A part of the page with a heading of its own.
struct ReportSection {
    let anchor: String
    /// In the row of links.
    let short: String
    let title: String
    let parts: [Markup]

    var markup: Markup {
        .element("section", ["id": anchor], [.element("h2", [:], .text(title))] + parts)
    }

    /// A chart, what it shows, and its data.
    static func figure(_ caption: String, _ chart: Markup, _ table: DataTable) -> Markup {
        .element("figure", [:], .element("figcaption", [:], .text(caption)), chart, table.folded())
    }
}
