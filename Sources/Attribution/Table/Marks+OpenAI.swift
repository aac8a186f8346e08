/// Marks of Codex and of OpenAI models.
extension MarkTable {
    static let openAI: [Mark] = [
        marks(
            "openai-codex", tool: "OpenAI Codex", vendor: "OpenAI",
            .agent(
                "address", #"(?i)<(?:noreply|codex|chatgpt)@openai\.com>|<codex@agent>"#,
                evidence: [.documented, .measured],
                example: "Codex <noreply@openai.com>",
                note: "The display name is often the model."),
            .agent(
                "account",
                #"(?i)<(?:\d+\+)?(?:chatgpt-codex-connector|openai-codex|codex)\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example:
                    "chatgpt-codex-connector[bot] <199175422+chatgpt-codex-connector[bot]@users.noreply.github.com>"),
            .agent(
                "account-2", #"(?i)<\d+\+codex@users\.noreply\.github\.com>|^openai-code-agent(?:\[bot\])?"#,
                evidence: [.thirdParty],
                example: "openai-code-agent[bot] <242516109+Codex@users.noreply.github.com>"),
            .coAuthor(
                "name", #"(?i)^(?:openai[ -])?codex(?:[ -]cli)?(?:\s+\(?(?:gpt|v?\d).*)?\s*$"#, evidence: [.measured],
                example: "codex-cli 0.130.0 gpt-5.5 xhigh"),
            .line(
                "footer", #"(?i)^\W*Generated (?:with|by) \[?(?:OpenAI )?(?:Codex|ChatGPT)\b"#, .assisted,
                evidence: [.inferred],
                example: "🤖 Generated with [Codex](https://openai.com/codex)"),
            .branch(
                "prefix", #"^codex/"#, .assisted, evidence: [.measured], example: "codex/fix-status-json"),
            .line(
                "link", #"(?i)https://chatgpt\.com/codex/tasks/task_[0-9a-z_]+"#, .assisted, evidence: [.thirdParty],
                example: "https://chatgpt.com/codex/tasks/task_e_6867...")),
        marks(
            "openai-model", tool: "OpenAI model (tool unknown)", vendor: "OpenAI",
            .coAuthor(
                "name", #"(?i)^(?:openai )?(?:chat)?gpt[ -]?(?:\d|o\d)"#, rank: .family, evidence: [.measured],
                example: "OpenAI GPT 5.5 <noreply@openai.com>")),
    ].flatMap { $0 }
}
