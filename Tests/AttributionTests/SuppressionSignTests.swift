import Testing

@testable import Attribution

@Suite struct SuppressionSignTests {
    @Test(
        "What keeps marks out of the history is found",
        arguments: [
            (
                ".claude/settings.json", "{\n  \"includeCoAuthoredBy\": false\n}", SuppressionSign.Kind.setting,
                "Claude Code", 1
            ),
            (".claude/settings.json", "{\"attribution\": {\"commit\": \"\"}}", .setting, "Claude Code", 0),
            (
                "a/.claude/settings.local.json", "{\n\"attribution\": {\n  \"commit\": \"\",\n}}", .setting,
                "Claude Code", 2
            ),
            (".vscode/settings.json", "{\"git.addAICoAuthor\": \"off\"}", .setting, "GitHub Copilot in VS Code", 0),
            (".aider.conf.yml", "model: x\nattribute-co-authored-by: false\n", .setting, "Aider", 1),
            (".codex/config.toml", "commit_attribution = \"\"\n", .setting, "OpenAI Codex", 0),
            ("crush.json", "{\"options\": {\"attribution\": {\"trailer_style\": \"none\"}}}", .setting, "Crush", 0),
            (".husky/commit-msg", "#!/bin/sh\nsed -i '/Co-authored-by: Claude/d' \"$1\"\n", .hook, "", 1),
            (
                ".github/workflows/ci.yml", "run: |\n  git log | grep -i 'co-authored-by.*copilot' && exit 1\n", .gate,
                "", 1
            ),
            ("CLAUDE.md", "- Never add Co-Authored-By lines.\n", .instruction, "", 0),
            (
                "AGENTS.md", " - Only people are credited. There is no Helped-By or\n   Co-Authored-By for a model.\n",
                .instruction, "", 1
            ),
            ("CONTRIBUTING.md", "# Rules\n\nAI-generated contributions are not accepted.\n", .ban, "", 2),
        ])
    func sign(path: String, text: String, kind: SuppressionSign.Kind, tool: String, line: Int) {
        let signs = SuppressionSign.all(in: [(path, text)])
        #expect(signs.map(\.kind) == [kind])
        #expect(signs.map(\.tool) == [tool])
        #expect(signs.map(\.line) == [line])
        #expect(SuppressionSign.isCandidate(path: path))
    }

    @Test(
        "Settings that leave marks on, and other files, are no sign",
        arguments: [
            (".claude/settings.json", "{\"includeCoAuthoredBy\": true, \"commit\": \"\"}"),
            (".claude/settings.json", "{\"attribution\": {\"commit\": \"Made by X\"}}"),
            (".claude/settings.json", "{\"hooks\": {\n\"commit\": \"\"}}"),
            (".aider.conf.yml", "attribute-co-authored-by: true\n"),
            ("src/settings.json", "{\"includeCoAuthoredBy\": false}"),
            (".husky/commit-msg", "npx commitlint --edit $1\n"),
            (".github/workflows/ci.yml", "uses: anthropics/claude-code-action@v1\n"),
            ("AGENTS.md", "Add a Co-Authored-By line.\n"),
            ("AGENTS.md", "- Commands without a cursor or immutable argv ids fail closed for attribution.\n"),
            ("AGENTS.md", "- Some do not add any\n- Co-Authored-By lines are welcome.\n"),
            ("AGENTS.md", "Some do not add any\n\nCo-Authored-By lines are welcome.\n"),
            ("AGENTS.md", "The piano player keeps her AI attribution.\n"),
            (
                "AGENTS.md",
                "When you test AI attribution, do not use the file helper: it has a very special and odd attribution.\n"
            ),
            ("CONTRIBUTING.md", "Say how you used AI-generated code.\n"),
        ])
    func noSign(path: String, text: String) {
        #expect(SuppressionSign.all(in: [(path, text)]).isEmpty)
    }
}
