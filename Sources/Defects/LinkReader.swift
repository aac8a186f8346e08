import Git
import Intent
import LineHistory

/// Makes the links of fixes: those that labels and messages name, and those that the lines tell.
struct LinkReader {
    private let commits: DefectHistory.Commits
    private let declared: DeclaredLinkReader
    private let labels: [CommitPosition: FixLabel]
    private let inference: LinkInference

    /// - Parameter fixes: all fixes of the history, ascending.
    init(
        lines: LineHistory, commits: DefectHistory.Commits, declared: DeclaredLinkReader, fixes: [CommitPosition],
        labels: [CommitPosition: FixLabel], variant: LinkVariant
    ) {
        self.commits = commits
        self.declared = declared
        self.labels = labels
        inference = LinkInference(
            LinkCandidateReader(
                lines: lines, subjects: commits.subjects, words: commits.words, landedAt: commits.landedAt, fixes: fixes
            ),
            lines: lines, variant: variant)
    }

    /// The links of fixes, and of reverts to what they undo; by fix, then by inducer.
    func links(of fixes: [CommitPosition], reverts: [Revert]) -> [InducingLink] {
        let undoings = reverts.filter { !$0.isReland }
        let isFix = Set(fixes)
        var result = fixes.flatMap(links(of:))
        for revert in undoings where !isFix.contains(revert.commit) { result.append(link(of: revert)) }
        return result.sorted { ($0.fix, $0.inducer) < ($1.fix, $1.inducer) }
    }

    private func links(of fix: CommitPosition) -> [InducingLink] {
        let found = inference.infer(fix)
        let labelled = labels[fix]?.inducers.filter { $0 < fix } ?? []
        let named = declared.inducers(of: fix)
        let picks = found.picks
        let inducers = Set(labelled + named.map(\.inducer) + picks.map(\.candidate.commit)).sorted()
        return inducers.map { inducer in
            let declaration = named.first { $0.inducer == inducer }?.link
            let evidence = found.candidates.first { $0.commit == inducer }?.evidence
            let isLabelled = labelled.contains(inducer)
            return InducingLink(
                fix: fix, inducer: inducer, declaration: declaration,
                inference: picks.first { $0.candidate.commit == inducer }?.link,
                counts: isLabelled || labelled.isEmpty && (declaration != nil || named.isEmpty),
                isLabelled: isLabelled, lines: evidence?.lines ?? 0, files: evidence?.paths.count ?? 0,
                days: days(from: inducer, to: fix))
        }
    }

    private func link(of revert: Revert) -> InducingLink {
        let declaration = DeclaredLink(
            rule: "revert.\(revert.evidence.rawValue)", text: "", confidence: revert.confidence, isRevert: true)
        return InducingLink(
            fix: revert.commit, inducer: revert.target, declaration: declaration, inference: nil, counts: true,
            isLabelled: false, lines: 0, files: 0, days: revert.days)
    }

    private func days(from inducer: CommitPosition, to fix: CommitPosition) -> Double {
        Double(max(0, commits.landedAt[fix] - commits.landedAt[inducer])) / 86_400
    }
}
