import Git
import Intent
import LineHistory

/// Makes the links of fixes: those that labels and messages name, and those that the lines tell.
struct LinkReader {
    private let commits: DefectHistory.Commits
    private let declared: DeclaredLinkReader
    private let labels: [CommitPosition: FixLabel]

    init(
        commits: DefectHistory.Commits, declared: DeclaredLinkReader, labels: [CommitPosition: FixLabel]
    ) {
        self.commits = commits
        self.declared = declared
        self.labels = labels
    }

    /// The links of fixes, and of reverts to what they undo; by fix, then by inducer.
    ///
    /// - Parameters:
    ///   - findings: what lines and words tell of each fix; ascending.
    ///   - reverts: ascending.
    func links(of findings: [LinkFinding], reverts: [Revert]) -> [InducingLink] {
        let isFix = Set(findings.map(\.fix))
        var undoings = reverts.filter { !$0.isReland && !isFix.contains($0.commit) }[...]
        var result: [InducingLink] = []
        result.reserveCapacity(findings.count + undoings.count)
        for finding in findings {
            while let undoing = undoings.first, undoing.commit < finding.fix {
                result.append(link(of: undoing))
                undoings.removeFirst()
            }
            addLinks(of: finding, to: &result)
        }
        return result + undoings.map(link(of:))
    }

    private func addLinks(of finding: LinkFinding, to result: inout [InducingLink]) {
        let fix = finding.fix
        let labelled = labels[fix]?.inducers.filter { $0 < fix } ?? []
        let named = declared.inducers(of: fix)
        var inducers = finding.picks.map(\.inducer)
        for inducer in labelled where !inducers.contains(inducer) { inducers.append(inducer) }
        for (inducer, _) in named where !inducers.contains(inducer) { inducers.append(inducer) }
        inducers.sort()
        for inducer in inducers {
            let declaration = named.first { $0.inducer == inducer }?.link
            let trace = finding.trace(to: inducer)
            let isLabelled = labelled.contains(inducer)
            result.append(
                InducingLink(
                    fix: fix, inducer: inducer, declaration: declaration,
                    inference: finding.picks.first { $0.inducer == inducer }?.link,
                    counts: isLabelled || labelled.isEmpty && (declaration != nil || named.isEmpty),
                    isLabelled: isLabelled, lines: trace?.lines ?? 0, files: trace?.files ?? 0,
                    days: days(from: inducer, to: fix)))
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
