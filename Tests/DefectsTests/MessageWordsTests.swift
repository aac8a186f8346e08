import Testing

@testable import Defects

@Suite struct MessageWordsTests {
    @Test(arguments: [
        "fix crash\n\nThis broke with commit 1a2b3c4d5e6f (\"parser: measure the text\").",
        "fix crash\n\nThis broke with commit 1a2b3c4d5e6f (parser: measure the text, 2020-01-01).",
        "fix crash\n\nThis broke with commit 1a2b3c4d5e6f parser: measure the text",
        "fix crash\n\nThis broke with commit\n\nFixes: 1a2b3c4d5e6f (\"parser: measure the text\")",
        "fix crash\n\nThis broke with commit 1a2b3c4d5e6f (\"parser: measure\nthe text\").",
    ])
    func whatIsSaidOfAnotherCommitIsLeftOut(message: String) {
        #expect(MessageWords(message) == MessageWords("fix crash\n\nThis broke with commit"))
    }

    @Test func namesSpeakByTheirPartsToo() {
        let words = Set(MessageWords("fix rx_queue_setup and parseText").all)
        #expect(words.isSuperset(of: MessageWords("queue setup parse text").all))
    }

    @Test func caseAndOrderDoNotMatter() {
        #expect(MessageWords("Fix Crash") == MessageWords("crash fix"))
        #expect(MessageWords("Fix crash").all != MessageWords("Fix crush").all)
    }

    @Test func anOpenQuotationMarkHidesNothing() {
        let words = MessageWords("fix 5\" panels\n\nThe second line counts.")
        #expect(Set(words.all).isSuperset(of: MessageWords("panels second line counts").all))
    }
}
