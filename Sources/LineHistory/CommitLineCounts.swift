import Git

/// What one commit changed, in lines.
package struct CommitLineCounts: Hashable, Sendable {
    /// Changed paths, renamed ones once.
    package var files = 0
    /// Lines as `git log --numstat` with renames would count them; for a merge, those that no parent has.
    package var added = 0
    package var deleted = 0
    /// Lines as `git log --numstat --no-renames` counts them; 0 for a merge.
    package var addedWithoutRenames = 0
    package var deletedWithoutRenames = 0
}

extension CommitLineCounts {
    /// The counts of every commit, by position.
    ///
    /// - Parameters:
    ///   - counted: by path number, whether its lines count.
    ///   - mergedLines: how many lines a version that a merge made has that no parent has.
    static func all(
        _ history: History, _ plan: HistoryPlan, _ scripts: ScriptIndex, counted: [Bool],
        mergedLines: (VersionNumber) -> Int
    ) -> [CommitLineCounts] {
        var counts = (0..<history.count).map { commit in
            let isMerge = history.isMerge(commit)
            var counts = CommitLineCounts()
            for version in plan.versions(of: commit) where counted[Int(plan.versions[Int(version)].path)] {
                let edge = plan.edges(of: version).first.map { plan.edges[$0] }
                if plan.versions[Int(version)].entry == nil {
                    counts.addDeletion(edge!, plan, scripts, isMerge: isMerge)
                } else if isMerge {
                    counts.files += 1
                    counts.added += mergedLines(version)
                } else {
                    let isTypeChange = edge == nil && plan.isTypeChange(to: version)
                    counts.addChange(edge, scripts.script(of: version).script, isTypeChange: isTypeChange)
                }
            }
            return counts
        }
        // Files that a commit moved unchanged have no version of their own.
        for (commit, version, path) in plan.unchangedMoves where counted[Int(path)] {
            let script = scripts.script(of: version).script
            counts[Int(commit)].addedWithoutRenames += script.wholeLineCount
            counts[Int(commit)].files += 1
        }
        return counts
    }
}

extension CommitLineCounts {
    private mutating func addChange(_ edge: VersionEdge?, _ script: EditScript, isTypeChange: Bool) {
        files += 1
        if isTypeChange { return }
        added += Int(script.added)
        deleted += Int(script.deleted)
        if edge?.isRename == true {
            // The old path's deletion is counted where it is met.
            addedWithoutRenames += script.wholeLineCount
        } else {
            addedWithoutRenames += Int(script.added)
            deletedWithoutRenames += Int(script.deleted)
        }
    }

    private mutating func addDeletion(_ edge: VersionEdge, _ plan: HistoryPlan, _ scripts: ScriptIndex, isMerge: Bool) {
        if isMerge || plan.isTypeChange(to: edge.new + 1) {
            files += 1
            return
        }
        let lines = Int(scripts.script(of: edge.new).script.deleted)
        deletedWithoutRenames += lines
        if plan.carriedDeletions[edge.new] == nil {
            deleted += lines
            files += 1
        }
    }
}

extension EditScript {
    /// The lines of the new content as numstat counts them where all of them are new.
    fileprivate var wholeLineCount: Int { newContent == .submodule ? 1 : Int(newLineCount) }
}
