import Metrics
import Statistics

/// What became of a list of repositories, and what they say together, in a few lines.
package struct TerminalRuns {
    private let comparisons: CombinedComparisons
    private let scanned: Int
    private let all: Int
    private let folder: String

    /// - Parameters:
    ///   - scanned: repositories that were read to their end.
    ///   - folder: where the reports were written.
    package init(_ comparisons: CombinedComparisons, scanned: Int, of all: Int, folder: String) {
        self.comparisons = comparisons
        self.scanned = scanned
        self.all = all
        self.folder = folder
    }

    package var text: String {
        let runs = "\(scanned) of \(NumberText.repositories(all)) scanned: see \(folder.withoutControls)/runs.csv"
        return ([runs] + answer).map { NumberText.plain($0) + "\n" }.joined()
    }

    /// The primary endpoint over all repositories; where links were not looked for, churn of new code.
    private var answer: [String] {
        for (endpoint, method) in [
            (Endpoint.bugInducing, CombinedComparison.Method.mantelHaenszel), (.newCodeChurn, .randomEffects),
            (.newCodeChurn, .inverseVariance),
        ] {
            let row = comparisons.rows.first {
                $0.endpoint == endpoint && $0.role != .further && $0.compared == .all && $0.within == .repository
                    && $0.method == method && $0.difference != nil
            }
            guard let row else { continue }
            var lines = [
                "AI against human over \(NumberText.repositories(row.repositories)), each compared within itself:",
                EndpointWords.title(endpoint, row.horizonDays) + ": "
                    + (row.verdict == .insufficient
                        ? "too little data to tell"
                        : "difference \(NumberText.points(row.difference)); \(EndpointWords.short(row.verdict))"),
            ]
            if let heterogeneity = row.heterogeneity, heterogeneity.pValue < Self.doubt {
                lines.append(
                    "The repositories differ by more than chance would make: I squared "
                        + NumberText.percent(heterogeneity.iSquared))
            }
            return lines
        }
        return []
    }

    /// Tests of heterogeneity find little with few repositories, so that a weaker sign than usual is told.
    ///
    /// Source: J. P. T. Higgins et al., *Cochrane Handbook*, ch. 10.10.2.
    private static let doubt = 0.1
}

extension NumberText {
    fileprivate static func repositories(_ count: Int) -> String {
        count == 1 ? "1 repository" : "\(grouped(count)) repositories"
    }
}
