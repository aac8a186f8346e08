import Statistics

/// What is kept of a repository for a comparison over several: some tens of kilobytes.
package struct RepositoryComparisons: Sendable {
    package let repository: String
    /// `nil` where the repository could not be scanned.
    let comparisons: [CombinedComparisons.Question: Comparison]?

    package init(_ repository: String, _ comparisons: [Comparison]?) {
        self.repository = repository
        self.comparisons = comparisons.map {
            Dictionary(uniqueKeysWithValues: $0.map { (CombinedComparisons.Question($0), $0) })
        }
    }
}

/// AI against human over several repositories: every endpoint at every age that some repository has.
///
/// Source of the choice of methods: S. Greenland, K. J. Rothman, *Modern Epidemiology* (2008), ch. 15 and 33. Mantel and
/// Haenszel's sums hold where repositories are small and events rare; inverse variance takes the Kaplan–Meier estimates and
/// line endpoints in; random effects tell what holds on average where repositories differ.
package struct CombinedComparisons: Sendable {
    /// An endpoint at one age for one choice of classes.
    struct Question: Hashable {
        let endpoint: Endpoint
        let horizonDays: Int
        let compared: ComparedClass

        static let all = ComparedClass.allCases.flatMap { compared in
            Endpoint.allCases.flatMap { endpoint in
                endpoint.horizons.map { Question(endpoint: endpoint, horizonDays: $0, compared: compared) }
            }
        }
    }

    /// By compared class, endpoint, age, what is compared within, and method.
    package let rows: [CombinedComparison]
    /// By compared class, endpoint, age and repository, in the order given.
    package let parts: [CombinedPart]

    package init(_ repositories: [RepositoryComparisons]) {
        let questions = Question.all.filter { question in
            repositories.contains { $0.comparisons?[question] != nil }
        }
        var rows: [CombinedComparison] = []
        var parts: [CombinedPart] = []
        for question in questions {
            for within in CombinedComparison.Within.allCases {
                let pool = RepositoryPool(question, within, repositories)
                rows += pool.rows
                if within == .repository { parts += pool.parts }
            }
        }
        self.rows = Self.corrected(rows)
        self.parts = parts
    }

    /// Holm's correction over the declared endpoints of the same classes and method, and the verdicts that follow.
    private static func corrected(_ rows: [CombinedComparison]) -> [CombinedComparison] {
        var corrected = rows
        for compared in ComparedClass.allCases {
            for within in CombinedComparison.Within.allCases {
                for method in CombinedComparison.Method.allCases {
                    let family = rows.indices.filter {
                        rows[$0].compared == compared && rows[$0].within == within && rows[$0].method == method
                            && rows[$0].role != .further
                    }
                    let adjusted = HolmCorrection.adjust(family.map { rows[$0].pValue })
                    for (index, p) in zip(family, adjusted) {
                        corrected[index].adjustedP = p
                        corrected[index].verdict = Verdict(
                            ai: rows[index].ai.verdictCounts, human: rows[index].human.verdictCounts,
                            difference: rows[index].difference?.bounds, adjustedP: p)
                    }
                }
            }
        }
        return corrected
    }
}

extension CombinedComparisons.Question {
    init(_ comparison: Comparison) {
        self.init(
            endpoint: comparison.endpoint, horizonDays: comparison.horizonDays, compared: comparison.compared)
    }
}
