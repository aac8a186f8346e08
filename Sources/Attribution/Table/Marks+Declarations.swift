/// Statements that no AI tool took part. Only these, and notes that name a person, make a commit *declared* human.
extension MarkTable {
    static let declarations: [Mark] =
        [
            "AI-assisted-by", "AI-Assisted", "AI-Generated", "AI-Generated-by", "AI-Authored-by", "AI-assistant",
            "AI-Tool",
            "AI-Model", "AI-Agent", "AI-Contribution", "AI-Agent-Mode", "Assistant-model", "Assistant-contribution",
            "LLM-assisted-by", "LLM-Model", "X-AI-Tool", "Assisted-by", "Generated-by", "Co-authored-by-AI",
        ].flatMap { key in
            marks(
                "declared-human", tool: "", vendor: "",
                .trailer(
                    key, #"(?i)^(?:no|none|nil|false|off|0 ?%?|n/?a|human|nobody)(?:$|[ .,;(])"#, .human,
                    rank: .account,
                    evidence: [.measured], example: "none"))
        }
        + marks(
            "declared-human", tool: "", vendor: "",
            .line(
                "sentence",
                #"(?i)^\W*(?:no (?:AI|LLM)s?(?: tools?| assistance)? (?:was|were) used\b|(?:this (?:commit|patch|change|pr) (?:was|is) )?(?:not|written without) (?:AI|LLM)[- ](?:assisted|generated|assistance)\b)"#,
                .human, evidence: [.convention], example: "No AI was used for this change."))
}
