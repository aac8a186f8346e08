import Git
import Testing

@testable import Attribution

@Suite struct NoteTests {
    private static let metadata = #"""
        {"schema_version":"authorship/3.0.0","base_commit_sha":"7734","prompts":{"0123456789abcdef":{"agent_id":{"tool":"cursor","id":"1","model":"gpt-5.2"}},"aaaaaaaaaaaaaaaa":{"agent_id":{"tool":"mock_ai","id":"2","model":"m"}}},"sessions":{"s_c9883b05a2487d":{"agent_id":{"tool":"claude","id":"6ef2","model":"claude-opus-4-8"}}},"humans":{"h_00000000000000":{"author":"Ann <a@x>"}}}
        """#

    @Test(
        "A git-ai note is read as it is found, not only as its standard asks",
        arguments: [
            ("a.rs\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-2,4\n---\n", 0.75, ["claude"]),
            ("a.rs\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 4,1-2\n---\n", 0.75, ["claude"]),
            ("a.rs\n  0123456789abcdef 1\n---\n", 0.25, ["cursor"]),
            ("a.rs\n  ffffffffffffffff 1-4\n---\n", 1, []),
            ("a.rs\n  ai_agent 1-4\n---\n", 1, []),
            ("a.rs\n  0123456789abcdef 1-4\n  s_c9883b05a2487d::t_1 2-3\n---\n", 1, ["claude", "cursor"]),
            ("a.rs\n  0123456789abcdef 1-4\n  h_00000000000000 2-3\n---\n", 0.5, ["cursor"]),
            ("\"b c.rs\"\n  0123456789abcdef 1-4\n---\n", 0, ["cursor"]),
            ("a.rs\n  0123456789abcdef 1-9000000000000000000\n---\n", 1, ["cursor"]),
        ] as [(String, Double, [String])])
    func gitAI(head: String, share: Double, tools: [String]) throws {
        let reading = try #require(GitAINote(head + Self.metadata)).reading
        #expect(reading.isAI)
        #expect(reading.share(of: ["a.rs": [0..<4]]) == share)
        #expect(reading.tools.sorted() == tools)
    }

    @Test(
        "A git-ai note without a line of an AI tool is no mark",
        arguments: [
            ("---\n", false), ("a.rs\n  aaaaaaaaaaaaaaaa 1-4\n---\n", false),
            ("a.rs\n  h_00000000000000 1-4\n---\n", true), ("a.rs\n  human 1-4\n---\n", true),
        ])
    func gitAIWithoutAI(head: String, isDeclared: Bool) {
        let verdict = verdict(ref: "refs/notes/ai", text: head + Self.metadata)
        #expect(verdict.authorClass == .human)
        #expect(verdict.isDeclared == isDeclared)
    }

    @Test(
        "What is no git-ai note is left alone",
        arguments: [
            "", "hello", "a\n---\n", "a\n---\nnot json", "---\n{\"schema_version\":\"other/1\"}", "a\n---\n[1]",
        ])
    func notGitAI(text: String) {
        #expect(GitAINote(text) == nil)
        #expect(verdict(ref: "refs/notes/ai", text: text).matches.isEmpty)
    }

    @Test(
        "A note's tool, model and share reach the verdict",
        arguments: [
            (
                "refs/notes/ai", "a.rs\n  s_c9883b05a2487d::t_1 1-2\n---\n" + metadata, "Claude Code",
                "claude-opus-4.8", 0.5
            ),
            (
                "refs/ai/authorship/0123",
                #"{"schema_version":"authorship/0.0.1","files":{"a.rs":{"authors":[{"author":"Claude","lines":[1,[2,3]]}]}}}"#,
                "Claude Code", "", 0.75
            ),
            (
                "refs/notes/agent-trace",
                #"{"version":"0.1.0","tool":{"name":"cursor"},"files":[{"path":"a.rs","conversations":[{"contributor":{"type":"ai","model_id":"anthropic/claude-opus-4-5-20251101"},"ranges":[{"start_line":1,"end_line":2},{"start_line":3,"end_line":4,"contributor":{"type":"human"}}]}]}]}"#,
                "Cursor", "claude-opus-4.5", 0.5
            ),
            (
                "refs/notes/agent-trace",
                "{\"version\":\"1.0\",\"files\":[]}\n"
                    + #"{"version":"0.1.0","files":[{"path":"a.rs","conversations":[{"contributor":{"type":"mixed"},"ranges":[{"start_line":1,"end_line":1}]}]}]}"#,
                "Agent Trace", "", 0.25
            ),
            (
                "refs/notes/srctrace/attribution",
                #"{"v":1,"f":{"a.rs":[{"s":"agent|cursor(claude-3-7-sonnet)","l":[1,"2-3"]},{"s":"operator","l":[4]}]}}"#,
                "Cursor", "claude-sonnet-3.7", 0.75
            ),
        ])
    func share(ref: String, text: String, tool: String, model: String, share: Double) {
        let verdict = verdict(ref: ref, text: text)
        #expect(verdict.authorClass == .aiAssisted)
        #expect(verdict.channels == [.note])
        #expect(verdict.tools == [tool])
        #expect(verdict.models == (model.isEmpty ? [] : [model]))
        #expect(verdict.lineShare == share)
    }

    @Test("A person as only contributor of an Agent Trace is a declaration")
    func agentTraceHuman() {
        let text =
            #"{"version":"0.1.0","files":[{"path":"a","conversations":[{"contributor":{"type":"human"},"ranges":[{"start_line":1,"end_line":2}]}]}]}"#
        let verdict = verdict(ref: "refs/notes/agent-trace", text: text)
        #expect(verdict.authorClass == .human)
        #expect(verdict.isDeclared)
    }

    @Test("Without the commit's added lines there is no share")
    func noShare() {
        let note = "a.rs\n  s_c9883b05a2487d::t_1 1-2\n---\n" + Self.metadata
        let person = Identity(name: "Ann", email: "ann@x.net")
        let verdict = Attributor().verdict(
            for: CommitMarks(
                author: person, committer: person, message: "S", notes: [.init(ref: "refs/notes/ai", text: note)]))
        #expect(verdict.lineShare == nil)
    }

    @Test("A clone says which refs it has, and how to get the others")
    func refs() {
        let refs = ["refs/heads/main", "refs/notes/memento-x", "refs/notes/ai", "refs/ai/authorship/12"]
        #expect(
            NoteRefs.present(in: refs).map(\.ref) == ["refs/notes/ai", "refs/ai/authorship/12", "refs/notes/memento-x"])
        #expect(NoteRefs.absence(in: refs) == nil)
        #expect(NoteRefs.absence(in: ["refs/heads/main"])?.contains(NoteRefs.fetchCommand) == true)
    }

    private func verdict(ref: String, text: String) -> Verdict {
        let person = Identity(name: "Ann", email: "ann@x.net")
        return Attributor().verdict(
            for: CommitMarks(
                author: person, committer: person, message: "S", notes: [.init(ref: ref, text: text)],
                addedLines: ["a.rs": [0..<4]]))
    }
}
