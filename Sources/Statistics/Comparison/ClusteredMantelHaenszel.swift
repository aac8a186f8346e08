/// ``MantelHaenszel`` for units (lines) that come in clusters (commits) and fare alike within one.
///
/// The same sums over strata, with a variance from between clusters: each cluster's influence on the estimate, by the chain
/// rule through its stratum's four counts, squared and added up, times C / (C − 1). Source of the method:
/// R. L. Williams, Biometrics 56 (2000) 645 (the linearised variance of a function of cluster totals).
package struct ClusteredMantelHaenszel: Sendable {
    /// One cluster: its class, stratum, units with the event, and all.
    package struct Cluster: Hashable, Sendable {
        package let stratum: Int
        package let isFirst: Bool
        package let events: Double
        package let total: Double

        package init(stratum: Int, isFirst: Bool, events: Double, total: Double) {
            precondition(events >= 0 && events <= total && total > 0, "events are at least 0 and at most the total")
            self.stratum = stratum
            self.isFirst = isFirst
            self.events = events
            self.total = total
        }
    }

    /// A sum of squares below this is the rounding of a zero.
    private static let rounding = 1e-24

    /// First − second; `nil` without a shared stratum or with fewer than two clusters in them.
    package let difference: Effect?
    /// First ÷ second; `nil` unless both have events in shared strata.
    package let ratio: Effect?
    /// Of no difference; two-sided t of the difference over its standard error.
    package let pValue: Double?
    /// Strata that hold both classes.
    package let sharedStrata: Int
    /// Units in strata that hold both classes, and all units.
    package let coverage: (shared: Double, all: Double)

    package init(_ clusters: [Cluster], _ confidence: Confidence = .percent95) {
        var strata: [Int: Counts] = [:]
        for cluster in clusters { strata[cluster.stratum, default: Counts()].add(cluster) }
        let shared = strata.filter { $0.value.n > 0 && $0.value.m > 0 }
        let kept = clusters.filter { shared[$0.stratum] != nil }
        // In the order of strata, for a dictionary has none and sums of doubles have one.
        var sums = Sums()
        for (_, counts) in shared.sorted(by: { $0.key < $1.key }) { sums.add(counts) }
        sharedStrata = shared.count
        coverage = (kept.reduce(0) { $0 + $1.total }, clusters.reduce(0) { $0 + $1.total })
        guard kept.count > 1, sums.weight > 0 else {
            (difference, ratio, pValue) = (nil, nil, nil)
            return
        }
        let value = (sums.first - sums.second) / sums.weight
        var variance = 0.0
        var logVariance = 0.0
        var squares = 0.0
        for cluster in kept {
            guard let counts = shared[cluster.stratum] else { continue }
            let share = counts.influence(of: cluster)
            let onDifference = (share.first - share.second - value * share.weight) / sums.weight
            variance += onDifference * onDifference
            if sums.first > 0, sums.second > 0 {
                let onRatio = share.first / sums.first - share.second / sums.second
                logVariance += onRatio * onRatio
            }
            squares += cluster.total * cluster.total
        }
        let correction = Double(kept.count) / Double(kept.count - 1)
        let degrees = max(1, coverage.shared * coverage.shared / squares - 1)
        difference =
            variance > Self.rounding
            ? .difference(value, variance: variance * correction, confidence, degreesOfFreedom: degrees)
            : Effect(value: value, standardError: nil, bounds: Bounds(lower: nil, upper: nil))
        ratio =
            sums.first > 0 && sums.second > 0
            ? .ratio(
                sums.first / sums.second, logVariance: logVariance * correction, confidence, degreesOfFreedom: degrees)
            : nil
        pValue =
            variance > Self.rounding
            ? StudentDistribution.twoSided(
                abs(value) / (variance * correction).squareRoot(), degreesOfFreedom: degrees) : nil
    }

    /// One stratum: a events of n in the first class, c of m in the second.
    private struct Counts {
        var a = 0.0
        var n = 0.0
        var c = 0.0
        var m = 0.0

        mutating func add(_ cluster: Cluster) {
            if cluster.isFirst {
                a += cluster.events
                n += cluster.total
            } else {
                c += cluster.events
                m += cluster.total
            }
        }

        /// What a cluster adds to each sum: the sums' slopes in the four counts times the cluster's own counts.
        func influence(of cluster: Cluster) -> (first: Double, second: Double, weight: Double) {
            let (e, t) = (cluster.events, cluster.total)
            let all = n + m
            let square = all * all
            if cluster.isFirst {
                return (e * m / all - t * a * m / square, t * c * m / square, t * m * m / square)
            }
            return (t * a * n / square, e * n / all - t * c * n / square, t * n * n / square)
        }
    }

    private struct Sums {
        /// Σ a m / N.
        var first = 0.0
        /// Σ c n / N.
        var second = 0.0
        /// Σ n m / N.
        var weight = 0.0

        mutating func add(_ counts: Counts) {
            let all = counts.n + counts.m
            first += counts.a * counts.m / all
            second += counts.c * counts.n / all
            weight += counts.n * counts.m / all
        }
    }
}
