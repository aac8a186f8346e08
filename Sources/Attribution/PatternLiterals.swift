/// Literals of which every match of a regular expression holds at least one.
///
/// They decide, at the price of one pass over the text for all patterns together, which patterns are worth trying.
/// The reading errs to one side: what it does not understand yields no literals, and such a pattern is always tried.
struct PatternLiterals {
    /// Lower case; `nil` if nothing can be said.
    let required: Set<String>?

    init(pattern: String) {
        var parser = PatternParser(Array(pattern.unicodeScalars))
        required = parser.alternatives().flatMap { $0.isEmpty || $0.contains { $0.utf8.count < 2 } ? nil : $0 }
    }
}

private struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// The literals of `a|b|c` up to a closing parenthesis: those of all branches, if each has some.
    mutating func alternatives() -> Set<String>? {
        var union: Set<String>? = []
        while true {
            let branch = sequence()
            union = union.flatMap { known in branch.map { known.union($0) } }
            guard next == "|" else { break }
            position += 1
        }
        return union
    }

    /// The best literals of a sequence: those whose shortest member is longest.
    private mutating func sequence() -> Set<String>? {
        var best: Set<String>?
        var run = ""
        func shortest(_ set: Set<String>?) -> Int { set?.map(\.utf8.count).min() ?? 0 }
        func consider(_ set: Set<String>?) {
            if shortest(set) > shortest(best) { best = set }
        }
        func endRun() {
            if !run.isEmpty { consider([run]) }
            run = ""
        }
        while let scalar = next, scalar != "|", scalar != ")" {
            position += 1
            var literal: Unicode.Scalar?
            var group: Set<String>?
            switch scalar {
            case "\\": literal = escaped()
            case "[": skipClass()
            case "(": group = self.group()
            case "^", "$", ".": break
            default: literal = scalar
            }
            let least = quantifier()
            if let literal, least == nil || least! > 0 {
                run += String(literal).lowercased()
                if least != nil { endRun() }
            } else {
                endRun()
                if least == nil || least! > 0 { consider(group) }
            }
        }
        endRun()
        return best
    }

    /// The scalar that an escape stands for; `nil` for classes and assertions.
    private mutating func escaped() -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        position += 1
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            if scalar == "p" || scalar == "P", next == "{" {
                while let inner = next, inner != "}" {
                    position += 1
                    _ = inner
                }
                position += 1
            }
            return nil
        }
        return scalar
    }

    private mutating func skipClass() {
        if next == "^" { position += 1 }
        if next == "]" { position += 1 }
        while let scalar = next, scalar != "]" { position += scalar == "\\" ? 2 : 1 }
        position += 1
    }

    /// A group behind its opening parenthesis; what a look-around holds is not part of the match.
    private mutating func group() -> Set<String>? {
        var counts = true
        if next == "?" {
            position += 1
            if next == ":" {
                position += 1
            } else if next == "<", position + 1 < scalars.count, scalars[position + 1] != "=",
                scalars[position + 1] != "!"
            {
                while let scalar = next, scalar != ">" {
                    position += 1
                    _ = scalar
                }
                position += 1
            } else {
                counts = false
                while let scalar = next, scalar.properties.isAlphabetic || "<=!-".unicodeScalars.contains(scalar) {
                    position += 1
                }
            }
        }
        let inner = alternatives()
        if next == ")" { position += 1 }
        return counts ? inner : nil
    }

    /// The least number of repetitions that a quantifier asks for; `nil` without a quantifier.
    private mutating func quantifier() -> Int? {
        var least: Int?
        switch next {
        case "*", "?":
            least = 0
            position += 1
        case "+":
            least = 1
            position += 1
        case "{":
            var digits = ""
            position += 1
            while let scalar = next, scalar != "}", scalar != "," {
                digits.unicodeScalars.append(scalar)
                position += 1
            }
            while let scalar = next, scalar != "}" {
                position += 1
                _ = scalar
            }
            position += 1
            least = Int(digits) ?? 0
        default: return nil
        }
        if next == "?" || next == "+" { position += 1 }
        return least
    }
}
