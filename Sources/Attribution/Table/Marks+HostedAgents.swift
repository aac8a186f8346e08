/// Marks of agents that run on a vendor's machines.
extension MarkTable {
    static let hostedAgents: [Mark] = [
        marks(
            "openhands", tool: "OpenHands", vendor: "All Hands AI",
            .agent(
                "address",
                #"(?i)<(?:openhands|opendevin|openhands-claude)@all-hands\.dev>|^openhands\S*\s+openhands@all-hands\.dev"#,
                evidence: [.source, .measured],
                example: "openhands <openhands@all-hands.dev>",
                note: "The model may be in the name; some lines lack the angle brackets."),
            .agent(
                "account", #"(?i)^openhands-agent(?:\[bot\])?|<(?:\d+\+)?openhands-agent@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "openhands-agent"),
            .branch(
                "prefix", #"^openhands(?:-fix-issue-\d+|-workspace-\w+)?[-/]|^openhands-(?:fix-issue|workspace)-"#,
                .authored, evidence: [.measured], example: "openhands-fix-issue-6134")),
        marks(
            "openhands", tool: "OpenHands (OpenDevin era)", vendor: "All Hands AI",
            .agent(
                "address-2", #"(?i)<opendevin@opendevin\.ai>|<bot@opendevin\.com>"#, evidence: [.measured],
                example: "OpenDevin <opendevin@opendevin.ai>")),
        marks(
            "swe-agent", tool: "SWE-agent", vendor: "Princeton/Stanford",
            .agent(
                "name", #"(?i)^swe-?agent\b"#, evidence: [.thirdParty],
                example: "SWE-agent")),
        marks(
            "sweep", tool: "Sweep", vendor: "Sweep AI",
            .agent(
                "account", #"(?i)^sweep-ai(?:\[bot\])?|<(?:\d+\+)?sweep-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "sweep-ai[bot]"),
            .branch(
                "prefix", #"^sweep/"#, .authored, evidence: [.thirdParty], example: "sweep/add-tests")),
        marks(
            "gru", tool: "Gru", vendor: "Gru.ai",
            .agent(
                "account", #"(?i)^gru-agent(?:\[bot\])?"#, evidence: [.thirdParty],
                example: "gru-agent[bot]"),
            .branch(
                "prefix", #"^gru/"#, .authored, evidence: [.thirdParty], example: "gru/x")),
        marks(
            "open-swe", tool: "Open SWE", vendor: "LangChain",
            .agent(
                "account", #"(?i)^open-swe(?:\[bot\])?"#, evidence: [.thirdParty],
                example: "open-swe[bot]"),
            .branch(
                "prefix", #"^open-swe/"#, .authored, evidence: [.thirdParty], example: "open-swe/x")),
        marks(
            "codegen", tool: "Codegen", vendor: "Codegen",
            .agent(
                "account", #"(?i)^codegen-sh(?:\[bot\])?|<(?:\d+\+)?codegen-sh\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "codegen-sh[bot]"),
            .branch(
                "prefix", #"^codegen-bot/"#, .authored, evidence: [.thirdParty], example: "codegen-bot/x")),
        marks(
            "mentat", tool: "Mentat", vendor: "AbanteAI",
            .agent(
                "account", #"(?i)^mentatbot(?:\[bot\])?\s*(?:<|$)"#, evidence: [.measured],
                example: "MentatBot <160964065+MentatBot@users.noreply.github.com>")),
        marks(
            "tembo", tool: "Tembo", vendor: "Tembo",
            .agent(
                "account", #"(?i)^tembo(?:\[bot\])?(?:\s|$)"#, evidence: [.thirdParty],
                example: "tembo[bot]")),
        marks(
            "cosine-genie", tool: "Cosine Genie", vendor: "Cosine",
            .agent(
                "address", #"(?i)<agent@cosine\.sh>"#, evidence: [.measured],
                example: "Cosine <agent@cosine.sh>")),
        marks(
            "perfloop", tool: "Perfloop", vendor: "Perfloop",
            .agent(
                "address", #"(?i)<agent@perfloop\.ai>"#, evidence: [.measured],
                example: "Perfloop Agent <agent@perfloop.ai>")),
        marks(
            "gitar", tool: "Gitar", vendor: "Gitar",
            .agent(
                "address", #"(?i)<noreply@gitar\.ai>"#, evidence: [.measured],
                example: "Gitar <noreply@gitar.ai>")),
        marks(
            "codeflash", tool: "codeflash", vendor: "Codeflash",
            .agent(
                "account",
                #"(?i)^codeflash-ai(?:\[bot\])?|<(?:\d+\+)?codeflash-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "codeflash-ai[bot] <148906541+codeflash-ai[bot]@users.noreply.github.com>")),
        marks(
            "blackbox", tool: "Blackbox", vendor: "Blackbox AI",
            .agent(
                "account", #"(?i)<agent@blackbox\.ai>|@blackboxai\.com>|^blackboxai(?:-deploy)?\[bot\]"#,
                evidence: [.measured],
                example: "BLACKBOX Agent <agent@blackbox.ai>")),
        marks(
            "sentry-seer", tool: "Sentry Seer", vendor: "Sentry",
            .agent(
                "account", #"(?i)^(?:seer-by-sentry|sentry-autofix)(?:\[bot\])?"#, evidence: [.thirdParty],
                example: "seer-by-sentry[bot]")),
        marks(
            "letta-code", tool: "Letta Code", vendor: "Letta",
            .agent(
                "address", #"(?i)<noreply@letta\.com>"#, evidence: [.thirdParty],
                example: "Letta Code <noreply@letta.com>")),
        marks(
            "mistral-vibe", tool: "Mistral Vibe", vendor: "Mistral",
            .agent(
                "address", #"(?i)<vibe@mistral\.ai>"#, evidence: [.thirdParty],
                example: "Mistral Vibe <vibe@mistral.ai>")),
        marks(
            "ona", tool: "Ona", vendor: "Ona (Gitpod)",
            .agent(
                "address", #"(?i)<no-reply@ona\.com>"#, evidence: [.thirdParty],
                example: "Ona <no-reply@ona.com>")),
        marks(
            "sketch", tool: "Sketch", vendor: "Sketch",
            .agent(
                "address", #"(?i)<hello@sketch\.dev>"#, evidence: [.thirdParty],
                example: "sketch <hello@sketch.dev>")),
        marks(
            "fly-io-agent", tool: "Fly.io agent", vendor: "Fly",
            .agent(
                "address", #"(?i)<dev@fly\.io>"#, evidence: [.thirdParty],
                example: "Fly <dev@fly.io>")),
        marks(
            "abacus", tool: "Abacus", vendor: "Abacus.AI",
            .agent(
                "account", #"(?i)<agent@abacus\.ai>|^abacus-ai-automation\[bot\]"#, evidence: [.thirdParty],
                example: "Abacus <agent@abacus.ai>")),
        marks(
            "verdent", tool: "Verdent", vendor: "Verdent",
            .agent(
                "address", #"(?i)<(?:verdent|noreply)@verdent\.ai>"#, evidence: [.thirdParty],
                example: "Verdent <verdent@verdent.ai>")),
        marks(
            "paperclip", tool: "Paperclip", vendor: "Paperclip",
            .agent(
                "address", #"(?i)<noreply@paperclip\.ing>"#, evidence: [.thirdParty],
                example: "Paperclip <noreply@paperclip.ing>")),
        marks(
            "microsoft-amplifier", tool: "Microsoft Amplifier", vendor: "Microsoft",
            .agent(
                "account", #"(?i)<(?:\d+\+)?microsoft-amplifier@users\.noreply\.github\.com>"#, evidence: [.thirdParty],
                example: "Amplifier <microsoft-amplifier@users.noreply.github.com>")),
    ].flatMap { $0 }
}
