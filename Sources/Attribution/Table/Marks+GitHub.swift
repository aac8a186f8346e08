/// Marks of GitHub Copilot in its several forms. The number in the address tells them apart.
extension MarkTable {
    static let gitHub: [Mark] = [
        marks(
            "github-copilot-cloud-agent", tool: "GitHub Copilot cloud agent", vendor: "GitHub",
            .agent(
                "account-number",
                #"(?i)^copilot-swe-agent(?:\[bot\])?\b|<198982749\+copilot@users\.noreply\.github\.com>"#,
                rank: .account, evidence: [.documented, .measured],
                example: "copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>",
                note: "A session opens with an empty commit, \"Initial plan\", which is no code.")),
        marks(
            "github-copilot-cli-app-vs-code", tool: "GitHub Copilot CLI / app / VS Code", vendor: "GitHub",
            .agent(
                "account-number", #"(?i)<223556219\+copilot@users\.noreply\.github\.com>"#, rank: .account,
                evidence: [.documented, .measured],
                example: "Copilot <223556219+Copilot@users.noreply.github.com>",
                note: "Display names vary: Copilot, Copilot App, \"somebody via Copilot\".")),
        marks(
            "github-copilot-code-review", tool: "GitHub Copilot code review", vendor: "GitHub",
            .suggestion(
                "account-number", #"(?i)<175728472\+copilot@users\.noreply\.github\.com>"#, rank: .account,
                evidence: [.measured],
                example: "Copilot <175728472+Copilot@users.noreply.github.com>",
                note: "A person accepted a suggestion of a review.")),
        marks(
            "github-copilot-autofix", tool: "GitHub Copilot Autofix", vendor: "GitHub",
            .suggestion(
                "account-number",
                #"(?i)^Copilot Autofix powered by AI\b|<62310815\+github-advanced-security\[bot\]@users\.noreply\.github\.com>"#,
                rank: .account, evidence: [.measured],
                example:
                    "Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>"),
            .subject(
                "subject", #"(?i)^Potential fix for (?:code scanning alert no\. \d+|pull request finding)"#, .reviewed,
                evidence: [.measured],
                example: "Potential fix for code scanning alert no. 7: Missing rate limiting"),
            .branch(
                "prefix", #"^alert-autofix-\d+"#, .reviewed, evidence: [.measured], example: "alert-autofix-7")),
        marks(
            "github-copilot-in-vs-code", tool: "GitHub Copilot in VS Code", vendor: "GitHub",
            .coAuthor(
                "address", #"(?i)<(?:copilot|github-copilot)@github\.com>"#, evidence: [.source],
                unreliable: CivilDay(year: 2026, month: 4, day: 22)...CivilDay(year: 2026, month: 5, day: 6),
                example: "Copilot <copilot@github.com>",
                note:
                    "Written by the editor's source control view; for two weeks it was the default, on commits without Copilot too."
            )),
        marks(
            "github-copilot", tool: "GitHub Copilot", vendor: "GitHub",
            .agent(
                "account",
                #"(?i)<(?:\d+\+)?(?:github-)?copilot(?:-swe-agent)?(?:\[bot\])?@users\.noreply\.github\.com>"#,
                rank: .family, evidence: [.measured],
                example: "GitHub Copilot <github-copilot[bot]@users.noreply.github.com>",
                note: "For account numbers that are not known; a known one wins."),
            .line(
                "footer", #"(?i)^\W*Generated (?:with|by) \[?(?:GitHub )?Copilot\b"#, .assisted,
                evidence: [.thirdParty],
                example: "🤖 Generated with [GitHub Copilot](https://github.com/features/copilot)"),
            .branch(
                "prefix", #"^copilot/"#, .authored, evidence: [.measured], example: "copilot/fix-123")),
        marks(
            "github-agents", tool: "GitHub agents", vendor: "GitHub",
            .trailer(
                "Agent-Logs-Url", #"^https://github\.com/[^/\s]+/[^/\s]+/sessions/[0-9a-f-]{36}"#, .authored,
                evidence: [.documented, .measured],
                example: "https://github.com/owner/repo/sessions/8a200407-8f1c-4c2e-9a53-0123456789ab",
                note: "Proves an agent hosted by GitHub, not which one.")),
        marks(
            "github-copilot-cli", tool: "GitHub Copilot CLI", vendor: "GitHub",
            .trailer(
                "Copilot-Session", #"^[0-9a-f]{8}-[0-9a-f-]{27}$"#, .assisted, evidence: [.measured],
                example: "155ceb73-c05f-4eb6-9968-f5bbf90ed6d0")),
        marks(
            "github-review-suggestion", tool: "GitHub review suggestion", vendor: "GitHub",
            .subject(
                "subject", #"(?i)^Apply suggestions? from (?:@?copilot|@?gemini-code-assist|@?coderabbitai)"#,
                .reviewed, evidence: [.measured],
                example: "Apply suggestion from @Copilot")),
    ].flatMap { $0 }
}
