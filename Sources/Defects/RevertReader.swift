import Git
import Intent
import LineHistory

/// Finds reverts and re-landings: by message, and by changes that are another's turned round.
struct RevertReader {
    private let lines: LineHistory
    private let intents: [CommitIntent]
    private let declared: DeclaredLinkReader
    private let landedAt: [Int64]

    /// Fewer lines turned round in silence are a value set back, not an undoing.
    private static let fewestSilentLines = 6

    init(
        lines: LineHistory, intents: [CommitIntent], declared: DeclaredLinkReader, landedAt: [Int64]
    ) {
        self.lines = lines
        self.intents = intents
        self.declared = declared
        self.landedAt = landedAt
    }

    /// All reverts, ascending. Linear in the changed lines.
    ///
    /// - Parameter signatures: by position.
    func reverts(_ signatures: [ChangeSignature]) -> [Revert] {
        let history = lines.history
        var latest: [ChangeSignature: CommitPosition] = [:]
        latest.reserveCapacity(signatures.count)
        var byCommit: [CommitPosition: Revert] = [:]
        for commit in signatures.indices where !history.isMerge(commit) {
            let signature = signatures[commit]
            var inverse: CommitPosition?
            if signature.lineCount >= Self.fewestSilentLines {
                inverse = latest[signature.inverse]
                if signature.added != signature.removed { latest[signature] = commit }
            }
            let named = target(of: commit)
            guard let target = named ?? inverse else { continue }
            byCommit[commit] = revert(
                commit, of: target, isNamed: named != nil, isInverse: inverse == target, earlier: byCommit,
                coverage: inverse == target
                    ? 1
                    : ChangedLineCounts(commit, lines: lines)
                        .coverage(of: ChangedLineCounts(target, lines: lines)))
        }
        return byCommit.values.sorted { $0.commit < $1.commit }
    }

    /// The first commit that a message says it undoes or brings back, of those in this history.
    private func target(of commit: CommitPosition) -> CommitPosition? {
        guard let mention = intents[commit].revert else { return nil }
        for declaration in mention.targets {
            if let position = declared.resolve(declaration, from: commit) { return position }
        }
        return nil
    }

    private func revert(
        _ commit: CommitPosition, of target: CommitPosition, isNamed: Bool, isInverse: Bool,
        earlier: [CommitPosition: Revert], coverage: Double?
    ) -> Revert {
        let mention = isNamed ? intents[commit].revert : nil
        let bringsBack = mention?.targets.first?.kind == .reland
        let isReland = earlier[target].map { !$0.isReland } ?? bringsBack
        let saysPart = mention?.isPartial ?? false
        let declaration = mention?.targets.first?.confidence ?? 0
        return Revert(
            commit: commit, target: target, original: earlier[target]?.original ?? target, isReland: isReland,
            isPartial: saysPart || (!bringsBack && coverage.map { $0 < 0.5 } ?? false),
            evidence: isNamed && isInverse ? .both : isNamed ? .message : .inverse,
            coverage: bringsBack ? nil : coverage,
            confidence: isNamed ? max(declaration, isInverse ? 0.99 : 0) : 0.9,
            days: Double(max(0, landedAt[commit] - landedAt[target])) / 86_400)
    }
}
