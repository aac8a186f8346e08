/// Marks of application builders.
extension MarkTable {
    static let builders: [Mark] = [
        marks(
            "replit-agent", tool: "Replit Agent", vendor: "Replit",
            .agent(
                "account", #"(?i)^replit-agent(?:\[bot\])?|<agent@replit\.com>"#, evidence: [.thirdParty],
                example: "Replit Agent <agent@replit.com>"),
            .trailer(
                "Replit-Commit-Author", #"^Agent\b"#, .authored, evidence: [.source],
                example: "Agent",
                note: "The same key says Assistant or Deployment."),
            .trailer(
                "Replit-Commit-Session-Id", #"^[0-9a-f-]{36}$"#, .authored, evidence: [.source],
                example: "5e5ec4ea-3b62-4fbd-8ff5-a1174ccc19b4")),
        marks(
            "replit-assistant", tool: "Replit Assistant", vendor: "Replit",
            .trailer(
                "Replit-Commit-Author", #"^Assistant\b"#, .assisted, evidence: [.source],
                example: "Assistant")),
        marks(
            "replit-deployment", tool: "Replit deployment", vendor: "Replit",
            .trailer(
                "Replit-Commit-Author", #"^Deployment\b"#, .automation, evidence: [.source],
                example: "Deployment")),
        marks(
            "lovable", tool: "Lovable", vendor: "Lovable",
            .agent(
                "account",
                #"(?i)^(?:gpt-engineer-app|lovable-dev)\[bot\]|<(?:\d+\+)?(?:gpt-engineer-app|lovable-dev)\[bot\]@users\.noreply\.github\.com>|<noreply@lovable\.dev>"#,
                evidence: [.source],
                example: "gpt-engineer-app[bot] <159125892+gpt-engineer-app[bot]@users.noreply.github.com>")),
        marks(
            "v0", tool: "v0", vendor: "Vercel",
            .agent(
                "account", #"(?i)^v0(?:\[bot\])? <|<(?:\d+\+)?v0\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.source],
                example: "v0[bot] <v0[bot]@users.noreply.github.com>"),
            .branch(
                "prefix", #"^v0/"#, .authored, evidence: [.source], example: "v0/mhpn-tkpy-dd69e83a")),
        marks(
            "bolt", tool: "Bolt", vendor: "StackBlitz",
            .agent(
                "account", #"(?i)^(?:bolt-new-by-stackblitz|bolt\.new|stackblitz)\[bot\]"#, evidence: [.thirdParty],
                example: "bolt-new-by-stackblitz[bot]",
                note: "Scanners of similar name (whitesource-bolt, mend-bolt) are automation.")),
        marks(
            "terragon", tool: "Terragon", vendor: "Terragon Labs",
            .agent(
                "name", #"(?i)^Terragon\b.*<"#, evidence: [.convention],
                example: "Terragon <noreply@terragonlabs.com>"),
            .branch(
                "prefix", #"^terragon/"#, .assisted, evidence: [.convention], example: "terragon/x")),
        marks(
            "vibe-kanban", tool: "vibe-kanban", vendor: "Bloop",
            .branch(
                "prefix", #"^vk/"#, .assisted, rank: .fallback, evidence: [.measured], example: "vk/1234-task",
                note: "A short prefix, hence weak.")),
    ].flatMap { $0 }
}
