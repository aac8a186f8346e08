/// Names of AI coding tools as people write them, brought to the table's form.
package enum ToolName {
    /// The table's name of a tool; `nil` if the text names none that is known.
    package static func known(_ text: String) -> String? {
        var key = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        if let name = names[key] { return name }
        for suffix in [" agent", " cli", " ai", " bot", " assistant"] where key.hasSuffix(suffix) {
            key.removeLast(suffix.count)
            if let name = names[key] { return name }
        }
        return nil
    }

    /// The tool of which a name speaks at its beginning or in parentheses: `Cline`, `Kimi 2.6 (Devin Agent)`.
    ///
    /// "Claude Opus 4.6" speaks of a model and of no tool.
    static func leading(_ name: String) -> String? {
        if let whole = known(name) { return whole }
        if let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") {
            if let inner = known(String(name[name.index(after: open)..<close])) { return inner }
            if let outer = known(String(name[..<open])) { return outer }
        }
        let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        for count in [3, 2, 1] where words.count > count {
            if count == 1, words[0].lowercased() == "claude" { return nil }
            if let tool = known(words.prefix(count).joined(separator: " ")) { return tool }
        }
        return nil
    }

    /// What stands for the tool where only a model is named.
    static func unnamed(model: String) -> String {
        let vendors = [
            "claude": "Anthropic", "gpt": "OpenAI", "o1": "OpenAI", "o3": "OpenAI", "o4": "OpenAI", "gemini": "Google",
            "gemma": "Google", "kimi": "Moonshot", "glm": "Z.ai", "qwen": "Alibaba", "deepseek": "DeepSeek",
            "grok": "xAI",
            "minimax": "MiniMax", "mistral": "Mistral", "devstral": "Mistral", "codestral": "Mistral", "llama": "Meta",
            "mimo": "Xiaomi",
        ]
        let family = model.prefix { $0.isLetter || $0.isNumber }
        let letters = family.prefix { $0.isLetter }
        guard let vendor = vendors[String(family)] ?? vendors[String(letters)] else { return "" }
        return "\(vendor) model (tool unknown)"
    }

    private static let names: [String: String] = [
        "claude": "Claude Code", "claude code": "Claude Code", "claude code cli": "Claude Code",
        "codex": "OpenAI Codex",
        "openai codex": "OpenAI Codex", "chatgpt": "ChatGPT", "chat gpt": "ChatGPT", "copilot": "GitHub Copilot",
        "github copilot": "GitHub Copilot", "microsoft copilot": "GitHub Copilot", "cursor": "Cursor", "aider": "Aider",
        "cline": "Cline", "windsurf": "Windsurf / Cascade", "cascade": "Windsurf / Cascade", "gemini cli": "Gemini CLI",
        "google gemini cli": "Gemini CLI", "jules": "Jules", "google jules": "Jules",
        "antigravity": "Google Antigravity",
        "google antigravity": "Google Antigravity", "devin": "Devin", "opencode": "opencode", "open code": "opencode",
        "crush": "Crush", "amp": "Amp", "goose": "Goose", "kiro": "Kiro", "junie": "Junie", "droid": "Factory Droid",
        "factory droid": "Factory Droid", "kilo": "Kilo Code", "kilo code": "Kilo Code", "roo": "Roo Code",
        "roo code": "Roo Code", "roocode": "Roo Code", "continue": "Continue", "zed": "Zed AI", "warp": "Warp (Oz)",
        "oz": "Warp (Oz)", "augment": "Augment / Auggie", "auggie": "Augment / Auggie",
        "augment code": "Augment / Auggie",
        "amazon q": "Amazon Q Developer", "amazon q developer": "Amazon Q Developer", "openhands": "OpenHands",
        "pi": "Pi", "openclaw": "OpenClaw family", "hermes": "Hermes Agent", "qwen code": "Qwen Code",
        "kimi code": "Kimi Code", "sashiko": "Sashiko", "kres": "kres", "github copilot cli": "GitHub Copilot CLI",
        "copilot cli": "GitHub Copilot CLI", "mayor": "Gas Town / Gas City", "firebender": "Firebender",
        "continue cli": "Continue", "mistral vibe": "Mistral Vibe", "tabnine": "Tabnine", "trae": "TRAE",
    ]
}
