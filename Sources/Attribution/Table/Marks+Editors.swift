/// Marks of Cursor, Aider, Devin and Windsurf.
extension MarkTable {
    static let editors: [Mark] = [
        marks(
            "cursor", tool: "Cursor", vendor: "Anysphere",
            .agent(
                "address", #"(?i)<(?:cursoragent|agent)@cursor\.com>|<composer@anysphere\.co>|<cursor@agent>"#,
                evidence: [.source, .measured],
                example: "Cursor <cursoragent@cursor.com>",
                note: "As author: the cloud agent; as co-author: the local one."),
            .agent(
                "account", #"(?i)<(?:\d+\+)?cursor\[bot\]@users\.noreply\.github\.com>"#, evidence: [.measured],
                example: "cursor[bot] <206951365+cursor[bot]@users.noreply.github.com>"),
            .trailer(
                "Made-with", #"(?i)^Cursor\b"#, .assisted, evidence: [.measured],
                example: "Cursor"),
            .line(
                "footer", #"(?i)^\W*(?:Made|Generated|Built) with \[?Cursor\b"#, .assisted, evidence: [.thirdParty],
                example: "Made with [Cursor](https://cursor.com)"),
            .branch(
                "prefix", #"^cursor/"#, .assisted, evidence: [.measured], example: "cursor/fix-bug"),
            .branch(
                "agent-branch", #"^cursor/[A-Za-z0-9._-]+-[0-9a-f]{4}$"#, .authored, rank: .account,
                evidence: [.thirdParty],
                example: "cursor/fix-login-9f3a"),
            .line(
                "link",
                #"(?i)<!-- CURSOR_AGENT_PR_BODY_BEGIN -->|https://cursor\.com/(?:agents/bc-|agents\?id=bc-|background-agent\?bcId=)"#,
                .authored, evidence: [.thirdParty],
                example: "https://cursor.com/background-agent?bcId=bc-…")),
        marks(
            "aider", tool: "Aider", vendor: "Aider AI",
            .nameSuffix(
                .author, "name-suffix", #"\(aider\)$"#, .authored, evidence: [.source, .measured],
                example: "Paul Gauthier (aider)", note: "The person's name stays in front; the model wrote the change."),
            .nameSuffix(
                .committer, "name-suffix", #"\(aider\)$"#, .assisted, evidence: [.source, .measured],
                condition: .besideAnotherMark, example: "Paul Gauthier (aider)",
                note: "Alone it says that aider committed what the person had changed."),
            .coAuthor(
                "address", #"(?i)^aider \([^)]*\)|<(?:noreply|aider)@aider\.(?:chat|dev)>"#,
                evidence: [.source, .measured],
                example: "aider (gpt-5.2-codex) <aider@aider.chat>",
                note: "Exact addresses only: people write from the same domain."),
            .subject(
                "subject", #"^aider: "#, .assisted, evidence: [.source, .measured],
                example: "aider: Fix the parser"),
            .branch(
                "prefix", #"^aider/"#, .assisted, evidence: [.thirdParty], example: "aider/fix")),
        marks(
            "devin", tool: "Devin", vendor: "Cognition",
            .agent(
                "account",
                #"(?i)<(?:\d+\+)?devin-ai-integration(?:\[bot\])?@users\.noreply\.github\.com>|^devin-ai-integration(?:\[bot\])?"#,
                evidence: [.source, .measured],
                example: "Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>",
                note: "The person who asked follows as co-author."),
            .agent(
                "address", #"(?i)<(?:devin|noreply)@(?:cognition\.ai|cognition-labs\.com|devin\.ai)>"#,
                evidence: [.thirdParty],
                example: "Devin AI <devin@cognition.ai>"),
            .line(
                "link", #"(?i)https://app\.devin\.ai/sessions/[0-9a-f]{32}"#, .authored, evidence: [.inferred],
                example: "Link to Devin run: https://app.devin.ai/sessions/0123456789abcdef0123456789abcdef"),
            .branch(
                "prefix", #"^devin/"#, .authored, evidence: [.measured], example: "devin/1748293-fix-ci"),
            .branch(
                "agent-branch", #"^devin/[0-9]{10}-"#, .authored, rank: .account, evidence: [.measured],
                example: "devin/1748293011-fix-ci"),
            .line(
                "footer", #"(?i)^\W*Generated with \[?Devin\b"#, .authored, evidence: [.thirdParty],
                example: "Generated with [Devin](https://devin.ai)"),
            .coAuthor(
                "name-in-parentheses", #"(?i)\(Devin Agent\)"#, evidence: [.thirdParty],
                example: "Kimi 2.6 (Devin Agent) <kimi@anthropic.com>",
                note: "The name says the tool, the address another vendor.")),
        marks(
            "windsurf-cascade", tool: "Windsurf / Cascade", vendor: "Cognition (Codeium)",
            .agent(
                "address",
                #"(?i)<(?:noreply|windsurf)@codeium\.com>|<cascade@windsurf\.(?:ai|com)>|<noreply@windsurf\.(?:com|ai)>"#,
                evidence: [.thirdParty],
                example: "Windsurf <noreply@codeium.com>"),
            .reviewer(
                "account", #"(?i)^windsurf-bot(?:\[bot\])?"#, evidence: [.thirdParty],
                example: "windsurf-bot[bot]"),
            .branch(
                "prefix", #"^windsurf-bot/"#, .assisted, evidence: [.thirdParty], example: "windsurf-bot/x")),
    ].flatMap { $0 }
}
