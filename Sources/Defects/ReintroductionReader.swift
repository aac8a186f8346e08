import Git
import Intent
import LineHistory

/// Finds the five forms in which defects come back.
struct ReintroductionReader {
    private let commits: DefectHistory.Commits
    private let fixes: [CommitPosition]
    private let reverts: [Revert]

    /// A key that more fixes name is a topic, not a defect.
    private static let mostFixesOfOneKey = 10

    init(
        commits: DefectHistory.Commits, fixes: [CommitPosition], reverts: [Revert]
    ) {
        self.commits = commits
        self.fixes = fixes
        self.reverts = reverts
    }

    /// All events; by form, then by commit.
    ///
    /// - Parameter relapses: events of the form that lines tell.
    func reintroductions(
        edges: [ChainEdge], links: [InducingLink], relapses: [Reintroduction]
    ) -> [Reintroduction] {
        let refixes = edges.map { edge in
            event(edge.kind == .fixOfFix ? .fixOfFix : .revertOfFix, edge.later, edge.earlier, edge.confidence)
        }
        let order = Reintroduction.Form.allCases
        return (refixes + relapses + relands(links) + sameKeys()).sorted {
            (order.firstIndex(of: $0.form)!, $0.commit, $0.earlier, $0.path ?? 0, $0.issueKey ?? "")
                < (order.firstIndex(of: $1.form)!, $1.commit, $1.earlier, $1.path ?? 0, $1.issueKey ?? "")
        }
    }

    /// Of each re-landing, the first fix or revert of it, or of what it brought back, that came after it.
    private func relands(_ links: [InducingLink]) -> [Reintroduction] {
        let relands = reverts.filter(\.isReland)
        let landed = Set(relands.flatMap { [$0.commit, $0.original] })
        let byInducer = Dictionary(
            grouping: links.lazy.filter { $0.counts && landed.contains($0.inducer) }, by: \.inducer)
        return relands.compactMap { reland in
            let again = ((byInducer[reland.commit] ?? []) + (byInducer[reland.original] ?? []))
                .filter { $0.fix > reland.commit }
            guard let first = again.min(by: { ($0.fix, $0.inducer) < ($1.fix, $1.inducer) }) else { return nil }
            return event(.reland, first.fix, reland.commit, min(reland.confidence, first.confidence))
        }
    }

    /// Each fix of an issue and the last fix of it before, at least a day apart.
    private func sameKeys() -> [Reintroduction] {
        var byKey: [String: [(fix: CommitPosition, relation: IssueKey.Relation)]] = [:]
        for fix in fixes {
            for key in commits.intents[fix].issueKeys where key.relation != .change {
                byKey[key.text, default: []].append((fix, key.relation))
            }
        }
        var result: [Reintroduction] = []
        for (key, named) in byKey where named.count > 1 && named.count <= Self.mostFixesOfOneKey {
            for (earlier, later) in zip(named, named.dropFirst()) {
                let isRepair = min(earlier.relation, later.relation) >= .closes
                let found = event(
                    .sameKeyRefix, later.fix, earlier.fix, isRepair ? 0.9 : 0.5, issueKey: key)
                if found.days >= 1 { result.append(found) }
            }
        }
        return result
    }

    private func event(
        _ form: Reintroduction.Form, _ commit: CommitPosition, _ earlier: CommitPosition, _ confidence: Double,
        issueKey: String? = nil
    ) -> Reintroduction {
        Reintroduction(
            form: form, commit: commit, earlier: earlier, path: nil, lines: nil, issueKey: issueKey,
            days: Double(max(0, commits.landedAt[commit] - commits.landedAt[earlier])) / 86_400, confidence: confidence)
    }
}
