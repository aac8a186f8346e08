/// The variance of ln S where units of one cluster are dependent, kept up to date over the ages of a curve.
///
/// Linearised (infinitesimal jackknife): the influence of cluster c on ln S(t) is
/// U = Σ over ages s ≤ t of n(c,s) d(s) / (n(s) (n(s) − d(s))) − d(c,s) / (n(s) − d(s)),
/// and the variance is C / (C − 1) · Σ U². Source: R. L. Williams, Biometrics 51 (1995) 691; without ties between
/// clusters of one unit each it is Greenwood's times C / (C − 1).
///
/// Between two removals U grows by n(c) ΔG, G being Greenwood's sum. So U = a + n(c) G with an `a` that changes only when
/// the cluster loses or gains a unit, and Σ U² follows from Σ a², Σ a n and Σ n²: the whole curve costs O(observations).
struct ClusteredVariance {
    private struct Cluster {
        var offset = 0.0
        var weight = 0.0
        var members = 0
    }

    /// By number.
    private var clusters: [Cluster]
    private var greenwood = 0.0
    private var sumOffsetSquares = 0.0
    private var sumOffsetWeights = 0.0
    private var sumWeightSquares = 0.0
    private var clustersAtRisk = 0

    /// - Parameter count: of the clusters, which have numbers from 0.
    init(count: Int) {
        clusters = Array(repeating: Cluster(), count: count)
    }

    /// See ``SurvivalCurve/degreesOfFreedom``; `nil` without clusters.
    ///
    /// - Parameter weights: of the clusters.
    static func degreesOfFreedom(_ weights: [Double]) -> Double? {
        guard !weights.isEmpty else { return nil }
        // Summed by size, whatever the order of observations.
        let sorted = weights.sorted()
        let sum = sorted.reduce(0, +)
        return max(1, sum * sum / sorted.reduce(0) { $0 + $1 * $1 } - 1)
    }

    /// Clusters with at least one unit under observation.
    var atRisk: Double { Double(clustersAtRisk) }

    /// `nil` for a single cluster, from which no variance can be told.
    var logVariance: Double? {
        guard clusters.count > 1 else { return nil }
        let sum = sumOffsetSquares + greenwood * (2 * sumOffsetWeights + greenwood * sumWeightSquares)
        let correction = Double(clusters.count) / Double(clusters.count - 1)
        return max(0, sum) * correction
    }

    /// Brings a unit of a cluster under observation.
    mutating func enter(_ cluster: Int, weight: Double) {
        change(cluster, weight: weight, members: 1, influence: 0)
    }

    /// The step of Greenwood's sum at an age with events, before its units are removed.
    mutating func advance(events: Double, atRisk: Double, left: Double) {
        greenwood += events / (atRisk * left)
    }

    /// Takes out a unit whose time ended; its death leaves its influence.
    mutating func remove(_ cluster: Int, weight: Double, isEvent: Bool, left: Double) {
        change(cluster, weight: -weight, members: -1, influence: isEvent && left > 0 ? -weight / left : 0)
    }

    private mutating func change(_ number: Int, weight: Double, members: Int, influence: Double) {
        var cluster = clusters[number]
        let wasAtRisk = cluster.members > 0
        sumOffsetSquares -= cluster.offset * cluster.offset
        sumOffsetWeights -= cluster.offset * cluster.weight
        sumWeightSquares -= cluster.weight * cluster.weight
        cluster.members += members
        cluster.offset += influence - weight * greenwood
        cluster.weight = cluster.members > 0 ? cluster.weight + weight : 0
        sumOffsetSquares += cluster.offset * cluster.offset
        sumOffsetWeights += cluster.offset * cluster.weight
        sumWeightSquares += cluster.weight * cluster.weight
        clusters[number] = cluster
        clustersAtRisk += (cluster.members > 0 ? 1 : 0) - (wasAtRisk ? 1 : 0)
    }
}

extension [SurvivalObservation] {
    /// Gives clusters numbers from 0, in the order in which they are met.
    ///
    /// - Returns: the number of clusters.
    mutating func numberClusters() -> Int {
        // Where clusters ascend, as they do as a rule, all that is not the last one is new.
        let ascends = zip(self, dropFirst()).allSatisfy { $0.cluster <= $1.cluster }
        var numbers: [Int: Int] = [:]
        var count = 0
        var last: (cluster: Int, number: Int)?
        for index in indices {
            let cluster = self[index].cluster
            if last?.cluster != cluster {
                let number = numbers[cluster] ?? count
                if number == count { count += 1 }
                if !ascends { numbers[cluster] = number }
                last = (cluster, number)
            }
            self[index].cluster = last?.number ?? 0
        }
        return count
    }

    /// The weight of each cluster.
    ///
    /// - Parameter count: of the clusters, which observations name by numbers from 0.
    func clusterWeights(count: Int) -> [Double] {
        var weights = [Double](repeating: 0, count: count)
        for observation in self { weights[observation.cluster] += observation.weight }
        return weights
    }
}
