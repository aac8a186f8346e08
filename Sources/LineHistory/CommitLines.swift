import Git

/// One line that a commit added or removed.
package struct ChangedLine: Sendable {
    package let mark: LineMark
    /// The version that has the line first, or that has it no longer.
    package let version: VersionNumber
    /// Lines of one run stand together in the file: the number counts from the commit's first run of the side.
    package let run: UInt32
    /// Whether only white space changed, or an ignored revision changed the line.
    package let continues: Bool
}

/// The lines that one commit added and removed, file by file and top to bottom.
///
/// A merge has only those lines that no parent has, and no removed ones.
package struct CommitLines: Sendable {
    /// Lines that were changed into others; indices of ``removed`` and ``added``.
    package struct Update: Sendable {
        package let removed: Int
        package let added: Int
        /// See ``LineUpdate/substitution``.
        package let substitution: UInt32
    }

    package internal(set) var added: [ChangedLine] = []
    package internal(set) var removed: [ChangedLine] = []
    package internal(set) var updates: [Update] = []
}

extension LineHistory {
    /// The lines of one commit's change. Linear in their number.
    package func changedLines(of commit: Int) -> CommitLines {
        let own = versions(of: commit)
        var lines = CommitLines()
        guard !own.isEmpty else { return lines }
        var places = (added: MarkPlaces(), removed: MarkPlaces())
        var runs: UInt32 = 0
        for version in own {
            for birth in births(of: version) {
                places.added.add(birth.marks, count: birth.run.count, at: lines.added.count)
                add(birth, run: runs, to: &lines)
                runs += 1
            }
        }
        addRemovals(of: commit, places: &places.removed, to: &lines)
        if !history.isMerge(commit) {
            places.added.sort()
            places.removed.sort()
            addUpdates(own, places, to: &lines)
        }
        return lines
    }

    private func addRemovals(of commit: Int, places: inout MarkPlaces, to lines: inout CommitLines) {
        var hunks = HunkCursor()
        for version in versions(of: commit) {
            for removal in lives.lists.removals(at: version) {
                guard let place = removal.marks else { continue }
                hunks.enter(removal.by, of: self)
                places.add(place, count: removal.run.count, at: lines.removed.count)
                for (offset, mark) in marks(of: removal).enumerated() {
                    lines.removed.append(
                        ChangedLine(
                            mark: mark, version: removal.by, run: hunks.number(of: place.start + UInt32(offset)),
                            continues: removal.continues))
                }
            }
        }
    }

    private func add(_ birth: LineBirth, run number: UInt32, to lines: inout CommitLines) {
        let marks = marks(of: birth)
        var index = marks.startIndex
        eachSubstantiveOrigin(of: birth.run) { origin in
            for mark in marks[index..<index + Int(origin.count)] {
                lines.added.append(
                    ChangedLine(
                        mark: mark, version: birth.run.version, run: number,
                        continues: origin.version != birth.run.version))
            }
            index += Int(origin.count)
        }
    }

    private func addUpdates(
        _ own: Range<VersionNumber>, _ places: (added: MarkPlaces, removed: MarkPlaces), to lines: inout CommitLines
    ) {
        for version in own {
            let (piece, script) = scripts.script(of: version)
            for update in scripts.pieces[piece].updates(of: script) {
                // A line may live on in another copy of a renamed file.
                guard let added = places.added.index(of: MarkPlace(piece: UInt32(piece), start: update.added)),
                    let removed = places.removed.index(of: MarkPlace(piece: UInt32(piece), start: update.removed))
                else { continue }
                lines.updates.append(
                    CommitLines.Update(removed: removed, added: added, substitution: update.substitution))
            }
        }
    }
}

extension LineHistory {
    /// What a version holds, and what its text says of itself.
    package func content(of version: VersionNumber) -> (kind: ContentKind, traits: ContentTraits) {
        let script = scripts.script(of: version).script
        return (script.newContent, script.newTraits)
    }

    /// What stood before a version at the first parent that has the file.
    package func previousVersion(of version: VersionNumber) -> VersionNumber? {
        plan.edges(of: version).first.map { plan.edges[$0].old }
    }

    /// Lines that lead to a version from the first parent's, as `git log --numstat` counts them.
    package func numstat(of version: VersionNumber) -> (added: Int, deleted: Int) {
        let script = scripts.script(of: version).script
        return (Int(script.added), Int(script.deleted))
    }
}

/// Numbers the hunks of a commit by the marks of their removed lines.
private struct HunkCursor {
    private var version: VersionNumber?
    /// The end of each hunk's marks.
    private var ends: [UInt32] = []
    private var index = 0
    /// Hunks of the versions before.
    private var before = 0

    mutating func enter(_ next: VersionNumber, of history: LineHistory) {
        guard next != version else { return }
        version = next
        before += ends.count
        index = 0
        let (piece, script) = history.scripts.script(of: next)
        var end = script.removedMarks
        ends = history.scripts.pieces[piece].hunks(of: script).map { hunk in
            end += UInt32(hunk.oldCount)
            return end
        }
    }

    mutating func number(of mark: UInt32) -> UInt32 {
        while index < ends.count - 1, ends[index] <= mark { index += 1 }
        return UInt32(before + index)
    }
}

/// Finds the line of a commit by the place of its mark.
private struct MarkPlaces {
    private var runs: [(place: MarkPlace, count: UInt32, first: Int)] = []

    /// - Parameter first: the index of the first of the lines.
    mutating func add(_ place: MarkPlace, count: UInt32, at first: Int) {
        runs.append((place, count, first))
    }

    /// To be called once, before the first question.
    mutating func sort() {
        runs.sort { ($0.place.piece, $0.place.start) < ($1.place.piece, $1.place.start) }
    }

    func index(of place: MarkPlace) -> Int? {
        let next = runs.firstIndexSorted { ($0.place.piece, $0.place.start) > (place.piece, place.start) }
        guard next > 0, case let run = runs[next - 1], run.place.piece == place.piece,
            place.start < run.place.start + run.count
        else { return nil }
        return run.first + Int(place.start - run.place.start)
    }
}
