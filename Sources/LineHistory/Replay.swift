import Git

/// Carries the origins of lines forward, commit by commit, along the scripts.
struct Replay: ~Copyable {
    private let plan: HistoryPlan
    let scripts: ScriptIndex
    private let history: History
    let counted: [Bool]
    private var lines: [FileLines?]
    private var uses: [UInt32]

    private(set) var births: [LineBirth] = []
    private(set) var removals: [LineRemoval] = []
    private(set) var continued: ContinuedLines
    private(set) var counts: [CommitLineCounts] = []
    private(set) var surroundings: HunkSurroundings
    /// Of the last edit.
    private var trace = EditTrace()

    /// - Parameters:
    ///   - counted: by path number, whether its lines count for ``counts``.
    ///   - surroundedFrom: the first commit whose hunks have ``surroundings``.
    init(history: History, plan: HistoryPlan, scripts: ScriptIndex, counted: [Bool], surroundedFrom: Int) {
        self.counted = counted
        surroundings = HunkSurroundings(from: surroundedFrom)
        self.history = history
        self.plan = plan
        self.scripts = scripts
        continued = ContinuedLines(versionCount: plan.versions.count)
        lines = Array(repeating: nil, count: plan.versions.count)
        uses = Array(repeating: 0, count: plan.versions.count)
        for edge in plan.edges { uses[Int(edge.old)] += 1 }
        for (_, version) in plan.tip { uses[Int(version)] += 1 }
        counts.reserveCapacity(history.count)
        births.reserveCapacity(scripts.addingHunkCount)
    }

    /// Goes on by one commit.
    mutating func advance(_ commit: Int) {
        counts.append(CommitLineCounts())
        let isMerge = history.isMerge(commit)
        for version in plan.versions(of: commit) {
            let edges = plan.edges(of: version)
            let before = counts[commit]
            if plan.versions[Int(version)].entry == nil {
                removeAll(of: plan.edges[edges.lowerBound], isMerge: isMerge)
            } else if isMerge {
                merge(version, edges)
            } else {
                change(version, edges)
            }
            if !counted[Int(plan.versions[Int(version)].path)] { counts[commit] = before }
            for edge in edges { release(plan.edges[edge].old) }
            if uses[Int(version)] == 0 { lines[Int(version)] = nil }
        }
    }

    /// Counts files that a commit moved unchanged; to be called once, at the end.
    mutating func addUnchangedMoves() {
        for (commit, version, path) in plan.unchangedMoves where counted[Int(path)] {
            let lineCount = Int(scripts.script(of: version).script.newLineCount)
            let isSubmodule = plan.versions[Int(version)].entry?.kind == .submodule
            counts[Int(commit)].addedWithoutRenames += isSubmodule ? 1 : lineCount
            counts[Int(commit)].files += 1
        }
    }

    /// The origins of a file at the tip.
    func runs(of version: VersionNumber) -> [LineRun] {
        lines[Int(version)]?.runs ?? []
    }

    private func hunks(_ piece: Int, _ script: EditScript) -> ArraySlice<Hunk> {
        scripts.pieces[piece].hunks(of: script)
    }

    private mutating func release(_ version: VersionNumber) {
        uses[Int(version)] -= 1
        if uses[Int(version)] == 0 { lines[Int(version)] = nil }
    }

    private mutating func change(_ version: VersionNumber, _ edges: Range<Int>) {
        let (piece, script) = scripts.script(of: version)
        let commit = counts.count - 1
        counts[commit].files += 1
        guard let edge = edges.first.map({ plan.edges[$0] }) else {
            if !plan.isTypeChange(to: version) {
                counts[commit].added += Int(script.added)
                counts[commit].addedWithoutRenames += Int(script.added)
            }
            lines[Int(version)] = FileLines(version: version, count: script.newLineCount)
            addBirths(hunks(piece, script), version, piece, script)
            return
        }
        let hunks = hunks(piece, script)
        var own = takeLines(of: edge.old)
        trace.follow(hunks, through: own)
        if commit >= surroundings.firstCommit { surroundings.add(own, hunks, at: trace.places, of: version) }
        addContinuations(from: own, version, piece, script)
        if !edge.isRename { addRemovals(by: version, piece, script, continuing: continuing(piece, script)) }
        addBirths(hunks, version, piece, script)
        countEdit(script, isRename: edge.isRename, in: commit)
        own.edit(by: hunks, into: version, &trace)
        lines[Int(version)] = own
    }

