/// The table of fix detection.
///
/// The phrases were chosen by hand for what they mean; the weights are those of a logistic model with a ridge penalty
/// over exactly these rules, rounded. A weight may not contradict what the rule stands for (a word for a crash never
/// counts against a repair).
extension FixRule {
    /// Log odds of a message that meets no rule.
    package static let bias = -1.85

    /// The score from which a message counts as a repair. Below even odds: with a third of commits corrective, a missed
    /// repair and a false one weigh the same at a probability of a third.
    package static let threshold = -0.7

    package static let all: [FixRule] = subjectRules + bodyRules + formRules

    /// Words that only look like evidence; what they cover is no word for the other rules.
    static let masks: [String] = FixRule(
        "", .form, 0.0,
        """
        fixed size, fixed sized, fixed width, fixed length, fixed point, fixed rate, fixed number, fixed value,
        fixed address, fixed position, fixed link, fixed phy, fixed regulator, fixed clock, fixed factor,
        fixed layout, fixed amount, fixed set, fixed array, fixed header, error handling, error message,
        error messages, error code, error codes, error path, error paths, error checking, error reporting, error log,
        error page, error pages, error type, error types, error handler, error handlers, error return, error text,
        error string, bug tracker, bug report template, issue template, issue templates, issue tracker, bug report,
        exception handling, exception handler, failure injection, fault injection, crash dump, crash report,
        crash reports, crash reporting, panic handler, on failure, on error, if an error, error injection,
        race detector, leak detector, leak detection, leak checker, overflow menu, text overflow, overflow hidden,
        test failure expectations, not found, not found error, error correction, error prone, log errors,
        regression test, regression tests, regression suite, bug numbers, security group, security groups,
        security policy, security level, security model, security context
        """
    ).phrases

    static let formRules: [FixRule] = [
        FixRule("form.cosmetic-fix", .form, -1.95),
        FixRule("form.merge-of-fix", .form, 0.3),
        FixRule("form.conventional-fix", .form, 2.5),
        FixRule("form.conventional-other", .form, -1.5),
        FixRule("form.fix-tag", .form, 0.5),
        FixRule("form.merge", .form, -0.35),
        FixRule("form.revert", .form, 0.95),
        FixRule("form.reland", .form, 0.3),
        FixRule("form.version-subject", .form, -1.0),
        // By definition, not fitted: whatever a quoted release note repairs, this commit does not.
        FixRule("form.dependency-update", .form, -12.0),
        FixRule("form.declares-fixed", .form, 4.0),
        FixRule("form.declares-introduced", .form, 2.0),
        FixRule("form.fixes-issue", .form, 0.5),
        FixRule("form.closes-issue", .form, 0.45),
        FixRule("form.names-bug", .form, 0.9),
        FixRule("form.names-key", .form, -0.6),
        FixRule("trailer.stable", .form, 1.5),
        FixRule("trailer.reported", .form, 1.0),
    ]
}
