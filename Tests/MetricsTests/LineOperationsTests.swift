import Git
import Testing

@testable import Metrics

@Suite struct LineOperationsTests {
    /// One commit of the fixture, by its subject: the operations that are not zero.
    struct Change: Sendable, CustomTestStringConvertible {
        let subject: String
        let expected: [LineOperation: Int]

        init(_ subject: String, _ expected: [LineOperation: Int]) {
            self.subject = subject
            self.expected = expected
        }

        var testDescription: String { subject }
    }

    static let changes = [
        Change("added 16", [.added: 16]), Change("moved 4", [.moved: 4]), Change("added 4", [.added: 4]),
        Change("moved 4 again", [.moved: 4]), Change("added 2, deleted 2", [.added: 2, .deleted: 2]),
        Change("updated 2", [.updated: 2]), Change("added 1, deleted 1", [.added: 1, .deleted: 1]),
        Change("find_replaced 4", [.findReplaced: 4]), Change("no_op 2", [.noOp: 2]), Change("nothing", [:]),
        Change("added 1, copy_pasted 2", [.added: 1, .copyPasted: 2]),
        Change("deleted 1, deleted_then_restored 1", [.deleted: 1, .deletedThenRestored: 1]),
        Change("added 1, restoring", [.added: 1]), Change("added 1, too late", [.added: 1]),
        Change("added 6", [.added: 6]), Change("added 11, duplicates 6", [.added: 11]),
        Change("nothing but a rename", [:]), Change("deleted 17", [.deleted: 17]),
        Change("added 6, of which nothing stands", [.added: 6]), Change("added 1 on the branch", [.added: 1]),
        Change("added 1 on the trunk", [.added: 1]), Change("added 1 in the merge", [.added: 1]),
    ]

    @Test("Each commit of the fixture did what its subject says, and nothing else")
    func operations() throws {
        let facts = try AuditFacts.of(try Fixture("line-operations"))
        let operations = LineOperations(facts)
        #expect(facts.commits.map(\.subject) == Self.changes.map(\.subject))
        for (counts, change) in zip(operations.byCommit, Self.changes) {
            for operation in LineOperation.allCases {
                #expect(counts[operation] == change.expected[operation] ?? 0, "\(change.subject): \(operation)")
            }
        }
    }

    @Test("A block is a duplicate where what it repeats stands as it lands, once however long it is")
    func duplicates() throws {
        let facts = try AuditFacts.of(try Fixture("line-operations"))
        let duplicates = LineOperations(facts).duplicates
        for (duplicate, change) in zip(duplicates, Self.changes) {
            let isOne = change.subject.hasSuffix("duplicates 6")
            #expect([duplicate.blocks, duplicate.lines] == (isOne ? [1, 6] : [0, 0]), "\(change.subject)")
        }
    }

    @Test(
        "What an earlier scan found of commits is taken up to the first that landed later, or whose paths count otherwise"
    )
    func kept() throws {
        let facts = try AuditFacts.of(try Fixture("line-operations"))
        let known = facts.operations.kept
        // Nobody counts like this: where it appears, it was taken.
        let strange = known.counts.map { _ in
            var counts = OperationCounts()
            counts[.added] = 1_000
            counts[.deleted] = 1_000
            return counts
        }
        func taken(_ exclusions: [UInt64], _ fates: [UInt64], limit: Int64 = .max) -> [Bool] {
            let earlier = KeptOperations(
                counts: strange, duplicates: known.duplicates, returns: known.returns, exclusions: exclusions,
                fates: fates)
            return LineOperations(facts, earlier: earlier, same: known.counts.count, limit: limit).byCommit.map {
                $0[.added] == 1_000
            }
        }
        let order = Landing.order(facts.landedAt)
        func first(_ count: Int) -> [Bool] {
            let until = count < order.count ? facts.landedAt[order[count]] : .max
            return facts.landedAt.map { $0 < until }
        }
        #expect(taken(known.exclusions, known.fates) == first(order.count))
        #expect(taken(known.exclusions, known.fates, limit: facts.landedAt[order[5]]) == first(5))
        var other = known.exclusions
        other[order[7]] += 1
        #expect(taken(other, known.fates) == first(7))
        other = known.fates
        other[order[3]] += 1
        #expect(taken(known.exclusions, other) == first(order.count))
    }

