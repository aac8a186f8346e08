import Gates
import Git
import Metrics

/// gates.junit.xml: gates as test cases, in the form of JUnit's reports that build servers read.
///
/// A gate that fails is a failure, one without an answer is skipped, and one that must answer and cannot is an error.
struct JUnitReport {
    private let gates: GateReport
    private let facts: AuditFacts

    init(_ gates: GateReport, _ facts: AuditFacts) {
        self.gates = gates
        self.facts = facts
    }

    var text: String {
        let failures = gates.count(.fail)
        let errors = gates.results.count(where: \.isUnanswered)
        let skipped = gates.count(.insufficient) - errors
        let counts = "tests=\"\(gates.results.count)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"0\""
        let name = facts.repository + (gates.range.map { " " + $0.text } ?? "")
        let moment = UTCTime(seconds: facts.dataHorizon).text.replacing(" ", with: "T")
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"andon\" \(counts)>",
            "  <testsuite name=\(Self.quoted(name)) \(counts) skipped=\"\(skipped)\" timestamp=\"\(moment)\""
                + " hostname=\"localhost\">",
            "    <properties>", "      <property name=\"action\" value=\"\(gates.action.rawValue)\"/>",
            "    </properties>",
        ]
        for result in gates.results { lines += testCase(result) }
        lines += ["  </testsuite>", "</testsuites>"]
        return lines.map { $0 + "\n" }.joined()
    }

    private func testCase(_ result: GateResult) -> [String] {
        let sentence = Self.quoted(GateWords(result, facts).sentence)
        let head = "    <testcase classname=\"andon.gates\" name=\(Self.quoted(result.name)) time=\"0\""
        let inner: String
        switch result.status {
        case .pass: return [head + "/>"]
        case .fail: inner = "<failure message=\(sentence) type=\"\(result.action.rawValue)\"/>"
        case .insufficient where result.isRequired: inner = "<error message=\(sentence) type=\"insufficient\"/>"
        case .insufficient: inner = "<skipped message=\(sentence)/>"
        }
        return [head + ">", "      " + inner, "    </testcase>"]
    }

    /// An attribute's value with its quotes; what XML 1.0 has no place for becomes the replacement character.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FFFE}",
                "\u{FFFF}":
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
