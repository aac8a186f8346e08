/// Tells by its subject whether a commit raises what the project depends on: `fix(deps): update module x to v2`,
/// `Bump x from 1.2 to 1.3`.
///
/// A tool may file it under any type, and its body quotes release notes full of fixes: those are another project's.
enum DependencyUpdate {
    /// A verb of raising at the sentence's beginning, and a dependency before it, or a version or the word behind it.
    static func matches(_ text: MessageText, _ form: SubjectForm) -> Bool {
        let subject = text.subjectTokens
        guard form.head < subject.upperBound, verbs.contains(text.tokens[form.head].hash) else { return false }
        if text.tokens[subject.lowerBound..<form.head].contains(where: { areas.contains($0.hash) }) { return true }
        let words = sentence(text, form.head..<subject.upperBound)
        return endsInDependencies(words) || namesVersion(text, words)
    }

    /// The words of the sentence, without a pull request's number at its end.
    private static func sentence(_ text: MessageText, _ range: Range<Int>) -> [Token] {
        var words = text.tokens[range].filter { $0.kind != .mark || $0.mark == UInt8(ascii: "#") }
        if words.count > 2, words[words.count - 2].mark == UInt8(ascii: "#") { words.removeLast(2) }
        return words.filter { $0.kind != .mark }
    }

    private static func endsInDependencies(_ words: [Token]) -> Bool {
        words.count <= 12 && words.last.map { objects.contains($0.hash) } ?? false
    }

    /// `… to v2`, `… to 1.3`: a number alone may be a limit or a time.
    private static func namesVersion(_ text: MessageText, _ words: [Token]) -> Bool {
        zip(words, words.dropFirst()).contains { word, next in
            word.hash == to && isVersion(text.bytes[next.range], isDotted: next.kind == .code)
        }
    }

    private static func isVersion(_ word: ArraySlice<UInt8>, isDotted: Bool) -> Bool {
        let isMarked = word.first.map(lowered) == UInt8(ascii: "v")
        let digits = isMarked ? word.dropFirst() : word
        return (isMarked || isDotted) && digits.first.map { (48...57).contains($0) } ?? false
    }

    private static let to = Token.hash("to".utf8)
    private static let verbs = Token.hashes(
        """
        bump bumps bumped bumping update updates updated updating upgrade upgrades upgraded upgrading pin pins pinned
        roll rolls downgrade lock
        """)
    private static let areas = Token.hashes("deps dep dependencies dependency depsdev renovate dependabot")
    private static let objects = Token.hashes("dependencies deps lockfile lockfiles updates submodules")
}
