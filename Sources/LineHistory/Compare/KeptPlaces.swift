import Git

/// Where a script lies: its piece, and its number there.
struct ScriptPlace: BitwiseCopyable, Equatable, Sendable {
    let piece: UInt32
    let script: UInt32

    /// That of a script that is not there.
    static let none = ScriptPlace(piece: .max, script: 0)
}

/// Where the scripts of an earlier run's plan lie, so that none of them has to be looked for by its key.
struct KeptPlaces: Sendable {
    /// Positions of commits that were looked through, ascending.
    private let ignored: [UInt32]
    /// By piece: what tells it from others.
    let stamps: [UInt64]
    /// In the order of ``ScriptIndex/places``; a piece is an index of ``stamps``.
    let places: [ScriptPlace]

    /// - Parameters:
    ///   - stamps: by piece; nil for one that was not kept.
    ///   - ignored: positions of commits that were looked through.
    init(_ places: [ScriptPlace], stamps: [UInt64?], ignored: Set<UInt32>) {
        let kept = stamps.compactMap { $0 }
        self.ignored = ignored.sorted()
        self.stamps = stamps.map { $0 ?? 0 }
        // Two pieces that cannot be told apart could be taken for one, and their lines for the same.
        guard Set(kept).count == kept.count else {
            self.places = []
            return
        }
        self.places = places.map { $0 == .none || stamps[Int($0.piece)] == nil ? .none : $0 }
    }

    /// Whether the scripts are those that a run asks for.
    ///
    /// - Parameters:
    ///   - plan: the one with which the places were kept.
    ///   - ignored: positions of commits that the run looks through.
    func hold(for plan: HistoryPlan, ignored: Set<UInt32>) -> Bool {
        let end = UInt32(plan.firstVersions.count - 1)
        return self.ignored == ignored.filter { $0 < end }.sorted()
            && places.count == plan.versions.indices.reduce(0) { $0 + plan.scriptCount(of: VersionNumber($1)) }
    }
}

extension KeptPlaces {
    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        ignored = try reader.words()
        stamps = try reader.values(of: UInt64.self)
        places = try reader.values(of: ScriptPlace.self)
        let end = stamps.count
        guard places.allSatisfy({ $0 == .none || $0.piece < end }) else { throw ByteReader.Failure() }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(values: ignored)
        writer.write(values: stamps)
        writer.write(values: places)
    }
}

extension HistoryPlan {
    /// How many scripts a version asks for: one for each edge, one without edges.
    func scriptCount(of version: VersionNumber) -> Int { max(1, edges(of: version).count) }
}
