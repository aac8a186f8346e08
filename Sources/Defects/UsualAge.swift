import HeapModule
import LineHistory

/// How old that is what the fixes of a project usually repair: medians over the fixes so far, of the commit that wrote most of the lines
/// that a fix removed. Some projects live in weeks, others in decades; an age tells something only beside this one.
///
/// Taken from lines alone, whatever the fixes declare.
struct UsualAge {
    private var ages = RunningMedian()
    private var distances = RunningMedian()

    /// What stands in until a fix removes lines.
    private static let unknown = 0.5

    /// On the scales of ``LinkFeature/age`` and ``LinkFeature/distance``.
    var values: (age: Double, distance: Double) {
        (ages.value ?? Self.unknown, distances.value ?? Self.unknown)
    }

    /// Adds the next fix.
    mutating func add(_ finding: LinkFinding, landedAt: [Int64]) {
        guard let commit = finding.repaired else { return }
        ages.add(Self.age(seconds: landedAt[finding.fix] - landedAt[commit]))
        distances.add(Self.distance(commits: finding.fix - commit))
    }

    static func age(seconds: Int64) -> Double { ln(1 + Double(max(0, seconds)) / 86_400) / 8 }

    static func distance(commits: Int) -> Double { ln(1 + Double(commits)) / 8 }
}

/// The median of numbers that come one by one.
private struct RunningMedian {
    /// As many as ``upper``, or one more.
    private var lower = Heap<Double>()
    private var upper = Heap<Double>()

    /// nil where there is no number.
    var value: Double? {
        guard let low = lower.max else { return nil }
        return lower.count > upper.count ? low : (low + (upper.min ?? low)) / 2
    }

    mutating func add(_ number: Double) {
        lower.insert(number)
        if let most = lower.popMax() { upper.insert(most) }
        if upper.count > lower.count, let least = upper.popMin() { lower.insert(least) }
    }
}
