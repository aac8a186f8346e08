/// Marks of Claude Code.
extension MarkTable {
    static let anthropic: [Mark] = [
        marks(
            "claude-code", tool: "Claude Code", vendor: "Anthropic",
            .agent(
                "address", #"(?i)<(?:noreply|claude|claude-code|assistant)@anthropic\.com>"#,
                evidence: [.documented, .measured],
                example: "Claude Opus 4.8 (1M context) <noreply@anthropic.com>",
                note:
                    "As author: a web or remote session. Other tools write this address too, so the display name decides the tool."
            ),
            .agent(
                "account", #"(?i)<(?:\d+\+)?claude\[bot\]@users\.noreply\.github\.com>"#, evidence: [.thirdParty],
                example: "claude[bot] <209825114+claude[bot]@users.noreply.github.com>"),
            .agent(
                "account-2", #"(?i)<\d+\+claude@users\.noreply\.github\.com>|^anthropic-code-agent\[bot\]"#,
                evidence: [.measured],
                example: "anthropic-code-agent[bot] <242468646+Claude@users.noreply.github.com>",
                note: "Claude run by GitHub as an agent; such commits carry Agent-Logs-Url as well."),
            .agent(
                "account-3",
                #"(?i)<(?:\d+\+)?(?:claude-code-action|anthropic-claude)\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "claude-code-action[bot] <208546643+claude-code-action[bot]@users.noreply.github.com>"),
            .coAuthor(
                "name",
                #"(?i)^claude(?:[ -]code)?(?:[ /-].*\b(?:opus|sonnet|haiku|fable|mythos)\b.*|\s+(?:opus|sonnet|haiku|fable|mythos|code)\b.*|[ ]*)$"#,
                rank: .family, evidence: [.measured],
                example: "Claude Opus 4.6",
                note: "Any address: what follows the name is a model. Claude alone with a personal address is a person."
            ),
            .trailer(
                "Claude-Session", #"^https://claude\.ai/code/session_[0-9A-Za-z]+$"#, .assisted,
                evidence: [.documented, .measured],
                example: "https://claude.ai/code/session_017ViRP6dpPQVyorX68Sj6QD",
                note: "Has a switch of its own: it stays when the co-author line is turned off."),
            .trailer(
                "Claude-Workflow", #"\S+"#, .assisted, evidence: [.thirdParty],
                example: "<id>"),
            .trailer(
                "Claude-Generated-By", #"(?i)claude"#, .assisted, evidence: [.measured],
                example: "Claude Code (cli/claude-opus-4-5=100%)"),
            .line(
                "footer", #"(?i)^\W*Generated (?:with|by) \[?Claude(?: Code| CLI)?\b"#, .assisted,
                evidence: [.documented, .measured],
                example: "🤖 Generated with [Claude Code](https://claude.com/claude-code)"),
            .line(
                "link", #"(?i)^\s*https://claude\.ai/code/(?:session_)?[0-9A-Za-z_]+\s*$"#, .assisted,
                evidence: [.measured],
                example: "https://claude.ai/code/session_01Fak22deVmDX3KRBKVptJBL"),
            .branch(
                "prefix", #"^(?:claude|claudecode)/"#, .assisted, evidence: [.thirdParty, .measured],
                example: "claude/fix-login-01Fak"))
    ].flatMap { $0 }
}
