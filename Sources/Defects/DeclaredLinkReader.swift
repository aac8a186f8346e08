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
        // Rarely more than one or two.
        var found: [(inducer: CommitPosition, link: DeclaredLink)] = []
        for declaration in intents[commit].declarations where declaration.kind.namesInducer {
            guard let inducer = resolve(declaration, from: commit) else { continue }
            if let index = found.firstIndex(where: { $0.inducer == inducer }) {
                if found[index].link.confidence < declaration.confidence {
                    found[index].link = DeclaredLink(declaration)
                }
            } else {
                found.append((inducer, DeclaredLink(declaration)))
            }
        }
        if found.count > 1 { found.sort { $0.inducer < $1.inducer } }
        return found
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
