import Git

extension LineHistory {
    /// Finds out where each version of each file came from; from where an earlier run's plan ends, if the history goes on there.
    ///
    /// - Returns: the plan, and those of earlier runs, which are still to be closed.
    static func makePlan(
        _ history: History, _ repositoryPath: String, _ options: Options,
        _ progress: @escaping @Sendable (StageProgress) -> Void
    ) throws -> (plan: HistoryPlan, kept: KeptPlans) {
        let repository = try Repository(path: repositoryPath)
        var kept = try KeptPlans(options.memory, history, ignored: options.ignoredRevisions, in: repository)
        let continued = kept.take()
        let first = continued?.commitCount ?? 0
        var trees = try ComparedTrees(
            history, after: continued, repositoryPath: repositoryPath, options: options, progress: progress)
        var planner = Planner(history: history, after: consume continued)
        for position in first..<history.count {
            let (result, comparison) = try trees.comparison(of: position)
            try planner.add(position, result, comparison, in: repository)
        }
        trees.close()
        return (planner.finished(), kept)
    }
}
