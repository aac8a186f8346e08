/// Changed lines of one path, added and removed ones together, by kind. Blank lines, and such that differ in white space only, count
/// nowhere.
package struct PathChange: Hashable, Sendable {
    package let kind: PathKind
    package let code: Int
    package let comment: Int

    package init(kind: PathKind, code: Int, comment: Int) {
        self.kind = kind
        self.code = code
        self.comment = comment
    }
}

/// Whether a commit's change can be a repair of what ships, by the paths and the kinds of lines that it touches
/// (METRICS §5).
package struct FixShape: Hashable, Sendable {
    package enum Verdict: String, Sendable, CaseIterable {
        /// Code that ships, or the build of it.
        case production
        case onlyTests = "only_tests"
        case onlyDocumentation = "only_documentation"
        /// Production files, but comments and blank lines only.
        case onlyComments = "only_comments"
        case onlyConfiguration = "only_configuration"
        case onlyExcluded = "only_excluded"
        /// Several of these kinds, and no production code.
        case onlySupport = "only_support"
        /// No line changed but for white space, or no file at all.
        case nothing
    }

    package let verdict: Verdict
    /// Changed lines of production and build files, without comments.
    package let codeLines: Int
    /// Changed comment lines of the same.
    package let commentLines: Int

    /// Whether a fix may have this shape.
    package var touchesProduction: Bool { verdict == .production }

    /// Sorts a commit's changed paths. Linear.
    package init(_ changes: [PathChange]) {
        var (code, comments) = (0, 0)
        var kinds = KindSet()
        for change in changes {
            switch change.kind {
            case .production, .build:
                code += change.code
                comments += change.comment
                if change.code > 0 {
                    kinds.insert(.production)
                } else if change.comment > 0 {
                    kinds.insert(.onlyComments)
                }
            case .test: if change.hasLines { kinds.insert(.onlyTests) }
            case .documentation: if change.hasLines { kinds.insert(.onlyDocumentation) }
            case .configuration: if change.hasLines { kinds.insert(.onlyConfiguration) }
            case .excluded: kinds.insert(.onlyExcluded)
            }
        }
        verdict = kinds.verdict
        codeLines = code
        commentLines = comments
    }

    /// One sentence that says why the shape is what it is.
    package var reason: String {
        switch verdict {
        case .production:
            "changes \(codeLines) lines of production code"
        case .onlyTests: "changes tests only"
        case .onlyDocumentation: "changes documentation only"
        case .onlyComments: "changes comments only (\(commentLines) lines)"
        case .onlyConfiguration: "changes configuration only"
        case .onlyExcluded: "changes excluded files only"
        case .onlySupport: "changes tests, documentation, comments, configuration or excluded files only"
        case .nothing: "changes no line but for white space"
        }
    }
}

extension PathChange {
    fileprivate var hasLines: Bool { code > 0 || comment > 0 }
}

/// What a commit touches, each once.
private struct KindSet {
    private var first: FixShape.Verdict?
    private var hasProduction = false
    private var hasSeveral = false

    mutating func insert(_ kind: FixShape.Verdict) {
        hasProduction = hasProduction || kind == .production
        hasSeveral = hasSeveral || first.map { $0 != kind } ?? false
        if first == nil { first = kind }
    }

    var verdict: FixShape.Verdict { hasProduction ? .production : hasSeveral ? .onlySupport : first ?? .nothing }
}
