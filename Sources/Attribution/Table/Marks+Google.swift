/// Marks of Jules, Gemini and Antigravity.
extension MarkTable {
    static let google: [Mark] = [
        marks(
            "jules", tool: "Jules", vendor: "Google",
            .agent(
                "account",
                #"(?i)^google-labs-jules(?:\[bot\])?|<(?:\d+\+)?google-labs-jules(?:\[bot\])?@users\.noreply\.github\.com>"#,
                evidence: [.documented, .measured],
                example: "google-labs-jules[bot] <161369871+google-labs-jules[bot]@users.noreply.github.com>",
                note: "A setting can swap author and co-author. Jules alone is a person's name."),
            .line(
                "link", #"(?i)jules\.google(?:\.com)?/(?:task|session)s?/\d+"#, .authored, evidence: [.thirdParty],
                example: "PR created automatically by Jules for task https://jules.google.com/task/7675804856489116108"),
            .branch(
                "prefix", #"^jules[-/]"#, .authored, evidence: [.measured], example: "jules-9876543210")),
        marks(
            "gemini-code-assist", tool: "Gemini Code Assist", vendor: "Google",
            .suggestion(
                "account",
                #"(?i)<(?:\d+\+)?gemini-code-assist(?:\[bot\])?@users\.noreply\.github\.com>|^gemini-code-assist(?:\[bot\])?"#,
                evidence: [.measured],
                example: "gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@users.noreply.github.com>",
                note: "A suggestion of a review, committed from the page of the pull request.")),
        marks(
            "gemini-cli", tool: "Gemini CLI", vendor: "Google",
            .agent(
                "account",
                #"(?i)<(?:\d+\+)?gemini-cli(?:\[bot\])?@users\.noreply\.github\.com>|<(?:gemini-cli|gemini-cli-agent|gemini-code-assist)@google\.com>|^gemini-cli\[bot\]"#,
                evidence: [.measured],
                example: "gemini-cli[bot] <218312386+gemini-cli[bot]@users.noreply.github.com>",
                note: "The release robot has another address and is automation."),
            .branch(
                "prefix", #"^gemini(?:-cli)?/"#, .assisted, evidence: [.measured], example: "gemini-cli/fix")),
        marks(
            "gemini", tool: "Gemini (user convention)", vendor: "Google",
            .agent(
                "account",
                #"(?i)^(?:google )?gemini\b.*<(?:noreply|gemini)@google\.com>|<gemini@users\.noreply\.github\.com>"#,
                rank: .family, evidence: [.convention],
                example: "Gemini <noreply@google.com>"),
            .coAuthor(
                "name", #"(?i)^(?:google )?gemini(?: (?:cli|ai|\d(?:\.\d)?.*|pro|flash))?\s*$"#, rank: .family,
                evidence: [.measured],
                example: "Gemini")),
        marks(
            "google-antigravity", tool: "Google Antigravity", vendor: "Google",
            .agent(
                "name", #"(?i)^(?:google )?antigravity\b"#, evidence: [.convention],
                example: "Antigravity <antigravity@google.com>")),
    ].flatMap { $0 }
}
