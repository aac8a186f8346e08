/// Marks of tools that record who wrote what: side refs and their trailers.
extension MarkTable {
    static let provenance: [Mark] = [
        marks(
            "entire-cli", tool: "Entire CLI", vendor: "Entire",
            .trailer(
                "Entire-Checkpoint", #"^[0-9a-f]{12}$"#, .assisted, evidence: [.source, .measured],
                example: "a3b2c4d5e6f7",
                note: "Proves a recorded session; how much of the change is the agent's stands on a branch of its own."),
            .trailer(
                "Entire-Session", #"\S+"#, .assisted, evidence: [.source, .measured],
                example: "…",
                note: "Mostly on the tool's own branch, which is no part of the history."),
            .trailer(
                "Entire-Strategy", #"^[a-z-]+$"#, .automation, evidence: [.source, .measured],
                example: "manual-commit"),
            .trailer(
                "Entire-Metadata", #"\S+"#, .assisted, evidence: [.source, .measured],
                example: "…",
                note: "Mostly on the tool's own branch, which is no part of the history."),
            .trailer(
                "Entire-Metadata-Task", #"\S+"#, .assisted, evidence: [.source, .measured],
                example: "…",
                note: "Mostly on the tool's own branch, which is no part of the history."),
            .trailer(
                "Entire-Condensation", #"\S+"#, .assisted, evidence: [.source, .measured],
                example: "…",
                note: "Mostly on the tool's own branch, which is no part of the history."),
            .trailer(
                "Entire-Source-Ref", #"\S+@[0-9a-f]+"#, .assisted, evidence: [.source, .measured],
                example: "entire/metadata@abc123def456",
                note: "Mostly on the tool's own branch, which is no part of the history."),
            .trailer(
                "Entire-Agent", #"\S+"#, .assisted, evidence: [.source, .measured],
                example: "…",
                note: "Mostly on the tool's own branch, which is no part of the history."),
            .trailer(
                "Entire-Attribution", #"^(\d{1,3})% agent \((\d+)/(\d+) lines\)$"#, .assisted, evidence: [.documented],
                example: "73% agent (146/200 lines)"),
            .branch(
                "ref", #"^entire/(?:checkpoints/v\d+|metadata|sessions|[0-9a-f]{7,})"#, .automation,
                evidence: [.source, .measured], example: "entire/checkpoints/v1")),
        marks(
            "git-ai", tool: "git-ai", vendor: "git-ai project",
            .note(
                "ai", ref: "refs/notes/ai", #"(?ms)^---$\s*\{.*"schema_version"\s*:\s*"authorship/3\.\d+\.\d+""#,
                .assisted, evidence: [.source, .measured],
                example:
                    "src/main.rs\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10,15-20\n---\n{\"schema_version\":\"authorship/3.0.0\",\"base_commit_sha\":\"7734793b756b3921c88db5375a8c156e9532447b\",\"prompts\":{},\"sessions\":{\"s_c9883b05a2487d\":{\"agent_id\":{\"tool\":\"claude\",\"id\":\"6ef2\",\"model\":\"claude-opus-4-8\"}}}}",
                note: "The share is AI lines by added lines."),
            .note(
                "ai-remote", ref: "refs/notes/ai-remote/*", #"authorship/3\."#, .assisted, evidence: [.source],
                example:
                    "src/main.rs\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10\n---\n{\"schema_version\":\"authorship/3.0.0\"}",
                note: "What was fetched from a remote."),
            .note(
                "ai-stash", ref: "refs/notes/ai-stash", #"authorship/3\."#, .assisted, evidence: [.source],
                example: "{\"schema_version\":\"authorship/3.0.0\"}")),
        marks(
            "git-ai", tool: "git-ai (pre-notes)", vendor: "git-ai project",
            .note(
                "ai-authorship", ref: "refs/ai/authorship/*", #""schema_version"\s*:\s*"authorship/0\.0\.1""#,
                .assisted, evidence: [.measured],
                example:
                    "{\"schema_version\":\"authorship/0.0.1\",\"files\":{\"a.rs\":{\"authors\":[{\"author\":\"Claude\",\"lines\":[22]}]}}}"
            )),
        marks(
            "git-ai-bot", tool: "git-ai Bot", vendor: "git-ai project",
            .programAuthor(
                "address", #"(?i)<bot@usegitai\.com>|<git-ai@local>"#, evidence: [.measured],
                example: "Git AI Bot <bot@usegitai.com>",
                note: "Commits of the notes ref.")),
        marks(
            "agent-trace", tool: "Agent Trace", vendor: "agent-trace.dev (Cursor et al.)",
            .note(
                "agent-trace", ref: "refs/notes/agent-trace", #""contributor"\s*:\s*\{\s*"type"\s*:\s*"(?:ai|mixed)""#,
                .assisted, evidence: [.source],
                example:
                    "{\"version\":\"0.1.0\",\"files\":[{\"path\":\"a.ts\",\"conversations\":[{\"contributor\":{\"type\":\"ai\",\"model_id\":\"anthropic/claude-opus-4-5-20251101\"},\"ranges\":[{\"start_line\":1,\"end_line\":9}]}]}]}",
                note: "The record may also live in the tree, or outside of the repository.")),
        marks(
            "whogitit", tool: "whogitit", vendor: "dotsetlabs",
            .note(
                "whogitit", ref: "refs/notes/whogitit", #"^\s*\{"#, .assisted, evidence: [.source],
                example: "{\"version\":1}")),
        marks(
            "sourcetrace", tool: "SourceTrace", vendor: "srctrace",
            .note(
                "srctrace-attribution", ref: "refs/notes/srctrace/attribution", #""s"\s*:\s*"agent\|"#, .assisted,
                evidence: [.source],
                example:
                    "{\"v\":1,\"f\":{\"a.py\":[{\"s\":\"agent|cursor(claude-3-7-sonnet)\",\"l\":[1,\"5-9\"]},{\"s\":\"operator\",\"l\":[]}]}}"
            )),
        marks(
            "git-memento", tool: "git-memento", vendor: "mandel-macaque",
            .note(
                "memento", ref: "refs/notes/memento*", #"(?i)(?:provider|session)\b"#, .assisted,
                evidence: [.thirdParty],
                example: "session transcript as note"),
            .note(
                "commits", ref: "refs/notes/commits", #"(?i)(?:provider|session)\b"#, .assisted, rank: .fallback,
                evidence: [.thirdParty], condition: .besideAnotherMark,
                example: "session transcript as note",
                note: "The default ref of git notes, where people speak of sessions and providers too.")),
        marks(
            "session-pack", tool: "session-pack", vendor: "kimbjunn",
            .note(
                "ccsession", ref: "refs/ccsession/*", #"\S"#, .assisted, evidence: [.thirdParty],
                example: "refs/ccsession/<id>")),
        marks(
            "aittributor", tool: "", vendor: "Block",
            .trailer(
                "Ai-assisted", #"(?i)^(?:true|yes|1)$"#, .assisted, evidence: [.source],
                example: "true")),
        marks(
            "ai-aligned-git", tool: "ai-aligned-git", vendor: "trieloff",
            .trailer(
                "Grudgingly-Disapproved-By", #"\S"#, .authored, evidence: [.source],
                example: "Human <h@x>",
                note: "A wrapper that makes the tool the author and the person the signer."),
            .line(
                "footer", #"^🤖 SHAME: This commit was made by (\w+)"#, .authored, evidence: [.source],
                example: "🤖 SHAME: This commit was made by claude who was too lazy …")),
    ].flatMap { $0 }
}
