import Git
import Intent

/// Finds the commits that messages name as the origin of a defect.
struct DeclaredLinkReader {
    private let resolver: DeclarationResolver
    private let intents: [CommitIntent]

    init(history: History, subjects: [String], intents: [CommitIntent]) {
        resolver = DeclarationResolver(commits: zip(history.ids, subjects).map { (id: $0, subject: $1) })
        self.intents = intents
    }

    /// The inducers that a commit names, ascending; each with the surest of its declarations.
    func inducers(of commit: CommitPosition) -> [(inducer: CommitPosition, link: DeclaredLink)] {
        if intents[commit].declarations.isEmpty { return [] }
        var found: [CommitPosition: DeclaredLink] = [:]
        for declaration in intents[commit].declarations where declaration.kind.namesInducer {
            guard let inducer = resolve(declaration, from: commit) else { continue }
            if found[inducer].map({ $0.confidence >= declaration.confidence }) ?? false { continue }
            found[inducer] = DeclaredLink(declaration)
        }
        return found.sorted { $0.key < $1.key }.map { (inducer: $0.key, link: $0.value) }
    }

    /// The earlier commit that a declaration names; nil where there is none, or several.
    func resolve(_ declaration: Declaration, from commit: CommitPosition) -> CommitPosition? {
        guard case .commit(let position) = resolver.resolve(declaration.target, from: Int32(commit)) else { return nil }
        return CommitPosition(position)
    }
}

extension DeclaredLink {
    init(_ declaration: Declaration) {
        self.init(
            rule: declaration.rule, text: declaration.matchedText, confidence: declaration.confidence,
            isRevert: false)
    }
}