    /// The lines of an old version: its own, to be changed in place, where nobody asks for them again.
    private mutating func takeLines(of version: VersionNumber) -> FileLines {
        (uses[Int(version)] == 1 ? lines[Int(version)].take() : lines[Int(version)]) ?? FileLines()
    }

    private mutating func countEdit(_ script: EditScript, isRename: Bool, in commit: Int) {
        counts[commit].added += Int(script.added)
        counts[commit].deleted += Int(script.deleted)
        if isRename {
            // The old path's deletion is counted where it is met.
            counts[commit].addedWithoutRenames += script.newContent == .submodule ? 1 : Int(script.newLineCount)
        } else {
            counts[commit].addedWithoutRenames += Int(script.added)
            counts[commit].deletedWithoutRenames += Int(script.deleted)
        }
    }

    private mutating func merge(_ version: VersionNumber, _ edges: Range<Int>) {
        counts[counts.count - 1].files += 1
        var combined: FileLines?
        var removed: [LineRun] = []
        for (index, edge) in edges.enumerated() {
            let (piece, script) = scripts.script(of: version, edge: index)
            let old = lines[Int(plan.edges[edge].old)] ?? FileLines()
            let seen = old.edited(by: hunks(piece, script), into: version, &trace)
            for (run, _) in trace.removed { removed.append(run) }
            combined = combined?.filled(from: seen, version: version) ?? seen
            if index == 0 { addContinuations(from: old, version, piece, script) }
        }
        let (piece, script) = scripts.script(of: version)
        let new = combined ?? FileLines(version: version, count: script.newLineCount)
        for run in new.runs.missing(from: removed) {
            removals.append(LineRemoval(run: run, by: version, marks: nil, continues: false))
        }
        addMergeBirths(new, version, piece, script)
        lines[Int(version)] = new
    }

    /// Of a deleted path, the lines that no renamed path carries on.
    private mutating func removeAll(of edge: VersionEdge, isMerge: Bool) {
        let commit = counts.count - 1
        let old = lines[Int(edge.old)] ?? FileLines()
        let (piece, script) = scripts.script(of: edge.new)
        if !isMerge && !plan.isTypeChange(to: edge.new + 1) {
            counts[commit].deletedWithoutRenames += Int(script.deleted)
            if plan.carriedDeletions[edge.new] == nil {
                counts[commit].deleted += Int(script.deleted)
                counts[commit].files += 1
            }
        } else {
            counts[commit].files += 1
        }
        if let carried = plan.carriedDeletions[edge.new] {
            if !carried.livesOnUnchanged { removeUncarried(old, carried.edges, isMerge: isMerge) }
            return
        }
        trace.follow(hunks(piece, script), through: old)
        if isMerge {
            removals += trace.removed.map { LineRemoval(run: $0.run, by: edge.new, marks: nil, continues: false) }
        } else {
            addRemovals(by: edge.new, piece, script, continuing: [])
        }
    }

    /// A file renamed to one path or more loses the lines that none of them has.
    private mutating func removeUncarried(_ old: FileLines, _ edges: [UInt32], isMerge: Bool) {
        guard !isMerge, let first = edges.first.map({ plan.edges[Int($0)] }) else { return }
        let (piece, script) = scripts.script(of: first.new)
        trace.follow(hunks(piece, script), through: old)
        if edges.count > 1 {
            // Rare: lines survive at any of several copies, and only those that all copies lack are gone.
            let removed = trace.removed.map(\.run)
            var survivors: [LineRun] = []
            for edge in edges {
                let (piece, script) = scripts.script(of: plan.edges[Int(edge)].new)
                survivors += old.edited(by: hunks(piece, script), into: plan.edges[Int(edge)].new, &trace).runs
            }
            removals += survivors.missing(from: removed)
                .map { LineRemoval(run: $0, by: first.new, marks: nil, continues: false) }
            return
        }
        addRemovals(by: first.new, piece, script, continuing: continuing(piece, script))
    }

