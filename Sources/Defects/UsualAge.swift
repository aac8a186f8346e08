import LineHistory

/// How old that is what the fixes of a project usually repair: medians over fixes, of the commit that wrote most of the lines that a
/// fix removed. Some projects live in weeks, others in decades; an age tells something only beside this one.
///
/// Taken from lines alone, whatever the fixes declare.
struct UsualAge {
    /// On the scales of ``LinkFeature/age`` and ``LinkFeature/distance``.
    let age: Double
    let distance: Double

    /// Fixes that are looked at, evenly spread.
    private static let sample = 400
    /// What stands in for projects without a fix that removes lines.
    private static let unknown = 0.5

    init(_ evidence: LineEvidenceReader, fixes: [CommitPosition], landedAt: [Int64]) {
        let step = max(1, (fixes.count + Self.sample - 1) / Self.sample)
        var ages: [Double] = []
        var distances: [Double] = []
        for fix in stride(from: 0, to: fixes.count, by: step).map({ fixes[$0] }) {
            let written = evidence.evidence(of: fix).filter { $0.value.lines > 0 }
            guard let most = written.max(by: { ($0.value.lines, $0.key) < ($1.value.lines, $1.key) })?.key else {
                continue
            }
            ages.append(Self.age(seconds: landedAt[fix] - landedAt[most]))
            distances.append(Self.distance(commits: fix - most))
        }
        age = Self.median(ages)
        distance = Self.median(distances)
    }

    static func age(seconds: Int64) -> Double { ln(1 + Double(max(0, seconds)) / 86_400) / 8 }

    static func distance(commits: Int) -> Double { ln(1 + Double(commits)) / 8 }

    private static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return unknown }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
