import Attribution
import Git
import Metrics
import Statistics

/// The sections of the page, in order. A section without data is left out.
struct ReportSections {
    private let results: AuditResults

    init(_ results: AuditResults) {
        self.results = results
    }

    var all: [ReportSection] {
        [
            comparison, attribution, churn, survival, ChainSection(results).section,
            ControlChartSection(results.charts).section, ages, operations, files, MethodSection(results).section,
        ].compactMap { $0 }
    }

    private var comparison: ReportSection? {
        let declared = results.evidence.comparisons.filter { $0.role != .further }
        guard !declared.isEmpty else { return nil }
        let ordered = Endpoint.allCases.flatMap { endpoint in declared.filter { $0.endpoint == endpoint } }
        let chart = ForestChart(ordered)
        let lacking = declared.filter { $0.compared == .all && $0.verdict == .insufficient }
        var parts = [
            ReportSection.figure(
                "Each row is a ratio: 1 means that AI and human commits fare alike. The bar is the 95 % interval; where it "
                    + "crosses 1, chance alone could explain the difference. Dashed bars rest on too little data.",
                chart.chart(), chart.table)
        ]
        // The first question is answered above.
        let main = Answer(results).main?.endpoint
        for comparison in declared
        where comparison.compared == .all && comparison.verdict != .insufficient && comparison.endpoint != main {
            parts.append(
                .paragraph(
                    [EndpointWords(comparison).sentence, EndpointWords(comparison).stratified]
                        .compactMap { $0 }.joined(separator: " ")))
        }
        if !lacking.isEmpty {
            parts.append(.element("h3", [:], .text("What would be enough")))
            parts.append(.element("ul", [:], lacking.map { .element("li", [:], .text(EndpointWords($0).sentence)) }))
        }
        if !results.evidence.sensitivity.isEmpty {
            parts.append(.element("h3", [:], .text("If some unmarked commits were AI\u{2019}s")))
            parts.append(
                .paragraph(
                    "Marks can be missing. The ratios would move towards 1 if hidden AI commits fare as unmarked ones do, and "
                        + "away from it if they fare as marked ones do."))
            parts.append(sensitivity.folded("The ratios with 10, 25 and 50 % hidden"))
        }
        return ReportSection(
            anchor: "comparison", short: "AI against human", title: "Do AI commits fare differently?", parts: parts)
    }

    private var sensitivity: DataTable {
        let rows = results.evidence.sensitivity
        let shares = rows.reduce(into: [Double]()) { if !$0.contains($1.hiddenShare) { $0.append($1.hiddenShare) } }
        var table: [[String]] = []
        for endpoint in Endpoint.allCases {
            for assumption in HiddenShare.Assumption.allCases {
                let own = rows.filter { $0.endpoint == endpoint && $0.assumption == assumption }
                guard let first = own.first else { continue }
                let fare = assumption == .likeMarked ? "as marked ones" : "as unmarked ones"
                table.append(
                    [EndpointWords.title(endpoint, first.horizonDays), "fare " + fare]
                        + own.map { $0.ratio.map { NumberText.ratio($0) } ?? "not possible" })
            }
        }
        return DataTable(
            caption:
                "Ratio AI / human if a share of the unmarked commits since the first mark were AI\u{2019}s (95 % interval)",
            headers: ["Question", "The hidden ones"]
                + shares.map { $0 == 0 ? "none" : NumberText.decimal($0 * 100, 0) + " %" },
            rows: table, textColumns: [1])
    }

    private var attribution: ReportSection? {
        let quarters = results.evidence.quarters
        guard !quarters.isEmpty else { return nil }
        let chart = QuarterChart(quarters)
        return ReportSection(
            anchor: "attribution", short: "Who wrote it", title: "Who wrote the commits?",
            parts: [
                ReportSection.figure(
                    "Share of the commits of each quarter by class. Commits without a mark may be AI\u{2019}s all the same: the "
                        + "AI share is a lower bound.", chart.shares(), chart.sharesTable)
            ])
    }

    private var churn: ReportSection? {
        let quarters = results.evidence.quarters
        guard quarters.contains(where: { $0.churn.values.contains { $0.value != nil } }) else { return nil }
        let chart = QuarterChart(quarters)
        return ReportSection(
            anchor: "churn", short: "Churn", title: "How soon is new code rewritten?",
            parts: [
                ReportSection.figure(
                    "Of the lines that landed in a quarter, the share removed or rewritten within "
                        + "\(Churn.headlineWindow) days. Bars are 95 % intervals from between commits; quarters with fewer "
                        + "than three commits of a class are left out, and one that meets the top goes on beyond it.",
                    chart.churn(), chart.churnTable)
            ])
    }

