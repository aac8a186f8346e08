/// Marks of agents for the command line and for editors, and of orchestrators.
extension MarkTable {
    static let commandLineAgents: [Mark] = [
        marks(
            "amp", tool: "Amp", vendor: "Amp (ex Sourcegraph)",
            .agent(
                "address", #"(?i)<(?:amp|noreply)@ampcode\.com>"#, evidence: [.documented, .measured],
                example: "Amp <amp@ampcode.com>",
                note: "Amp alone is a word, so the address is asked for."),
            .trailer(
                "Amp-Thread-ID", #"^https://ampcode\.com/threads/T-[0-9a-f-]{36}$"#, .assisted,
                evidence: [.documented, .measured],
                example: "https://ampcode.com/threads/T-5ad38d33-28ba-4f47-997a-b0d7e0331c26")),
        marks(
            "cody", tool: "Cody", vendor: "Sourcegraph",
            .agent(
                "account", #"(?i)<(?:\d+\+)?sourcegraph-cody\[bot\]@users\.noreply\.github\.com>|^Sourcegraph Cody\b"#,
                evidence: [.thirdParty],
                example: "sourcegraph-cody[bot] <201248094+sourcegraph-cody[bot]@users.noreply.github.com>",
                note: "Cody alone is a first name.")),
        marks(
            "factory-droid", tool: "Factory Droid", vendor: "Factory",
            .agent(
                "account",
                #"(?i)^factory-droid(?:\[bot\])?|<(?:\d+\+)?factory-droid\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.documented, .measured],
                example: "factory-droid[bot] <138933559+factory-droid[bot]@users.noreply.github.com>"),
            .line(
                "footer", #"(?i)^\W*Generated (?:with|by) \[?(?:Factory )?Droid\b"#, .assisted, evidence: [.measured],
                example: "🤖 Generated with [Droid](https://docs.factory.ai/factory-droids)")),
        marks(
            "opencode", tool: "opencode", vendor: "Anomaly (SST)",
            .agent(
                "account", #"(?i)<(?:noreply|agent)@opencode\.ai>|<opencode@sst\.dev>|^opencode-agent(?:\[bot\])?"#,
                evidence: [.documented, .measured],
                example: "opencode <noreply@opencode.ai>"),
            .line(
                "footer", #"(?i)^\W*Generated (?:with|by) \[?opencode\b"#, .assisted,
                evidence: [.documented, .measured],
                example: "🤖 Generated with [opencode](https://opencode.ai)"),
            .branch(
                "prefix", #"^opencode[-/]"#, .assisted, evidence: [.measured], example: "opencode/issue-12")),
        marks(
            "crush", tool: "Crush", vendor: "Charm",
            .coAuthor(
                "account",
                #"(?i)<(?:crush@charm\.land|noreply@crush\.charm\.land)>?|\+?charmcrush@users\.noreply\.github\.com"#,
                evidence: [.source, .measured],
                example: "Crush <crush@charm.land>",
                note: "Seen with an emoji, with HTML entities, and without the closing bracket."),
            .trailer(
                "Assisted-by", #"(?i)^(?:💘 )?Crush(?::\S.*| \(.+\)|\b.*)$|\bvia Crush\b"#, .assisted,
                evidence: [.source, .measured],
                example: "Crush:glm-5.2",
                note: "An older form names the model first: \"model via Crush\"."),
            .line(
                "footer", #"(?i)^\W*Generated with \[?Crush\b"#, .assisted, evidence: [.source, .measured],
                example: "💘 Generated with Crush")),
        marks(
            "goose", tool: "Goose", vendor: "Block / AAIF",
            .coAuthor(
                "account",
                #"(?i)<(?:opensource@block\.xyz|goose@opensource\.block\.xyz|goose(?:-agent)?@block\.xyz|\d+\+aaif-goose@users\.noreply\.github\.com)>"#,
                evidence: [.thirdParty],
                example: "Goose <opensource@block.xyz>",
                note: "Written by users; the tool adds nothing by itself."),
            .branch(
                "prefix", #"^goose/"#, .assisted, evidence: [.thirdParty], example: "goose/x")),
        marks(
            "cline", tool: "Cline", vendor: "Cline",
            .agent(
                "account",
                #"(?i)<(?:noreply|agent|bot)@cline\.bot>|<cline-agent@users\.noreply\.github\.com>|<(?:\d+\+)?cline(?:-cloud)?\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.source, .measured],
                example: "Cline <noreply@cline.bot>",
                note: "Exact local parts only: the domain is that of the company's people."),
            .line(
                "footer", #"(?i)^\W*Generated with \[?Cline\b"#, .assisted, evidence: [.source],
                example: "🤖 Generated with [Cline](https://docs.cline.bot)")),
        marks(
            "roo-code", tool: "Roo Code", vendor: "Roo Code",
            .agent(
                "account",
                #"(?i)<roomote@(?:roocode\.com|roomote\.dev)>|^roomote(?:-agent|-roomote)?(?:\[bot\])\s*<|<(?:\d+\+)?roomote(?:-roomote)?\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.source, .measured],
                example: "roomote[bot] <219738659+roomote[bot]@users.noreply.github.com>",
                note: "Other addresses of the domain are people and release jobs.")),
        marks(
            "kilo-code", tool: "Kilo Code", vendor: "Kilo",
            .agent(
                "account",
                #"(?i)<(?:\d+\+)?kiloconnect\[bot\]@users\.noreply\.github\.com>|<noreply@kilo(?:code)?\.ai>"#,
                evidence: [.source, .measured],
                example: "kiloconnect[bot] <240665456+kiloconnect[bot]@users.noreply.github.com>")),
        marks(
            "continue", tool: "Continue", vendor: "Continue",
            .agent(
                "account", #"(?i)<noreply@continue\.dev>|<(?:\d+\+)?continue\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "Continue <noreply@continue.dev>"),
            .line(
                "footer", #"(?i)^\W*Generated with \[?Continue\]?\("#, .assisted, evidence: [.thirdParty],
                example: "Generated with [Continue](https://continue.dev)")),
        marks(
            "warp", tool: "Warp (Oz)", vendor: "Warp",
            .agent(
                "address", #"(?i)<(?:oz-agent|agent|noreply)@warp\.dev>"#, evidence: [.source, .measured],
                example: "Oz <oz-agent@warp.dev>")),
        marks(
            "junie", tool: "Junie", vendor: "JetBrains",
            .agent(
                "account",
                #"(?i)<(?:junie|noreply)@jetbrains\.com>|^jetbrains-junie(?:\[bot\])?|^junie-agent|<(?:\d+\+)?jetbrains-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "Junie <junie@jetbrains.com>"),
            .branch(
                "prefix", #"^jetbrains[_-]junie"#, .authored, evidence: [.thirdParty], example: "jetbrains_junie")),
        marks(
            "kiro", tool: "Kiro", vendor: "AWS",
            .agent(
                "account",
                #"(?i)<(?:\d+\+)?kiro-agent(?:\[bot\])?@users\.noreply\.github\.com>|<kiro(?:-noreply|-agent)?@(?:aws\.)?amazon\.com>|<(?:noreply|kiro)@kiro\.dev>"#,
                evidence: [.measured],
                example: "Kiro Agent <244629292+kiro-agent@users.noreply.github.com>"),
            .line(
                "footer", #"(?i)^\W*(?:Assisted|Generated|Created) (?:by|with) \[?Kiro\b"#, .assisted,
                evidence: [.measured],
                example: "🤖 Assisted by Kiro")),
        marks(
            "amazon-q-developer", tool: "Amazon Q Developer", vendor: "AWS",
            .agent(
                "account",
                #"(?i)<(?:\d+\+)?amazon-q-developer\[bot\]@users\.noreply\.github\.com>|<noreply@aws\.amazon\.com>|^amazon-q-developer\[bot\]"#,
                evidence: [.thirdParty],
                example: "amazon-q-developer[bot] <208079219+amazon-q-developer[bot]@users.noreply.github.com>"),
            .line(
                "footer", #"(?i)^\W*Generated with \[?Amazon Q\b"#, .assisted, evidence: [.thirdParty],
                example: "🤖 Generated with Amazon Q Developer"),
            .branch(
                "prefix", #"^Q-DEV-issue-\d+-\d+"#, .authored, evidence: [.thirdParty],
                example: "Q-DEV-issue-12-1747300000")),
        marks(
            "augment-auggie", tool: "Augment / Auggie", vendor: "Augment Code",
            .agent(
                "account",
                #"(?i)<(?:agent|augment|noreply|ai)@augmentcode\.com>|<(?:\d+\+)?augment-app(?:-staging)?\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.convention],
                example: "Augment Agent <agent@augmentcode.com>")),
        marks(
            "qwen-code", tool: "Qwen Code", vendor: "Alibaba",
            .agent(
                "address", #"(?i)<qwen-coder@alibabacloud\.com>"#, evidence: [.source, .measured],
                example: "Qwen-Coder <qwen-coder@alibabacloud.com>")),
        marks(
            "kimi-code", tool: "Kimi Code", vendor: "Moonshot AI",
            .agent(
                "address", #"(?i)<noreply@(?:kimi\.(?:com|ai)|moonshot\.(?:ai|cn))>"#, evidence: [.measured],
                example: "Kimi Code <noreply@moonshot.ai>")),
        marks(
            "trae", tool: "TRAE", vendor: "ByteDance",
            .agent(
                "address", #"(?i)<(?:noreply|traecli)@(?:bytedance\.com|trae\.ai)>|^TRAE (?:CLI|Agent)\b"#,
                evidence: [.thirdParty],
                example: "TRAE CLI <noreply@bytedance.com>")),
        marks(
            "hermes-agent", tool: "Hermes Agent", vendor: "Nous Research",
            .agent(
                "address", #"(?i)<(?:hermes-agent|noreply)@nousresearch\.com>"#, evidence: [.thirdParty],
                example: "Hermes Agent <hermes-agent@nousresearch.com>")),
        marks(
            "pi", tool: "Pi", vendor: "badlogic / pi.dev",
            .agent(
                "address", #"(?i)<(?:noreply@pi\.dev|pi@badlogic\.games|pi@earendil\.works)>"#, evidence: [.measured],
                example: "pi <pi@badlogic.games>"),
            .trailer(
                "Generated-By", #"(?i)^pi \d"#, .assisted, evidence: [.measured],
                example: "pi 0.52.12")),
        marks(
            "grok", tool: "Grok", vendor: "xAI",
            .agent(
                "address", #"(?i)<(?:noreply|grok)@x\.ai>"#, evidence: [.convention],
                example: "Grok <noreply@x.ai>")),
        marks(
            "deepseek", tool: "DeepSeek", vendor: "DeepSeek",
            .agent(
                "address", #"(?i)<noreply@deepseek\.com>"#, evidence: [.thirdParty],
                example: "DeepSeek Harness <noreply@deepseek.com>")),
        marks(
            "codebuff-freebuff", tool: "Codebuff / Freebuff", vendor: "Codebuff",
            .agent(
                "address", #"(?i)<noreply@(?:codebuff|freebuff)\.com>"#, evidence: [.thirdParty],
                example: "Codebuff <noreply@codebuff.com>"),
            .line(
                "footer",
                #"(?i)^\W*Generated with (?:Codebuff|Freebuff)\b|Generated with:\s+github\.com/[^/]+/[^@\s]*(?:codebuff|freebuff)[^@\s]*@[0-9a-f]+"#,
                .assisted, evidence: [.thirdParty],
                example: "Generated with Codebuff")),
        marks(
            "firebender", tool: "Firebender", vendor: "Firebender",
            .agent(
                "address", #"(?i)<help@firebender\.com>"#, evidence: [.measured],
                example: "Firebender <help@firebender.com>"),
            .line(
                "footer", #"(?i)^\W*Generated with \[?Firebender\b"#, .assisted, evidence: [.measured],
                example: "🤖 Generated with [Firebender](https://firebender.com)")),
        marks(
            "nori", tool: "Nori", vendor: "Tilework",
            .agent(
                "address", #"(?i)<contact@tilework\.tech>"#, evidence: [.measured],
                example: "Nori <contact@tilework.tech>"),
            .line(
                "footer", #"(?i)^\W*Generated with \[?Nori\b"#, .assisted, evidence: [.measured],
                example: "🤖 Generated with [Nori](https://nori.ai)")),
        marks(
            "happy", tool: "Happy (Claude Code client)", vendor: "Happy Engineering",
            .agent(
                "address", #"(?i)<yesreply@happy\.engineering>"#, evidence: [.measured],
                example: "Happy <yesreply@happy.engineering>"),
            .line(
                "footer", #"(?i)^via \[Happy\]\(https://happy\.engineering\)"#, .assisted, evidence: [.measured],
                example: "via [Happy](https://happy.engineering)")),
        marks(
            "sisyphus", tool: "Sisyphus (oh-my-opencode)", vendor: "Sisyphus Labs",
            .agent(
                "address", #"(?i)<clio-agent@sisyphuslabs\.ai>"#, evidence: [.measured],
                example: "Sisyphus <clio-agent@sisyphuslabs.ai>"),
            .line(
                "footer", #"(?i)^\W*Ultraworked with \[Sisyphus\]"#, .assisted, evidence: [.measured],
                example: "Ultraworked with [Sisyphus](https://github.com/code-yeongyu/oh-my-openagent)")),
        marks(
            "sageox", tool: "SageOx", vendor: "SageOx",
            .agent(
                "address", #"(?i)<ox@sageox\.ai>"#, evidence: [.measured],
                example: "SageOx <ox@sageox.ai>")),
        marks(
            "claude-flow", tool: "claude-flow", vendor: "ruvnet",
            .agent(
                "address", #"(?i)^claude-flow <|<noreply@ruv\.io>"#, evidence: [.measured],
                example: "claude-flow <ruv@ruv.net>")),
        marks(
            "openclaw-family", tool: "OpenClaw family", vendor: "OpenClaw",
            .agent(
                "account",
                #"(?i)<(?:openclaw@openclaw\.dev|bot@openclaw\.ai|openclaw-bot@users\.noreply\.github\.com|bot@clawd\.bot)>|^(?:OpenClaw|Clawdbot)\b|\(OpenClaw\)"#,
                evidence: [.measured],
                example: "OpenClaw Agent <openclaw@openclaw.dev>")),
        marks(
            "cliffy-termai", tool: "Cliffy / termai", vendor: "",
            .agent(
                "address", #"(?i)<noreply@termai\.io>"#, evidence: [.measured],
                example: "termai <noreply@termai.io>"),
            .line(
                "footer", #"(?i)^.{0,16}Generated with (?:Cliffy|termai|Karigor)\b"#, .assisted, evidence: [.measured],
                example: "ᕕ( ᐛ )ᕗ  Generated with Cliffy")),
        marks(
            "yolop", tool: "yolop", vendor: "Everruns",
            .agent(
                "address", #"(?i)<yolop@everruns\.com>"#, evidence: [.source],
                example: "yolop <yolop@everruns.com>")),
        marks(
            "gas-town-gas-city", tool: "Gas Town / Gas City", vendor: "steveyegge",
            .agent(
                "address", #"(?i)^(?:beads|sfgastown|gastown)/|^(?:mayor|Gas City)\b.*<noreply@anthropic\.com>"#,
                evidence: [.measured],
                example: "mayor <noreply@anthropic.com>")),
        marks(
            "gas-town-beads", tool: "Gas Town / beads", vendor: "steveyegge",
            .trailer(
                "Executed-By",
                #"^(?:[\w-]+(?:/[\w-]+){1,2}|mayor)$"#, .authored,
                evidence: [.measured],
                example: "beads/polecats/obsidian",
                note: "The role that an orchestrator ran; the owner is the git author.")),
        marks(
            "tabnine", tool: "Tabnine", vendor: "Tabnine",
            .coAuthor(
                "address", #"(?i)<noreply@tabnine\.com>"#, evidence: [.thirdParty],
                example: "Tabnine Agent <noreply@tabnine.com>")),
        marks(
            "zed-ai", tool: "Zed AI", vendor: "Zed",
            .coAuthor(
                "address", #"(?i)<noreply@zed\.dev>"#, evidence: [.thirdParty],
                example: "Zed AI <noreply@zed.dev>")),
        marks(
            "eca", tool: "ECA", vendor: "ECA",
            .coAuthor(
                "address", #"(?i)<git@eca\.dev>"#, evidence: [.thirdParty],
                example: "ECA <git@eca.dev>")),
        marks(
            "corteza", tool: "Corteza", vendor: "cornball",
            .coAuthor(
                "address", #"(?i)<noreply@cornball\.ai>"#, evidence: [.thirdParty],
                example: "corteza <noreply@cornball.ai>")),
        marks(
            "kdeps", tool: "kdeps", vendor: "kdeps",
            .coAuthor(
                "address", #"(?i)<noreply@kdeps\.com>"#, evidence: [.thirdParty],
                example: "kdeps (Ollama - llama3.2) <noreply@kdeps.com>")),
        marks(
            "bobbit", tool: "Bobbit", vendor: "G-Research",
            .coAuthor(
                "address", #"(?i)<noreply@bobbit\.dev>"#, evidence: [.thirdParty],
                example: "Bobbit (Claude Sonnet 4.6 (aws)) <noreply@bobbit.dev>")),
        marks(
            "ivy-tendril", tool: "Ivy-Tendril", vendor: "Ivy",
            .coAuthor(
                "address", #"(?i)<tendril@ivy\.app>"#, evidence: [.thirdParty],
                example: "Ivy-Tendril <tendril@ivy.app>")),
        marks(
            "ralphex", tool: "ralphex", vendor: "umputun",
            .coAuthor(
                "address", #"(?i)<noreply@ralphex\.com>"#, evidence: [.thirdParty],
                example: "ralphex <noreply@ralphex.com>")),
        marks(
            "sigit-code", tool: "siGit Code", vendor: "sigit",
            .coAuthor(
                "account", #"(?i)<(?:sigit@sigit\.si|\d+\+sigitc@users\.noreply\.github\.com)>"#,
                evidence: [.thirdParty],
                example: "siGit Code <297239231+sigitc@users.noreply.github.com>")),
    ].flatMap { $0 }
}
