import Git

/// Where the scripts of every version lie.
struct ScriptIndex: Sendable {
    /// Of a script: its piece, and its number there.
    typealias Place = (piece: UInt32, script: UInt32)

    private(set) var pieces: [EditScripts]
    /// By version: the first of its places; they follow in the order of edges.
    private var firstPlaces: [UInt32] = []
    private var places: [Place] = []

    /// No scripts.
    static let empty = ScriptIndex(pieces: [])

    private init(pieces: [EditScripts]) {
        self.pieces = pieces
    }

    /// The scripts of earlier runs, each version's all or none.
    ///
    /// - Parameter missing: told the versions whose scripts are still to be made, in the order of ``ScriptSlots/versionsByPath``.
    init(_ slots: ScriptSlots, kept: inout KeptScripts, missing: (VersionNumber) -> Void) {
        pieces = kept.pieces
        let plan = slots.plan
        firstPlaces.reserveCapacity(plan.versions.count)
        var count = 0
        for version in plan.versions.indices {
            firstPlaces.append(UInt32(count))
            count += max(1, plan.edges(of: VersionNumber(version)).count)
        }
        places = Array(repeating: (.max, 0), count: count)
        // In the order in which they lie in memory.
        let left = slots.versionsByPath.filter { !findScripts(of: $0, slots) { kept.takeNext($0) } }
        for version in left where !findScripts(of: version, slots, { kept.take($0) }) { missing(version) }
    }

    /// Asks for the scripts of a version that have no place yet.
    ///
    /// - Returns: whether all have one then.
    private mutating func findScripts(
        of version: VersionNumber, _ slots: ScriptSlots, _ take: (ScriptKey) -> Place?
    ) -> Bool {
        var isWhole = true
        var index = Int(firstPlaces[Int(version)])
        slots.eachKey(of: version) { key in
            if places[index].piece == .max, let place = take(key) { places[index] = place }
            isWhole = isWhole && places[index].piece < .max
            index += 1
        }
        return isWhole
    }

    /// Adds a piece of the scripts that were missing.
    mutating func add(_ piece: EditScripts, of versions: ArraySlice<VersionNumber>, _ slots: ScriptSlots) {
        var script: UInt32 = 0
        for version in versions {
            for index in 0..<max(1, slots.plan.edges(of: version).count) {
                places[Int(firstPlaces[Int(version)]) + index] = (UInt32(pieces.count), script)
                script += 1
            }
        }
        pieces.append(piece)
    }

    /// - Parameter edge: counts from the version's first.
    func script(of version: VersionNumber, edge: Int = 0) -> (piece: Int, script: EditScript) {
        let place = places[Int(firstPlaces[Int(version)]) + edge]
        return (Int(place.piece), pieces[Int(place.piece)].scripts[Int(place.script)])
    }

    /// Calls `body` for the lines that the first script of a version adds, top to bottom: its births, unless a merge made it.
    func eachAddition(of version: VersionNumber, _ body: (LineBirth) -> Void) {
        let (piece, script) = script(of: version)
        var start = script.addedMarks
        for hunk in pieces[piece].hunks(of: script) where hunk.newCount > 0 {
            body(
                LineBirth(
                    run: LineRun(version: version, line: UInt32(hunk.newStart), count: UInt32(hunk.newCount)),
                    marks: MarkPlace(piece: UInt32(piece), start: start)))
            start += UInt32(hunk.newCount)
        }
    }

    /// The marks of lines that were written.
    func marks(of birth: LineBirth) -> ArraySlice<LineMark> {
        let start = Int(birth.marks.start)
        return pieces[Int(birth.marks.piece)].addedMarks[start..<start + Int(birth.run.count)]
    }

    /// By piece: how many of its scripts have a place.
    func uses() -> [Int] {
        var uses = [Int](repeating: 0, count: pieces.count)
        for place in places { uses[Int(place.piece)] += 1 }
        return uses
    }

    /// Calls `body` for every object whose content was not followed, possibly more than once, with the version whose script
    /// compares it.
    func eachOmission(of plan: HistoryPlan, _ body: (VersionNumber, ObjectID, ContentKind, EditScripts) -> Void) {
        let hasOmissions = pieces.map { !$0.tooLarge.isEmpty || !$0.unreadable.isEmpty }
        guard hasOmissions.contains(true) else { return }
        for number in plan.versions.indices {
            let edges = plan.edges(of: VersionNumber(number))
            for edge in 0..<max(1, edges.count)
            where hasOmissions[Int(places[Int(firstPlaces[number]) + edge].piece)] {
                let (piece, script) = script(of: VersionNumber(number), edge: edge)
                let old =
                    edges.isEmpty ? nil : plan.versions[Int(plan.edges[edges.lowerBound + edge].old)].entry
                if let old { body(VersionNumber(number), old.id, script.oldContent, pieces[piece]) }
                if let new = plan.versions[number].entry {
                    body(VersionNumber(number), new.id, script.newContent, pieces[piece])
                }
            }
        }
    }

    /// Versions of which some script compares what could not be read.
    func unreadable(of plan: HistoryPlan) -> Set<VersionNumber> {
        var versions: Set<VersionNumber> = []
        eachOmission(of: plan) { version, _, kind, _ in if kind == .unreadable { versions.insert(version) } }
        return versions
    }
}
