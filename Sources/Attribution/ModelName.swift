/// Names of language models, brought to one form: `claude-opus-4.6`, `gpt-5.2-codex`, `kimi-k2.6`.
package enum ModelName {
    /// The models that a text names, each once, in order.
    ///
    /// The text is what follows a key or a tool's name, such as `Claude Opus 4.6 (1M context)`,
    /// `accounts/fireworks/models/kimi-k2p6` or `openhands-GPT-5`: it is read as words, a family word begins a model, and the
    /// versions and variants around it belong to it.
    package static func all(in text: String) -> [String] {
        let words = Self.words(text)
        var found: [String] = []
        var index = 0
        while index < words.count {
            if let (name, end) = model(words, at: index) {
                if !found.contains(name) { found.append(name) }
                index = max(end, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }

    /// The one form of a name that stands where a model is expected; as written, in lower case, if its family is unknown.
    package static func normalised(_ text: String) -> String? {
        if let known = all(in: text).first { return known }
        let plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
        let name = plain.split(separator: "/").last.map(String.init) ?? ""
        guard !name.isEmpty, name.utf8.count <= 60,
            !["unknown", "none", "default", "auto", "n-a", "a", "<synthetic>"].contains(name)
        else {
            return nil
        }
        return name
    }

    /// Families and the words that may belong to a member's name.
    private static let families: [String: Set<String>] = [
        "gpt": ["codex", "mini", "nano", "max", "pro", "turbo", "oss", "chat", "spark"],
        "chatgpt": ["mini", "nano", "pro"],
        "gemini": ["pro", "flash", "lite", "ultra", "nano", "deep", "think"],
        "gemma": ["it"],
        "kimi": ["code", "dev"],
        "glm": ["air", "flash", "turbo", "plus", "v"],
        "qwen": ["coder", "max", "plus", "turbo", "next", "flash"],
        "deepseek": ["coder", "chat", "reasoner", "flash", "pro", "terminus"],
        "grok": ["code", "fast", "mini", "build"],
        "minimax": ["lightning"],
        "mistral": ["large", "medium", "small", "nemo"],
        "devstral": ["small", "medium", "large"],
        "codestral": [],
        "llama": ["scout", "maverick"],
        "mimo": ["flash", "pro"],
        "composer": ["fast"],
    ]
    private static let claudes: Set<String> = ["opus", "sonnet", "haiku", "fable", "mythos", "instant"]

    private struct Word {
        let text: String
        /// Whether something other than a blank, a dash, an underscore or a colon stands before it.
        let isApart: Bool
    }

    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var current = ""
        var isApart = true
        var nextIsApart = true
        func endWord() {
            if !current.isEmpty { words.append(Word(text: trimmed(current), isApart: isApart)) }
            current = ""
        }
        for scalar in text.unicodeScalars.prefix(400) {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "." {
                if current.isEmpty {
                    isApart = nextIsApart
                    nextIsApart = false
                }
                current.unicodeScalars.append(scalar)
            } else {
                endWord()
                if !" -_:".unicodeScalars.contains(scalar) { nextIsApart = true }
            }
        }
        endWord()
        return words.filter { !$0.text.isEmpty }
    }

    private static func trimmed(_ word: String) -> String {
        var word = word.lowercased()[...]
        while word.last == "." { word = word.dropLast() }
        while word.first == "." { word = word.dropFirst() }
        return String(word)
    }

    private static func model(_ words: [Word], at index: Int) -> (name: String, end: Int)? {
        let word = words[index].text
        if word == "claude" || claudes.contains(word) { return claude(words, at: index) }
        if let name = reasoning(words, at: index) { return name }
        // "gpt5", "qwen3" and "glm4.6" hold the version in the word.
        let letters = word.prefix { $0.isLetter }
        guard let variants = families[String(letters)] else { return nil }
        let family = letters == "chatgpt" ? "gpt" : String(letters)
        var versions: [String] = []
        var suffixes: [String] = []
        let glued = String(word.dropFirst(letters.count))
        if !glued.isEmpty {
            guard let version = version(glued, family: family) else { return nil }
            versions.append(version)
        }
        var end = index + 1
        while end < words.count, !words[end].isApart {
            let next = words[end].text
            if let version = version(next, family: family), suffixes.isEmpty {
                if versions.isEmpty {
                    versions.append(version)
                } else if versions.count == 1, isNumber(version), isShortNumber(versions[0]) {
                    versions[0] += "." + version
                } else {
                    break
                }
            } else if variants.contains(next) {
                suffixes.append(next)
            } else if isDate(next) || isEffort(next) || next == "preview" || next == "latest" || next == "exp" {
                if isDate(next) || isEffort(next) { end += 1; break }
            } else {
                break
            }
            end += 1
        }
        // A family alone is a vendor's name, or a tool's: "Gemini CLI".
        guard !versions.isEmpty else { return nil }
        if family == "kimi", let first = versions.first, isShortNumber(String(first.prefix(1))) {
            versions[0] = "k" + first
        }
        return (([family] + versions + suffixes).joined(separator: "-"), end)
    }

    /// Versions may stand before or after the variant: `claude-3-5-sonnet`, `Claude Opus 4.6`, `claude-4.6-opus-high`.
    private static func claude(_ words: [Word], at index: Int) -> (name: String, end: Int)? {
        var variant: String?
        var numbers: [String] = []
        var end = index
        while end < words.count, end == index || !words[end].isApart {
            let word = words[end].text
            if claudes.contains(word) {
                guard variant == nil else { break }
                variant = word
            } else if word == "claude" || word == "code" || word == "v" {
                guard end == index || (word == "code" && variant == nil && numbers.isEmpty) else { break }
            } else if let version = version(word, family: "claude"), numbers.count < 2 {
                numbers.append(version)
            } else if !(isDate(word) || isEffort(word) || word == "latest" || word == "preview") {
                break
            }
            end += 1
        }
        guard let variant else { return nil }
        let version = numbers.joined(separator: ".")
        return (version.isEmpty ? "claude-\(variant)" : "claude-\(variant)-\(version)", end)
    }

    /// `o3`, `o4-mini`.
    private static func reasoning(_ words: [Word], at index: Int) -> (name: String, end: Int)? {
        guard ["o1", "o3", "o4"].contains(words[index].text) else { return nil }
        if index + 1 < words.count, !words[index + 1].isApart, ["mini", "pro"].contains(words[index + 1].text) {
            return ("\(words[index].text)-\(words[index + 1].text)", index + 2)
        }
        return (words[index].text, index + 1)
    }

    /// `4`, `4.6`, `v3.1`, `k2p6`, `4o`: a version with its letter, the `p` of some hosts turned into a dot.
    private static func version(_ word: String, family: String) -> String? {
        var body = word[...]
        var letter = ""
        if let first = body.first, first.isLetter {
            guard "vkmr".contains(first) else { return nil }
            if first != "v" || family == "deepseek" { letter = String(first) }
            body = body.dropFirst()
        }
        guard let first = body.first, first.isASCII, first.isNumber, body.utf8.count <= 5, !isDate(word) else {
            return nil
        }
        var result = ""
        for (offset, character) in body.enumerated() {
            if character.isASCII, character.isNumber || character == "." {
                result.append(character)
            } else if character == "p", offset > 0, offset < body.count - 1 {
                result.append(".")
            } else if character == "o", family == "gpt", offset == body.count - 1 {
                result.append("o")
            } else {
                return nil
            }
        }
        return letter + result
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
    private static func isShortNumber(_ text: String) -> Bool { text.utf8.count <= 2 && isNumber(text) }
    private static func isDate(_ text: String) -> Bool { text.utf8.count >= 6 && isNumber(text) }

    private static func isEffort(_ word: String) -> Bool {
        ["high", "xhigh", "medium", "low", "minimal", "thinking", "reasoning"].contains(word)
    }
}
