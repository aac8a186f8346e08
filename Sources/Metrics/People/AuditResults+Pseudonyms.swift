import Attribution
import Git
import Intent

extension AuditResults {
    /// The same numbers, with other words in the place of names and addresses: of what reports print, nothing else is known.
    ///
    /// Everything is computed before, so that no result changes. What a later report prints of a repository's texts must be covered here.
    package func withPseudonyms() -> AuditResults {
        var results = self
        let pseudonyms = Pseudonyms(facts)
        results.facts = facts.covered(by: pseudonyms)
        results.provenance.cover { pseudonyms.covered($0) }
        return results
    }
}

extension AuditFacts {
    /// As ``AuditResults/withPseudonyms()``, for what is told of single commits.
    package func withPseudonyms() -> AuditFacts { covered(by: Pseudonyms(self)) }

    func covered(by pseudonyms: Pseudonyms) -> AuditFacts {
        var facts = self
        facts.authors = authors.map { pseudonyms.identity($0, self) }
        facts.commits = commits.map { commit in
            CommitFacts(
                author: pseudonyms.identity(commit.author, self),
                committer: pseudonyms.identity(commit.committer, self), authoredAt: commit.authoredAt,
                authorOffset: commit.authorOffset, committerOffset: commit.committerOffset,
                subject: pseudonyms.covered(commit.subject),
                attribution: commit.attribution.covered(
                    texts: pseudonyms.covered, people: { pseudonyms.identity($0, self) }),
                intent: commit.intent.covered(by: pseudonyms.covered), words: commit.words, reviewers: commit.reviewers)
        }
        facts.lines = lines.withPaths(pseudonyms.covered(path:))
        facts.defects = defects.covered(by: pseudonyms.covered)
        facts.provenance = Provenance(
            signs: provenance.signs.map { sign in
                var sign = sign
                sign.path = String(path: pseudonyms.covered(path: Array(sign.path.utf8)))
                sign.text = pseudonyms.covered(sign.text)
                return sign
            }, notes: provenance.notes)
        facts.warnings = warnings.map {
            AuditWarning(
                kind: $0.kind, subject: pseudonyms.covered($0.subject), reason: pseudonyms.covered($0.reason),
                amount: $0.amount)
        }
        facts.mailmap = Mailmap(text: [])
        return facts
    }
}
