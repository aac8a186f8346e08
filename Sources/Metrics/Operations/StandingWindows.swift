import Git
import LineHistory

/// The windows that stand in the tree, as time goes on.
struct StandingWindows {
    private var hashes = NumberedKeys()
    /// By number of the hash: until when the last such window stands.
    private var ends: [Int64] = []

    mutating func insert(_ hash: UInt64, until end: Int64) {
        let number = hashes.insert(hash)
        if number < ends.count { ends[number] = max(ends[number], end) } else { ends.append(end) }
    }

    /// Whether such a window stands still when a moment has passed.
    func contains(_ hash: UInt64, after moment: Int64) -> Bool {
        hashes.number(of: hash).map { ends[$0] > moment } ?? false
    }
}

/// The windows of some births, to be found again in others.
struct WantedWindows {
    private var hashes = NumberedKeys()
    private var lines: RepeatFilter

    /// - Parameter wanted: indices of births.
    init(_ wanted: [Int], of births: WrittenLines) {
        lines = RepeatFilter(capacity: wanted.reduce(0) { $0 + Int(births.run(at: $1).count) })
        for index in wanted {
            LineWindow.each(births[index]) { _ = hashes.insert($0.hash) }
            for mark in births[index].marks { lines.insert(LineWindow.hash(of: mark)) }
        }
    }

    func contains(_ hash: UInt64) -> Bool { hashes.number(of: hash) != nil }

    /// Whether some window of a birth may be among them: a quick look.
    func mayMeet(_ birth: (run: LineRun, marks: ArraySlice<LineMark>)) -> Bool {
        LineWindow.mayHold(only: lines, birth)
    }

    /// Whether some window of a birth is among them.
    func meets(_ birth: (run: LineRun, marks: ArraySlice<LineMark>)) -> Bool {
        guard mayMeet(birth) else { return false }
        var isMet = false
        LineWindow.each(birth) { isMet = isMet || contains($0.hash) }
        return isMet
    }
}

/// A window of a commit whose blocks are known.
struct EarlierWindow {
    let hash: UInt64
    /// Until when it stands.
    let end: Int64
    /// Of its commit in the order of landing.
    let place: Int

    /// The windows of some births that others repeat, in the order of landing.
    ///
    /// - Parameters:
    ///   - known: indices of births, as `fresh` are.
    ///   - repeated: has met the windows of `fresh` once.
    ///   - place: of a birth's commit in the order of landing.
    static func all(
        in known: [Int], like fresh: [Int], of births: WrittenLines, _ repeated: inout RepeatFilter,
        _ ends: inout LineEnds,
        place: (Int) -> Int
    ) -> [EarlierWindow] {
        let wanted = WantedWindows(fresh, of: births)
        var all: [EarlierWindow] = []
        var windows: [LineWindow] = []
        for index in known where wanted.mayMeet(births[index]) {
            LineWindow.each(births[index]) { if repeated.insertAgain($0.hash) { windows.append($0) } }
            for window in windows where wanted.contains(window.hash) {
                guard let end = ends.end(of: window.run) else { continue }
                all.append(EarlierWindow(hash: window.hash, end: end, place: place(index)))
            }
            windows.removeAll(keepingCapacity: true)
        }
        return all.sorted { $0.place < $1.place }
    }
}

/// Until when lines stand.
struct LineEnds {
    private let lives: LineLives
    private let lines: LineHistory
    private let landedAt: [Int64]
    /// Of the version that was asked about last.
    private var version: VersionNumber?
    private var deaths: ArraySlice<LineDeath> = []
    private var standing: ArraySlice<LineRun> = []

    init(_ lives: LineLives, _ lines: LineHistory, _ landedAt: [Int64]) {
        self.lives = lives
        self.lines = lines
        self.landedAt = landedAt
    }

    /// When the first of some lines was removed; the far future if all stand, nil if a merge dropped any.
    mutating func end(of run: LineRun) -> Int64? {
        if run.version != version {
            version = run.version
            (deaths, standing) = (lives.deaths(of: run.version), lives.standing(of: run.version))
        }
        var index = deaths.firstIndexSorted { $0.run.end > run.line }
        var first = Int64.max
        var known: UInt32 = 0
        while index < deaths.endIndex, deaths[index].run.line < run.end {
            first = min(first, landedAt[lines.commit(of: deaths[index].by)])
            known += min(deaths[index].run.end, run.end) - max(deaths[index].run.line, run.line)
            index += 1
        }
        index = standing.firstIndexSorted { $0.end > run.line }
        while index < standing.endIndex, standing[index].line < run.end {
            known += min(standing[index].end, run.end) - max(standing[index].line, run.line)
            index += 1
        }
        return known == run.count ? first : nil
    }
}
