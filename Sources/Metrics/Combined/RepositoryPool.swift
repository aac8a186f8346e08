import Statistics

/// The answers of several repositories to one question, put together by every method.
struct RepositoryPool {
    private let question: CombinedComparisons.Question
    private let within: CombinedComparison.Within
    private let repositories: [RepositoryComparisons]
    /// One for each repository.
    private let strata: [Result<MantelHaenszel, LeftOut>]
    private let estimates: [Result<(difference: Effect, ratio: Effect), LeftOut>]
    private let differences: PooledEffect
    private let ratios: PooledEffect

    init(
        _ question: CombinedComparisons.Question, _ within: CombinedComparison.Within,
        _ repositories: [RepositoryComparisons]
    ) {
        self.question = question
        self.within = within
        self.repositories = repositories
        let answers = repositories.map { Self.answer($0, question) }
        strata = answers.map { answer in answer.flatMap { $0.strata(within) } }
        estimates = answers.map { answer in answer.flatMap { $0.estimates(within) } }
        differences = PooledEffect(estimates.map { $0.found?.difference }, .difference)
        ratios = PooledEffect(estimates.map { $0.found?.ratio }, .ratio)
    }

    /// A row for each method that the endpoint allows.
    var rows: [CombinedComparison] {
        let counts = question.endpoint.countsLines ? [] : [mantelHaenszel]
        return counts + [pooled(.inverseVariance, .fixed), pooled(.randomEffects, .random)]
    }

    /// What each repository gives.
    var parts: [CombinedPart] {
        let sums = strata.map { $0.found?.weight ?? 0 }
        let whole = sums.reduce(0, +)
        let (fixed, random) = (differences.weights(.fixed), differences.weights(.random))
        return repositories.indices.map { index in
            var weights: [CombinedComparison.Method: Result<Double, LeftOut>] = [:]
            if !question.endpoint.countsLines {
                weights[.mantelHaenszel] = strata[index].map { $0.weight / whole }
            }
            weights[.inverseVariance] = estimates[index].flatMap { _ in Self.weight(fixed[index]) }
            if differences.places > 1 {
                weights[.randomEffects] = estimates[index].flatMap { _ in Self.weight(random[index]) }
            }
            return CombinedPart(
                repository: repositories[index].repository, endpoint: question.endpoint,
                horizonDays: question.horizonDays, compared: question.compared,
                comparison: repositories[index].comparisons?[question], weights: weights)
        }
    }

    private var mantelHaenszel: CombinedComparison {
        let test = MantelHaenszel(over: strata.compactMap(\.found))
        return row(
            .mantelHaenszel, strata.map(\.leftOut), difference: test.difference, ratio: test.ratio,
            oddsRatio: test.oddsRatio, pValue: test.pValue())
    }

    private func pooled(_ method: CombinedComparison.Method, _ model: PooledEffect.Model) -> CombinedComparison {
        row(
            method, estimates.map(\.leftOut), difference: differences.effect(model), ratio: ratios.effect(model),
            oddsRatio: nil, pValue: differences.pValue(model))
    }

    /// - Parameter reasons: one for each repository; `nil` for those that have a part.
    private func row(
        _ method: CombinedComparison.Method, _ reasons: [LeftOut?], difference: Effect?, ratio: Effect?,
        oddsRatio: Effect?, pValue: Double?
    ) -> CombinedComparison {
        let used = zip(repositories, reasons).compactMap { repository, reason in
            reason == nil ? repository.comparisons?[question] : nil
        }
        return CombinedComparison(
            endpoint: question.endpoint, horizonDays: question.horizonDays, compared: question.compared, within: within,
            method: method, repositories: used.count, ai: CombinedGroup(used.map(\.ai), method),
            human: CombinedGroup(used.map(\.human), method), difference: difference, ratio: ratio, oddsRatio: oddsRatio,
            pValue: pValue, heterogeneity: differences.heterogeneity, ratioHeterogeneity: ratios.heterogeneity,
            leftOut: LeftOut.allCases.compactMap { reason in
                let count = reasons.count { $0 == reason }
                return count > 0 ? (reason, count) : nil
            })
    }

    private static func answer(
        _ repository: RepositoryComparisons, _ question: CombinedComparisons.Question
    ) -> Result<Comparison, LeftOut> {
        guard let comparisons = repository.comparisons else { return .failure(.notScanned) }
        guard let comparison = comparisons[question] else { return .failure(.noCommits) }
        return .success(comparison)
    }

    private static func weight(_ share: Double?) -> Result<Double, LeftOut> {
        share.map { .success($0) } ?? .failure(.noError)
    }
}

extension Comparison {
    /// The counts of mature commits; of a repository as a whole one stratum.
    fileprivate func strata(_ within: CombinedComparison.Within) -> Result<MantelHaenszel, LeftOut> {
        switch within {
        case .repository:
            let whole = MantelHaenszel([Stratum(first: ai.matureCounts, second: human.matureCounts)])
            return whole.sharedStrata > 0 ? .success(whole) : .failure(.noMature)
        case .alike:
            guard ai.mature > 0, human.mature > 0 else { return .failure(.noMature) }
            guard let strata = stratified.strata, strata.sharedStrata > 0 else { return .failure(.noneAlike) }
            return .success(strata)
        }
    }

    /// The estimates that have a standard error; within the repository it takes one in each class, for the difference of a
    /// share that is known and one without events would look far surer than it is.
    fileprivate func estimates(
        _ within: CombinedComparison.Within
    ) -> Result<(difference: Effect, ratio: Effect), LeftOut> {
        let pair: (Effect?, Effect?)
        switch within {
        case .repository:
            guard ai.hasError, human.hasError else { return .failure(.noError) }
            pair = (difference, ratio)
        case .alike:
            guard ai.mature > 0, human.mature > 0 else { return .failure(.noMature) }
            guard stratified.sharedStrata > 0 else { return .failure(.noneAlike) }
            pair = (stratified.difference, stratified.ratio)
        }
        guard let difference = pair.0, let ratio = pair.1, difference.hasError, ratio.hasError else {
            return .failure(.noError)
        }
        return .success((difference, ratio))
    }
}

extension ComparedGroup {
    fileprivate var hasError: Bool { (standardError ?? 0) > 0 }

    fileprivate var matureCounts: Proportion { Proportion(events: matureEvents ?? 0, total: mature) }
}

extension Effect {
    fileprivate var hasError: Bool { (standardError ?? 0) > 0 }
}

extension CombinedGroup {
    fileprivate init(_ groups: [ComparedGroup], _ method: CombinedComparison.Method) {
        func sum(_ count: (ComparedGroup) -> Int) -> Int { groups.reduce(0) { $0 + count($1) } }
        let isMature = method == .mantelHaenszel
        self.init(
            commits: sum { isMature ? $0.mature : $0.commits },
            events: sum { isMature ? $0.matureEvents ?? 0 : $0.events },
            verdictCounts: Proportion(
                events: sum { isMature ? $0.matureEvents ?? 0 : $0.verdictCounts.events }, total: sum { $0.mature }))
    }
}

extension Result {
    fileprivate var found: Success? {
        if case .success(let value) = self { value } else { nil }
    }

    fileprivate var leftOut: Failure? {
        if case .failure(let reason) = self { reason } else { nil }
    }
}
