/// A tool and a model that marks name together.
package struct ToolUse: Hashable, Comparable, Sendable {
    package let tool: String
    /// Normalised; `nil` where the tool is named alone.
    package let model: String?

    package init(tool: String, model: String? = nil) {
        self.tool = tool
        self.model = model
    }

    /// The uses that a commit's marks tell of, each once, sorted.
    ///
    /// A tool that one mark names with a model and another one alone was used with that model. A model named without a tool
    /// belongs to the commit's only tool, or to one unknown.
    static func all(in matches: [MarkMatch]) -> [ToolUse] {
        let tools = Set(matches.map(\.tool)).subtracting([""])
        var uses: Set<ToolUse> = []
        for match in matches {
            for model in match.models {
                let tool =
                    match.tool.isEmpty ? tools.count == 1 ? tools.first! : ToolName.unnamed(model: model) : match.tool
                uses.insert(ToolUse(tool: tool, model: model))
            }
        }
        let withModel = Set(uses.map(\.tool))
        for tool in tools where !withModel.contains(tool) { uses.insert(ToolUse(tool: tool)) }
        return uses.sorted()
    }

    package static func < (a: ToolUse, b: ToolUse) -> Bool { (a.tool, a.model ?? "") < (b.tool, b.model ?? "") }
}
