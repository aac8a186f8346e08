import Git
import Testing

@testable import Attribution

/// What fools detectors: names of people, domains of vendors, words in text, leftovers.
@Suite struct TrapTests {
    struct Trap: Sendable, CustomTestStringConvertible {
        var name: String
        var author = "Ann Human <ann@somewhere.net>"
        var committer = "Ann Human <ann@somewhere.net>"
        var message = "Subject\n"
        var authoredOn = "2026-08-01"
        var isMerge = false
        var isEmpty = false
        var expected: AuthorClass
        var isDeclared = false
        var isReviewed = false
        var tools: [String]?
        var confidence: Confidence?
        var flags: CommitFlags?

        var testDescription: String { name }

        var verdict: Verdict {
            Attributor().verdict(
                for: CommitMarks(
                    author: Identity(text: author), committer: Identity(text: committer), message: message,
                    isMerge: isMerge, isEmptyChange: isEmpty,
                    authoredAt: Int64(CivilDay(authoredOn)!.number) * 86_400 + 3_600))
        }
    }

    @Test("A trap is judged by what it means", arguments: people + domains + text + levels + forms + declarations)
    func trap(trap: Trap) {
        let verdict = trap.verdict
        #expect(verdict.authorClass == trap.expected, "\(verdict.matches)")
        #expect(verdict.isDeclared == trap.isDeclared)
        #expect(verdict.isAIReviewed == trap.isReviewed)
        if let tools = trap.tools { #expect(verdict.tools == tools) }
        if let confidence = trap.confidence { #expect(verdict.confidence == confidence) }
        if let flags = trap.flags { #expect(verdict.flags == flags) }
    }

    static let people: [Trap] =
        [
            "Claude Monet <claude@monet.fr>", "Jean-Claude Moissinac <jcm@telecom.fr>", "Devin Smith <devin@smith.org>",
            "Jules YZERD <jules@yzerd.net>", "Cody Thompson <cody@thompson.us>",
            "Travis Cline <travis.cline@gmail.com>",
            "Edison Ai <edison@ai.me>", "Oz Devon <oz@devon.uk>", "Claude <claude@dupont.fr>",
            "Gemini Lee <gemini@lee.kr>",
        ].flatMap { person in
            [
                Trap(name: "4.1 author \(person)", author: person, committer: person, expected: .human),
                Trap(name: "4.1 co-author \(person)", message: "S\n\nCo-authored-by: \(person)\n", expected: .human),
                Trap(name: "4.1 sign-off \(person)", message: "S\n\nSigned-off-by: \(person)\n", expected: .human),
                Trap(name: "4.19 Assisted-by \(person)", message: "S\n\nAssisted-by: \(person)\n", expected: .human),
                Trap(
                    name: "4.19 Co-developed-by \(person)", message: "S\n\nCo-developed-by: \(person)\n",
                    expected: .human),
            ]
        }

    static let domains: [Trap] = [
        Trap(name: "4.2 employee of Cline", author: "Saoud Rizwan <saoud@cline.bot>", expected: .human),
        Trap(name: "4.2 maker of aider", author: "Paul Gauthier <paul@aider.chat>", expected: .human),
        Trap(name: "4.2 maker of aider, other address", author: "Paul Gauthier <aider@paulg.org>", expected: .human),
        Trap(name: "4.2 employee of OpenAI", author: "J <jta@openai.com>", expected: .human),
        Trap(name: "4.2 employee of Anthropic", author: "Ashwin <ashwin@anthropic.com>", expected: .human),
        Trap(name: "4.2 employee of Roo", author: "Chris <chris@roocode.com>", expected: .human),
        Trap(
            name: "4.4 release robot", author: "gemini-cli-robot <gemini-cli-robot@google.com>", expected: .automation,
            tools: ["Gemini CLI release robot"]),
        Trap(
            name: "4.14 left-over identity", author: "Cline Evaluation <cline@example.com>", expected: .human),
        Trap(
            name: "4.14 whole name at a placeholder", author: "Amp <amp@example.com>", expected: .aiAuthored,
            tools: ["Amp"]),
        Trap(
            name: "4.15 other tool at Anthropic's address",
            message: "S\n\nCo-Authored-By: Cline <noreply@anthropic.com>\n",
            expected: .aiAssisted, tools: ["Cline"]),
        Trap(
            name: "4.15 model at another tool's address",
            message: "S\n\nCo-Authored-By: Claude Opus 4.6 <noreply@pi.dev>\n", expected: .aiAssisted, tools: ["Pi"]),
        Trap(
            name: "4.15 orchestrator at Anthropic's address", author: "mayor <noreply@anthropic.com>",
            expected: .aiAuthored, tools: ["Gas Town / Gas City"]),
        Trap(
            name: "4.15 tool in parentheses",
            message: "S\n\nCo-authored-by: Kimi 2.6 (Devin Agent) <kimi@anthropic.com>\n",
            expected: .aiAssisted, tools: ["Devin"]),
        Trap(
            name: "4.16 wrong number, right login",
            message: "S\n\nCo-authored-by: claude[bot] <41898282+claude[bot]@users.noreply.github.com>\n",
            expected: .aiAssisted, tools: ["Claude Code"]),
        Trap(name: "4.17 web-flow", committer: "GitHub <noreply@github.com>", expected: .human, tools: []),
        Trap(
            name: "4.22 bolt the scanner",
            author:
                "whitesource-bolt-for-github[bot] <42819689+whitesource-bolt-for-github[bot]@users.noreply.github.com>",
            expected: .automation),
        Trap(name: "4.22 goosewobbler", author: "goosewobbler <goosewobbler@mail.net>", expected: .human),
        Trap(name: "4.22 list of codex.cro.st.com", author: "List <list@codex.cro.st.com>", expected: .human),
        Trap(
            name: "4.22 release bot of Zed", author: "zed-zippy[bot] <1+zed-zippy[bot]@users.noreply.github.com>",
            expected: .automation),
        Trap(name: "4.23 orchestrator's role", author: "beads/crew/emma <steve@person.net>", expected: .aiAuthored),
    ]

    static let text: [Trap] =
        [
            "Add support for Claude Code and Cursor", "fix copilot prompt", "Use Gemini 2.5 Pro by default",
            "Generated by protoc from ai.proto", "Update AI-generated docs link",
            "docs: mention `Co-authored-by: Claude`",
            "Document the Co-Authored-By: Claude <noreply@anthropic.com> trailer",
        ].map { Trap(name: "4.3 \($0)", message: $0 + "\n", expected: .human) } + [
            Trap(
                name: "4.3 words in the body", message: "S\n\nThe agent was generated with Claude in mind.\n",
                expected: .human),
            Trap(
                name: "4.17 a merge on the site", committer: "GitHub <noreply@github.com>",
                message: "Merge pull request #1 from a/b\n", isMerge: true, expected: .human),
            Trap(
                name: "4.19 Renovate's footer",
                message: "S\n\nThis PR was generated by [Mend Renovate](https://mend.io/renovate/).\n",
                expected: .automation, tools: ["Renovate"]),
            Trap(name: "4.19 generator", message: "S\n\nGenerated-by: protoc 3.1\n", expected: .human),
            Trap(
                name: "4.19 people assist", message: "S\n\nAssisted-by: Jeff King <peff@peff.net>\n", expected: .human),
            Trap(name: "4.19 people assist via others", message: "S\n\nAssisted-by: Bob via IRC\n", expected: .human),
            Trap(name: "4.19 people in a row", message: "S\n\nAssisted-by: Alice, Bob\n", expected: .human),
            Trap(name: "4.20 keys of bug reports", message: "S\n\nModel: gpt-4o\nTool: aider\n", expected: .human),
            Trap(
                name: "4.20 the pair", message: "S\n\nAgent: Claude Code\nModel: claude-opus-4-6\n",
                expected: .aiAssisted,
                tools: ["Claude Code"], confidence: .low),
            Trap(
                name: "METRICS 2: a revert's quotation",
                message:
                    "Revert \"S\"\n\nThis reverts commit 0123456789012345678901234567890123456789.\n\n> S\n> \n> Co-authored-by: Claude <noreply@anthropic.com>\n",
                expected: .human, flags: .revert),
            Trap(
                name: "METRICS 2: a pasted log",
                message:
                    "S\n\nSee:\n\ncommit 0123456789012345678901234567890123456789\nAuthor: A\n\n    S\n\n    Co-authored-by: Claude <noreply@anthropic.com>\n",
                expected: .human),
            Trap(
                name: "METRICS 2: a quoted footer",
                message: "S\n\n> 🤖 Generated with [Claude Code](https://claude.ai)\n",
                expected: .human),
        ]

    static let levels: [Trap] = [
        Trap(
            name: "Copilot 198982749 made it", author: "Copilot <198982749+Copilot@users.noreply.github.com>",
            expected: .aiAuthored, tools: ["GitHub Copilot cloud agent"], confidence: .high),
        Trap(
            name: "Copilot 223556219 helped",
            message: "S\n\nCo-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>\n",
            expected: .aiAssisted,
            tools: ["GitHub Copilot CLI / app / VS Code"], confidence: .high),
        Trap(
            name: "4.5 Copilot 175728472 reviewed",
            message: "Update a.c\n\nCo-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>\n",
            expected: .human,
            isReviewed: true, tools: ["GitHub Copilot code review"]),
        Trap(
            name: "4.5 Copilot 62310815 is Autofix",
            message:
                "S\n\nCo-authored-by: Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>\n",
            expected: .human, isReviewed: true, tools: ["GitHub Copilot Autofix"]),
        Trap(
            name: "Copilot by an unknown number",
            message: "S\n\nCo-authored-by: Copilot <999+Copilot@users.noreply.github.com>\n", expected: .aiAssisted,
            tools: ["GitHub Copilot"]),
        Trap(
            name: "4.5 review suggestion", message: "Apply suggestion from @Copilot\n", expected: .human,
            isReviewed: true),
        Trap(
            name: "4.5 Gemini Code Assist",
            message:
                "S\n\nCo-authored-by: gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@users.noreply.github.com>\n",
            expected: .human, isReviewed: true),
        Trap(
            name: "a reviewer that makes a whole commit",
            author: "coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>", expected: .aiAuthored),
        Trap(
            name: "4.6 committer (aider) alone", committer: "Ann Human (aider) <ann@somewhere.net>", expected: .human),
        Trap(name: "4.6 author (aider)", author: "Ann Human (aider) <ann@somewhere.net>", expected: .aiAuthored),
        Trap(
            name: "4.11 the empty first commit",
            author: "copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>",
            message: "Initial plan\n", isEmpty: true, expected: .aiAuthored, flags: .empty),
        Trap(
            name: "4.12 in the window", message: "S\n\nCo-authored-by: Copilot <copilot@github.com>\n",
            authoredOn: "2026-05-06", expected: .aiAssisted, confidence: .low, flags: .unreliableWindow),
        Trap(
            name: "4.12 behind the window", message: "S\n\nCo-authored-by: Copilot <copilot@github.com>\n",
            authoredOn: "2026-05-07", expected: .aiAssisted, confidence: .high, flags: []),
        Trap(
            name: "4.13 a recorded session is help, no more", message: "S\n\nEntire-Checkpoint: a3b2c4d5e6f7\n",
            expected: .aiAssisted),
        Trap(
            name: "a bot that nobody knows", author: "foo[bot] <1+foo[bot]@users.noreply.github.com>",
            expected: .automation),
        Trap(
            name: "a dependency bot with a co-author of its kind",
            author: "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
            message: "Bump\n\nCo-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>\n",
            expected: .automation, tools: ["dependabot"]),
        Trap(
            name: "a dependency bot whose change was reviewed",
            author: "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
            message: "Bump\n\nReviewed-by: Claude <noreply@anthropic.com>\n", expected: .automation, isReviewed: true,
            tools: ["Claude Code", "dependabot"]),
        Trap(
            name: "automation as co-author changes nothing",
            message:
                "S\n\nCo-authored-by: github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\n",
            expected: .human, tools: []),
        Trap(
            name: "a merged branch tells of other commits", message: "Merge pull request #1 from a/copilot/fix-1\n",
            isMerge: true, expected: .human, tools: []),
    ]

    static let forms: [Trap] = [
        Trap(
            name: "4.7 text behind the trailer",
            message: "S\n\nCo-authored-by: Claude <noreply@anthropic.com>\n\nSome more text.\n", expected: .aiAssisted,
            confidence: .high),
        Trap(
            name: "4.8 bulleted", message: "S\n\n* Co-authored-by: Claude <noreply@anthropic.com>\n\nend\n",
            expected: .aiAssisted, confidence: .medium),
        Trap(
            name: "4.8 quoted", message: "S\n\n> Co-authored-by: Claude <noreply@anthropic.com>\n\nend\n",
            expected: .aiAssisted, confidence: .medium),
        Trap(
            name: "4.9 a squash is never authored by its text",
            message:
                "Big (#12)\n\n* one\n\n* two\n\nAgent-Logs-Url: https://github.com/o/r/sessions/8a200407-8f1c-4c2e-9a53-0123456789ab\n\n---------\n\nCo-authored-by: Claude <noreply@anthropic.com>\nCo-authored-by: Cursor <cursoragent@cursor.com>\n",
            expected: .aiAssisted, tools: ["Claude Code", "Cursor", "GitHub agents"], flags: .squash),
        Trap(
            name: "a hosted agent's trailer",
            message: "S\n\nAgent-Logs-Url: https://github.com/o/r/sessions/8a200407-8f1c-4c2e-9a53-0123456789ab\n",
            expected: .aiAuthored),
        Trap(
            name: "4.10 an agent's revert",
            message: "Revert \"x\"\n\nThis reverts commit 0123456.\n\nCo-authored-by: Claude <noreply@anthropic.com>\n",
            expected: .aiAssisted, flags: .revert),
        Trap(
            name: "4.10 a backport keeps its trailers",
            message: "S\n\nCo-authored-by: Claude <noreply@anthropic.com>\n(cherry picked from commit 0123456789)\n",
            expected: .aiAssisted, flags: .cherryPick),
        Trap(
            name: "4.18 entities", message: "S\n\nCo-Authored-By: Crush &lt;crush@charm.land&gt;\n",
            expected: .aiAssisted,
            tools: ["Crush"]),
        Trap(
            name: "4.18 no closing bracket", message: "S\n\nCo-Authored-By: Claude <noreply@anthropic.com\n",
            expected: .aiAssisted, tools: ["Claude Code"]),
        Trap(
            name: "4.18 no brackets", message: "S\n\nCo-authored-by: openhands openhands@all-hands.dev\n",
            expected: .aiAssisted, tools: ["OpenHands"]),
        Trap(name: "4.18 the template", message: "S\n\nAssisted-by: AGENT_NAME:MODEL_VERSION\n", expected: .human),
        Trap(name: "4.18 a typo", message: "S\n\nAssisted-by: Cluade\n", expected: .human),
        Trap(
            name: "4.18 half a template", message: "S\n\nAssisted-by: <Model-Name> via Crush\n", expected: .aiAssisted,
            tools: ["Crush"]),
        Trap(
            name: "a name is enough where nobody has the address",
            message: "S\n\nCo-Authored-By: Claude Opus 4.6 <noreply@house.example.net>\n", expected: .aiAssisted,
            tools: ["Claude Code"]),
        Trap(
            name: "squashed commits are the commit's own",
            message:
                "S\n\nSquashed commit of the following:\n\ncommit 0123456789012345678901234567890123456789\nAuthor: A\n\n    S\n\n    Co-authored-by: Claude <noreply@anthropic.com>\n",
            expected: .aiAssisted, flags: .squash),
    ]

    static let declarations: [Trap] =
        ["AI-Agent-Mode: no", "AI-Assisted: none", "AI-Generated: no", "AI-Contribution: 0%", "Assisted-by: none"].map {
            Trap(name: "4.21 \($0)", message: "S\n\n\($0)\n", expected: .human, isDeclared: true, tools: [])
        } + [
            Trap(
                name: "a declaration does not undo a mark",
                message: "S\n\nAI-Agent-Mode: no\nCo-authored-by: Codex <noreply@openai.com>\n", expected: .aiAssisted),
            Trap(name: "unmarked is not declared", expected: .human),
        ]
}
