/// How well `is_fix` agrees with labels that people gave.
struct FixScore {
    private var agreed = 0
    private var foundOnly = 0
    private var labelledOnly = 0
    private var neither = 0
    private var unlabelled = 0

    private static let yes: Set<String> = ["1", "true", "yes", "y", "fix", "corrective"]
    private static let no: Set<String> = ["0", "false", "no", "n"]

    /// - Parameter label: what a person says; empty where nobody said anything.
    mutating func add(_ isFix: Bool, label: String, place: String) throws(UsageError) {
        let label = label.lowercased()
        guard !label.isEmpty else {
            unlabelled += 1
            return
        }
        guard Self.yes.contains(label) || Self.no.contains(label) else {
            throw UsageError(
                description: "\(place): the label `\(label.prefix(40))` is none of 1, 0, true, false, yes, no")
        }
        switch (isFix, Self.yes.contains(label)) {
        case (true, true): agreed += 1
        case (true, false): foundOnly += 1
        case (false, true): labelledOnly += 1
        case (false, false): neither += 1
        }
    }

    /// Four lines: rows, precision, recall, F1.
    var text: String {
        let (found, labelled) = (agreed + foundOnly, agreed + labelledOnly)
        let missing = unlabelled > 0 ? ", \(unlabelled) without a label" : ""
        return """
            is_fix against labels: \(agreed + foundOnly + labelledOnly + neither) rows\(missing)
            precision \(Self.share(agreed, found)) (\(agreed) of \(found) found)
            recall    \(Self.share(agreed, labelled)) (\(agreed) of \(labelled) labelled)
            F1        \(Self.share(2 * agreed, found + labelled))

            """
    }

    /// Four decimals; a dash where there is nothing to divide by.
    private static func share(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let scaled = (part * 10_000 * 2 + whole) / (whole * 2)
        let decimals = String(scaled % 10_000)
        return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - decimals.count) + decimals
    }
}
