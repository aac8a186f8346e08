import Git

extension LineHistory {
    /// Compares the contents that no earlier run has compared.
    ///
    /// - Parameter known: see ``KeptScripts``.
    static func makeScripts(
        _ slots: ScriptSlots, known: (places: KeptPlaces, number: Int64)?, _ repositoryPath: String, _ options: Options,
        _ progress: @escaping @Sendable (StageProgress) -> Void
    ) throws -> ScriptIndex {
        var kept = try KeptScripts(options.memory, known: known, expected: slots.plan.versions.count)
        var wanted: [VersionNumber] = []
        var index = ScriptIndex(slots, kept: &kept) { wanted.append($0) }
        let stage = ContentStage(wanted, slots: slots)
        let made = try Parallel.map(
            count: stage.pieces, jobs: options.jobs,
            worker: {
                ContentComparison(repository: try Repository(path: repositoryPath), sizeLimit: options.sizeLimit)
            },
            finished: { progress(StageProgress(stage: .contents, done: $0, total: stage.pieces)) },
            { comparison, piece in
                let (keys, scripts) = stage.run(piece: piece, comparison: comparison)
                let stamp = try options.memory.flatMap {
                    try KeptScripts.keep(keys, scripts, first: stage.versions(in: piece).first!, in: $0)
                }
                return (scripts: scripts, stamp: stamp)
            })
        for (piece, made) in made.enumerated() {
            index.add(made.scripts, stamp: made.stamp, of: stage.versions(in: piece), slots)
        }
        guard let memory = options.memory else { return index }
        let uses = index.uses()
        var use = LineMemory.Use()
        use.kept = uses.prefix(kept.numbers.count).reduce(0, +)
        use.made = uses.reduce(0, +) - use.kept
        use.idle = kept.idle + kept.numbers.indices.filter { uses[$0] == 0 }.map { kept.numbers[$0] }
        use.damaged = kept.damaged
        memory.note(use, of: .contents)
        return index
    }
}
