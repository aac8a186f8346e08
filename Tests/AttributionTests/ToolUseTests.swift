import Testing

@testable import Attribution

@Suite struct ToolUseTests {
    private static func match(_ tool: String, _ models: [String]) -> MarkMatch {
        MarkMatch(
            rule: "r", channel: .trailer, level: .assisted, tool: tool, vendor: "", models: models, text: "",
            confidence: .high)
    }

    @Test(
        "Tools and models are paired as the marks name them",
        arguments: [
            ([("A", ["m"]), ("A", [])], ["A m"]),
            ([("A", []), ("B", ["m"])], ["A", "B m"]),
            ([("A", []), ("", ["m"])], ["A m"]),
            (
                [("A", []), ("B", []), ("", ["claude-opus-4"])],
                ["A", "Anthropic model (tool unknown) claude-opus-4", "B"]
            ),
            ([("", ["gpt-5"])], ["OpenAI model (tool unknown) gpt-5"]),
            ([("A", ["m", "n"])], ["A m", "A n"]),
            ([("", [])], []),
            ([], []),
        ] as [([(String, [String])], [String])])
    func pairs(matches: [(String, [String])], uses: [String]) {
        let found = ToolUse.all(in: matches.map { Self.match($0.0, $0.1) })
        #expect(found.map { use in use.tool + (use.model.map { " " + $0 } ?? "") } == uses)
    }
}
