import Git

/// Judges commits: who wrote this one, and which marks say so.
///
/// Every distinct identity and every distinct trailer is looked at once, however many commits carry it. Not `Sendable`:
/// one for each worker, all with the same ``MarkIndex``.
package final class Attributor {
    private let reader: MarkReader
    private let messageMarks: MarkMatcher
    private let branchMarks: MarkMatcher
    private let noteMarks: [MarkMatcher]
    private let order: [String: Int]

    package init(index: MarkIndex = .standard) {
        reader = MarkReader(index: index)
        messageMarks = MarkMatcher(index.message)
        branchMarks = MarkMatcher(index.branch)
        noteMarks = index.notes.map(MarkMatcher.init)
        order = index.order
    }

    package convenience init(table: MarkTable) {
        self.init(index: MarkIndex(table))
    }

    /// The verdict on a commit.
    package func verdict(for commit: CommitMarks) -> Verdict {
        let coAuthors = Set(commit.trailers.lazy.filter { self.reader.isCoAuthor($0.key) }.map(\.value))
        let shape = MessageShape(commit.message, coAuthors: coAuthors.count)
        var findings = Findings(authoredOn: CivilDay(seconds: commit.authoredAt))
        findings.flags = shape.flags
        if commit.isMerge { findings.flags.insert(.merge) }
        if commit.isEmptyChange == true { findings.flags.insert(.empty) }

        findings.add(reader.author(commit.author))
        findings.add(reader.committer(commit.committer))
        for trailer in commit.trailers {
            guard let reading = reader.trailer(trailer), !shape.isQuotation(line: trailer.line) else { continue }
            findings.add(reading, isLowered: !trailer.lead.isEmpty, beside: commit.trailers)
        }
        for hit in messageMarks.lineMatches(in: commit.message, lines: shape.lines, isRead: shape.isOwn) {
            findings.add(MarkMatch(hit.mark, text: hit.text, models: ModelName.all(in: hit.text)))
        }
        if commit.isMerge, let branch = mergedBranch(subject: shape.subject) {
            let hits = branchMarks.matches(in: branch)
            let rank = hits.map(\.mark.rank).min()
            for hit in hits where hit.mark.rank == rank { findings.add(MarkMatch(hit.mark, text: hit.text)) }
        }
        for note in commit.notes { read(note, sharing: commit.addedLines, into: &findings) }
        return findings.verdict(on: commit, order: order, isTool: reader.isTool)
    }

    private func read(_ note: CommitMarks.Note, sharing added: [String: [Range<Int>]]?, into findings: inout Findings) {
        for matcher in noteMarks {
            guard let mark = matcher.marks.first, NoteRefs.matches(note.ref, mark.key) else { continue }
            let reading: NoteReading?
            switch mark.key {
            case "refs/notes/ai", "refs/notes/ai-remote/*": reading = GitAINote(note.text)?.reading
            case "refs/ai/authorship/*": reading = GitAIBlob(note.text)?.reading
            case "refs/notes/agent-trace": reading = AgentTraceNote(note.text)?.reading
            case "refs/notes/srctrace/attribution": reading = SourceTraceNote(note.text)?.reading
            default:
                // A tool whose notes are not understood: that one is there says that it took part.
                if let hit = matcher.matches(in: note.text).first {
                    findings.add(
                        MarkMatch(mark, text: hit.text), isDependent: mark.condition == .besideAnotherMark)
                }
                continue
            }
            if let reading { findings.read(reading, as: mark, sharing: added) }
        }
    }
}