    @Test("Duplicates are counted anew where lines ended otherwise, and where the same lines were written")
    func recounted() throws {
        let facts = try AuditFacts.of(try Fixture("line-operations"))
        let known = facts.operations.kept
        let strange = DuplicateBlocks.Count(blocks: 1_000, lines: 1_000)
        let subjects = facts.commits.map(\.subject)
        let writer = try #require(subjects.firstIndex(of: "added 6"))
        let repeater = try #require(subjects.firstIndex(of: "added 11, duplicates 6"))
        let alone = try #require(subjects.firstIndex(of: "updated 2"))
        func recounted(_ change: (inout [UInt64], inout [UInt64]) -> Void) -> Set<Int> {
            var (exclusions, fates) = (known.exclusions, known.fates)
            change(&exclusions, &fates)
            let earlier = KeptOperations(
                counts: known.counts, duplicates: known.counts.map { _ in strange }, returns: known.returns,
                exclusions: exclusions, fates: fates)
            let found = LineOperations(facts, earlier: earlier, same: known.counts.count, limit: .max).duplicates
            let anew = Set(found.indices.filter { found[$0] != strange })
            #expect(anew.allSatisfy { found[$0] == known.duplicates[$0] })
            return anew
        }
        #expect(recounted { _, fates in fates[alone] += 1 } == [alone])
        let alike = recounted { _, fates in fates[writer] += 1 }
        #expect(alike.isSuperset(of: [writer, repeater]) && !alike.contains(alone))
        #expect(recounted { exclusions, _ in exclusions[repeater] += 1 } == alike)
    }

    @Test(
        "Whatever part is taken from an earlier scan, all counts are the same", arguments: ["line-operations", "churn"])
    func everyPart(name: String) throws {
        let facts = try AuditFacts.of(try Fixture(name))
        let whole = facts.operations
        for limit in Set(facts.landedAt) {
            let operations = LineOperations(
                facts, earlier: whole.kept, same: facts.history.count, limit: limit)
            #expect(operations.byCommit == whole.byCommit)
            #expect(operations.duplicates == whole.duplicates)
        }
    }

    /// Fixtures in which every changed line is counted: none is binary, renamed to two places, or ignored.
    static let plain = ["linear", "merges", "churn", "fix-chains", "reindent", "repeated-lines", "slow-branch"]

    @Test("Operations, no-ops and blank lines are all lines of the diff", arguments: plain)
    func whole(name: String) throws {
        let facts = try AuditFacts.of(try Fixture(name))
        for (commit, counts) in LineOperations(facts).byCommit.enumerated() where !facts.history.isMerge(commit) {
            let lines = facts.lines.changedLines(of: commit)
            let whole = facts.lines.counts[commit]
            #expect([lines.added.count, lines.removed.count] == [whole.added, whole.deleted])
            #expect(counts.addedLines + counts[.noOp] == lines.added.count { $0.mark.isMeaningful })
            #expect(counts.deletedLines + counts[.noOp] == lines.removed.count { $0.mark.isMeaningful })
        }
    }

    @Test("Months add up to the whole time, and classes to all", arguments: ["churn", "line-operations", "fix-chains"])
    func sums(name: String) throws {
        let results = AuditResults(try AuditFacts.of(try Fixture(name)))
        let whole = try #require(results.operationRows.first { $0.period == Churn.wholeTime && $0.authorClass == nil })
        let months = results.operationRows.filter { $0.period != Churn.wholeTime && $0.authorClass == nil }
        let classes = results.operationRows.filter { $0.period == Churn.wholeTime && $0.authorClass != nil }
        for rows in [months, classes] {
            #expect(rows.reduce(into: OperationCounts()) { $0 += $1.summary.counts } == whole.summary.counts)
            #expect(rows.reduce(0) { $0 + $1.summary.duplicates.blocks } == whole.summary.duplicates.blocks)
        }
        let shares = LineOperation.counted.compactMap { whole.summary.share($0)?.value }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }
}
