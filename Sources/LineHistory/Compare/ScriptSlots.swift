import Git

/// All that an edit script depends on, besides the limit for a file's size.
struct ScriptKey: Equatable, Sendable {
    let old: TreeEntry?
    let new: TreeEntry?
    /// ``CommentSyntax/number``.
    let syntax: UInt8
    let purpose: ScriptPurpose

    /// A number that different keys hardly ever share; a change and its revert are different ones.
    var digest: UInt64 {
        let sides = Checksum.mixed(Checksum.mixed(0, old?.digest ?? 0), new?.digest ?? 1)
        return Checksum.mixed(sides, UInt64(syntax) << 8 | UInt64(purpose.rawValue))
    }
}

/// Which scripts a plan asks for: one for each edge of a version, one for a version without edges.
struct ScriptSlots: Sendable {
    let plan: HistoryPlan
    private let ignored: Set<UInt32>
    /// By path number.
    private let syntaxes: [(syntax: CommentSyntax, number: UInt8)]

    /// - Parameter ignored: positions of commits whose changes are looked through.
    init(plan: HistoryPlan, ignored: Set<UInt32>) {
        self.plan = plan
        self.ignored = ignored
        syntaxes = (0..<UInt32(plan.paths.count)).map {
            let syntax = CommentSyntax.of(path: plan.paths[$0][...])
            return (syntax, syntax.number)
        }
    }

    /// The versions of each path together, newest first: so are their contents compared, and their scripts kept.
    ///
    /// - Parameter versions: ascending.
    func byPath(_ versions: [VersionNumber]) -> [VersionNumber] {
        var starts = [Int](repeating: 0, count: plan.paths.count)
        for version in versions { starts[Int(plan.versions[Int(version)].path)] += 1 }
        var end = 0
        for path in starts.indices {
            end += starts[path]
            starts[path] = end
        }
        var order = [VersionNumber](repeating: 0, count: versions.count)
        for version in versions {
            let path = Int(plan.versions[Int(version)].path)
            starts[path] -= 1
            order[starts[path]] = version
        }
        return order
    }

    func syntax(of version: VersionNumber) -> CommentSyntax {
        syntaxes[Int(plan.versions[Int(version)].path)].syntax
    }

    /// Calls `body` for each script of a version, in the order of its edges.
    func eachKey(of number: VersionNumber, _ body: (ScriptKey) -> Void) {
        let version = plan.versions[Int(number)]
        let syntax = syntaxes[Int(version.path)].number
        let looksThrough = !ignored.isEmpty && ignored.contains(version.commit)
        let edges = plan.edges(of: number)
        for index in 0..<plan.scriptCount(of: number) {
            let old = edges.isEmpty ? nil : plan.versions[Int(plan.edges[edges.lowerBound + index].old)].entry
            let purpose: ScriptPurpose = index > 0 ? .hunks : looksThrough ? .continuedLines : .lines
            body(ScriptKey(old: old, new: version.entry, syntax: syntax, purpose: purpose))
        }
    }
}
