import Git
import LineHistory

/// The lines that each version wrote and removed.
struct VersionLines: Sendable {
    private let lines: LineHistory
    /// By version: where its births begin; and the end of all. Births stand in the order of versions.
    private let births: [UInt32]
    private let removals: VersionIndex

    init(_ lines: LineHistory) {
        self.lines = lines
        var births: [UInt32] = []
        births.reserveCapacity(lines.versions.count + 1)
        for (index, birth) in lines.births.enumerated() {
            while births.count <= birth.run.version { births.append(UInt32(index)) }
        }
        while births.count <= lines.versions.count { births.append(UInt32(lines.births.count)) }
        self.births = births
        removals = VersionIndex(lines.removals.lazy.map(\.by), versionCount: lines.versions.count)
    }

    /// Indices of ``LineHistory/births``.
    func births(of version: VersionNumber) -> Range<Int> {
        Int(births[Int(version)])..<Int(births[Int(version) + 1])
    }

    /// Indices of ``LineHistory/removals``.
    func removals(of version: VersionNumber) -> ArraySlice<UInt32> { removals[version] }

    /// The mark of a line at its birth; nil where the line has none.
    func mark(version: VersionNumber, line: UInt32) -> LineMark? {
        var (low, high) = (Int(births[Int(version)]), Int(births[Int(version) + 1]))
        while low < high {
            let middle = (low + high) / 2
            if lines.births[middle].run.end > line { high = middle } else { low = middle + 1 }
        }
        guard low < births[Int(version) + 1], lines.births[low].run.line <= line else { return nil }
        let marks = lines.marks(of: lines.births[low])
        return marks[marks.startIndex + Int(line - lines.births[low].run.line)]
    }
}

/// Numbers of facts by the version that each belongs to.
private struct VersionIndex: Sendable {
    private var starts: [UInt32]
    private var order: [UInt32]

    /// - Parameter owners: by number of the fact.
    init(_ owners: some Collection<VersionNumber>, versionCount: Int) {
        starts = [UInt32](repeating: 0, count: versionCount + 1)
        for owner in owners { starts[Int(owner) + 1] += 1 }
        for version in 0..<versionCount { starts[version + 1] += starts[version] }
        var places = starts
        order = [UInt32](repeating: 0, count: owners.count)
        for (number, owner) in owners.enumerated() {
            order[Int(places[Int(owner)])] = UInt32(number)
            places[Int(owner)] += 1
        }
    }

    subscript(version: VersionNumber) -> ArraySlice<UInt32> {
        order[Int(starts[Int(version)])..<Int(starts[Int(version) + 1])]
    }
}
