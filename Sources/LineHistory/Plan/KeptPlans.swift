import Git

/// The plan that an earlier run made of the first commits of a history.
struct KeptPlan {
    /// Of its segment.
    let number: Int64
    let plan: HistoryPlan

    /// The number of its commits.
    var commitCount: Int { plan.firstVersions.count - 1 }
}

/// The plans of earlier runs. The last one counts, and whatever it lacks is added to it anew at each run, until that is enough to
/// keep another.
struct KeptPlans {
    /// What this run goes on from.
    private var continued: KeptPlan?
    /// Where the scripts of its versions lie, and its number.
    private(set) var places: (places: KeptPlaces, number: Int64)?
    private let memory: LineMemory?
    private let history: History
    /// The last plan of this history, whether it can be gone on from or not.
    private var last: (number: Int64, versionCount: Int)?
    private var use = LineMemory.Use()

    /// A plan is kept anew once its versions are more by so great a part of them.
    private static let leastGrowth = 50

    /// - Parameters:
    ///   - memory: nil where nothing was kept.
    ///   - ignored: positions of commits that are looked through.
    init(
        _ memory: LineMemory?, _ history: History, ignored: Set<UInt32>, in repository: borrowing Repository
    ) throws {
        // Where commits or trees are missing, they may be there another time.
        self.memory = history.missingParents.isEmpty && history.missingTrees.isEmpty ? memory : nil
        self.history = history
        var found: [(number: Int64, reader: ByteReader, head: PlanHead)] = []
        var damaged: [Int64] = []
        try self.memory?.each(.plans) { segment in
            do throws(ByteReader.Failure) {
                var reader = ByteReader(segment.bytes)
                let head = try PlanHead(from: &reader)
                found.append((segment.number, reader, head))
            } catch {
                damaged.append(segment.number)
            }
        }
        use.damaged = damaged
        let fitting = found.last { $0.head.isOf(history) }
        use.idle = found.map(\.number).filter { $0 != fitting?.number }
        guard case (let number, var reader, let head)? = fitting else { return }
        do throws(ByteReader.Failure) {
            if head.isContinued(by: history) {
                let plan = try HistoryPlan(from: &reader, head)
                // What is there now may be like other files.
                if plan.unread.contains(where: { RenameSearch.canRead($0, in: repository) }) {
                    use.idle.append(number)
                    return
                }
                let places = try KeptPlaces(from: &reader)
                if places.hold(for: plan, ignored: ignored) { self.places = (places, number) }
                continued = KeptPlan(number: number, plan: plan)
                use.kept = head.commitCount
            }
            last = (number, head.versionCount)
        } catch {
            use.damaged.append(number)
        }
    }

    /// Hands over the plan that this run goes on from; nil where there is none.
    mutating func take() -> KeptPlan? { continued.take() }

    /// Says what became of the segments, and keeps a plan if it is worth it; to be called once, when the scripts are made.
    ///
    /// - Parameters:
    ///   - plan: the whole one.
    ///   - places: where its scripts lie.
    mutating func close(with plan: HistoryPlan, places: @autoclosure () -> KeptPlaces) throws {
        guard let memory else { return }
        use.made = history.count - use.kept
        let hasGrown =
            last.map { plan.versions.count - $0.versionCount > $0.versionCount / Self.leastGrowth } ?? true
        let hasNoPlaces = use.kept > 0 && self.places == nil
        if hasGrown || hasNoPlaces {
            var writer = ByteWriter()
            PlanHead(plan, of: history).write(to: &writer)
            plan.write(to: &writer)
            places().write(to: &writer)
            try memory.add(writer, kind: .plans)
            if let last { use.idle.append(last.number) }
        }
        memory.note(use, of: .plans)
    }
}

/// Of which commits a plan is, and how large it is.
struct PlanHead {
    /// By position. They stand for the trees and parents too.
    private let ids: [ObjectID]
    let versionCount: Int

    var commitCount: Int { ids.count }

    init(_ plan: HistoryPlan, of history: History) {
        ids = history.ids
        versionCount = plan.versions.count
    }

    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        ids = try reader.ids()
        versionCount = try reader.count()
        guard !ids.isEmpty else { throw ByteReader.Failure() }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(ids: ids)
        writer.write(versionCount)
    }

    /// Whether the commits are the first ones of a history.
    func isOf(_ history: History) -> Bool { history.sameCount(as: ids) == ids.count }

    /// Whether none of the commits but the last has a child among those that follow: of no other is the tree known.
    func isContinued(by history: History) -> Bool {
        (commitCount..<history.count).allSatisfy { position in
            history.parents(of: position).allSatisfy { Int($0) >= commitCount - 1 }
        }
    }
}
