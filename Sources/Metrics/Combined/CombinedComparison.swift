import Statistics

/// AI against human on one endpoint at one age over several repositories, each compared within itself.
package struct CombinedComparison: Sendable {
    /// Which commits are compared with each other.
    package enum Within: String, CaseIterable, Sendable {
        /// Those of one repository.
        case repository
        /// Of one repository those alike in size bin, file kind and quarter of landing.
        case alike = "repository_size_kind_quarter"
    }

    /// How the repositories are put together.
    package enum Method: String, CaseIterable, Sendable {
        /// Over the counts of mature commits; not of lines, which live and die with their commit.
        case mantelHaenszel = "mantel_haenszel"
        /// One effect for all repositories, each weighing by the inverse of its variance.
        case inverseVariance = "inverse_variance"
        /// Effects that scatter around one, by DerSimonian and Laird, with Hartung and Knapp's interval.
        case randomEffects = "random_effects"
    }

    package let endpoint: Endpoint
    package let horizonDays: Int
    package let compared: ComparedClass
    package let within: Within
    package let method: Method
    /// Repositories that the row rests on.
    package let repositories: Int
    package let ai: CombinedGroup
    package let human: CombinedGroup
    /// AI − human.
    package let difference: Effect?
    /// AI ÷ human.
    package let ratio: Effect?
    /// Of Mantel and Haenszel only.
    package let oddsRatio: Effect?
    /// Of no difference.
    package let pValue: Double?
    /// After Holm's correction over the declared endpoints; `nil` for further ages.
    package internal(set) var adjustedP: Double?
    /// `nil` for further ages.
    package internal(set) var verdict: Verdict?
    /// How much the repositories' own differences differ; the same for every method, `nil` below two repositories.
    package let heterogeneity: PooledEffect.Heterogeneity?
    /// The same of the ratios.
    package let ratioHeterogeneity: PooledEffect.Heterogeneity?
    /// Why the other repositories of the list are left out, and how many.
    package let leftOut: [(reason: LeftOut, repositories: Int)]

    package var role: Endpoint.Role { endpoint.role(at: horizonDays) }
}

/// One class over the repositories of a combined comparison.
package struct CombinedGroup: Sendable {
    /// Commits; of Mantel and Haenszel mature ones.
    package let commits: Int
    /// Of ``commits``, those with the event by the age; of lines, those that lost one.
    package let events: Int
    /// What a verdict goes by: mature commits and events among them.
    let verdictCounts: Proportion
}

/// Why a repository has no part in a combined comparison.
package enum LeftOut: String, CaseIterable, Sendable {
    case notScanned = "not scanned"
    case noCommits = "no commits to compare"
    case noMature = "no mature commits in one of the classes"
    case noneAlike = "no commits of both classes that are alike"
    /// No standard error.
    case noError = "no event by the age in one of the classes, or not followed that long"
}

/// What one repository gives to a combined comparison within repositories.
package struct CombinedPart: Sendable {
    package let repository: String
    package let endpoint: Endpoint
    package let horizonDays: Int
    package let compared: ComparedClass
    /// `nil` where the repository has none.
    package let comparison: Comparison?
    /// Its shares of the weight in the combined difference, or why it has none.
    package let weights: [CombinedComparison.Method: Result<Double, LeftOut>]
}

extension LeftOut: Error {}
