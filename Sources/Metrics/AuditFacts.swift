import Attribution
import Defects
import Git
import LineHistory

/// Everything that a scan learnt from one repository. All numbers are pure functions of it.
package struct AuditFacts: Sendable {
    /// The name under which the repository is reported.
    package let repository: String
    package let history: History
    /// By position.
    package internal(set) var commits: [CommitFacts]
    /// By position: the people behind the authors, by the mailmap of the analysed revision.
    package internal(set) var authors: [Identity]
    /// Says who is who at the analysed revision.
    package internal(set) var mailmap: Mailmap
    /// By position: a number for each person, the same where the authors are the same.
    package let people: [UInt32]
    package internal(set) var lines: LineHistory
    package let lives: LineLives
    /// By position: when the commit landed, seconds since 1970, UTC.
    package let landedAt: [Int64]
    /// The last moment that is known of, seconds since 1970, UTC.
    package let dataHorizon: Int64
    package internal(set) var warnings: [AuditWarning]
    package internal(set) var provenance: Provenance
    /// What was fixed, which commits needed it, and what came back.
    package internal(set) var defects: DefectHistory
    /// What commits did to lines.
    package private(set) var operations: LineOperations
    /// By path number: paths whose lines are not counted.
    package let exclusions: [UInt32: Exclusion]
    /// By path number: whether the lines of a path are counted.
    let countedPaths: [Bool]
    /// What the user said of commits.
    package let labels: [CommitPosition: CommitLabel]
    /// By position: the class of the commit's author, the label's where there is one.
    package let authorClasses: [AuthorClass]

    /// - Parameters:
    ///   - pathKinds: what the history's paths alone say; nil if nobody has found it out.
    ///   - earlier: the results of a scan of the same repository by the same build and options.
    ///   - ignoredRevisions: positions of commits that are looked through.
    ///   - jobs: the number of threads.
    package init(
        repository: String, history: History, commits: [CommitFacts], authors: [Identity],
        mailmap: Mailmap = Mailmap(text: []), lines: LineHistory, now: Int64?, warnings: [AuditWarning],
        provenance: Provenance = Provenance(),
        pathKinds: PathKinds? = nil, exclusions: [UInt32: Exclusion] = [:],
        labels: [CommitPosition: CommitLabel] = [:],
        linkVariant: LinkVariant = .andon, earlier: KeptResults? = nil, ignoredRevisions: Set<UInt32> = [],
        jobs: Int = 1
    ) {
        self.repository = repository
        self.history = history
        self.commits = commits
        self.authors = authors
        self.mailmap = mailmap
        people = Self.people(authors)
        authorClasses = commits.indices.map { labels[$0]?.authorClass ?? commits[$0].attribution.authorClass }
        self.lines = lines
        self.warnings = warnings
        self.provenance = provenance
        lives = lines.lives
        let landedAt = Landing.times(of: history)
        self.landedAt = landedAt
        self.labels = labels
        self.exclusions = exclusions
        countedPaths = (0..<UInt32(lines.paths.count)).map { lines.isCounted(path: $0) && exclusions[$0] == nil }
        let known = earlier?.prefix(of: lines, landedAt: landedAt, ignored: ignoredRevisions)
        dataHorizon = now ?? history.committedAt.max() ?? 0
        (defects, operations) = (.none, .none)
        let facts = self
        (defects, operations) = Parallel.both(jobs: jobs) {
            DefectHistory(
                lines: lines, commits: facts.defectCommits, pathKinds: pathKinds,
                excludedPaths: Set(exclusions.keys), labels: labels.compactMapValues(\.fix), variant: linkVariant,
                kept: known?.defects ?? .none, jobs: jobs)
        } _: {
            LineOperations(
                facts, earlier: known?.operations, same: known?.count ?? 0, limit: known?.operationsLimit ?? .min,
                jobs: jobs)
        }
    }

    /// What the reading of defects needs to know of the commits.
    package var defectCommits: DefectHistory.Commits {
        DefectHistory.Commits(
            intents: commits.map(\.intent), subjects: commits.map(\.subject), words: commits.map(\.words),
            landedAt: landedAt, authors: people)
    }

    /// Numbers for authors, from 0, in the order in which they are met.
    private static func people(_ authors: [Identity]) -> [UInt32] {
        var names = IdentityNumbers()
        let spellings = authors.map { names.insert($0) }
        // One text may be written with different bytes.
        var numbers: [Identity: UInt32] = [:]
        let people = names.identities.map { name in
            let next = UInt32(numbers.count)
            let number = numbers[name, default: next]
            if number == next { numbers[name] = next }
            return number
        }
        return spellings.map { people[$0] }
    }

    /// The class of a commit's author: the label's where there is one.
    package func authorClass(_ commit: Int) -> AuthorClass { authorClasses[commit] }
}

/// Something that was not counted, or counted with a doubt.
package struct AuditWarning: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case unreadableObject = "unreadable_object"
        case tooLarge = "file_too_large"
        case renamesLimited = "renames_limited"
        case missingParent = "missing_parent"
        case missingTree = "missing_tree"
        case replacements = "replacements_ignored"
        case clock = "clock_skew"
        case notesMissing = "notes_missing"
        case ignoredRevision = "ignored_revision_unknown"
        case unknownLabel = "label_unknown"
        case lines = "lines_dropped_at_merges"
    }

    package let kind: Kind
    /// What it is about: a path, an object, a commit; empty for the repository.
    package let subject: String
    package let reason: String
    /// How much of it, where that can be said.
    package let amount: Int?

    package init(kind: Kind, subject: String, reason: String, amount: Int? = nil) {
        self.kind = kind
        self.subject = subject
        self.reason = reason
        self.amount = amount
    }
}

/// Which commits are reported. The history is always followed whole.
package struct ReportScope: Sendable {
    /// Landed at or after, seconds since 1970, UTC.
    package var since: Int64?
    /// Landed before.
    package var until: Int64?

    package init(since: Int64? = nil, until: Int64? = nil) {
        self.since = since
        self.until = until
    }

    package func contains(_ landedAt: Int64) -> Bool {
        landedAt >= since ?? .min && landedAt < until ?? .max
    }
}

extension AuditFacts {
    /// Whether the lines of a version are counted.
    package func isCounted(_ version: VersionNumber) -> Bool { isCounted(path: lines.versions[Int(version)].path) }

    /// Whether the lines of a path are counted.
    func isCounted(path: UInt32) -> Bool { countedPaths[Int(path)] }
}
