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

    @Test(
        "A share is known once somebody says which lines the commit adds",
        arguments: [(["a.rs": [0..<4]], 0.5), (["a.rs": [0..<2]], 1), (["b.rs": [0..<2]], 0), ([:], nil)]
            as [([String: [Range<Int>]], Double?)])
    func settledShare(added: [String: [Range<Int>]], share: Double?) {
        let note = "a.rs\n  s_c9883b05a2487d::t_1 1-2\n---\n" + Self.metadata
        let person = Identity(name: "Ann", email: "ann@x.net")
        var verdict = Attributor().verdict(
            for: CommitMarks(
                author: person, committer: person, message: "S", notes: [.init(ref: "refs/notes/ai", text: note)]))
        #expect(verdict.lineClaims.count == 1)
        verdict.settleLines(added: added)
        #expect(verdict.lineShare == share)
        #expect(verdict.lineClaims.isEmpty)
    }

    @Test(
        "A note fits a change if most of the lines it speaks of are added by it",
        arguments: [
            (["a.rs": [0..<4]], true), (["a.rs": [0..<2], "b.rs": [0..<9]], true), (["a.rs": [1..<2]], false),
            (["b.rs": [0..<4]], false), ([:], false),
        ] as [([String: [Range<Int>]], Bool)])
    func fits(added: [String: [Range<Int>]], isFitting: Bool) throws {
        let note = try #require(GitAINote("a.rs\n  s_c9883b05a2487d::t_1 1-2\n---\n" + Self.metadata))
        #expect(note.reading.fits(added) == isFitting)
    }

    @Test("The commit that a note was written for is read without reading the rest")
    func baseCommit() {
        #expect(GitAINote.baseCommit(of: "---\n" + Self.metadata) == "7734")
        #expect(GitAINote.baseCommit(of: "---\n{\"base_commit_sha\":\"12\",\"prompts\":{broken") == "12")
        #expect(GitAINote.baseCommit(of: "---\n{}") == nil)
        #expect(GitAINote.baseCommit(of: "no divider") == nil)
    }

    @Test("Models stay with the tool that a note names them for")
    func toolUses() {
        let metadata = #"""
            {"schema_version":"authorship/3.0.0","sessions":{"s_1":{"agent_id":{"tool":"claude","model":"claude-opus-4-6"}},"s_2":{"agent_id":{"tool":"codex","model":"gpt-5.5"}},"s_3":{"agent_id":{"tool":"cursor","model":"<synthetic>"}}}}
            """#
        let verdict = verdict(
            ref: "refs/notes/ai", text: "a.rs\n  s_1::t_1 1\n  s_2::t_1 2\n  s_3::t_1 3\n---\n" + metadata)
        #expect(
            verdict.toolUses == [
                ToolUse(tool: "Claude Code", model: "claude-opus-4.6"), ToolUse(tool: "Cursor"),
                ToolUse(tool: "OpenAI Codex", model: "gpt-5.5"),
            ])
    }

    @Test(
        "People in an authorship record of git-ai are no tools",
        arguments: [
            (#"{"author":"Ann Archer","lines":[1]}"#, AuthorClass.human, [] as [String]),
            (#"{"author":"Cursor","lines":[1]}"#, .aiAssisted, ["Cursor"]),
            (#"{"author":"o3","lines":[1]}"#, .aiAssisted, ["git-ai (pre-notes)"]),
            (#"{"author":"house agent","lines":[1],"agent_metadata":{"id":"1"}}"#, .aiAssisted, ["house agent"]),
        ])
    func authorship(author: String, authorClass: AuthorClass, tools: [String]) {
        for version in ["", #""schema_version":"authorship/0.0.1","#] {
            let text = "{" + version + #""files":{"a.rs":{"authors":["# + author + "]}}}"
            let verdict = verdict(ref: "refs/ai/authorship/0123", text: text)
            #expect(verdict.authorClass == authorClass)
            #expect(verdict.isDeclared == (authorClass == .human))
            #expect(verdict.tools == tools)
        }
    }

    @Test("A word in git's default notes counts only beside another mark")
    func defaultNotes() {
        let text = "Discussed in the planning session."
        let alone = verdict(ref: "refs/notes/commits", text: text)
        #expect(alone.authorClass == .human)
        #expect(alone.matches.rules == ["git-memento.note.commits"])
        #expect(verdict(ref: "refs/notes/memento-full", text: text).authorClass == .aiAssisted)
    }

    @Test("The refs that are read are those of the table, each once, in its order")
    func refs() {
        #expect(MarkTable.standard.noteRefs.prefix(2) == ["refs/notes/ai", "refs/notes/ai-remote/*"])
        #expect(Set(MarkTable.standard.noteRefs).count == MarkTable.standard.noteRefs.count)
        #expect(NoteRefs.matches("refs/notes/ai-remote/origin", "refs/notes/ai-remote/*"))
        #expect(!NoteRefs.matches("refs/notes/ai2", "refs/notes/ai"))
    }

    private func verdict(ref: String, text: String) -> Verdict {
        let person = Identity(name: "Ann", email: "ann@x.net")
        return Attributor().verdict(
            for: CommitMarks(
                author: person, committer: person, message: "S", notes: [.init(ref: ref, text: text)],
                addedLines: ["a.rs": [0..<4]]))
    }
}
