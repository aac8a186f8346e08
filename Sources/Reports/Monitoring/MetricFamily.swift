/// A metric in Prometheus' text format, with its samples.
///
/// Names and labels are few and bounded: repositories, classes, figures and gates, never commits, paths or people.
struct MetricFamily {
    struct Sample {
        let labels: [(String, String)]
        let value: Double
    }

    /// Without the common beginning.
    let name: String
    let help: String
    private(set) var samples: [Sample] = []

    init(_ name: String, _ help: String) {
        self.name = name
        self.help = help
    }

    /// Adds a sample; a missing value is none.
    mutating func add(_ value: Double?, _ labels: (String, String)...) { add(value, labels) }

    /// Adds a sample; a missing value is none.
    mutating func add(_ value: Double?, _ labels: [(String, String)]) {
        if let value { samples.append(Sample(labels: labels, value: value)) }
    }

    /// Adds another's samples behind these.
    mutating func add(_ other: MetricFamily) { samples += other.samples }

    /// One sample for each state, 1 for the one that holds.
    mutating func add(_ state: String, of states: [String], label: String, _ labels: (String, String)...) {
        for other in states {
            samples.append(Sample(labels: labels + [(label, other)], value: other == state ? 1 : 0))
        }
    }

    /// Empty without samples.
    var text: String {
        guard !samples.isEmpty else { return "" }
        var text = "# HELP andon_\(name) \(help)\n# TYPE andon_\(name) gauge\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
            text += "andon_\(name){\(labels)} \(CSVText.number(sample.value))\n"
        }
        return text
    }

    /// A label's value: the three signs that the format escapes, and no control characters, for the file is read by people too.
    static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
