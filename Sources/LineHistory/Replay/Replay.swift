import Git

/// Carries the origins of the lines of one piece of the history's lineages forward, commit by commit, along the scripts.
struct Replay: ~Copyable {
    private let history: History
    private let plan: HistoryPlan
    private let scripts: ScriptIndex
    private let lineages: Lineages
    private let versions: ArraySlice<VersionNumber>
    /// By position: the commits whose hunks have surroundings.
    private let surrounded: [Bool]
    // By place in the piece.
    private var lines: [FileLines?]
    private var uses: [UInt32]

    private var result: ReplayedPiece
    /// Of the last edit.
    private var trace = EditTrace()

    /// - Parameter surrounded: by position, the commits whose hunks have ``ReplayedPiece/surroundings``.
    init(
        history: History, plan: HistoryPlan, scripts: ScriptIndex, lineages: Lineages, piece: Int, surrounded: [Bool]
    ) {
        self.history = history
        self.plan = plan
        self.scripts = scripts
        self.lineages = lineages
        self.surrounded = surrounded
        versions = lineages.versions(in: piece)
        lines = Array(repeating: nil, count: versions.count)
        uses = Array(lineages.uses(in: piece))
        result = ReplayedPiece(versionCount: versions.count)
    }

    /// Follows all versions of the piece.
    consuming func followed() -> ReplayedPiece {
        for (place, version) in versions.enumerated() {
            let edges = plan.edges(of: version)
            let isMerge = history.isMerge(Int(plan.versions[Int(version)].commit))
            if plan.versions[Int(version)].entry == nil {
                removeAll(of: plan.edges[edges.lowerBound], isMerge: isMerge)
            } else if isMerge {
                lines[place] = merged(version, edges)
            } else {
                lines[place] = changed(version, edges)
            }
            for edge in edges { release(plan.edges[edge].old) }
            if uses[place] == 0 { lines[place] = nil }
            result.endVersion()
        }
        for (place, version) in versions.enumerated() {
            if let left = lines[place] { result.left.append((version, left.runs)) }
        }
        return result.withoutSpareRoom
    }

    private func lines(of version: VersionNumber) -> FileLines {
        lines[lineages.place(of: version)] ?? FileLines()
    }

    private func hunks(_ piece: Int, _ script: EditScript) -> [Hunk] {
        scripts.pieces[piece].hunks(of: script)
    }

    private mutating func release(_ version: VersionNumber) {
        let place = lineages.place(of: version)
        uses[place] -= 1
        if uses[place] == 0 { lines[place] = nil }
    }

    private mutating func changed(_ version: VersionNumber, _ edges: Range<Int>) -> FileLines {
        let (piece, script) = scripts.script(of: version)
        let hunks = hunks(piece, script)
        guard let edge = edges.first.map({ plan.edges[$0] }) else {
            addBirths(version, piece, script, hunks)
            return FileLines(version: version, count: script.newLineCount)
        }
        var own = takeLines(of: edge.old)
        trace.follow(hunks, through: own)
        if surrounded[Int(plan.versions[Int(version)].commit)] {
            result.surroundings.add(own, hunks, at: trace.places, of: version)
        }
        addContinuations(from: own, version, piece, script)
        if !edge.isRename { addRemovals(by: version, piece, script, continuing: continuing(piece, script, hunks)) }
        addBirths(version, piece, script, hunks)
        own.edit(by: hunks, into: version, &trace)
        return own
    }

    /// The lines of an old version: its own, to be changed in place, where nobody asks for them again.
    private mutating func takeLines(of version: VersionNumber) -> FileLines {
        let place = lineages.place(of: version)
        return (uses[place] == 1 ? lines[place].take() : lines[place]) ?? FileLines()
    }

