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
        let ignored = options.ignoredRevisions.sorted()
        var kept = try KeptLineages(memory, plan: plan) { ids, earlierIgnored in
            let limits = [
                zip(ids, history.ids).prefix { $0 == $1 }.count,
                Set(earlierIgnored).symmetricDifference(ignored).min().map(Int.init) ?? .max,
                // Of what was kept, nobody can ask what stood around a hunk.
                surrounded.firstIndex(of: true) ?? .max,
            ]
            return limits.min()!
        }
        let head = LineageHead(ids: history.ids, ignored: ignored)
        let stamp = head.stamp
        let keep: @Sendable (ByteWriter) throws -> Void = {
            try memory.add(LineageHead.segment($0, stamp: stamp), kind: .lineages)
        }
        let lineages = Lineages(plan, unreadable: scripts.unreadable(of: plan)) { kept.take($0) }
        kept.use.made = lineages.followedLineages
        let keepsAnew = lineages.followedCount * 4 > lineages.versionCount
        defer { memory.note(kept.use, of: .lineages) }
        do {
            let lines = try followed(lineages, kept.lineages, keep: keepsAnew ? keep : nil)
            if keepsAnew {
                try kept.eachSegment(keep)
                try memory.add(head.bytes, kind: .lineages)
                kept.replaceAll()
            }
            return lines
        } catch is ByteReader.Failure {
            kept.replaceAll()
            return try followed(Lineages(plan), KnownLineages(), keep: nil)
        }
    }
}
