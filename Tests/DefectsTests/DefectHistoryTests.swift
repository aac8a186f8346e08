import Intent
import Testing

@testable import Defects
@testable import Git
@testable import LineHistory

@Suite struct DefectHistoryTests {
    @Test func linksChainsAndReturnsOfAHistoryAreFound() throws {
        let story = try Defective(Fixture("fix-chains"))
        #expect(story.links.contains("Fix 1 <- Feature declared"))
        #expect(story.links.contains("Fix 2 <- Fix 1 blame"))
        #expect(story.links.contains("Fix 3 <- Fix 2 declared"))
        #expect(story.links.contains("Fix cache overrun <- Cache blame"))
        let chain = try #require(story.defects.chains.first { story.name($0.members[0]) == "Fix 1" })
        #expect(chain.members.map(story.name) == ["Fix 1", "Fix 2", "Fix 3"])
        #expect(chain.depth == 3)
        #expect(chain.firstCause.map(story.name) == "Feature")
        #expect(chain.spanDays == 41)
        #expect(story.events(.revertOfFix) == ["Revert \"Fix cache overrun\" <- Fix cache overrun"])
        #expect(story.events(.relapse) == ["Relapse <- Fix leak"])
        #expect(story.events(.sameKeyRefix) == ["Issue 2 <- Issue 1"])
        #expect(story.events(.reland).count == 1)
        #expect(story.events(.fixOfFix).contains("Fix 2 <- Fix 1"))
    }

    @Test func aRepairOfOnesOwnFixWithinADayIsAFollowUp() throws {
        let story = try Defective(Fixture("fix-chains"))
        let followUps = story.defects.edges.filter(\.isFollowUp)
        #expect(followUps.map { story.name($0.later) } == ["Follow up"])
        #expect(!story.events(.fixOfFix).contains { $0.hasPrefix("Follow up") })
        #expect(!story.defects.chains.contains { $0.members.map(story.name).contains("Follow up") })
    }

    @Test func aRevertOfARevertIsAReLandingOfTheFirstChange() throws {
        let story = try Defective(Fixture("fix-chains"))
        let reverts = story.defects.reverts
        #expect(reverts.map(\.isReland) == [false, true])
        #expect(reverts.map { story.name($0.original) } == ["Fix cache overrun", "Fix cache overrun"])
        #expect(reverts.allSatisfy { $0.evidence == .both || $0.coverage == 1 || $0.evidence == .message })
        #expect(reverts.allSatisfy { !$0.isPartial })
    }

    @Test func aFixOfProseIsNone() throws {
        let story = try Defective(Fixture("fix-chains"))
        #expect(!story.defects.fixes.contains { $0.isFix && story.name($0.commit) == "Docs fix" })
    }

    @Test func aLabelBeatsMessageAndLines() throws {
        let fixture = try Fixture("fix-chains")
        let plain = try Defective(fixture)
        let feature = try #require(plain.defects.links.first { plain.name($0.fix) == "Fix 1" }).inducer
        let story = try Defective(
            fixture,
            labels: [
                "Fix 2": FixLabel(isFix: nil, inducers: [feature]), "Fix cache overrun": FixLabel(isFix: false),
            ])
        #expect(story.links.contains("Fix 2 <- Feature label"))
        #expect(!story.links.contains { $0.hasPrefix("Fix 2 <- Fix 1") })
        #expect(!story.links.contains { $0.hasPrefix("Fix cache overrun <-") })
    }

    @Test func outcomesNameTheFirstFixAndItsDelay() throws {
        let story = try Defective(Fixture("fix-chains"))
        let outcome = try #require(story.defects.outcomes.first { story.name($0.key) == "Feature" })
        #expect(story.name(outcome.value.firstFix) == "Fix 1")
        #expect(outcome.value.days == 10)
        #expect(outcome.value.isDeclared)
    }

    @Test(arguments: LinkVariant.allCases)
    func everyVariantFindsTheOnlyWriterOfARemovedLine(variant: LinkVariant) throws {
        let story = try Defective(Fixture("fix-chains"), variant: variant)
        #expect(story.links.contains("Fix 2 <- Fix 1 blame"))
        #expect(story.defects.agreement.declared == 2)
    }

    @Test("What is found about a fix stays so, whatever is committed later", arguments: 1...8)
    func nothingLaterCounts(nights: Int) throws {
        let fixture = try Fixture("fix-chains")
        let all = try Defective(fixture).defects.kept
        let earlier = try Defective(fixture, revision: "HEAD~\(nights)").defects.kept
        #expect(!earlier.findings.isEmpty)
        #expect(earlier.findings == Array(all.findings.prefix(earlier.findings.count)))
        #expect(earlier.signatures == Array(all.signatures.prefix(earlier.signatures.count)))
    }

    @Test("What an earlier run found is taken, up to the first commit that is a fix in one run only")
    func keptFindings() throws {
        let fixture = try Fixture("fix-chains")
        let plain = try Defective(fixture).defects
        // Nobody finds such links: where they appear, they were taken.
        let emptied = plain.kept.findings.map { LinkFinding(fix: $0.fix, traces: $0.traces, picks: []) }
        let kept = KeptDefects(
            findings: emptied, signatures: [], returns: .none, changes: KeptChanges(), pathKinds: .none)
        #expect(try !Defective(fixture, kept: kept).defects.links.contains(where: \.isInferred))
        let labels = ["Fix cache overrun": FixLabel(isFix: false)]
        let relabelled = try Defective(fixture, labels: labels).defects.kept.findings
        let mixed = try Defective(fixture, labels: labels, kept: kept, surroundedFrom: .max).defects.kept.findings
        let same = zip(relabelled, emptied).prefix { $0.fix == $1.fix }.count
        #expect(same > 0 && same < relabelled.count)
        #expect(mixed == Array(emptied[..<same] + relabelled[same...]))
    }

