/// Marks that projects and users agreed upon, whatever the tool.
extension MarkTable {
    static let conventions: [Mark] = [
        marks(
            "generic-agent", tool: "", vendor: "",
            .branch(
                "prefix", #"^(?:agent|worktree-agent)[-/]"#, .assisted, rank: .fallback, evidence: [.measured],
                example: "agent/ai-review-command",
                note: "Weak: features about agents are named so too.")),
        marks(
            "kernel-convention", tool: "", vendor: "Linux",
            .trailer(
                "Assisted-by",
                #"(?i)^(?!agent_name:)(?<agent>[^:<>\[\]@/]+):(?<model>(?=[^\s\[<]*\d)[^\s\[</]+)(?<tools>(?:\s+\[?[^\s\]]+\]?)*)$"#,
                .assisted, rank: .family, evidence: [.documented, .measured], condition: .noPersonalAddress,
                example: "Claude:claude-3-opus coccinelle sparse",
                note: "AGENT:MODEL, then the names of other tools; a version tells it from other pairs.")),
        marks(
            "disclosure-trailer", tool: "", vendor: "Fedora, kernel, OpenInfra, ovn …",
            .trailer(
                "Assisted-by", #"(?i)\#(aiWord)"#, .assisted, rank: .family, evidence: [.documented, .measured],
                condition: .noPersonalAddress,
                example: "Claude Opus 4.6, Claude Code",
                note: "Persons are named by this key as well.")),
        marks(
            "disclosure-trailer", tool: "", vendor: "Apache, OpenInfra",
            .trailer(
                "Generated-by", #"(?i)\#(aiWord)"#, .assisted, rank: .family, evidence: [.documented, .measured],
                condition: .noPersonalAddress,
                example: "OpenAI Codex",
                note: "Code generators use this key too, so an AI word is asked for.")),
        marks(
            "disclosure-trailer", tool: "", vendor: "systemd, others",
            .trailer(
                "Co-developed-by", #"(?i)\#(aiWord)|noreply@(?:anthropic|openai)\.com|copilot@github\.com"#, .assisted,
                rank: .family, evidence: [.measured], condition: .noPersonalAddress,
                example: "Claude Opus 4.8 <noreply@anthropic.com>",
                note: "Mostly a person elsewhere.")),
        marks(
            "disclosure-trailer", tool: "", vendor: "Open Liberty",
            .trailer(
                "Co-authored-by-AI", #"\S"#, .assisted, rank: .family, evidence: [.documented],
                example: "Claude Code (claude-sonnet-4-6)")),
        marks(
            "disclosure-trailer", tool: "", vendor: "OpenInfra (proposed)",
            .trailer(
                "Synthesized-by", #"\S"#, .authored, rank: .family, evidence: [.documented],
                example: "…")),
        marks(
            "project-convention", tool: "", vendor: "",
            .trailer(
                "AI-assisted-by", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.thirdParty],
                example: "claude-code / Claude Sonnet 4.6",
                note: "A negative value is a person's declaration."),
            .trailer(
                "AI-Assisted", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.measured],
                example: "Claude Code"),
            .trailer(
                "AI-Generated", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .authored, evidence: [.inferred],
                example: "true"),
            .trailer(
                "AI-Generated-by", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .authored, evidence: [.inferred],
                example: "gpt-5"),
            .trailer(
                "AI-Authored-by", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .authored, evidence: [.inferred],
                example: "x"),
            .trailer(
                "AI-assistant", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.measured],
                example: "pi-coding-agent:glm-4.7"),
            .trailer(
                "AI-Tool", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.thirdParty],
                example: "ChatGPT"),
            .trailer(
                "AI-Model", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.thirdParty],
                example: "gpt-4o"),
            .trailer(
                "AI-Agent", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.inferred],
                example: "codex"),
            .trailer(
                "AI-Contribution", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.inferred],
                example: "60%"),
            .trailer(
                "Assistant-model", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.measured],
                example: "Qwen3.5-35B-A3B"),
            .trailer(
                "Assistant-contribution", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.measured],
                example: "100%"),
            .trailer(
                "LLM-assisted-by", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.inferred],
                example: "x"),
            .trailer(
                "LLM-Model", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.inferred],
                example: "x"),
            .trailer(
                "Agent-Signature", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.measured],
                example: "claude-opus-4-8-xhigh on behalf of maphew"),
            .trailer(
                "Agent-Session", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.thirdParty],
                example: "<id>"),
            .trailer(
                "Agent-Id", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.measured],
                example: "opencodes"),
            .trailer(
                "Codex-Reviewed-By", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .reviewed, evidence: [.measured],
                example: "x"),
            .trailer(
                "X-AI-Tool", #"(?i)^(?!(?:no|none|false|0%?|n/?a)\b)\S"#, .assisted, evidence: [.inferred],
                example: "x"),
            .trailer(
                "Agent", #"(?i)\#(aiWord)"#, .assisted, rank: .fallback, evidence: [.thirdParty],
                condition: .besideTrailer("model"),
                example: "Claude Code",
                note: "Weak: only beside the other key of the pair."),
            .trailer(
                "Model", #"(?i)\#(aiWord)"#, .assisted, rank: .fallback, evidence: [.thirdParty],
                condition: .besideTrailer("agent"),
                example: "DeepSeek-V4.1-Flash",
                note: "Weak: only beside the other key of the pair.")),
        marks(
            "project-convention", tool: "", vendor: "gitoxide",
            .trailer(
                "AI-Agent-Mode", #"(?i)^(?!no\b)\S"#, .authored, evidence: [.measured],
                example: "yes")),
        marks(
            "review-disclosure", tool: "", vendor: "",
            .trailer(
                "Reviewed-by",
                #"(?i)^(?:claude|codex|gemini|github copilot|copilot|sashiko|coderabbit\w*)\b[^<]*(?:<[^>]*(?:noreply|\[bot\]|@(?:anthropic|openai)\.com)[^>]*>)?\s*$"#,
                .reviewed, rank: .family, evidence: [.inferred], condition: .noPersonalAddress,
                example: "Claude <noreply@anthropic.com>",
                note: "Says nothing about who wrote the change."),
            .trailer(
                "Suggested-by", #"(?i)\#(aiWord)"#, .reviewed, rank: .family, evidence: [.measured],
                condition: .noPersonalAddress,
                example: "ChatGPT (OpenAI)")),
        marks(
            "illegal-sign-off", tool: "", vendor: "",
            .trailer(
                "Signed-off-by",
                #"(?i)^(?:(?:gemini|claude|codex|copilot)(?:\s*$|\s*<|,| (?:code|cli|ai|opus|sonnet|haiku|fable|mythos|\d))|your .*ai assistant)(?!.*@(?!example|anthropic|openai|google))"#,
                .assisted, rank: .family, evidence: [.measured],
                example: "Gemini, your friendly neighborhood code agent.",
                note: "Only people can sign off; some tools do it all the same.")),
        marks(
            "generic-marker", tool: "", vendor: "",
            .line(
                "footer",
                #"(?i)^\W*(?:this (?:commit|patch|pr|change) (?:was|is) )?(?:(?:fully |partially |mostly )?(?:written|authored|generated|created)) (?:with|by) (?:an? )?(?:AI|LLM|artificial intelligence|ChatGPT|Claude|Codex|Gemini)\b"#,
                .assisted, rank: .fallback, evidence: [.measured],
                example: "This PR was authored by Claude Opus 4.6 (AI).",
                note: "Any wording, hence weak."),
            .subject(
                "subject", #"(?i)^\[(?:AI|AI-assisted|AI-generated|LLM)\]"#, .assisted, rank: .fallback,
                evidence: [.thirdParty],
                example: "[AI-ASSISTED] Add adoption tracking",
                note: "Any wording, hence weak.")),
        marks(
            "ai-name-placeholder-e-mail", tool: "", vendor: "",
            .agent(
                "placeholder-address",
                #"(?i)^(?:claude(?: code| agi)?|codex(?: agent)?|amp|copilot|gemini(?: cli)?|cursor(?: agent)?|devin(?: ai)?|opencode(?: agent)?|aider|cline(?: agent)?|goose|kiro|junie|chatgpt|gpt[- ]?\d\S*|ai (?:assistant|agent|bot)|llm)\s*<[^>]*@(?:[^>]*\.)?(?:example(?:\.(?:com|org|net))?|invalid|local|localhost|test)>"#,
                rank: .placeholder, evidence: [.measured],
                example: "Amp <amp@example.com>",
                note:
                    "Nobody owns such an address (RFC 2606), so the whole name decides; a longer name is a person's left-over setting."
            )),
        marks(
            "agent-detect", tool: "", vendor: "",
            .coAuthor(
                "address", #"(?i)<[a-z0-9]+-[a-z0-9-]+@local>$"#, rank: .fallback, evidence: [.thirdParty],
                example: "Cline · Kimi K3 <cline-clinepass-kimik3@local>")),
        marks(
            "generic-via-forms", tool: "", vendor: "",
            .trailer(
                "Assisted-by", #"(?i)^(?=.*\#(aiWord))(?<model>.+?) via (?<agent>.+?)(?: <[^>]*>)?$"#, .assisted,
                rank: .family,
                evidence: [.measured], condition: .noPersonalAddress,
                example: "Opus 4.6 via Claude Code",
                note: "The model comes first. People are named so too, so an AI word is asked for.")),
        marks(
            "generic-comma-forms", tool: "", vendor: "",
            .trailer(
                "Assisted-by", #"(?i)^(?=.*\#(aiWord))(?<model>[^,<:]+), (?:with model: )?(?<agent>[^,<]+)$"#,
                .assisted, rank: .family,
                evidence: [.measured], condition: .noPersonalAddress,
                example: "Claude Opus 4.6, Claude Code",
                note: "In either order; an AI word is asked for.")),
    ].flatMap { $0 }
}