    private var survival: ReportSection? {
        let figures = [CohortEvent.firstFix, .revert, .removed, .revision].compactMap { event -> Markup? in
            guard let chart = SurvivalChart(results.evidence.cohorts, event: event) else { return nil }
            return ReportSection.figure(Self.reading(event), chart.chart(), chart.table)
        }
        guard !figures.isEmpty else { return nil }
        return ReportSection(anchor: "survival", short: "Survival", title: "How long does code last?", parts: figures)
    }

    static func reading(_ event: CohortEvent) -> String {
        let rule =
            " Kaplan\u{2013}Meier: what is still standing when the data end counts for as long as it was followed. Bands are 95 % "
            + "intervals."
        return switch event {
        case .removed: "Lines still standing, by class of the commit that wrote them." + rule
        case .revision: "Commits none of whose lines another commit has changed."
        case .firstFix: "Commits that no later fix points to as its cause." + rule
        case .revert: "Commits that were not reverted."
        case .reintroduction: "Fixes that were not fixed again or reverted."
        }
    }

    private var ages: ReportSection? {
        let chart = AgeChart(results.evidence.revisedAges)
        guard !chart.isEmpty else { return nil }
        return ReportSection(
            anchor: "ages", short: "Age of revised lines", title: "How old are lines when they are changed?",
            parts: [
                ReportSection.figure(
                    "Of the lines that were removed or changed, the share of each age, by class of their writer. A young "
                        + "class can only have young lines: compare its shape with the survival curves above.",
                    chart.chart(), chart.table)
            ])
    }

    private var operations: ReportSection? {
        let quarters = results.operationQuarters
        guard !quarters.isEmpty else { return nil }
        let chart = OperationChart(quarters)
        var parts = [
            ReportSection.figure(
                "Of the lines that commits changed, the share of each operation. A line that was moved or updated counts once; "
                    + "copied lines were added in two places by one commit; restored ones were deleted and came back within "
                    + "\(Restorations.days) days. Lines that only changed their white space are left out, and so are the files of "
                    + "exclusions.csv.", chart.chart(), chart.table)
        ]
        if let table = operationsByClass { parts.append(table.markup) }
        return ReportSection(
            anchor: "operations", short: "Line operations", title: "What is done to lines?", parts: parts)
    }

    private var operationsByClass: DataTable? {
        let rows = results.operationRows.filter { $0.period == Churn.wholeTime && $0.authorClass != nil }
        guard rows.count > 1 else { return nil }
        func share(_ row: OperationRow, _ operation: LineOperation) -> String {
            let share = row.summary.share(operation)
            return NumberText.percent(share?.value, share?.interval())
        }
        return DataTable(
            caption: "What commits of each class did to lines (95 % interval)",
            headers: [
                "Class", "Lines", "Moved", "Copied", "Deleted by added", "Duplicates per million",
            ],
            rows: rows.map { row in
                [
                    row.authorClass?.legend ?? "", NumberText.grouped(row.summary.counts.total), share(row, .moved),
                    share(row, .copyPasted),
                    row.summary.deletedOverAdded.map { NumberText.decimal($0, 2) } ?? NumberText.missing,
                    row.summary.duplicateBlocksPerMillionLines.map { NumberText.grouped(Int($0.rounded())) }
                        ?? NumberText.missing,
                ]
            })
    }

    private var files: ReportSection? {
        let facts = results.facts
        let hot = results.files.filter { $0.churnHeadline > 0 }
            .sorted { ($1.churnHeadline, $1.commits, $0.path) < ($0.churnHeadline, $0.commits, $1.path) }.prefix(15)
        guard !hot.isEmpty else { return nil }
        let table = DataTable(
            caption: "Files with the most lines rewritten within \(Churn.headlineWindow) days of landing",
            headers: ["Path", "Rewritten early", "Commits", "Lines now", "AI lines now"],
            rows: hot.map { file in
                [
                    String(path: facts.lines.paths[file.path]), NumberText.grouped(file.churnHeadline),
                    NumberText.grouped(file.commits), NumberText.grouped(file.lines),
                    file.lines > 0
                        ? NumberText.percent(Double(file.aiLines) / Double(file.lines)) : NumberText.missing,
                ]
            })
        return ReportSection(
            anchor: "files", short: "Hot files", title: "Where is code rewritten?", parts: [table.markup])
    }
}
