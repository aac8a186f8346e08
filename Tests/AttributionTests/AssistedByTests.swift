import Git
import Testing

@testable import Attribution

@Suite struct AssistedByTests {
    @Test(
        "Each of the eight shapes yields agent, model and tools",
        arguments: [
            (
                "Claude:claude-3-opus coccinelle sparse", AssistedBy.Shape.kernel, "Claude", "claude-opus-3",
                ["coccinelle", "sparse"]
            ),
            ("Claude:Opus-4.8 [Claude-Code]", .kernel, "Claude", "claude-opus-4.8", ["Claude-Code"]),
            ("Crush:glm-5.2", .kernel, "Crush", "glm-5.2", []),
            ("Opus 4.6 via Claude Code", .via, "Claude Code", "claude-opus-4.6", []),
            ("GLM 4.6 via Crush <crush@charm.land>", .via, "Crush", "glm-4.6", []),
            ("Claude, with model: claude-opus-4-6", .withModel, "Claude", "claude-opus-4.6", []),
            ("Claude Opus 4.6, Claude Code", .comma, "Claude Code", "claude-opus-4.6", []),
            ("Claude Code, Claude Opus 4.6", .comma, "Claude Code", "claude-opus-4.6", []),
            ("Claude Code (claude-sonnet-4-6)", .detail, "Claude Code", "claude-sonnet-4.6", []),
            ("Claude Opus 4.8 <noreply@anthropic.com>", .address, "", "claude-opus-4.8", []),
            ("Claude Opus 4.6", .model, "", "claude-opus-4.6", []),
            ("generic LLM chatbot", .freeText, "generic LLM chatbot", "", []),
            ("Codex", .freeText, "Codex", "", []),
        ] as [(String, AssistedBy.Shape, String, String, [String])])
    func shape(value: String, shape: AssistedBy.Shape, agent: String, model: String, tools: [String]) {
        let parsed = AssistedBy(value)
        #expect(parsed.shape == shape)
        #expect(parsed.agent == agent)
        #expect(parsed.model == model)
        #expect(parsed.tools == tools)
    }

    @Test(
        "A disclosure names its tool and its model in the verdict",
        arguments: [
            ("Assisted-by: Claude:claude-opus-4-6", "Claude Code", "claude-opus-4.6"),
            ("Assisted-by: Opus 4.6 via Claude Code", "Claude Code", "claude-opus-4.6"),
            ("Assisted-by: Claude Opus 4.6", "Anthropic model (tool unknown)", "claude-opus-4.6"),
            ("Assisted-by: GPT-5.5 via Crush <crush@charm.land>", "Crush", "gpt-5.5"),
            ("Generated-by: OpenAI Codex", "OpenAI Codex", ""),
            (
                "Co-developed-by: Claude Opus 4.8 <noreply@anthropic.com>", "Claude Code",
                "claude-opus-4.8"
            ),
            ("AI-Model: some-model-7", "", "some-model-7"),
            ("Co-authored-by: aider (gpt-5.2-codex) <aider@aider.chat>", "Aider", "gpt-5.2-codex"),
            ("Claude-Generated-By: Claude Code (cli/claude-opus-4-5=100%)", "Claude Code", "claude-opus-4.5"),
            ("Co-Authored-By: codex-cli 0.130.0 gpt-5.5 xhigh", "OpenAI Codex", "gpt-5.5"),
        ])
    func verdict(trailer: String, tool: String, model: String) {
        let verdict = Attributor().verdict(for: commit("S\n\n\(trailer)\n"))
        #expect(verdict.authorClass == .aiAssisted)
        #expect(verdict.tools == (tool.isEmpty ? [] : [tool]))
        #expect(verdict.models == (model.isEmpty ? [] : [model]))
    }

    @Test(
        "An unknown value of a known key is listed",
        arguments: [
            ("Assisted-by: AGENT_NAME:MODEL_VERSION", true), ("Assisted-by: Cluade", true),
            ("Assisted-by: Foo:bar", true),
            ("Assisted-by: Foo:bar-7", true), ("Assisted-by: Jeff King <peff@peff.net>", false),
            ("Assisted-by: Claude:opus-4.6", false), ("Reviewed-by: Cluade", false),
            ("Copilot-Session: new form", true), ("Model: T-800", false),
            ("Co-authored-by: Super AI <noreply@super.dev>", true), ("Co-authored-by: Bob <bob@x.net>", false),
        ])
    func unknown(trailer: String, isListed: Bool) {
        #expect(Attributor().verdict(for: commit("S\n\n\(trailer)\n")).unknownValues.isEmpty != isListed)
    }

    private func commit(_ message: String) -> CommitMarks {
        let person = Identity(name: "Ann", email: "ann@somewhere.net")
        return CommitMarks(author: person, committer: person, message: message)
    }
}

@Suite struct ModelNameTests {
    @Test(
        "A model's name has one form",
        arguments: [
            ("claude-opus-4-6", "claude-opus-4.6"), ("Claude Opus 4.6", "claude-opus-4.6"),
            ("Opus 4.7", "claude-opus-4.7"),
            ("claude-4.6-opus-high", "claude-opus-4.6"), ("claude-opus-4-5-20251101", "claude-opus-4.5"),
            ("Claude Opus 4.8 (1M context)", "claude-opus-4.8"), ("claude-3-5-sonnet-20241022", "claude-sonnet-3.5"),
            ("anthropic/claude-opus-4-5-20251101", "claude-opus-4.5"), ("claude-sonnet-4-6[1m]", "claude-sonnet-4.6"),
            ("Claude Sonnet", "claude-sonnet"), ("accounts/fireworks/models/kimi-k2p6", "kimi-k2.6"),
            ("Kimi 2.6", "kimi-k2.6"),
            ("Kimi K3", "kimi-k3"), ("GPT 5.6", "gpt-5.6"), ("gpt-5.2-codex", "gpt-5.2-codex"), ("gpt5", "gpt-5"),
            ("GPT-4o", "gpt-4o"), ("OpenHands-GPT-5", "gpt-5"), ("o4-mini", "o4-mini"),
            ("Gemini 2.5 Pro", "gemini-2.5-pro"),
            ("gemini-3-pro-preview", "gemini-3-pro"), ("GLM 4.6", "glm-4.6"), ("glm-4p7", "glm-4.7"),
            ("qwen3-coder", "qwen-3-coder"), ("deepseek-v3.2", "deepseek-v3.2"), ("my-own-model", "my-own-model"),
            ("gpt-5.5 xhigh", "gpt-5.5"), ("ChatGPT 5", "gpt-5"),
        ])
    func normalised(text: String, name: String) {
        #expect(ModelName.normalised(text) == name)
    }

    @Test(
        "Tools and people are no models",
        arguments: [
            "Claude", "Claude Code", "Gemini CLI", "gemini-code-assist[bot]", "Codex", "Ann Human", "Cursor Agent", "",
        ])
    func none(text: String) {
        #expect(ModelName.all(in: text).isEmpty)
    }

    @Test("All models of a text are found")
    func several() {
        #expect(
            ModelName.all(in: "Claude Opus 4.6, GPT-5.5 (Sonnet 4.6)") == [
                "claude-opus-4.6", "gpt-5.5", "claude-sonnet-4.6",
            ])
    }
}
