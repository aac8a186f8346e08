/// The value of an `Assisted-by` trailer, which people write in eight shapes.
package struct AssistedBy: Hashable, Sendable {
    package enum Shape: String, Sendable, CaseIterable {
        /// `Claude:claude-3-opus coccinelle sparse`, the Linux kernel's; the brackets around tools are optional.
        case kernel
        /// `Opus 4.6 via Claude Code`.
        case via
        /// `Claude, with model: claude-opus-4-6`.
        case withModel = "with_model"
        /// `Claude Opus 4.6, Claude Code`, in either order.
        case comma
        /// `Claude Code (claude-opus-4-6)`.
        case detail
        /// `Claude Opus 4.6 <noreply@anthropic.com>`.
        case address
        /// `Claude Opus 4.6`.
        case model
        /// `generic LLM chatbot`.
        case freeText = "free_text"
    }

    package var shape: Shape
    /// As written; empty if none is named.
    package var agent: String
    /// Normalised; empty if none is named.
    package var model: String
    /// Tools beside the agent that the kernel's form lists.
    package var tools: [String]

    package init(_ value: String) {
        var text = Self.trimmed(value.prefix(300))
        var hasAddress = false
        if let open = text.firstIndex(of: "<"), open != text.startIndex {
            hasAddress = text[open...].contains("@")
            if hasAddress { text = Self.trimmed(text[..<open]) }
        }
        if let range = text.firstRange(of: " via ") {
            self.init(.via, agent: text[range.upperBound...], model: text[..<range.lowerBound])
        } else if let range = text.firstRange(of: "with model:") {
            self.init(.withModel, agent: text[..<range.lowerBound], model: text[range.upperBound...])
        } else if let comma = text.firstIndex(of: ",") {
            let first = text[..<comma]
            let second = text[text.index(after: comma)...]
            // Whichever part names a model is the model; two models or none: model first, as the projects that use it do.
            let isSwapped = Self.modelOf(first).isEmpty && !Self.modelOf(second).isEmpty
            self.init(.comma, agent: isSwapped ? first : second, model: isSwapped ? second : first)
        } else if let colon = text.firstIndex(of: ":"), colon != text.startIndex,
            text[text.index(after: colon)...].first != "/"
        {
            let words = text[text.index(after: colon)...].split(separator: " ")
            self.init(.kernel, agent: text[..<colon], model: words.first ?? "")
            tools = words.dropFirst().map { word in String(word.drop { $0 == "[" }.prefix { $0 != "]" }) }
        } else if let open = text.firstIndex(of: "("), open != text.startIndex {
            let inner = text[text.index(after: open)...].prefix { $0 != ")" }
            let outer = text[..<open]
            if Self.modelOf(inner).isEmpty, !Self.modelOf(outer).isEmpty {
                self.init(.detail, agent: ToolName.known(String(inner)) == nil ? "" : inner, model: outer)
            } else {
                self.init(.detail, agent: outer, model: inner)
            }
        } else {
            let model = Self.modelOf(text[...])
            let isTool = ToolName.known(text) != nil
            self.init(
                hasAddress ? .address : model.isEmpty || isTool ? .freeText : .model,
                agent: isTool || model.isEmpty ? text[...] : (ToolName.leading(text) ?? "")[...],
                model: isTool ? "" : text[...])
        }
    }

    private init(_ shape: Shape, agent: Substring, model: Substring) {
        self.shape = shape
        self.agent = Self.trimmed(agent)
        self.model = Self.modelOf(model)
        self.tools = []
    }

    private static func modelOf(_ text: Substring) -> String {
        ModelName.all(in: String(text)).first ?? ""
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace || "`\"'*,".contains(first) { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace || "`\"'*,.".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
