import Git
import LineHistory

/// An earlier commit that the lines of a fix lead to, or one of the last to have changed the same files.
package struct LinkCandidate: Sendable {
    package let commit: CommitPosition
    package let evidence: LineEvidence
    package let features: LinkFeatures
}

/// Makes the candidates of fixes with their features. Looks at nothing that a fix declares, and at nothing after a fix.
struct LinkCandidateReader {
    private let lines: LineHistory
    private let subjects: [String]
    private let landedAt: [Int64]
    private let changes: FileChanges
    private var rarity: WordRarity
    private var usual = UsualAge()
    /// By position; nil where it was not asked yet.
    private var isCosmetic: [Bool?]

    init(lines: LineHistory, subjects: [String], words: [MessageWords], landedAt: [Int64]) {
        self.lines = lines
        self.subjects = subjects
        self.landedAt = landedAt
        changes = FileChanges(lines: lines)
        rarity = WordRarity(words)
        isCosmetic = Array(repeating: nil, count: subjects.count)
    }

    /// The candidates of a fix, newest first: those that its lines lead to, and the last changes of its files.
    ///
    /// Fixes must not go back from call to call.
    ///
    /// - Parameter found: what the lines of the fix lead to.
    mutating func candidates(
        of fix: CommitPosition, _ found: [CommitPosition: LineEvidence]
    ) -> [LinkCandidate] {
        rarity.advance(through: fix)
        let own = rarity.weights(of: fix)
        let total = EvidenceTotal(found.values)
        let changed = changes.before(fix)
        let fileOnly = changed.latest.filter { found[$0] == nil }
        var rank = 0
        return (found.keys + fileOnly).sorted(by: >).map { commit in
            var features = LinkFeatures()
            if let evidence = found[commit] {
                addLines(evidence, total, to: &features)
                features[.recency] = found.count > 1 ? 1 - Double(rank) / Double(found.count - 1) : 1
                rank += 1
            } else {
                features[.fileOnly] = 1
            }
            let shared = max(changed.shared[commit] ?? 0, found[commit]?.paths.count ?? 0)
            features[.sharedFiles] = Double(shared) / Double(max(1, changed.files))
            addStanding(of: commit, before: fix, to: &features)
            addWords(of: commit, fix, own, to: &features)
            return LinkCandidate(commit: commit, evidence: found[commit] ?? LineEvidence(), features: features)
        }
    }

    /// Remembers what a fix repaired: it tells what is usual for those after it.
    mutating func add(_ finding: LinkFinding) {
        if let commit = finding.repaired { usual.add(finding.fix, repairing: commit, landedAt: landedAt) }
    }

    private func addLines(_ evidence: LineEvidence, _ total: EvidenceTotal, to features: inout LinkFeatures) {
        features[.removedCode] = evidence.code / total.votes
        features[.removedFiller] = (evidence.comment + 0.5 * evidence.filler) / total.votes
        features[.besideAddition] = evidence.besideAddition / total.votes
        features[.besideChange] = evidence.besideChange / total.votes
        features[.testLines] = 0.1 * (evidence.tests.removed + evidence.tests.beside) / total.votes
        features[.codeShare] = evidence.code / total.code
        features[.around] = evidence.around / total.around
        features[.lines] = ln(1 + Double(evidence.lines)) / 5
        features[.files] = Double(evidence.paths.count)
    }

    private mutating func addStanding(
        of commit: CommitPosition, before fix: CommitPosition, to features: inout LinkFeatures
    ) {
        let seconds = max(0, landedAt[fix] - landedAt[commit])
        let counts = lines.counts[commit]
        features[.age] = UsualAge.age(seconds: seconds)
        features[.sameDay] = seconds < 86_400 ? 1 : 0
        features[.distance] = UsualAge.distance(commits: fix - commit)
        features[.usualAge] = usual.age
        features[.usualDistance] = usual.distance
        features[.size] = ln(1 + Double(counts.added + counts.deleted)) / 10
        features[.massChange] = counts.files > 20 ? 1 : 0
        features[.initialImport] = lines.history.parents(of: commit).isEmpty ? 1 : 0
        let cosmetic = isCosmetic[commit] ?? CosmeticSubject.matches(subjects[commit])
        isCosmetic[commit] = cosmetic
        features[.cosmetic] = cosmetic ? 1 : 0
    }

    private func addWords(
        of commit: CommitPosition, _ fix: CommitPosition, _ own: WordRarity.Weights, to features: inout LinkFeatures
    ) {
        let weights = rarity.weights(of: commit)
        let shared = rarity.sharedWeights(fix, with: commit)
        let either = own.subject + weights.subject - shared.subject
        features[.subjectLikeness] = either > 0 ? shared.subject / either : 0
        features[.subjectCovered] = weights.subject > 0 ? shared.subjectInMessage / weights.subject : 0
        let product = own.message * weights.message
        features[.messageLikeness] = product > 0 ? shared.message / squareRoot(product) : 0
    }
}

/// What all candidates of a fix have together; never 0, to divide by.
private struct EvidenceTotal {
    private(set) var votes = 0.0
    private(set) var code = 0.0
    private(set) var around = 0.0

    init(_ all: some Sequence<LineEvidence>) {
        for evidence in all {
            votes +=
                evidence.code + evidence.comment + 0.5 * evidence.filler + 0.5 * evidence.besideAddition
                + 0.35 * evidence.besideChange + 0.1 * evidence.tests.removed + 0.05 * evidence.tests.beside
            code += evidence.code
            around += evidence.around
        }
        if votes == 0 { votes = 1 }
        if code == 0 { code = 1 }
        if around == 0 { around = 1 }
    }
}
