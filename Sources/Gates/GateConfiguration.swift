import Metrics

/// What `andon.yml` asks for.
package struct GateConfiguration: Sendable {
    /// How control charts are drawn; also those of the report.
    package var charts = ChartOptions()
    /// Parts of the commits that are watched by themselves too.
    package var groups: [ChartGroup] = []
    /// A signal of a control chart fails its gate if it lies in one of so many last mature periods.
    package var recentPeriods = 3
    package var rules: [GateRule]
    package var range: RangeRules

    package init(rules: [GateRule] = [], range: RangeRules = RangeRules()) {
        self.rules = rules
        self.range = range
    }

    /// What is asked where nothing is configured.
    package static let standard = GateConfiguration(
        rules: [ChartMetric.bugInducingShare, .revertShare, .reintroductionGap, .newCodeChurn].map {
            GateRule(name: "chart." + $0.rawValue, question: .chart($0))
        } + [
            GateRule(
                name: "gap." + Endpoint.bugInducing.rawValue,
                question: .gap(.bugInducing, margin: GateRule.standardMargin)),
            GateRule(name: "unreviewed", question: .unreviewed(UnreviewedLimit())),
        ], range: .standard)
}

extension GateRule {
    /// Five points: less than what most histories could show.
    static let standardMargin = 0.05
}
