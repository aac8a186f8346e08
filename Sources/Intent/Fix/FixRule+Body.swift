/// Phrases behind the subject.
extension FixRule {
    static let bodyRules: [FixRule] = [
        FixRule(
            "body.fix", .body, 1.85,
            """
            fix, fixes, fixed, fixing, bugfix, bugfixes, hotfix, this fixes, to fix, repair, repairs, repaired,
            rectify, unbreak, cure, cures
            """),
        FixRule(
            "body.bug", .body, 1.45,
            """
            bug, bugs, buggy, defect, regression, regressions, regressed, mistake, mistakes, mistakenly, oversight,
            glitch, thinko, bugzilla, bug report, launchpad
            """),
        FixRule(
            "body.problem", .body, 0.6,
            """
            problem, problems, issue, issues, trouble, troubles, problematic
            """),
        FixRule(
            "body.wrong", .body, 1.1,
            """
            wrong, wrongly, incorrect, incorrectly, broken, breaks, breakage, broke, erroneous, erroneously, mismatch,
            improper, improperly, bogus, stale, missed, forgot, forgotten, accidentally, accidental, inadvertently,
            unintentionally, garbage, unbalanced, inconsistent, misbehave, misbehaves, misbehaving, unexpected,
            unexpectedly, bad, badly, unfortunately, spurious, sadly, not correct, isnt correct, was missing,
            were missing, is missing, missing
            """),
        FixRule(
            "body.does-not-work", .body, 0.4,
            """
            does not work, doesnt work, dont work, do not work, didnt work, did not work, not working,
            no longer works, stopped working, stops working, wont work, cannot work, cant work, never worked,
            not work, not properly, not correctly, incorrectly, does nothing, had no effect, has no effect,
            never called, never set, not updated, not initialized, not handled, not set, was not, were not, wasnt,
            werent, isnt, is not, are not, arent, doesnt, does not, didnt, did not, should have been, should have,
            should be, should not, shouldnt, supposed to, was never, is never, never be, will not, wont
            """),
        FixRule(
            "body.failure", .body, 1.4,
            """
            fail, fails, failed, failing, failure, failures, crash, crashes, crashed, crashing, segfault, segfaults,
            sigsegv, segmentation fault, panic, panics, oops, oopses, hang, hangs, hung, deadlock, deadlocks,
            livelock, lockup, lockups, freeze, freezes, abort, aborts, assertion failure, traceback, stacktrace,
            backtrace, stack trace, core dump, call trace, kernel bug, splat, infinite loop, endless loop, unhandled,
            uncaught, exception, exceptions, page fault, bug on, warn on, stuck, blows up, explode, explodes, bombs,
            npe, soft lockup, hard lockup, general protection fault, bug unable, circular locking, error message,
            following error
            """),
        FixRule(
            "body.memory", .body, 0.1,
            """
            leak, leaks, leaked, leaking, memory leak, memleak, corrupt, corrupts, corrupted, corruption, overflow,
            overflows, underflow, overrun, out of bounds, off by one, use after free, double free, null pointer,
            null dereference, dereference, dereferencing, dangling, uninitialized, uninitialised, undefined behavior,
            undefined behaviour, race, races, racy, race condition, divide by zero, division by zero, lost, loses,
            kmemleak, valgrind, kasan, syzbot, syzkaller, asan, lockdep, out of memory, vulnerability,
            vulnerabilities, security, cve, xss, exploit, attacker, malicious
            """),
        FixRule(
            "body.error", .body, 0.5,
            """
            error, errors, warning, warnings, undefined reference, invalid, implicit declaration, compile error,
            build error, build failure, compilation error, wont compile, does not compile, doesnt compile,
            not compile, does not build, doesnt build, undeclared
            """),
        FixRule(
            "body.consequence", .body, 0.5,
            """
            caused, causes, causing, cause, leads to, lead to, leading to, led to, results in, resulted in,
            resulting in, result in, triggers, triggered, ends up, end up, ended up, otherwise, introduced by,
            introduced in, this happens, this happened, happens when, happens if, occurs, occurred, occur, root cause,
            because of this, due to, which means, as a result, in some cases, under certain, turns out, turned out,
            symptom, symptoms
            """),
        FixRule(
            "body.prevent", .body, 0.7,
            """
            prevent, prevents, prevented, avoid, avoids, avoiding, ensure, ensures, make sure, makes sure,
            work around, works around, workaround, correct, corrects, corrected, correctly, properly, restore,
            restores, restored, handle this, instead of, solve, solves, solved, resolve, resolves, resolved,
            resolving
            """),
        FixRule(
            "body.report", .body, 0.05,
            """
            reported by, reported, reports, reporter, bisect, bisected, bisection, noticed, reproduce, reproduced,
            reproducible, reproducer, spotted, discovered, found by, tested on, complains, complained, complaining,
            observed, steps to, can be seen, was seen, found that, found out, pointed out
            """),
        FixRule(
            "body.no-change", .body, -1.0,
            """
            no functional change, no functional changes, no functionality change, no functional difference,
            no behavior change, no behaviour change, no behavioral change, no change in behavior, no semantic change,
            no semantic changes, no intended functional change, not a bug, no bug, not strictly necessary,
            should be no functional, cosmetic, purely cosmetic, typo, typos, whitespace, white space, coding style,
            indentation, spelling, no code change, no code changes, nfc, trivial, checkpatch, no logical change,
            readability, more readable, sparse warning, sparse warnings, should it be static, line over 80 characters,
            over 80 characters, 80 columns, codingstyle, whitespaces, white spaces, refactoring only, cleanup only,
            spacing, indent, wording, impact cleanup
            """),
        FixRule(
            "body.create", .body, -0.1,
            """
            this patch adds, this adds, this commit adds, patch adds, adds support, add support, added support,
            support for, new feature, new features, this patch introduces, this introduces, implement, implements,
            implemented, introduce, introduces, allows, allow, enables, enable, feature, features, new,
            in preparation, preparation for, preparatory, will be used, adds, added, add, provide, provides, initial
            """),
        FixRule(
            "body.restructure", .body, -0.6,
            """
            refactor, refactoring, refactored, cleanup, cleanups, clean up, cleaned up, cleans up, cleaner, simplify,
            simplifies, simplified, simplification, rename, renamed, renames, moved, moves, move, split, convert,
            converts, converted, conversion, consolidate, unused, redundant, unnecessary, unneeded, no longer needed,
            not needed, not used, dead code, obsolete, deprecated, superfluous, factor out, replace, replaces,
            generated by, semantic patch, coccinelle, make the code, duplicate code, code duplication, easier,
            consistent with
            """),
        FixRule(
            "body.upkeep", .body, -0.2,
            """
            update, updates, updated, upgrade, bump, version, release, improve, improves, improved, improvement,
            optimize, optimization, performance, faster, documentation, comment, comments, docs, document, readme,
            example, examples, translation
            """),
    ]
}
