import Attribution
import Defects
import Git
import Intent
import LineHistory
import Metrics

/// Reads one repository: a commit's way through the program.
package enum RepositoryScan {
    /// Walks the history, attributes every commit, follows every line, and keeps the facts.
    ///
    /// - Parameters:
    ///   - name: under which the repository is reported.
    ///   - path: a work tree or a folder in it, a bare repository, or a linked worktree.
    ///   - state: what earlier scans kept; the facts are the same with and without.
    /// - Throws: ``GitError``, or a state's error.
    package static func run(
        name: String, path: String, options: ScanOptions, state: ScanState? = nil,
        progress: @escaping @Sendable (StageProgress) -> Void = { _ in }
    ) throws -> AuditFacts {
        var repository = try Repository(path: path)
        try requireWholeHistory(of: repository, path: path, options: options)
        let tip = try repository.commit(options.revision)
        var warnings = try standingWarnings(of: repository)
        let notes = try Notes(of: repository, marks: options.marks)
        let marks = MarkIndex(options.marks)
        var kept = try state?.commits()
        var (history, commits) = try read(from: tip, in: repository, marks, notes, options, &kept)
        let ignored = try IgnoredRevisions(history, repository: repository, lists: options.ignoredRevisionLists)
        var lineOptions = LineHistory.Options()
        lineOptions.jobs = options.jobs
        lineOptions.sizeLimit = options.sizeLimit
        lineOptions.ignoredRevisions = ignored.positions
        lineOptions.pathspec = options.pathspec
        lineOptions.memory = state?.lines()
        let earlier = try state?.earlierResults()
        let labels = Labels(options.labels, history: history)
        lineOptions.surrounded = fixes(commits, labels, from: earlier?.sameCount(as: history) ?? 0)
        let gitDirectory = repository.gitDirectory
        // As long as any handle is open, libgit2 keeps all packs that were read in memory.
        notes.close()
        _ = consume repository
        let lines = try LineHistory.follow(
            history, repositoryPath: gitDirectory, options: lineOptions, progress: progress)
        repository = try Repository(path: gitDirectory)
        if !options.allowsIncomplete { try requireSoundContents(of: lines) }
        try VerdictCompletion(history: history, lines: lines, notes: notes, marks: marks)
            .complete(&commits, in: repository)
        let provenance = Provenance(signs: try SuppressionSign.all(at: lines, in: repository), notes: notes.sources)
        let mailmap = try mailmap(at: history, in: repository)
        let pathKinds = PathKinds(lines.paths, kept: earlier?.pathKinds ?? .none)
        let exclusions = try Exclusions(lines, kinds: pathKinds.kinds, repository: repository).byPath
        _ = consume repository
        warnings += labels.warnings + notes.warnings + ignored.warnings + historyWarnings(history, lines)
        let facts = AuditFacts(
            repository: name, history: history, commits: commits,
            authors: mailmap.resolve(count: commits.count) { commits[$0].author }, mailmap: mailmap, lines: lines,
            now: options.now, warnings: warnings, provenance: provenance,
            pathKinds: pathKinds, exclusions: exclusions, labels: labels.byCommit, linkVariant: options.linkVariant,
            earlier: earlier, ignoredRevisions: ignored.positions, jobs: options.jobs)
        if let state, let kept, let memory = lineOptions.memory {
            try state.finish(facts, ignored: ignored.positions, kept, memory)
        }
        return facts
    }

    /// Commits from a position on that may count as fixes, whatever they touch.
    private static func fixes(_ commits: [CommitFacts], _ labels: Labels, from first: Int) -> Set<UInt32> {
        Set(
            (first..<max(first, commits.count)).lazy.filter {
                Fix.mayCount(verdict: commits[$0].intent.fix, label: labels.byCommit[$0]?.fix)
            }.map(UInt32.init))
    }

    /// Who is who, by the mailmap of the analysed revision. Marks are read before; merging people erases none.
    private static func mailmap(
        at history: History, in repository: borrowing Repository
    ) throws(GitError) -> Mailmap {
        let text = try repository.file(at: ".mailmap", in: history.trees[history.tip], sizeLimit: 4 << 20)
        return Mailmap(text: text ?? [])
    }

    /// A commit that an earlier scan kept is not read again, unless notes speak of it or parts of the history may be missing.
    private static func read(
        from tip: ObjectID, in repository: borrowing Repository, _ marks: MarkIndex, _ notes: Notes,
        _ options: ScanOptions, _ kept: inout KeptCommits?
    ) throws -> (history: History, facts: [CommitFacts]) {
        var commits = kept.take()
        let expected = commits?.count ?? 0
        var facts = DiscoveredFacts(marks: marks, jobs: options.jobs, expected: expected) { commit, facts in
            try commits?.add(commit, facts, isLasting: !notes.haveText(about: commit.id))
        }
        let (history, order) = try History.read(
            from: tip, in: repository, expected: expected, allowsMissing: options.allowsIncomplete,
            known: { id in
                options.allowsIncomplete || notes.haveText(about: id)
                    ? nil : commits?.known(id) { facts.add($0) }
            },
            read: { try facts.add($0, notes: notes.texts(about: $0.id)) })
        let ordered = try facts.inOrder(order)
        try commits?.close()
        kept = commits
        return (history, ordered)
    }

    private static func requireWholeHistory(
        of repository: borrowing Repository, path: String, options: ScanOptions
    ) throws(GitError) {
        if options.allowsIncomplete { return }
        if repository.isShallow { throw .shallow(path: path) }
        if try repository.isPartial() { throw .partial(path: path) }
    }

    /// A file that is missing from a stored snapshot is skipped and named; one that is damaged says that more may be.
    private static func requireSoundContents(of lines: LineHistory) throws(GitError) {
        for (_, error) in lines.unreadable {
            if case .corruptObject = error { throw error }
        }
    }

    private static func standingWarnings(of repository: borrowing Repository) throws(GitError) -> [AuditWarning] {
        guard try repository.hasReplacements() else { return [] }
        return [
            AuditWarning(
                kind: .replacements, subject: "refs/replace",
                reason: "the repository replaces objects; the originals are analysed, as with git --no-replace-objects")
        ]
    }

    private static func historyWarnings(_ history: History, _ lines: LineHistory) -> [AuditWarning] {
        var warnings: [AuditWarning] = []
        for id in history.missingParents {
            warnings.append(
                AuditWarning(
                    kind: .missingParent, subject: id.hex,
                    reason: "the commit is not in the clone; what it holds counts as written by its children"))
        }
        for id in history.missingTrees {
            warnings.append(
                AuditWarning(
                    kind: .missingTree, subject: id.hex,
                    reason: "the tree is not in the clone; what its commit changed counts as changed by its children"))
        }
        for (id, error) in lines.unreadable {
            warnings.append(AuditWarning(kind: .unreadableObject, subject: id.hex, reason: error.description))
        }
        for (id, bytes) in lines.tooLarge {
            warnings.append(
                AuditWarning(
                    kind: .tooLarge, subject: id.hex, reason: "the file's lines are not followed", amount: bytes))
        }
        for commit in lines.limitedRenames {
            warnings.append(
                AuditWarning(
                    kind: .renamesLimited, subject: history.ids[Int(commit)].hex,
                    reason: "too many files came and went to compare them all; only equal files and names were tried"))
        }
        return warnings
    }
}
