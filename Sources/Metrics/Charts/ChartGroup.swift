import Git
import Statistics

/// A part of the commits whose figures are watched by themselves: those of a class, those that change some paths, or both.
package struct ChartGroup: Hashable, Sendable {
    package let name: String
    package let selection: ChangeSelection
    /// Pathspecs; empty for all.
    package let paths: [String]
    /// Figures of an earlier run to go on with, for the last phase.
    package let frozen: [ChartMetric: BaselineFigures]

    package init(
        name: String, selection: ChangeSelection = .all, paths: [String] = [],
        frozen: [ChartMetric: BaselineFigures] = [:]
    ) {
        self.name = name
        self.selection = selection
        self.paths = paths
        self.frozen = frozen
    }

    /// Which part of a history it is.
    var scope: FigureScope { FigureScope(selection: selection, paths: Pathspec(choosing: paths)) }
}

extension AuditResults {
    /// The same with the charts of some groups after those of all commits.
    ///
    /// Linear in the lines of the history for each group that names paths, else in its commits.
    package func watching(_ groups: [ChartGroup], options: ChartOptions) throws(GitError) -> AuditResults {
        var results = self
        for group in groups { results.charts += try charts(of: group, ChartMetric.allCases, options: options) }
        return results
    }

    /// Some figures' charts of one group.
    package func charts(
        of group: ChartGroup, _ metrics: [ChartMetric], options: ChartOptions
    ) throws(GitError) -> [MetricChart] {
        let commits = try commits(in: group.scope)
        var options = options
        options.frozen = group.frozen
        return metrics.map { MetricChart.one($0, facts, commits, of: group, options: options) }
    }
}
