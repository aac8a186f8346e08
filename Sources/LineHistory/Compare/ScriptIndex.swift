import Git

/// Where the scripts of every version lie.
struct ScriptIndex: Sendable {
    private(set) var pieces: [EditScripts]
    /// By piece: what tells it from others, where it is kept.
    private var stamps: [UInt64?]
    /// By version: the first of its places; they follow in the order of edges.
    private var firstPlaces: [UInt32] = []
    private var places: [ScriptPlace] = []

    /// No scripts.
    static let empty = ScriptIndex()

    private init() {
        (pieces, stamps) = ([], [])
    }

    /// The scripts of earlier runs, each version's all or none.
    ///
    /// - Parameter missing: told the versions whose scripts are still to be made, in the order of ``ScriptSlots/byPath(_:)``.
    init(_ slots: ScriptSlots, kept: inout KeptScripts, missing: (VersionNumber) -> Void) {
        pieces = kept.pieces
        stamps = kept.stamps
        let plan = slots.plan
        firstPlaces.reserveCapacity(plan.versions.count)
        places = kept.places
        let known = places.count
        var unknown: [VersionNumber] = []
        var count = 0
        for version in plan.versions.indices {
            let end = count + plan.scriptCount(of: VersionNumber(version))
            if end > known || places[count..<end].contains(.none) { unknown.append(VersionNumber(version)) }
            firstPlaces.append(UInt32(count))
            count = end
        }
        places.append(contentsOf: repeatElement(.none, count: count - known))
        // In the order in which they lie in memory.
        let left = slots.byPath(unknown).filter { !findScripts(of: $0, slots) { kept.takeNext($0) } }
        for version in left where !findScripts(of: version, slots, { kept.take($0) }) { missing(version) }
    }

    /// Asks for the scripts of a version that have no place yet.
    ///
    /// - Returns: whether all have one then.
    private mutating func findScripts(
        of version: VersionNumber, _ slots: ScriptSlots, _ take: (ScriptKey) -> ScriptPlace?
    ) -> Bool {
        var isWhole = true
        var index = Int(firstPlaces[Int(version)])
        slots.eachKey(of: version) { key in
            if places[index] == .none, let place = take(key) { places[index] = place }
            isWhole = isWhole && places[index] != .none
            index += 1
        }
        return isWhole
    }

    /// Adds a piece of the scripts that were missing.
    ///
    /// - Parameter stamp: what tells it from others; nil where it was not kept.
    mutating func add(
        _ piece: EditScripts, stamp: UInt64?, of versions: ArraySlice<VersionNumber>, _ slots: ScriptSlots
    ) {
        var script: UInt32 = 0
        for version in versions {
            for index in 0..<slots.plan.scriptCount(of: version) {
                places[Int(firstPlaces[Int(version)]) + index] = ScriptPlace(
                    piece: UInt32(pieces.count), script: script)
                script += 1
            }
        }
        pieces.append(piece)
        stamps.append(stamp)
    }

    /// Where all scripts lie, for a later run.
    ///
    /// - Parameter ignored: positions of commits that were looked through.
    func kept(ignored: Set<UInt32>) -> KeptPlaces { KeptPlaces(places, stamps: stamps, ignored: ignored) }

    /// - Parameter edge: counts from the version's first.
    func script(of version: VersionNumber, edge: Int = 0) -> (piece: Int, script: EditScript) {
        let place = places[Int(firstPlaces[Int(version)]) + edge]
        return (Int(place.piece), pieces[Int(place.piece)].scripts[Int(place.script)])
    }

    /// Calls `body` for the lines that the first script of a version adds, top to bottom: its births, unless a merge made it.
    func eachAddition(of version: VersionNumber, _ body: (LineBirth) -> Void) {
        let (piece, script) = script(of: version)
        eachAddition(of: version, piece, script, pieces[piece].hunks(of: script), body)
    }

    /// Likewise for whoever has the script and its hunks.
    func eachAddition(
        of version: VersionNumber, _ piece: Int, _ script: EditScript, _ hunks: [Hunk], _ body: (LineBirth) -> Void
    ) {
        var start = script.addedMarks
        for hunk in hunks where hunk.newCount > 0 {
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
            for edge in 0..<plan.scriptCount(of: VersionNumber(number))
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
