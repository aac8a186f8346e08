import Metrics
import Statistics

/// One watched figure in summary.json: what it is judged by, where it stands, and what it set off.
struct ChartSummary: Encodable {
    let metric: String
    /// Name of the configured group; empty for all commits.
    let group: String
    let `class`: String
    let paths: [String]
    let chart: String
    let periodLength: String
    let periods: Int
    let newestMature: String
    let standing: String
    /// Of the last phase; what a configuration takes to freeze it.
    let baseline: Baseline
    let last: Point?
    /// The newest, as many as the page draws, oldest first.
    let points: [DriftingPoint]
    /// Signals on the bad side, oldest first.
    let alarms: [Alarm]
    let sentence: String

    struct Baseline: Encodable {
        let centre: NumberOrNull
        let spread: NumberOrNull
        let periods: Int
    }

    struct Point: Encodable {
        let period: String
        let value: NumberOrNull
        let lower: NumberOrNull
        let upper: NumberOrNull
    }

    /// A figure with what watches it for drift, in standard deviations; see ``MetricChart``.
    struct DriftingPoint: Encodable {
        let period: String
        let value: NumberOrNull
        let centre: NumberOrNull
        let lower: NumberOrNull
        let upper: NumberOrNull
        let ewma: NumberOrNull
        let ewmaLimit: NumberOrNull
        let cusumHigh: NumberOrNull
        let cusumLow: NumberOrNull

        fileprivate init(_ series: MetricChart, _ index: Int) {
            let (point, average) = (series.chart.points[index], series.average.points[index])
            period = series.places[index].period.text
            value = NumberOrNull(point.value)
            centre = NumberOrNull(point.centre)
            lower = NumberOrNull(point.lower)
            upper = NumberOrNull(point.upper)
            ewma = NumberOrNull(average.value)
            ewmaLimit = NumberOrNull(average.upper)
            cusumHigh = NumberOrNull(series.sums.high.points[index].value)
            cusumLow = NumberOrNull(series.sums.low.points[index].value)
        }
    }

    struct Alarm: Encodable {
        let period: String
        let rule: String
        let sentence: String
    }

    private enum Key: String, CodingKey {
        case metric, group, `class`, paths, chart, periodLength, periods, newestMature, standing, baseline, last,
            points, alarms, sentence
    }

    init(_ series: MetricChart) {
        let words = ChartWords(series)
        let phase = series.chart.phases.last
        metric = series.metric.rawValue
        group = series.group?.name ?? ""
        `class` = (series.group?.selection ?? .all).rawValue
        paths = series.group?.paths ?? []
        chart = series.chart.kind.rawValue
        periodLength = series.newestMature.length.rawValue
        periods = series.places.count
        newestMature = series.newestMature.text
        standing = (phase?.standing ?? .tooShort).rawValue
        baseline = Baseline(
            centre: NumberOrNull(phase?.figures?.centre), spread: NumberOrNull(phase?.figures?.spread),
            periods: phase?.figures?.periods ?? phase?.baseline.count ?? 0)
        last = series.chart.points.last.map {
            Point(
                period: series.places[$0.index].period.text, value: NumberOrNull($0.value),
                lower: NumberOrNull($0.lower), upper: NumberOrNull($0.upper))
        }
        points = series.places.indices.suffix(PeriodAxis.most).map { DriftingPoint(series, $0) }
        alarms = series.alarms.map {
            Alarm(period: $0.period.text, rule: $0.rule.rawValue, sentence: words.sentence($0))
        }
        sentence = words.title + ": " + words.verdict
    }

    /// Missing is written as null, not left out.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(metric, forKey: .metric)
        try container.encode(group, forKey: .group)
        try container.encode(`class`, forKey: .class)
        try container.encode(paths, forKey: .paths)
        try container.encode(chart, forKey: .chart)
        try container.encode(periodLength, forKey: .periodLength)
        try container.encode(periods, forKey: .periods)
        try container.encode(newestMature, forKey: .newestMature)
        try container.encode(standing, forKey: .standing)
        try container.encode(baseline, forKey: .baseline)
        try container.encode(last, forKey: .last)
        try container.encode(points, forKey: .points)
        try container.encode(alarms, forKey: .alarms)
        try container.encode(sentence, forKey: .sentence)
    }
}
