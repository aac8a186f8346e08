import Git
import Intent
import Testing

@testable import LineHistory
@testable import Metrics
@testable import Scan

@Suite struct ExclusionsTests {
    /// Every path of the fixture that is left out, with the reason and what told.
    static let expected: [String: Exclusion] = [
        "assets/blob.raw": Exclusion(.binary, by: .content),
        "assets/icon.svg": Exclusion(.data, by: .name),
        "nested.lock": Exclusion(.lockFile, by: .name),
        "package-lock.json": Exclusion(.lockFile, by: .name),
        "src/declared.c": Exclusion(.generated, by: .attribute),
        "src/marked.go": Exclusion(.generated, by: .marker),
        "src/packed.js": Exclusion(.minified, by: .content),
        "src/said.c": Exclusion(.vendored, by: .attribute),
        "src/script.min.js": Exclusion(.minified, by: .name),
        "src/types.pb.go": Exclusion(.generated, by: .name),
        "vendor/ours/.gitattributes": Exclusion(.vendored, by: .attribute),
        "vendor/theirs/theirs.c": Exclusion(.vendored, by: .attribute),
    ]

    private func scan(_ fixture: Fixture) throws -> AuditFacts {
        try RepositoryScan.run(name: "exclusions", path: fixture.path, options: ScanOptions())
    }

    @Test("Each file is left out for its reason, and those that only look so are kept")
    func reasons() throws {
        let facts = try scan(try Fixture("exclusions"))
        let found = facts.exclusions.map { (String(path: facts.lines.paths[$0.key]), $0.value) }
        #expect(Dictionary(uniqueKeysWithValues: found) == Self.expected)
    }

    @Test("Attributes are those of git check-attr for the commit, whatever index, work tree and .git/info say")
    func attributes() throws {
        let fixture = try Fixture("exclusions")
        let names: [StaticString] = ["linguist-generated", "linguist-vendored"]
        let repository = try Repository(path: fixture.path)
        let attributes = try Attributes(of: try repository.commit(nil), in: repository)
        // git reads the attributes of the commit where its tree, as an index, is all that there is.
        let bare = fixture.place + "/bare.git"
        _ = try fixture.git("clone", "-q", "--bare", fixture.path, bare)
        let made = try Program.run(["git", "--git-dir", bare, "read-tree", "HEAD"], in: fixture.place)
        try #require(made.status == 0, "\(made.errors)")
        for path in try fixture.lines("ls-tree", "-r", "--name-only", "HEAD") {
            let theirs = try Program.run(
                ["git", "--git-dir", bare, "check-attr", "--cached"] + names.map(\.description) + ["--", path],
                in: fixture.place)
            try #require(theirs.status == 0, "\(theirs.errors)")
            let mine = try attributes.values(of: names, path: Array(path.utf8))
            #expect(
                zip(names, mine).map { "\(path): \($0): \($1.text)" } == theirs.lines, "\(path)")
        }
    }

    @Test("Lines of files that are left out are in no measure of churn, survival and operations")
    func measures() throws {
        let facts = try scan(try Fixture("exclusions"))
        let results = AuditResults(facts)
        let kept = facts.lines.versions.indices.filter {
            facts.exclusions[facts.lines.versions[$0].path] == nil
        }.map { facts.lines.numstat(of: VersionNumber($0)) }
        let all = try #require(results.churn.rows.first { $0.period == Churn.wholeTime && $0.authorClass == nil })
        #expect(all.counts.added == kept.reduce(0) { $0 + $1.added })
        #expect(all.counts.removed == kept.reduce(0) { $0 + $1.deleted })
        let operations = try #require(
            results.operationRows.first { $0.period == Churn.wholeTime && $0.authorClass == nil })
        #expect(operations.summary.counts.addedLines == all.counts.added)
        #expect(operations.summary.counts.deletedLines == all.counts.removed)
        let churn = try #require(results.evidence.churn.first { $0.authorClass == nil })
        #expect(churn.changed.total == Double(all.counts.added + all.counts.removed))
        // Nothing is lost: with what is left out it is the whole diff.
        let left = results.exclusions
        #expect(all.counts.added + left.reduce(0) { $0 + $1.added } == results.lineTotals.added)
        #expect(all.counts.removed + left.reduce(0) { $0 + $1.deleted } == results.lineTotals.deleted)
    }
}

extension Attributes.Value {
    /// As `git check-attr` prints it.
    fileprivate var text: String {
        switch self {
        case .unspecified: "unspecified"
        case .set: "set"
        case .unset: "unset"
        case .text(let text): text
        }
    }
}
