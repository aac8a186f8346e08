import Testing

@testable import Defects
@testable import Git
@testable import Intent
@testable import LineHistory

/// The defects of a fixture, its commits called by their subjects.
struct Defective {
    let defects: DefectHistory
    let lines: LineHistory
    private let subjects: [String]

    init(
        _ fixture: Fixture, revision: String? = nil, variant: LinkVariant = .andon, labels: [String: FixLabel] = [:],
        kept: KeptDefects = .none, surroundedFrom: Int = 0, jobs: Int = 1
    ) throws {
        let repository = try Repository(path: fixture.path)
        var found: [CommitRecord] = []
        let (history, order) = try History.read(
            from: repository.commit(revision), in: repository, read: { found.append($0) })
        let records = order.map { found[$0] }
        var options = LineHistory.Options()
        options.surrounded = Set(UInt32(min(surroundedFrom, history.count))..<UInt32(history.count))
        lines = try LineHistory.follow(history, repositoryPath: repository.gitDirectory, options: options)
        let subjects = records.map(\.subject)
        self.subjects = subjects
        var known: [CommitPosition: FixLabel] = [:]
        for (name, label) in labels { known[try #require(subjects.firstIndex { $0.hasPrefix(name) })] = label }
        var people: [String] = []
        let authors = records.map { record -> UInt32 in
            let mail = record.author.identity.email
            if !people.contains(mail) { people.append(mail) }
            return UInt32(people.firstIndex(of: mail)!)
        }
        defects = DefectHistory(
            lines: lines,
            commits: DefectHistory.Commits(
                intents: records.map { CommitIntent(message: $0.message, parents: $0.parents.count) },
                subjects: subjects, words: records.map { MessageWords($0.message) }, landedAt: history.committedAt,
                authors: authors),
            labels: known, variant: variant, kept: kept, jobs: jobs)
    }

    /// A commit by its subject up to the colon, or the whole subject.
    func name(_ commit: CommitPosition) -> String {
        String(subjects[commit].split(separator: ":")[0])
    }

    /// Links that count, as `fix <- inducer`.
    var links: [String] {
        defects.links.filter(\.counts).map { "\(name($0.fix)) <- \(name($0.inducer)) \($0.via)" }
    }

    func events(_ form: Reintroduction.Form) -> [String] {
        defects.reintroductions.filter { $0.form == form }.map { "\(name($0.commit)) <- \(name($0.earlier))" }
    }
}
