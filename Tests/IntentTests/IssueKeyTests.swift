import Intent
import Testing

@Suite struct IssueKeyTests {
    private func read(_ message: String) -> [String] {
        CommitIntent(message: message).issueKeys.map { "\($0.text) \($0.relation)" }
    }

    @Test(
        "Keys of the usual trackers are read in one spelling",
        arguments: [
            ("Fixes #12", ["#12 fixes"]),
            ("x\n\nCloses: #12, #13", ["#12 closes", "#13 closes"]),
            ("x\n\nfixes #12 and #13", ["#12 fixes", "#13 fixes"]),
            ("x\n\nSee GH-12", ["#12 mentions"]),
            ("ABC-123: do x", ["ABC-123 mentions"]),
            ("Fix ABC-123", ["ABC-123 fixes"]),
            ("x\n\nBugzilla ID: 1234", ["bug 1234 mentions"]),
            ("Bug 1234 - do x", ["bug 1234 mentions"]),
            ("x\n\nbug #1234", ["bug 1234 mentions"]),
            ("x\n\nPR c++/12345", ["bug 12345 mentions"]),
            ("x\n\nFixes: https://example.org/o/r/issues/12", ["#12 mentions"]),
            ("x\n\nhttps://bugs.example.org/show_bug.cgi?id=1234", ["bug 1234 mentions"]),
            ("x\n\nresolves owner/project#12", ["owner/project#12 closes"]),
            ("x\n\nThis is CVE-2024-12345.", ["CVE-2024-12345 mentions"]),
            ("Add x (#12)", ["#12 change"]),
            ("Merge pull request #12 from a/b", ["#12 change"]),
            ("x\n\nissue 123", ["#123 mentions"]),
            ("Fix #12\n\nMore of #12", ["#12 fixes"]),
        ])
    func keys(message: String, expected: [String]) {
        #expect(read(message) == expected)
    }

    @Test(
        "Standards, formats and versions are no keys",
        arguments: [
            "Use UTF-8 and SHA-1", "ISO-8859-1 text", "RFC-2822 dates", "x86-64", "GPL-2 files", "step 1 of 3",
            "C#4 notes", "&#39; is a quote", "foo-123", "GCC-12 warnings",
        ])
    func lookalikes(text: String) {
        #expect(read(text).isEmpty)
    }
}
