/// Marks of AI tools that review. A whole commit by such an account is its own; a co-author line is one suggestion.
extension MarkTable {
    static let reviewers: [Mark] = [
        marks(
            "coderabbit", tool: "CodeRabbit", vendor: "CodeRabbit",
            .reviewer(
                "account",
                #"(?i)^coderabbitai(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?coderabbitai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>"),
            .subject(
                "subject", #"(?i)^(?:📝 )?(?:CodeRabbit Generated Unit Tests|Add docstrings to `)"#, .authored,
                evidence: [.measured],
                example: "CodeRabbit Generated Unit Tests: Add unit tests"),
            .branch(
                "prefix", #"^coderabbit(?:ai)?/"#, .authored, evidence: [.measured],
                example: "coderabbitai/docstrings/1a2b3c")),
        marks(
            "ellipsis", tool: "Ellipsis", vendor: "Ellipsis",
            .reviewer(
                "account",
                #"(?i)^ellipsis-dev(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?ellipsis-dev\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "ellipsis-dev[bot] <65095814+ellipsis-dev[bot]@users.noreply.github.com>")),
        marks(
            "greptile", tool: "Greptile", vendor: "Greptile",
            .reviewer(
                "account",
                #"(?i)^greptile-apps(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?greptile-apps\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "greptile-apps[bot] <165735046+greptile-apps[bot]@users.noreply.github.com>")),
        marks(
            "sourcery", tool: "Sourcery", vendor: "Sourcery",
            .reviewer(
                "account",
                #"(?i)^sourcery-ai(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?sourcery-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "sourcery-ai[bot] <58596630+sourcery-ai[bot]@users.noreply.github.com>")),
        marks(
            "qodo-merge-pr-agent", tool: "Qodo Merge / PR-Agent", vendor: "Qodo",
            .reviewer(
                "account",
                #"(?i)^(?:codiumai-pr-agent(?:-pro)?|qodo-merge-pro|qodo-merge-for-open-source|qodo-code-review)(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?(?:codiumai-pr-agent(?:-pro)?|qodo-merge-pro|qodo-merge-for-open-source|qodo-code-review)\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "qodo-merge-pro[bot] <151058649+qodo-merge-pro[bot]@users.noreply.github.com>")),
        marks(
            "graphite", tool: "Graphite", vendor: "Graphite",
            .reviewer(
                "account",
                #"(?i)^graphite-app(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?graphite-app\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "graphite-app[bot] <graphite-app[bot]@users.noreply.github.com>")),
        marks(
            "cubic", tool: "Cubic", vendor: "Cubic",
            .reviewer(
                "account",
                #"(?i)^cubic-dev-ai(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?cubic-dev-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "cubic-dev-ai[bot] <cubic-dev-ai[bot]@users.noreply.github.com>")),
        marks(
            "kodus", tool: "Kodus", vendor: "Kodus",
            .reviewer(
                "account",
                #"(?i)^kodus-ai(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?kodus-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "kodus-ai[bot] <kodus-ai[bot]@users.noreply.github.com>")),
        marks(
            "korbit", tool: "Korbit", vendor: "Korbit",
            .reviewer(
                "account",
                #"(?i)^korbit-ai(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?korbit-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "korbit-ai[bot] <korbit-ai[bot]@users.noreply.github.com>")),
        marks(
            "codeant", tool: "CodeAnt", vendor: "CodeAnt",
            .reviewer(
                "account",
                #"(?i)^codeant-ai(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?codeant-ai\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "codeant-ai[bot] <codeant-ai[bot]@users.noreply.github.com>")),
        marks(
            "entelligence", tool: "Entelligence", vendor: "Entelligence",
            .reviewer(
                "account",
                #"(?i)^entelligence-ai(?:-pr-reviews)?(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?entelligence-ai(?:-pr-reviews)?\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "entelligence-ai-pr-reviews[bot] <entelligence-ai-pr-reviews[bot]@users.noreply.github.com>")),
        marks(
            "kilo-review", tool: "Kilo review", vendor: "Kilo",
            .reviewer(
                "account",
                #"(?i)^kilo-code-bot(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?kilo-code-bot\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "kilo-code-bot[bot] <kilo-code-bot[bot]@users.noreply.github.com>")),
        marks(
            "charlie", tool: "Charlie", vendor: "Charlie Labs",
            .reviewer(
                "account",
                #"(?i)^charliecreates(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?charliecreates\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "charliecreates[bot] <charliecreates[bot]@users.noreply.github.com>")),
        marks(
            "blacksmith", tool: "Blacksmith", vendor: "Blacksmith",
            .reviewer(
                "account",
                #"(?i)^blacksmith-sh(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?blacksmith-sh\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "blacksmith-sh[bot] <157653362+blacksmith-sh[bot]@users.noreply.github.com>")),
        marks(
            "mintlify-writer", tool: "Mintlify writer", vendor: "Mintlify",
            .reviewer(
                "account",
                #"(?i)^mintlify(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?mintlify\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "mintlify[bot] <109931778+mintlify[bot]@users.noreply.github.com>")),
        marks(
            "aikido-autofix", tool: "Aikido Autofix", vendor: "Aikido",
            .reviewer(
                "account",
                #"(?i)^aikido-autofix(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?aikido-autofix\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "aikido-autofix[bot] <119856028+aikido-autofix[bot]@users.noreply.github.com>")),
        marks(
            "deepsource-autofix", tool: "DeepSource Autofix", vendor: "DeepSource",
            .reviewer(
                "account",
                #"(?i)^deepsource-autofix(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?deepsource-autofix\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "deepsource-autofix[bot] <deepsource-autofix[bot]@users.noreply.github.com>")),
        marks(
            "macroscope", tool: "Macroscope", vendor: "Macroscope",
            .reviewer(
                "account",
                #"(?i)^macroscope-app(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?macroscope-app\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.thirdParty],
                example: "macroscope-app[bot] <macroscope-app[bot]@users.noreply.github.com>")),
        marks(
            "ecc-tools", tool: "ECC Tools", vendor: "ECC",
            .reviewer(
                "account",
                #"(?i)^ecc-tools(?:\[bot\])\s*(?:<|$)|<(?:\d+\+)?ecc-tools\[bot\]@users\.noreply\.github\.com>"#,
                evidence: [.measured],
                example: "ecc-tools[bot] <257055122+ecc-tools[bot]@users.noreply.github.com>")),
        marks(
            "orbis-appsec", tool: "Orbis AppSec", vendor: "Orbis",
            .line(
                "footer", #"(?i)Automated security fix generated by Orbis(?: Security AI| AI Security| ?AppSec)?"#,
                .authored, evidence: [.measured],
                example: "Automated security fix generated by Orbis Security AI")),
    ].flatMap { $0 }
}
