import Attribution
import Defects
import Git
import Intent
import LineHistory
import Metrics

/// Everything that is known of one commit, as text for a terminal.
package struct CommitExplanation {
    private let commit: CommitPosition
    private let facts: AuditFacts

    /// Lists longer than this are cut, and say so.
    private static let most = 12

    package init(_ commit: CommitPosition, _ facts: AuditFacts) {
        self.commit = commit
        self.facts = facts
    }

    /// Sections, each with its evidence. No text of the repository passes its control characters through.
    package var text: String {
        (head + attribution + intent + links + reverts + chain + lines)
            .map { $0.withoutControls + "\n" }.joined()
    }

    private var own: CommitFacts { facts.commits[commit] }

    private func name(_ commit: CommitPosition) -> String {
        let date = UTCTime(seconds: facts.landedAt[commit]).dateText
        return "\(facts.history.ids[commit].hex.prefix(12)) \(date) \(facts.commits[commit].subject.prefix(72))"
    }

    private func list(_ title: String, _ items: [String]) -> [String] {
        guard !items.isEmpty else { return [] }
        let rest = items.count - Self.most
        return [title] + items.prefix(Self.most).map { "  " + $0 } + (rest > 0 ? ["  … and \(rest) more"] : [])
    }

    private var head: [String] {
        let counts = facts.lines.counts[commit]
        let parents = facts.history.parents(of: commit).map { facts.history.ids[Int($0)].hex.prefix(12) }
        return [
            "commit \(facts.history.ids[commit].hex)", "  \(own.subject)", "author \(facts.authors[commit].text)",
            "authored \(UTCTime(seconds: own.authoredAt).text), committed "
                + "\(UTCTime(seconds: facts.history.committedAt[commit]).text), landed "
                + "\(UTCTime(seconds: facts.landedAt[commit]).text) (UTC)",
            "parents: \(parents.isEmpty ? "none" : parents.joined(separator: " "))",
            "\(counts.files) files, \(counts.added) lines added, \(counts.deleted) deleted", "",
        ]
    }

    private var attribution: [String] {
        let verdict = own.attribution
        var lines = ["class \(facts.authorClass(commit).rawValue)"]
        if facts.labels[commit]?.authorClass != nil {
            lines[0] += ", by a label (marks say \(verdict.authorClass.rawValue))"
        } else if verdict.authorClass == .human {
            lines[0] += verdict.isDeclared ? ", declared" : ", for it carries no AI mark; unmarked is not proof"
        } else {
            lines[0] += ", confidence \(verdict.confidence.rawValue)"
        }
        if !verdict.tools.isEmpty { lines.append("  tools: \(verdict.tools.joined(separator: ", "))") }
        if !verdict.models.isEmpty { lines.append("  models: \(verdict.models.joined(separator: ", "))") }
        if let share = verdict.lineShare { lines.append("  AI lines by notes: \(CSVText.number(share * 100)) %") }
        if let person = verdict.responsible { lines.append("  responsible: \(person.text)") }
        lines += verdict.matches.map {
            "  mark \($0.rule) (\($0.channel.rawValue), \($0.level.rawValue)): \($0.text.prefix(100))"
        }
        return lines + [""]
    }

    private var intent: [String] {
        let verdict = own.intent.fix
        let fix = facts.defects.fixes.first { $0.commit == commit }
        let words = verdict.evidence
            .map { "\($0.rule) \(CSVText.number($0.weight))" + ($0.text.isEmpty ? "" : " \"\($0.text)\"") }
        var lines: [String]
        if let fix, fix.isFix {
            lines = ["is a fix" + (fix.label == nil ? ", by \(verdict.ground.rawValue)" : ", by a label")]
        } else if let fix, verdict.isFix {
            lines = ["is no fix: its message says so, but \(fix.shape.reason)"]
        } else {
            lines = ["is no fix, by \(verdict.ground.rawValue)"]
        }
        lines[0] += "; probability by words \(CSVText.number((verdict.probability * 100).rounded() / 100))"
        lines += list("  evidence (log odds):", words)
        if let fix { lines.append("  change: \(fix.shape.reason)") }
        lines += list("  names commits:", own.intent.declarations.map { "\($0.kind): \($0.matchedText)" })
        return lines + [""]
    }

    private var links: [String] {
        let induced = facts.defects.links.filter { $0.inducer == commit }
        let repaired = facts.defects.links.filter { $0.fix == commit }
        return list("repairs:", repaired.map { describe($0, other: $0.inducer) })
            + list("was repaired by:", induced.map { describe($0, other: $0.fix) })
            + (repaired.isEmpty && induced.isEmpty ? [] : [""])
    }

    private func describe(_ link: InducingLink, other: CommitPosition) -> String {
        let how = link.declaration.map { "declared: \($0.text)" } ?? "by \(link.lines) lines in \(link.files) files"
        let standing = link.counts ? "" : ", does not count beside a declaration"
        return "\(name(other)) (\(how); confidence \(CSVText.number((link.confidence * 100).rounded() / 100)), "
            + "\(Int(link.days)) days\(standing))"
    }

    private var reverts: [String] {
        let own = facts.defects.reverts.filter { $0.commit == commit }
            .map { ($0.isReland ? "brings back " : "undoes ") + name($0.target) + " (by \($0.evidence.rawValue))" }
        let others = facts.defects.reverts.filter { $0.target == commit }
            .map {
                ($0.isReland ? "brought back by " : "undone by ") + name($0.commit) + " (by \($0.evidence.rawValue))"
            }
        return own + others + (own.isEmpty && others.isEmpty ? [] : [""])
    }

    /// The chains that the commit is in, each as a small tree: the first cause, then each repair below what it repairs.
    private var chain: [String] {
        facts.defects.chains.filter { $0.members.contains(commit) || $0.firstCause == commit }.flatMap { chain in
            var lines = ["chain of \(chain.depth) fixes over \(Int(chain.spanDays)) days:"]
            let members = (chain.firstCause.map { [$0] } ?? []) + chain.members
            for (depth, member) in members.enumerated() {
                let branch = depth == 0 ? "" : String(repeating: "   ", count: depth - 1) + "└─ "
                lines.append("  \(branch)\(member == commit ? "* " : "")\(name(member))")
            }
            return lines + [""]
        }
    }

    /// Where the lines that it removed came from, and what became of those that it wrote.
    private var lines: [String] {
        var origins: [CommitPosition: Int] = [:]
        let versions = facts.lines.versions(of: commit)
        for removal in versions.lazy.flatMap(facts.lines.removals) {
            facts.lines.eachSubstantiveOrigin(of: removal.run) { origin in
                origins[facts.lines.commit(of: origin.version), default: 0] += Int(origin.count)
            }
        }
        var ends: [CommitPosition: Int] = [:]
        var written = 0
        for birth in versions.lazy.flatMap(facts.lines.written(by:)) { written += Int(birth.run.count) }
        for death in versions.lazy.flatMap(facts.lives.deaths(of:)) {
            ends[facts.lines.commit(of: death.by), default: 0] += Int(death.run.count)
        }
        let removed = ends.values.reduce(0, +)
        return list("removed lines came from:", Self.ranked(origins).map { "\($1) of \(name($0))" })
            + ["of \(written) lines written, \(removed) have been removed since"]
            + list("  by:", Self.ranked(ends).map { "\($1) by \(name($0))" })
    }

    private static func ranked(_ counts: [CommitPosition: Int]) -> [(CommitPosition, Int)] {
        counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}
