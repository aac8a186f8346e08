import Git
import LineHistory

/// An earlier commit that the lines of a fix lead to.
package struct LinkCandidate: Sendable {
    package let commit: CommitPosition
    package let evidence: LineEvidence
    package let features: LinkFeatures
}

/// Makes the candidates of fixes with their features. Looks at nothing that a fix declares.
struct LinkCandidateReader {
    private let lines: LineHistory
    private let evidence: LineEvidenceReader
    private let words: [MessageWords]
    private let isCosmetic: [Bool]
    private let landedAt: [Int64]
    private let rarity: WordRarity
    /// By position: what the words of the subject, and of the message, tell together.
    private let weights: [(subject: Double, all: Double)]

    init(lines: LineHistory, subjects: [String], words: [MessageWords], landedAt: [Int64]) {
        self.lines = lines
        self.words = words
        self.landedAt = landedAt
        evidence = LineEvidenceReader(lines: lines)
        isCosmetic = subjects.map(CosmeticSubject.matches)
        let rarity = WordRarity(words)
        self.rarity = rarity
        weights = words.map { (rarity.weight(of: $0.subject), rarity.weight(of: $0.all)) }
    }

    /// The candidates of a fix, newest first.
    func candidates(of fix: CommitPosition) -> [LinkCandidate] {
        let found = evidence.evidence(of: fix)
        let total = EvidenceTotal(found.values)
        return found.sorted { $0.key > $1.key }.enumerated().map { rank, pair in
            let (commit, evidence) = pair
            var features = LinkFeatures()
            addLines(evidence, total, to: &features)
            addStanding(of: commit, before: fix, rank: rank, of: found.count, to: &features)
            addWords(of: commit, fix, to: &features)
            return LinkCandidate(commit: commit, evidence: evidence, features: features)
        }
    }

    private func addLines(_ evidence: LineEvidence, _ total: EvidenceTotal, to features: inout LinkFeatures) {
        features[.removedCode] = evidence.code / total.votes
        features[.removedFiller] = (evidence.comment + 0.5 * evidence.filler) / total.votes
        features[.besideAddition] = evidence.besideAddition / total.votes
        features[.besideChange] = evidence.besideChange / total.votes
        features[.testLines] = 0.1 * (evidence.tests.removed + evidence.tests.beside) / total.votes
        features[.codeShare] = evidence.code / total.code
        features[.around] = evidence.around / total.around
    }

    private func addStanding(
        of commit: CommitPosition, before fix: CommitPosition, rank: Int, of count: Int, to features: inout LinkFeatures
    ) {
        let days = Double(max(0, landedAt[fix] - landedAt[commit])) / 86_400
        let counts = lines.counts[commit]
        features[.age] = ln(1 + days) / 8
        features[.sameDay] = days < 1 ? 1 : 0
        features[.recency] = count > 1 ? 1 - Double(rank) / Double(count - 1) : 1
        features[.size] = ln(1 + Double(counts.added + counts.deleted)) / 10
        features[.massChange] = counts.files > 20 ? 1 : 0
        features[.initialImport] = lines.history.parents(of: commit).isEmpty ? 1 : 0
        features[.cosmetic] = isCosmetic[commit] ? 1 : 0
    }

    private func addWords(of commit: CommitPosition, _ fix: CommitPosition, to features: inout LinkFeatures) {
        let subject = weights[commit].subject
        let shared = rarity.sharedWeight(words[fix].subject, words[commit].subject)
        let either = weights[fix].subject + subject - shared
        features[.subjectLikeness] = either > 0 ? shared / either : 0
        features[.subjectCovered] =
            subject > 0 ? rarity.sharedWeight(words[fix].all, words[commit].subject) / subject : 0
        let product = weights[fix].all * weights[commit].all
        features[.messageLikeness] =
            product > 0 ? rarity.sharedWeight(words[fix].all, words[commit].all) / squareRoot(product) : 0
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