    private mutating func merged(_ version: VersionNumber, _ edges: Range<Int>) -> FileLines {
        var combined: FileLines?
        var removed: [LineRun] = []
        for (index, edge) in edges.enumerated() {
            let (piece, script) = scripts.script(of: version, edge: index)
            let old = lines(of: plan.edges[edge].old)
            let seen = old.edited(by: hunks(piece, script), into: version, &trace)
            for (run, _) in trace.removed { removed.append(run) }
            combined = combined?.filled(from: seen, version: version) ?? seen
            if index == 0 { addContinuations(from: old, version, piece, script) }
        }
        let (piece, script) = scripts.script(of: version)
        let new = combined ?? FileLines(version: version, count: script.newLineCount)
        for run in new.runs.missing(from: removed) {
            result.removals.append(LineRemoval(run: run, by: version, marks: nil, continues: false))
        }
        addMergeBirths(new, version, piece, script)
        return new
    }

    /// Of a deleted path, the lines that no renamed path carries on.
    private mutating func removeAll(of edge: VersionEdge, isMerge: Bool) {
        let old = lines(of: edge.old)
        if let carried = plan.carriedDeletions[edge.new] {
            if !carried.livesOnUnchanged { removeUncarried(old, carried.edges, isMerge: isMerge) }
            return
        }
        let (piece, script) = scripts.script(of: edge.new)
        trace.follow(hunks(piece, script), through: old)
        if isMerge {
            for (run, _) in trace.removed {
                result.removals.append(LineRemoval(run: run, by: edge.new, marks: nil, continues: false))
            }
        } else {
            addRemovals(by: edge.new, piece, script, continuing: [])
        }
    }

    /// A file renamed to one path or more loses the lines that none of them has.
    private mutating func removeUncarried(_ old: FileLines, _ edges: [UInt32], isMerge: Bool) {
        guard !isMerge, let first = edges.first.map({ plan.edges[Int($0)] }) else { return }
        let (piece, script) = scripts.script(of: first.new)
        let hunks = hunks(piece, script)
        trace.follow(hunks, through: old)
        if edges.count > 1 {
            // Rare: lines survive at any of several copies, and only those that all copies lack are gone.
            let removed = trace.removed.map(\.run)
            var survivors: [LineRun] = []
            for edge in edges {
                let (piece, script) = scripts.script(of: plan.edges[Int(edge)].new)
                survivors += old.edited(by: self.hunks(piece, script), into: plan.edges[Int(edge)].new, &trace).runs
            }
            for run in survivors.missing(from: removed) {
                result.removals.append(LineRemoval(run: run, by: first.new, marks: nil, continues: false))
            }
            return
        }
        addRemovals(by: first.new, piece, script, continuing: continuing(piece, script, hunks))
    }

    /// Which of the removed lines of a script continue, ascending.
    private func continuing(_ piece: Int, _ script: EditScript, _ hunks: [Hunk]) -> [UInt32] {
        guard !script.continuations.isEmpty else { return [] }
        var numbers: [UInt32] = []
        var pairs = scripts.pieces[piece].continuations(of: script)
        var before: UInt32 = 0
        for hunk in hunks {
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
                result.removals.append(
                    LineRemoval(
                        run: run.part(start, end - start), by: version,
                        marks: MarkPlace(piece: UInt32(piece), start: script.removedMarks + before + start),
                        continues: continues))
                start = end
            }
        }
    }

    private mutating func addBirths(
        _ version: VersionNumber, _ piece: Int, _ script: EditScript, _ hunks: [Hunk]
    ) {
        scripts.eachAddition(of: version, piece, script, hunks) { result.births.append($0) }
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
                result.births.append(
                    LineBirth(
                        run: LineRun(version: version, line: from, count: min(run.end, end) - from),
                        marks: MarkPlace(piece: UInt32(piece), start: script.addedMarks + before + from - start)))
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
            let root = result.continued.root(of: origin, at: lineages.place(of: origin.version))
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
        result.continued.add(runs, at: lineages.place(of: version))
    }
}
