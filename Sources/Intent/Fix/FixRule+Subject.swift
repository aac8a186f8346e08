/// Phrases of the subject.
extension FixRule {
    static let subjectRules: [FixRule] = [
        // What the commit says it does.
        FixRule(
            "head.repair", .head, 1.7,
            """
            fix, fixes, fixed, fixing, bugfix, bugfixes, bug fix, bug fixes, hotfix, hot fix, quick fix, quickfix,
            fixup, fixups, fix up, fixes up, fixed up, minor fix, minor fixes, small fix, small fixes, also fix,
            really fix, properly fix, attempt to fix, try to fix, trying to fix, tried to fix, more fixes,
            another fix, some fixes, partial fix, possible fix, potential fix, correct, corrects, corrected,
            correcting, repair, repairs, repaired, rectify, rectified, resolve, resolves, resolved, resolving, solve,
            solves, solved, cure, unbreak, un break, address, addresses, addressed, patch, patched, debug, debugged,
            plug, plugged, close, closes, closed
            """),
        FixRule(
            "head.prevent", .head, 0.65,
            """
            prevent, prevents, prevented, avoid, avoids, avoided, avoiding, do not, dont, doesnt, never, no longer,
            stop, stops, stopped, disallow, forbid, guard, guard against, protect, protect against, bail, bail out,
            ignore, ignores, ignored, reject, rejects, limit, only, skip, skips, tolerate
            """),
        FixRule(
            "head.ensure", .head, 0.55,
            """
            ensure, ensures, make sure, makes sure, check, checks, check for, check if, verify, validate, validates,
            always, handle, handles, handled, properly, correctly, restore, restores, restored, reset, initialize,
            initialise, init, account for, honor, honour, respect, retry, wait, wait for, flush, preserve, keep,
            return, add missing, adds missing, added missing, add check, add a check, add null check, clear, force,
            set
            """),
        FixRule(
            "head.work-around", .head, 0.3,
            """
            workaround, work around, works around, worked around, add workaround, add a workaround, added workaround,
            adds workaround, add work around, hack around, temporary workaround
            """),
        FixRule(
            "head.revert", .head, 1.6,
            """
            revert, reverts, reverted, reverting, back out, backed out, backout, roll back, rollback, rolled back,
            undo, partial revert, partially revert
            """),
        FixRule(
            "head.create", .head, -1.15,
            """
            add, adds, added, adding, implement, implements, implemented, implementing, introduce, introduces,
            introduced, create, creates, created, creating, support, supports, supported, new, initial, first, begin,
            start, started, provide, provides, provided, import, imported, enable, enables, enabled, enabling, allow,
            allows, allowed, expose, extend, extended, include, included, define, defined, export, made, build
            """),
        FixRule(
            "head.restructure", .head, -0.2,
            """
            refactor, refactors, refactored, refactoring, clean, cleans, cleaned, cleaning, cleanup, cleanups,
            clean up, cleaned up, cleaning up, simplify, simplifies, simplified, rename, renames, renamed, renaming,
            move, moves, moved, moving, split, splits, extract, extracted, factor, factor out, inline, convert,
            converts, converted, converting, replace, replaces, replaced, replacing, rework, reworked, rewrite,
            rewrote, reorganize, reorganise, reorder, reordered, restructure, restructured, consolidate, unify, kill,
            get rid, constify, port, ported, migrate, migrated, switch, switched, switches, abstract, separate,
            separated, use, uses, used, using, change, changes, changed, changing, make, makes, let, modify, modified,
            pass, share, reduce
            """),
        FixRule(
            "head.remove", .head, -0.15,
            """
            remove, removes, removed, removing, drop, drops, dropped, dropping, delete, deletes, deleted, deleting,
            disable, disables, disabled, get rid of, remove unused, drop unused, removed unused, strip, prune, purge,
            hide
            """),
        FixRule(
            "head.upkeep", .head, -0.25,
            """
            update, updates, updated, updating, bump, bumps, bumped, upgrade, upgrades, upgraded, release, released,
            version, prepare, prepared, sync, synced, synchronize, document, documented, improve, improves, improved,
            improvement, improvements, improving, optimize, optimise, optimized, optimised, optimization, tweak,
            tweaks, tweaked, tune, adjust, adjusted, increase, mark, regenerate, regenerated, automated, automatic,
            automatically, auto, daily, nightly, commit, committed, test, tests, tested, testing, work, more,
            set version, imported upstream, upstream, revise, speed up, style, polish, annotate, comment, commented
            """),

        // What the subject speaks of.
        FixRule(
            "subject.fix", .subject, 1.75,
            """
            fix, fixes, fixed, fixing, bugfix, bugfixes, hotfix, hotfixes, hot fix, fixup
            """),
        FixRule(
            "subject.bug", .subject, 1.05,
            """
            bug, bugs, buggy, defect, defects, regression, regressions, regressed, mistake, mistakes, oversight,
            glitch, misbehavior, misbehaviour, flaw, flaws, thinko, brown paper bag, braino, quirk, bogus, faulty,
            sanity
            """),
        FixRule(
            "subject.wrong", .subject, 0.75,
            """
            wrong, wrongly, incorrect, incorrectly, invalid, broken, break, breaks, breakage, breakages, bad, badly,
            inconsistent, inconsistency, inaccurate, erroneous, erroneously, mismatch, mismatched, mismatches,
            improper, improperly, unexpected, spurious, bogus, stale, missed, missing, forgot, forgotten,
            accidentally, accidental, inverted, swapped, duplicate, duplicated, garbage, unbalanced, lost, lose,
            loses, stuck, flaky, flakiness, doesnt work, does not work, not working, didnt work, didnt, did not, isnt,
            is not, wasnt, was not, cant, cannot, can not, wont, unable, not set, no longer works, when not,
            instead of, issue, issues, problem, problems, trouble, troubles
            """),
        FixRule(
            "subject.failure", .subject, 1.3,
            """
            fail, fails, failed, failing, failure, failures, error, errors, exception, exceptions, crash, crashes,
            crashed, crasher, crashing, segfault, segfaults, segv, sigsegv, segmentation fault, panic, panics, oops,
            oopses, hang, hangs, hung, hanging, deadlock, deadlocks, dead lock, livelock, lockup, lockups, lock up,
            freeze, freezes, freezing, abort, aborts, assert, asserts, assertion, assertions, traceback, stacktrace,
            stack trace, core dump, coredump, bsod, splat, timeout, timeouts, unhandled, uncaught, bombs,
            null pointer exception, npe, nullpointerexception, infinite loop, endless loop, infinite recursion, stall,
            stalls
            """),
        FixRule(
            "subject.memory", .subject, 0.7,
            """
            leak, leaks, leaked, leaking, leakage, memleak, memleaks, memory leak, corrupt, corrupts, corrupted,
            corruption, overflow, overflows, underflow, overrun, overruns, out of bounds, out of bound, oob,
            off by one, use after free, uaf, double free, null pointer, null dereference, nullptr, null deref,
            dereference, dereferences, dereferencing, dangling, uninitialized, uninitialised, unitialized,
            undefined behavior, undefined behaviour, race, races, racy, race condition, refcount leak, truncation,
            truncated, divide by zero, division by zero, endianness, null check, null checks, unaligned, alignment,
            sign extension, locking, lockdep, recursion, starvation, vulnerability, vulnerabilities, security, cve,
            xss, csrf, injection, exploit, exploitable, sanitize, sanitise, escape, escaped, escaping, security fix,
            security issue
            """),
        FixRule(
            "subject.warning", .subject, 0.2,
            """
            warning, warnings, sparse, checkpatch, coverity, lint, linter, eslint, pylint, flake8, pep8, smatch,
            cppcheck
            """),
        FixRule(
            "subject.proper", .subject, 1.15,
            """
            properly, correctly, correct, corrected, corrections, correction, actually, prevent, prevents, avoid,
            avoids, ensure, really, safely, safe, gracefully, again, consistently, sanely, reliable, reliably, robust,
            workaround, work around, compatibility, even if, in case, if not, should, must, too early, too late,
            before, twice
            """),
        FixRule(
            "subject.cosmetic", .subject, -1.25,
            """
            typo, typos, typographical, spelling, misspelling, misspellings, misspelled, mispelled, grammar, wording,
            whitespace, white space, whitespaces, trailing space, trailing spaces, indent, indents, indentation,
            indenting, formatting, format, style, styles, styling, coding style, code style, codingstyle, cosmetic,
            cosmetics, nit, nits, pep8, pep 8, checkpatch, pedantic, capitalization, punctuation, newline, newlines,
            blank line, blank lines, copyright, license, licence, naming, tabs, kerneldoc, kernel doc, docstring,
            docstrings, javadoc, phpdoc, jsdoc, line length, lint, linter, trivial, translation, translations,
            wrapping, line ending, line endings, line over, 80 characters, 80 columns, spacing, spaces, trailing,
            camelcase, obscure, quotes, readability, wrap
            """),
        FixRule(
            "subject.prose", .subject, 0.0,
            """
            doc, docs, documentation, comment, comments, readme, changelog, change log, news, manual, man page,
            manpage, authors, link, links, description, example, examples, tutorial, guide, website, faq, todo,
            license, news entry, howto, maintainers, copyright, help text, url, urls, text, message, messages, string,
            strings, docblock
            """),
        FixRule(
            "subject.upkeep", .subject, -0.6,
            """
            version, versions, release, upgrade, dependency, dependencies, changelog, refactor, refactoring, cleanup,
            cleanups, clean up, clean ups, feature, features, support, rename, renaming, unused, redundant,
            unnecessary, unneeded, dead code, obsolete, deprecated, useless, helper, helpers, macro, macros, driver,
            bindings, initial, defconfig, optimization, performance, simplify, refactored, needless, superfluous,
            noop, no op, snapshot, prototype, stub, placeholder, boilerplate
            """),
    ]
}
