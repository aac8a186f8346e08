/// How well a text can be cut before a line: git's indent heuristic (Michael Haggerty, 2016), by which a run of added lines that could
/// stand at several places goes where a reader would put it.
struct SplitScore {
    private var indent = 0
    private var penalty = 0

    /// Blank lines beyond this number are not looked at.
    private static let mostBlanks = 20

    /// Adds the score of a cut before a line.
    mutating func add(before line: Int, in lines: inout LineTable) {
        let isEnd = lines.line(line) == nil
        let own = isEnd ? nil : lines.indent(line)
        let (blanksBefore, before) = Self.neighbour(of: line, step: -1, in: &lines)
        let (blanksBeyond, after) = Self.neighbour(of: line, step: 1, in: &lines)
        if before == nil && blanksBefore == 0 { penalty += 1 }
        if isEnd { penalty += 21 }
        let blanksAfter = own == nil ? 1 + blanksBeyond : 0
        let blanks = blanksBefore + blanksAfter
        penalty += -30 * blanks + 6 * blanksAfter
        let effective = own ?? after
        indent += effective ?? -1
        guard let effective, let before, effective != before else { return }
        let hasBlanks = blanks != 0
        if effective > before {
            penalty += hasBlanks ? 10 : -4
        } else if let after, after > effective {
            penalty += hasBlanks ? 17 : 24
        } else {
            penalty += hasBlanks ? 17 : 23
        }
    }

    /// Whether this place is at least as good as another.
    func isAtLeastAsGood(as other: SplitScore) -> Bool {
        60 * (indent - other.indent).signum() + (penalty - other.penalty) <= 0
    }

    /// The number of blank lines next to a line, and the indent of the first line after them: nil if there is none.
    private static func neighbour(of line: Int, step: Int, in lines: inout LineTable) -> (blanks: Int, indent: Int?) {
        var blanks = 0
        var number = line + step
        while lines.line(number) != nil {
            if let indent = lines.indent(number) { return (blanks, indent) }
            blanks += 1
            if blanks == mostBlanks { return (blanks, 0) }
            number += step
        }
        return (blanks, nil)
    }
}
