import Git

extension ReplayedLines {
    /// Follows the lineages to which something was added since an earlier scan, and takes the others from what that kept. Where more
    /// than a quarter is to be followed, all is kept anew.
    ///
    /// What could not be read may be there another time: lineages with such an object are neither taken nor kept, and none where
    /// commits or trees are missing.
    ///
    /// - Parameter surrounded: see ``init(history:plan:scripts:lineages:known:surrounded:jobs:keep:)``.
    static func follow(
        _ history: History, plan: HistoryPlan, scripts: ScriptIndex, surrounded: [Bool], options: LineHistory.Options
    ) throws -> ReplayedLines {
        func followed(
            _ lineages: Lineages, _ known: KnownLineages, keep: (@Sendable (ByteWriter) throws -> Void)?
        ) throws -> ReplayedLines {
            try ReplayedLines(
                history: history, plan: plan, scripts: scripts, lineages: lineages, known: known,
                surrounded: surrounded, jobs: options.jobs, keep: keep)
        }
        guard let memory = options.memory, history.missingParents.isEmpty, history.missingTrees.isEmpty else {
            return try followed(Lineages(plan), KnownLineages(), keep: nil)
        }
        let head = LineageHead(ids: history.ids, ignored: options.ignoredRevisions.sorted())
        var kept = try KeptLineages(memory, plan: plan) { ids, ignored in
            let limits = [
                history.sameCount(as: ids),
                options.ignoredRevisions.symmetricDifference(ignored).min().map(Int.init) ?? .max,
                // Of what was kept, nobody can ask what stood around a hunk.
                surrounded.firstIndex(of: true) ?? .max,
            ]
            return limits.min()!
        }
        defer { memory.note(kept.use, of: .lineages) }
        let stamp = head.stamp
        let keep: @Sendable (ByteWriter) throws -> Void = {
            try memory.add(LineageHead.segment($0, stamp: stamp), kind: .lineages)
        }
        let unreadable = scripts.unreadable(of: plan)
        let lineages = Lineages(plan, unreadable: unreadable) { kept.take($0) }
        kept.use.made = lineages.followedLineages
        var lines: ReplayedLines?
        do {
            if lineages.followedCount * 4 <= lineages.versionCount {
                return try followed(lineages, kept.lineages, keep: nil)
            }
            lines = try followed(lineages, kept.lineages, keep: keep)
            try kept.eachTaken(keep)
        } catch is ByteReader.Failure {
            kept.use.kept = 0
        }
        let whole = try lines ?? followed(Lineages(plan, unreadable: unreadable), KnownLineages(), keep: keep)
        try memory.add(head.bytes, kind: .lineages)
        kept.areReplaced()
        return whole
    }
}
