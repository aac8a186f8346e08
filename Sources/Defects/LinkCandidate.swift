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
    private let commits: DefectHistory.Commits
    private var changes: FileChanges
    private var rarity: WordRarity
    /// By position; nil where it was not asked yet.
    private var isCosmetic: [Bool?]

    /// - Parameter rarity: before any message is counted.
    init(lines: LineHistory, commits: DefectHistory.Commits, rarity: WordRarity) {
        self.lines = lines
        self.commits = commits
        self.rarity = rarity
        changes = FileChanges(lines: lines)
        isCosmetic = Array(repeating: nil, count: commits.subjects.count)
    }

    /// The candidates of a fix, newest first: those that its lines lead to, and the last changes of its files.
    ///
    /// Fixes must not go back from call to call.
    ///
    /// - Parameters:
    ///   - found: what the lines of the fix lead to.
    ///   - usual: what the fixes before repaired.
    mutating func candidates(
        of fix: CommitPosition, _ found: FoundEvidence, usual: (age: Double, distance: Double)
    ) -> [LinkCandidate] {
        rarity.advance(through: fix)
        let own = rarity.weights(of: fix)
        let total = EvidenceTotal(found)
        let files = changes.follow(from: fix)
        let fileOnly = changes.latest.filter { commit in !found.contains { $0.commit == commit } }
        var rank = 0
        return (found.map(\.commit) + fileOnly).sorted(by: >).map { commit in
            var features = LinkFeatures()
            var evidence = LineEvidence()
            if rank < found.count, found[found.count - 1 - rank].commit == commit {
                evidence = found[found.count - 1 - rank].evidence
                addLines(evidence, total, to: &features)
                features[.recency] = found.count > 1 ? 1 - Double(rank) / Double(found.count - 1) : 1
                rank += 1
            } else {
                features[.fileOnly] = 1
            }
            features[.sharedFiles] = Double(max(changes.shared(commit), evidence.files)) / Double(max(1, files))
            features[.usualAge] = usual.age
            features[.usualDistance] = usual.distance
            addStanding(of: commit, before: fix, to: &features)
            addWords(of: commit, fix, own, to: &features)
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
        features[.lines] = ln(1 + Double(evidence.lines)) / 5
        features[.files] = Double(evidence.files)
    }

    private mutating func addStanding(
        of commit: CommitPosition, before fix: CommitPosition, to features: inout LinkFeatures
    ) {
        let seconds = max(0, commits.landedAt[fix] - commits.landedAt[commit])
        let counts = lines.counts[commit]
        features[.age] = UsualAge.age(seconds: seconds)
        features[.sameDay] = seconds < 86_400 ? 1 : 0
        features[.distance] = UsualAge.distance(commits: fix - commit)
        features[.size] = ln(1 + Double(counts.added + counts.deleted)) / 10
        features[.massChange] = counts.files > 20 ? 1 : 0
        features[.initialImport] = lines.history.parents(of: commit).isEmpty ? 1 : 0
        let cosmetic = isCosmetic[commit] ?? CosmeticSubject.matches(commits.subjects[commit])
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

    init(_ found: FoundEvidence) {
        for (_, evidence) in found {
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