    @Test(
        "Whatever part an earlier run kept, on however many threads, all is the same",
        arguments: ["fix-chains", "relapses"])
    func everyPart(name: String) throws {
        let fixture = try Fixture(name)
        let whole = try Defective(fixture).defects
        for count in 0...whole.kept.signatures.count {
            let other = try Defective(fixture, kept: whole.kept.prefix(count), surroundedFrom: count, jobs: 3).defects
            #expect(other.kept.findings == whole.kept.findings)
            #expect(other.kept.signatures == whole.kept.signatures)
            #expect(other.kept.returns == whole.kept.returns)
            #expect(other.kept.changes == whole.kept.changes)
            #expect(other.kept.pathKinds == whole.kept.pathKinds)
            #expect(other.fixes == whole.fixes)
            #expect(other.links == whole.links)
            #expect(other.reverts == whole.reverts)
            #expect(other.reintroductions == whole.reintroductions)
        }
    }

    @Test("What is kept as bytes is read back as it was")
    func bytes() throws {
        let kept = try Defective(Fixture("fix-chains")).defects.kept
        var writer = ByteWriter()
        kept.write(to: &writer)
        var reader = ByteReader(writer.bytes)
        let read = try KeptDefects(from: &reader)
        #expect(read.findings == kept.findings)
        #expect(read.signatures == kept.signatures)
        #expect(read.returns == kept.returns)
        #expect(read.changes == kept.changes)
        #expect(read.pathKinds == kept.pathKinds)
    }

    @Test("Kinds of paths are taken from the run before as long as its paths are the first ones")
    func keptPathKinds() {
        func table(_ paths: [String]) -> PathTable {
            var table = PathTable()
            for path in paths { _ = table.number(of: Array(path.utf8)[...]) }
            return table
        }
        let paths = ["src/main.c", "tests/main_test.c", "README.md", "Makefile"]
        let all = PathKinds(table(paths))
        #expect(all.kinds == [.production, .test, .documentation, .build])
        for count in 0...paths.count {
            let first = PathKinds(table(Array(paths.prefix(count))))
            #expect(PathKinds(table(paths), kept: first) == all)
            #expect(PathKinds(table(Array(paths.prefix(count))), kept: all) == first)
            #expect(PathKinds(table(paths.reversed()), kept: first).kinds == all.kinds.reversed())
        }
    }

    @Test("What kinds of lines a commit changed is taken from the run before, whichever commits that asked for")
    func keptChanges() throws {
        let fixture = try Fixture("fix-chains")
        let plain = try Defective(fixture)
        // No fix of these is without lines: where such are found, they were taken.
        var changes = KeptChanges()
        for fix in plain.defects.fixes {
            changes.add(fix.commit, plain.lines.versions(of: fix.commit).map { _ in ChangedLineKinds() })
        }
        let emptied = KeptDefects(
            findings: [], signatures: [], returns: .none, changes: changes, pathKinds: .none)
        #expect(plain.defects.fixes.contains { $0.shape.verdict != .nothing })
        #expect(try Defective(fixture, kept: emptied).defects.fixes.allSatisfy { $0.shape.verdict == .nothing })
        let fixes = Set(plain.defects.fixes.map(\.commit))
        for commit in 0..<plain.lines.history.count where !fixes.contains(commit) {
            let labels = [plain.name(commit): FixLabel(isFix: true)]
            let labelled = try Defective(fixture, labels: labels).defects
            #expect(labelled.fixes.count == fixes.count + 1)
            #expect(try Defective(fixture, labels: labels, kept: plain.defects.kept).defects.fixes == labelled.fixes)
            #expect(try Defective(fixture, kept: labelled.kept).defects.fixes == plain.defects.fixes)
        }
    }

    @Test("Lines that came back are counted on from where an earlier run ended", arguments: 1...7)
    func keptReturns(nights: Int) throws {
        let fixture = try Fixture("relapses")
        let whole = try Defective(fixture).defects
        let earlier = try Defective(fixture, revision: "HEAD~\(nights)").defects.kept
        let later = try Defective(fixture, kept: earlier).defects
        #expect(later.kept.returns == whole.kept.returns)
        #expect(later.reintroductions == whole.reintroductions)
    }

    @Test("What came back is taken from the run before, unless other commits are fixes now")
    func heldReturns() throws {
        let fixture = try Fixture("relapses")
        let kept = try Defective(fixture).defects.kept
        let returns = KeptReturns(
            commitCount: kept.returns.commitCount, fixes: kept.returns.fixes, lost: kept.returns.lost,
            written: kept.returns.written, returns: [])
        // Nobody finds so few: where they are missing, they were taken.
        let emptied = KeptDefects(
            findings: kept.findings, signatures: kept.signatures, returns: returns, changes: kept.changes,
            pathKinds: kept.pathKinds)
        #expect(try Defective(fixture, kept: emptied).events(.relapse).isEmpty)
        let labels = ["Fix crash in long": FixLabel(isFix: false)]
        let relabelled = try Defective(fixture, labels: labels, kept: emptied)
        #expect(relabelled.events(.relapse) == ["Tidy the sources <- Fix crash in pair"])
    }
}
