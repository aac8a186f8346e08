/// Words beside a commit's name that say what the commit did. The table of declarations.
struct DeclarationCue: Sendable {
    enum Side: Sendable {
        /// The words stand before the name: "introduced in <commit>".
        case before
        /// The words stand behind the name: "<commit> broke".
        case after
    }

    let id: String
    let kind: Declaration.Kind
    let side: Side
    let confidence: Double
    /// Whether a quoted subject may stand for the object id.
    let takesSubject: Bool
    let phrases: [String]

    private init(
        _ id: String, _ kind: Declaration.Kind, _ side: Side, _ confidence: Double, takesSubject: Bool = false,
        _ phrases: String
    ) {
        self.id = id
        self.kind = kind
        self.side = side
        self.confidence = confidence
        self.takesSubject = takesSubject
        self.phrases = phrases.split(separator: ",").map { phrase in
            phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// `Fixes:` at the beginning of a line is found by its form, not by this table.
    static let trailer = DeclarationCue("trailer.fixes", .fixes, .before, 0.98, takesSubject: true, "")

    /// A weak word beside the name in a sentence that speaks of a defect.
    static let context = DeclarationCue("prose.context", .introducedBy, .before, 0.85, "")

    static let all: [DeclarationCue] = [
        DeclarationCue(
            "prose.introduced", .introducedBy, .before, 0.95, takesSubject: true,
            """
            introduced in, introduced by, introduced with, introduced at, introduced since, introduced from,
            introduced via, introduced through, introduced, introduce by, introduce in, intruduced in, intruduced by,
            was introduced,
            been introduced, introducing, first introduced in, since its introduction in, since its introduction with,
            the introduction of, problem came in with, came in with, came with, crept in with, crept in, crept in in,
            slipped in with, slipped in
            """),
        DeclarationCue(
            "prose.regression", .introducedBy, .before, 0.95, takesSubject: true,
            """
            regression from, regression in, regression since, regression of, regression by, regression with,
            regression after, regression due to, regression caused by, regressions from, regressions in,
            regressions since, regressed in, regressed by, regressed since, regressed with, regressed after,
            regressed from, regress in, regress since
            """),
        DeclarationCue(
            "prose.broken", .introducedBy, .before, 0.95, takesSubject: true,
            """
            broken by, broken in, broken since, broken with, broken after, broken from, broken due to, broke in,
            broke by, broke since, broke with, broke after, breakage from, breakage in, breakage by, breakage since,
            breakage of, breakage caused by, breakage introduced by, broken ever since, failing since, fails since,
            failed since, crashing since, crashes since, not working since, doesnt work since, stopped working since,
            stopped working in, stopped working with, i broke this in, i broke it in
            """),
        DeclarationCue(
            "prose.caused", .introducedBy, .before, 0.93, takesSubject: true,
            """
            caused by, caused in, caused since, is caused by, was caused by, brought by, brought in by,
            brought in with, brought in, induced by, made by mistake in, inadvertently added by,
            inadvertently added in, accidentally added in, accidentally removed in, accidentally removed by,
            mistakenly added in, mistakenly removed in, accidentally broken by, accidentally dropped in,
            accidentally changed in, inadvertently changed in, inadvertently removed in, inadvertently removed by,
            inadvertently broken by, inadvertently dropped in
            """),
        DeclarationCue(
            "prose.bisected", .introducedBy, .before, 0.9,
            """
            bisected to, bisected it to, bisected this to, bisected down to, bisected it down to, bisects to,
            bisect to, bisect points to, bisect points at, bisection points to, bisection pointed to,
            bisect pointed to, bisecting points to, bisecting shows, bisection shows, bisect shows, bisect blames,
            bisecting leads to, bisect leads to, git bisect says, bisected, traced to, traced back to, traced it to,
            traced it back to, tracked down to, tracked it down to, boils down to, first bad commit is,
            first bad commit, culprit is, the culprit, culprit
            """),
        DeclarationCue(
            "prose.defect-in", .introducedBy, .before, 0.92, takesSubject: true,
            """
            bug in, bug from, bugs in, bugs from, bug since, bug of, error in, error from, errors in, mistake in,
            mistakes in, mistake from, mistake of, oversight in, oversight from, oversight of, thinko in, typo in,
            typo from, leak in, leak from, leak since, crash in, crash from, crash since, problem in, problem from,
            problem since, issue in, issue from, issue since, fallout from, fallout of, fall out from, fall out of,
            warning from, warnings from, copy paste error in, copy paste mistake in, copy and paste error in, flaw in,
            slip in, goof in, screwup in, botched in, messed up in, forgotten in, forgotten by, forgot in,
            i forgot in, missed in, missed by, missed from, missed as part of, missed during, missing in,
            missing from, overlooked in, overlooked by, left out of, left out in, left behind by, left over from,
            leftover from, leftovers from, leftover of, lost in, lost by, lost with, lost since, omitted in,
            omitted from, incomplete fix in, exposed by, exposed in, uncovered by, triggered by, triggered since,
            provoked by
            """),
        DeclarationCue(
            "prose.follow-up", .introducedBy, .before, 0.6, takesSubject: true,
            """
            follow up to, follow up for, follow up on, follow up of, followup to, followup for, followup on,
            followup of, fixup for, fixup to, fixup of, fix up for, fix up, amends, amend, amending, amendment to,
            amendment of, complements, completes, addendum to, supplement to, fix for, fixes for, bugfix for,
            correction to, correction for, corrects
            """),
        DeclarationCue(
            "prose.fixes", .fixes, .before, 0.8, takesSubject: true,
            """
            fixes, fix, fixing, fixes commit, fix commit, this fixes, repairs, unbreaks
            """),
        DeclarationCue(
            "prose.because-of", .introducedBy, .before, 0.6,
            """
            due to, because of, thanks to, side effect of, side effect from, side effects of, consequence of,
            result of, as a result of, ever since
            """),
        DeclarationCue(
            "prose.since", .introducedBy, .before, 0.55,
            "since, since the, starting with, starting from, beginning with"),
        DeclarationCue(
            "prose.added-in", .introducedBy, .before, 0.5,
            """
            added in, added by, added with, changed in, changed by, changed with, modified in, modified by,
            removed in, removed by, removed with, dropped in, dropped by, made in, done in, done by, moved in,
            moved by, refactored in, renamed in, converted in, after
            """),
        DeclarationCue(
            "prose.in", .introducedBy, .before, 0.35, "in, with, by, from, of"),
        DeclarationCue(
            "prose.broke", .introducedBy, .after, 0.9,
            """
            broke, breaks, has broken, have broken, had broken, broken, regressed, has regressed, caused, causes,
            has caused, is causing, was causing, causing, caused a, introduced a bug, introduced a regression,
            introduced a memory leak, introduced a leak, introduced an issue, introduced a problem,
            introduced the bug, introduced the regression, introduced the problem, introduced the issue,
            introduced bug, introduced regression, introduced an error, introduced an off by one, introduced a crash,
            introduced a race, introduced a deadlock, introduced a warning, introduced a mistake, introduced a typo,
            introduced this bug, introduced this regression, introduced this issue, introduced this problem,
            introduced a syntax error, introduced a compiler warning, accidentally, inadvertently, mistakenly,
            unintentionally, erroneously, wrongly, incorrectly, improperly, unwittingly, forgot, forgets, forgot to,
            missed, overlooked, neglected, failed to, failed, fails to, did not, didnt, does not, doesnt, missed to,
            was wrong, is wrong, was broken, is broken, was incorrect, was incomplete, is incomplete, isnt, is not,
            was not, wasnt, is buggy, was buggy, got it wrong, got this wrong, went too far, was too
            """),
        DeclarationCue(
            "prose.introduced-after", .introducedBy, .after, 0.6,
            """
            introduced, has introduced, have introduced, had introduced, introduces, started, started to, made, makes,
            turned, left, leaves, exposed, exposes, triggered, triggers, resulted in, results in, leads to, led to
            """),
        DeclarationCue(
            "prose.changed", .introducedBy, .after, 0.45,
            """
            changed, changes, has changed, have changed, removed, removes, has removed, moved, moves, has moved,
            added, adds, has added, replaced, replaces, has replaced, switched, converted, refactored, reworked,
            renamed, dropped, rewrote, modified, enabled, disabled, split, allowed, merged, updated, had
            """),
        DeclarationCue(
            "prose.fixed-by", .mention, .before, 0.9,
            """
            fixed in, fixed by, fixed with, fixed since, fixed at, was fixed in, already fixed in, resolved in,
            resolved by, solved by, solved in, repaired in, reverted in, reverted by, reverted with, fix in, fix from,
            fixes in, fixes from, similar to, same as, see, see also, cf, like in, like, refs, as in, as done in,
            as with, as of, based on, inspired by, requires, depends on, needs, backported with, backport,
            backported in, refactoring in, before, prior to, until, up to, between, follows, continues,
            done in commit, corrected in, addressed in, addressed by, closed by, closed in
            """),
        DeclarationCue(
            "revert.this-reverts", .revert, .before, 0.97, takesSubject: true,
            """
            this reverts, this reverts commit, this reverts commits, this reverts the commit, this commit reverts,
            this patch reverts, the patch reverts, this change reverts, this is a revert of, this a revert of,
            this reverts changes from, this reverts part of, this reverts parts of, this partially reverts,
            this partly reverts, partially reverts, partly reverts, partial revert of, revert of, this backs out,
            backed out changeset, backed out changesets, back out changeset, backout of changeset, this undoes commit
            """),
        DeclarationCue(
            "revert.prose", .revert, .before, 0.75,
            """
            revert, reverts, reverted, reverting, rollback, roll back, rolls back, rolled back, backed out,
            back out, backs out, backout, backout of, undoes, undo
            """),
        DeclarationCue(
            "reland.prose", .reland, .before, 0.85, takesSubject: true,
            """
            reland, relands, relanding, re land, re lands, reapply, reapplies, re apply, re applies, reapplying,
            this relands, this reapplies, redo, reinstate, reinstates, unrevert, reintroduce
            """),
        DeclarationCue(
            "cherry-pick", .cherryPick, .before, 0.99,
            """
            cherry picked from, cherry picked from commit, cherry pick of, cherry picked, cherry pick,
            cherry pick from, cherry picks, backport of, backported from, backport from, backports, upstream commit,
            picked from, grafted from, ported from, imported from, merged from, rebased from, transplanted from,
            upstream
            """),
        DeclarationCue("cherry-pick.upstream", .cherryPick, .after, 0.95, "upstream"),
    ]

    /// Words and marks that may stand between the words of a cue and the commit's name.
    static let fillers: Set<UInt64> = Token.hashes(
        """
        commit commits revision rev changeset change changes patch git the this following my a recent earlier
        previous our hash sha sha1 id in by of with original old upstream merge again partially at ref last also
        first from parts part other me
        """)

    /// Words by which a sentence says that a commit went wrong.
    static let causeWords: Set<UInt64> = Token.hashes(
        """
        introduced introduce breakage broken broke breaks accidentally inadvertently mistakenly unintentionally
        mistake regression regressions regressed bug bugs caused causes resurfaced erroneously wrongly incorrectly
        oversight thinko forgot missed incomplete incompatible incompatibility
        """)
    /// Words by which it says that the commit put something right.
    static let repairWords: Set<UInt64> = Set(
        ["fixed", "solved", "resolved", "repaired", "addressed", "reverted", "before", "like", "similar", "backport"]
            .map {
                Token.hash($0.utf8)
            })
    static let defectWords: Set<UInt64> = Token.hashes(
        """
        bug bugs regression regressions leak leaks error errors issue issues problem problems crash crashes race
        deadlock broken wrong wrongly incorrect incorrectly incomplete mistake typo warning warnings segfault
        failure failures
        """)

    static let fillerMarks = Set("([{\"'`:#<*,=".utf8)
    static let separators: Set<UInt64> = Token.hashes("and or as well")
    static let separatorMarks = Set(",;&+/".utf8)
    static let commit: Set<UInt64> = Token.hashes("commit commits changeset changesets revision rev sha sha1 hash")
}