    /// Which of the removed lines of a script continue, ascending.
    private func continuing(_ piece: Int, _ script: EditScript) -> [UInt32] {
        guard !script.continuations.isEmpty else { return [] }
        var numbers: [UInt32] = []
        var pairs = scripts.pieces[piece].continuations(of: script)
        var before: UInt32 = 0
        for hunk in hunks(piece, script) {
            while let pair = pairs.first, hunk.oldLines.contains(Int(pair.oldLine)) {
                numbers.append(before + pair.oldLine - UInt32(hunk.oldStart))
                pairs.removeFirst()
            }
            before += UInt32(hunk.oldCount)
        }
        return numbers
    }

    /// Adds what the last edit removed.
    ///
    /// - Parameter continuing: the numbers of removed lines that go on, ascending.
    private mutating func addRemovals(
        by version: VersionNumber, _ piece: Int, _ script: EditScript, continuing: [UInt32]
    ) {
        var next = continuing[...]
        for (run, before) in trace.removed {
            var start: UInt32 = 0
            while start < run.count {
                let continues = next.first == before + start
                var end = start
                if continues {
                    while end < run.count && next.first == before + end {
                        next = next.dropFirst()
                        end += 1
                    }
                } else {
                    end = min(run.count, next.first.map { $0 - before } ?? .max)
                }
                removals.append(
                    LineRemoval(
                        run: run.part(start, end - start), by: version,
                        marks: MarkPlace(piece: UInt32(piece), start: script.removedMarks + before + start),
                        continues: continues))
                start = end
            }
        }
    }

    private mutating func addBirths(
        _ hunks: ArraySlice<Hunk>, _ version: VersionNumber, _ piece: Int, _ script: EditScript
    ) {
        var before: UInt32 = 0
        for hunk in hunks where hunk.newCount > 0 {
            births.append(
                LineBirth(
                    run: LineRun(version: version, line: UInt32(hunk.newStart), count: UInt32(hunk.newCount)),
                    marks: MarkPlace(piece: UInt32(piece), start: script.addedMarks + before)))
            before += UInt32(hunk.newCount)
        }
    }

    /// A merge's own lines are among those that are new against its first parent, where their marks are.
    private mutating func addMergeBirths(
        _ lines: FileLines, _ version: VersionNumber, _ piece: Int, _ script: EditScript
    ) {
        let own = lines.runs.filter { $0.version == version }
        var before: UInt32 = 0
        for hunk in hunks(piece, script) where hunk.newCount > 0 {
            let (start, end) = (UInt32(hunk.newStart), UInt32(hunk.newStart + hunk.newCount))
            for run in own where run.line < end && run.end > start {
                let from = max(run.line, start)
                births.append(
                    LineBirth(
                        run: LineRun(version: version, line: from, count: min(run.end, end) - from),
                        marks: MarkPlace(piece: UInt32(piece), start: script.addedMarks + before + from - start)))
                counts[counts.count - 1].added += Int(min(run.end, end) - from)
            }
            before += UInt32(hunk.newCount)
        }
    }

    private mutating func addContinuations(
        from old: FileLines, _ version: VersionNumber, _ piece: Int, _ script: EditScript
    ) {
        guard !script.continuations.isEmpty else { return }
        var reader = FileLinesReader(old)
        var position: UInt32 = 0
        var runs: [ContinuedRun] = []
        for pair in scripts.pieces[piece].continuations(of: script) {
            reader.skip(pair.oldLine - position)
            var origin = LineRun(version: 0, line: 0, count: 1)
            reader.read(1) { origin = $0 }
            position = pair.oldLine + 1
            let root = continued.root(of: origin)
            if let last = runs.last, last.origin.version == root.version, last.origin.end == root.line,
                last.line + last.origin.count == pair.newLine
            {
                runs[runs.count - 1] = ContinuedRun(
                    line: last.line,
                    origin: LineRun(version: root.version, line: last.origin.line, count: last.origin.count + 1))
            } else {
                runs.append(ContinuedRun(line: pair.newLine, origin: root))
            }
        }
        continued.add(runs, of: version)
    }
}
