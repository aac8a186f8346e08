import Attribution
import Git
import LineHistory
import Metrics

/// Completes verdicts with what only the line history knows.
struct VerdictCompletion {
    /// Lines that a commit adds, by path, from 0.
    private typealias AddedLines = [String: [Range<Int>]]

    let history: History
    let lines: LineHistory
    let notes: Notes
    let marks: MarkIndex

    /// Says which commits change nothing, finds the commits that stray notes are about, and measures the share of added
    /// lines that notes claim for AI tools.
    func complete(_ commits: inout [CommitFacts], in repository: borrowing Repository) throws(GitError) {
        let strays = strayNotes()
        var wanted = commits.indices.map { !commits[$0].attribution.lineClaims.isEmpty }
        for stray in strays { wanted[stray.commit] = true }
        let added = addedLines(of: wanted)
        let reader = CommitReader(marks: marks)
        for (commit, strays) in Dictionary(grouping: strays, by: \.commit).sorted(by: { $0.key < $1.key }) {
            let fitting = strays.filter { isAbout(added[commit] ?? [:], $0.place) }
            guard !fitting.isEmpty else { continue }
            for stray in fitting { notes.countMoved(stray.place) }
            let id = history.ids[commit]
            let own = notes.texts(about: id) + fitting.compactMap { notes.text($0.place) }
            commits[commit] = reader.facts(try repository.commitRecord(id), notes: own)
        }
        for (commit, added) in added { commits[commit].attribution.settleLines(added: added) }
        markEmpty(&commits)
    }

    /// Notes of git-ai that are attached to no commit of the history and say that they were written for one, which has none of
    /// its own.
    private func strayNotes() -> [(commit: Int, place: Notes.Place)] {
        let places = notes.settle(history).filter(\.isGitAI)
        guard !places.isEmpty else { return [] }
        let positions = history.positions()
        return places.compactMap { place in
            guard let text = notes.text(place)?.text, let base = GitAINote.baseCommit(of: text),
                let id = ObjectID(hex: base), let position = positions[id], !notes.hasNote(id, under: place.ref)
            else { return nil }
            return (Int(position), place)
        }
    }

    /// Whether a note speaks of the lines that a commit adds. The commit that a note names is often the one that was checked out
    /// when the work began, which is another.
    private func isAbout(_ added: AddedLines, _ place: Notes.Place) -> Bool {
        guard let text = notes.text(place)?.text, let note = GitAINote(text) else { return false }
        return note.reading.fits(added)
    }

    /// - Parameter wanted: by position, whether a commit's lines are looked at.
    private func addedLines(of wanted: [Bool]) -> [Int: AddedLines] {
        guard wanted.contains(true) else { return [:] }
        var added: [Int: AddedLines] = [:]
        for (commit, isWanted) in wanted.enumerated() where isWanted { added[commit] = [:] }
        for (number, version) in lines.versions.enumerated() where wanted[Int(version.commit)] {
            let path = String(decoding: lines.paths[version.path], as: UTF8.self)
            for birth in lines.births(of: VersionNumber(number)) {
                added[Int(version.commit)]![path, default: []].append(Int(birth.run.line)..<Int(birth.run.end))
            }
        }
        return added
    }

    /// A merge that takes what its parents have changes nothing either, but that is what merges are for. Trees are compared,
    /// since a change of permissions makes no version of a file.
    private func markEmpty(_ commits: inout [CommitFacts]) {
        var hasVersions = [Bool](repeating: false, count: history.count)
        for version in lines.versions { hasVersions[Int(version.commit)] = true }
        for commit in commits.indices where !hasVersions[commit] && !history.isMerge(commit) {
            guard history.parents(of: commit).allSatisfy({ history.trees[Int($0)] == history.trees[commit] }) else {
                continue
            }
            commits[commit].attribution.flags.insert(.empty)
        }
    }
}
