import Git
import LineHistory

/// The identity of a commit's change: which lines it added to which paths, and which it took away, whatever their order.
package struct ChangeSignature: Hashable, BitwiseCopyable, Sendable {
    private(set) var added: UInt64 = 0
    private(set) var removed: UInt64 = 0
    /// Lines that are more than white space.
    private(set) var lineCount: UInt64 = 0

    /// Each part is a hash by itself.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(added &+ removed &* 3)
    }

    /// The change turned round.
    var inverse: ChangeSignature {
        var result = self
        swap(&result.added, &result.removed)
        return result
    }

    private mutating func add(_ marks: ArraySlice<LineMark>, path: UInt32, isAdded: Bool) {
        var (sum, count) = (UInt64(0), UInt64(0))
        for mark in marks where mark.isMeaningful {
            sum &+= Self.mixed(UInt64(mark.number) << 32 | UInt64(path))
            count += 1
        }
        if isAdded { added &+= sum } else { removed &+= sum }
        lineCount += count
    }

    /// SplitMix64, so that sums of lines collide no more often than chance has it.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Those of all commits, by position.
    ///
    /// - Parameter kept: those of the first commits, from an earlier run.
    static func all(of lines: LineHistory, kept: [ChangeSignature]) -> [ChangeSignature] {
        var result = kept
        result += repeatElement(ChangeSignature(), count: lines.history.count - kept.count)
        for commit in kept.count..<lines.history.count {
            for version in lines.versions(of: commit) {
                let path = lines.versions[Int(version)].path
                for birth in lines.births(of: version) {
                    result[commit].add(lines.marks(of: birth), path: path, isAdded: true)
                }
                for removal in lines.removals(of: version) {
                    result[commit].add(lines.marks(of: removal), path: path, isAdded: false)
                }
            }
        }
        return result
    }
}

/// The lines that one commit added and removed, counted, whatever their paths.
struct ChangedLineCounts {
    private var added: [UInt32: Int] = [:]
    private var removed: [UInt32: Int] = [:]
    private(set) var total = 0

    init(_ commit: CommitPosition, lines: LineHistory) {
        for version in lines.versions(of: commit) {
            for birth in lines.births(of: version) {
                for mark in lines.marks(of: birth) where mark.isMeaningful {
                    added[mark.number, default: 0] += 1
                    total += 1
                }
            }
            for removal in lines.removals(of: version) {
                for mark in lines.marks(of: removal) where mark.isMeaningful {
                    removed[mark.number, default: 0] += 1
                    total += 1
                }
            }
        }
    }

    /// Share of the lines of an earlier change that this one turns round; nil where that has no lines.
    func coverage(of earlier: ChangedLineCounts) -> Double? {
        guard earlier.total > 0 else { return nil }
        return Double(Self.shared(added, earlier.removed) + Self.shared(removed, earlier.added)) / Double(earlier.total)
    }

    private static func shared(_ left: [UInt32: Int], _ right: [UInt32: Int]) -> Int {
        left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
    }
}
