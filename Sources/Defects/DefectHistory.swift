import Git
import Intent
import LineHistory

/// The defects of one history: what was fixed, which commits needed it, and what came back.
///
/// A pure function of stored facts; nothing is read from the repository.
package struct DefectHistory: Sendable {
    /// Commits that their words or a label call fixes, ascending; ``Fix/isFix`` tells which count.
    package let fixes: [Fix]
    /// By fix, then by inducer. Reverts stand here as fixes of what they undo.
    package private(set) var links: [InducingLink]
    /// Ascending by commit.
    package let reverts: [Revert]
    /// Edges between fixes, ascending by the later one; follow-ups included.
    package let edges: [ChainEdge]
    /// Without follow-ups; ascending by last member.
    package let chains: [FixChain]
    /// By form, then by commit; follow-ups are none.
    package private(set) var reintroductions: [Reintroduction]
    /// By commit: what became of those with a link that counts.
    package let outcomes: [CommitPosition: CommitOutcome]
    /// By fix that did not hold: the first edge that says so; follow-ups are none.
    package let refixes: [CommitPosition: ChainEdge]
    /// What the history's paths alone say.
    package let pathKinds: PathKinds
    /// What lines and words tell of each fix; ascending.
    private let findings: [LinkFinding]
    /// What each commit changed; by position.
    private let signatures: [ChangeSignature]
    /// What fixes took away and commits wrote again.
    private let returns: KeptReturns
    /// Which kinds of lines ``fixes`` changed.
    private let changes: KeptChanges
    /// Inferred links against declared ones.
    package let agreement: LinkAgreement

    /// What is known of the commits, each array by position.
    package struct Commits: Sendable {
        package let intents: [CommitIntent]
        package let subjects: [String]
        package let words: [MessageWords]
        /// Seconds since 1970, UTC.
        package let landedAt: [Int64]
        /// People as numbers: equal where the author is the same.
        package let authors: [UInt32]

        package init(
            intents: [CommitIntent], subjects: [String], words: [MessageWords], landedAt: [Int64], authors: [UInt32]
        ) {
            self.intents = intents
            self.subjects = subjects
            self.words = words
            self.landedAt = landedAt
            self.authors = authors
        }
    }

    /// Those of a history without commits.
    package static let none = DefectHistory(
        lines: .empty, commits: Commits(intents: [], subjects: [], words: [], landedAt: [], authors: []))

    /// - Parameters:
    ///   - pathKinds: what the history's paths alone say; nil if nobody has found it out.
    ///   - excludedPaths: paths, by number, of files that nobody edits line by line.
    ///   - labels: what a user says of commits; a label beats message and lines.
    ///   - variant: which rule picks inferred inducers.
    ///   - kept: of an earlier run, by the same variant, for the same commits before some position.
    ///   - jobs: the number of threads.
    package init(
        lines: LineHistory, commits: Commits, pathKinds: PathKinds? = nil, excludedPaths: Set<UInt32> = [],
        labels: [CommitPosition: FixLabel] = [:], variant: LinkVariant = .andon, kept: KeptDefects = .none,
        jobs: Int = 1
    ) {
        self.pathKinds = pathKinds ?? PathKinds(lines.paths, kept: kept.pathKinds)
        let kinds = self.pathKinds.kinds
        let called = commits.intents.indices.filter { commits.intents[$0].fix.isFix || labels[$0]?.isFix != nil }
        let shapes: [FixShape]
        (shapes, changes) = FixShapeReader(lines: lines, kinds: kinds.excluding(excludedPaths))
            .shapes(of: called, kept: kept.changes)
        let fixes = called.indices.map { index in
            let commit = called[index]
            return Fix(
                commit: commit, verdict: commits.intents[commit].fix, shape: shapes[index],
                label: labels[commit]?.isFix)
        }
        self.fixes = fixes
        let fixing = fixes.filter(\.isFix).map(\.commit)
        let relapses = RelapseReader(lines: lines)
        let (findings, (declared, signatures, reverts, returns)) = Parallel.both(jobs: jobs) {
            LinkInference(lines: lines, kinds: kinds, commits: commits, variant: variant, jobs: jobs).findings(
                of: fixing, kept: kept.findings)
        } _: {
            let declared = DeclaredLinkReader(
                history: lines.history, subjects: commits.subjects, intents: commits.intents)
            let signatures = ChangeSignature.all(of: lines, kept: kept.signatures)
            let reverts = RevertReader(
                lines: lines, intents: commits.intents, declared: declared, landedAt: commits.landedAt
            ).reverts(signatures)
            return (declared, signatures, reverts, relapses.returns(of: fixing, kept: kept.returns))
        }
        (self.findings, self.signatures, self.reverts, self.returns) = (findings, signatures, reverts, returns)
        links = LinkReader(commits: commits, declared: declared, labels: labels)
            .links(of: findings, reverts: reverts)
        agreement = LinkAgreement(links)
        edges = ChainReader(commits: commits, fixes: fixing, reverts: reverts).edges(links)
        let standing = edges.filter { !$0.isFollowUp }
        let forest = FixForest(standing, fixes: fixing)
        refixes = forest.refixes
        chains = ChainReader(commits: commits, fixes: fixing, reverts: reverts).chains(of: forest, links, lines)
        outcomes = Self.outcomes(links, landedAt: commits.landedAt)
        reintroductions = ReintroductionReader(commits: commits, fixes: fixing, reverts: reverts).reintroductions(
            edges: standing, links: links,
            relapses: relapses.relapses(among: returns, reverts: reverts, landedAt: commits.landedAt))
    }

    /// The same history with other words for what messages say.
    package func covered(by cover: (String) -> String) -> DefectHistory {
        var history = self
        history.links = links.map { $0.covered(by: cover) }
        history.reintroductions = reintroductions.map { event in
            Reintroduction(
                form: event.form, commit: event.commit, earlier: event.earlier, path: event.path, lines: event.lines,
                issueKey: event.issueKey.map(cover), days: event.days, confidence: event.confidence)
        }
        return history
    }

    /// For a later run.
    package var kept: KeptDefects {
        KeptDefects(
            findings: findings, signatures: signatures, returns: returns, changes: changes, pathKinds: pathKinds)
    }

    private static func outcomes(_ links: [InducingLink], landedAt: [Int64]) -> [CommitPosition: CommitOutcome] {
        Dictionary(grouping: links.indices.filter { links[$0].counts }) { links[$0].inducer }.mapValues { own in
            let first = own.min { (landedAt[links[$0].fix], links[$0].fix) < (landedAt[links[$1].fix], links[$1].fix) }!
            return CommitOutcome(
                firstFix: links[first].fix, days: links[first].days, fixCount: own.count,
                isDeclared: own.contains { links[$0].isDeclared },
                confidence: own.reduce(0) { max($0, links[$1].confidence) })
        }
    }

    /// The links that one variant infers for given commits, whatever their messages and shapes say; by fix, then by inducer.
    ///
    /// For scoring variants against known links.
    package static func inferredLinks(
        lines: LineHistory, commits: Commits, fixes: [CommitPosition], variant: LinkVariant
    ) -> [InducingLink] {
        let declared = DeclaredLinkReader(history: lines.history, subjects: commits.subjects, intents: commits.intents)
        let known = commits.intents.indices.filter { commits.intents[$0].fix.isFix }
        let inference = LinkInference(
            lines: lines, kinds: PathKinds(lines.paths).kinds, commits: commits, variant: variant, jobs: 1)
        return LinkReader(commits: commits, declared: declared, labels: [:])
            .links(of: inference.findings(of: fixes.sorted(), known: known), reverts: []).filter(\.isInferred)
    }

    /// What all commits but merges declare, fix or not; by fix, then by inducer.
    package static func declaredLinks(
        history: History, commits: Commits
    ) -> [(fix: CommitPosition, inducer: CommitPosition, link: DeclaredLink)] {
        let declared = DeclaredLinkReader(history: history, subjects: commits.subjects, intents: commits.intents)
        return commits.intents.indices.filter { !history.isMerge($0) }
            .flatMap { fix in declared.inducers(of: fix).map { (fix: fix, inducer: $0.inducer, link: $0.link) } }
    }
}

extension [PathKind] {
    /// By path number.
    fileprivate func excluding(_ paths: Set<UInt32>) -> [PathKind] {
        var kinds = self
        for path in paths { kinds[Int(path)] = .excluded }
        return kinds
    }
}
