/// The Kaplan–Meier estimate of the share that is still without the event at each age.
///
/// Source: E. L. Kaplan, P. Meier, JASA 53 (1958) 457. Variances of ln S: Greenwood's Σ d / (n (n − d)), or the
/// cluster-robust one of ``ClusteredVariance``. Cost: O(n log n) for the sort, linear after it.
package struct SurvivalCurve: Hashable, Sendable {
    /// What happened at one age.
    package struct Step: Hashable, Sendable {
        package let time: Double
        /// Weight under observation just before `time`.
        package let atRisk: Double
        package let events: Double
        package let censored: Double
        /// S(time), right after the events.
        package let survival: Double
        /// The variance of ln S(time); `nil` where S is 0 or the clusters are too few to tell.
        package let logVariance: Double?
        /// Independent units at risk: clusters for a clustered curve, else `atRisk`.
        package let independentAtRisk: Double
    }

    /// Every distinct age at which a unit had the event or was lost, in order.
    package let steps: [Step]
    /// The sum of all weights.
    package let total: Double
    /// The number of clusters; `nil` where each unit counts as its own.
    package let clusters: Int?
    /// Kish's effective number of clusters less 1, (Σ w)² / Σ w² − 1 over the clusters' weights, and at least 1: what a
    /// variance between few or very unequal clusters is worth. `nil` where each unit counts as its own.
    ///
    /// Source: L. Kish, *Survey Sampling* (1965), §8.2; of the use of t, A. V. Carter, K. T. Schnepel, D. G. Steigerwald,
    /// Review of Economics and Statistics 99 (2017) 698.
    package let degreesOfFreedom: Double?
    /// The quantile of the house's intervals: the same at every step, and dear.
    let critical95: Double

    /// - Parameter clustered: take units of one cluster as dependent; variances then come from between clusters.
    package init(_ observations: [SurvivalObservation], clustered: Bool = false) {
        var observations = observations
        let clusters = clustered ? observations.numberClusters() : nil
        var sweep = SurvivalSweep(observations, clusters: clusters)
        var steps: [Step] = []
        while let step = sweep.next() { steps.append(step) }
        self.init(
            steps: steps, total: observations.reduce(0) { $0 + $1.weight },
            clusterWeights: clusters.map { observations.clusterWeights(count: $0) })
    }

    /// - Parameter clusterWeights: nil where units count as independent.
    init(steps: [Step], total: Double, clusterWeights: [Double]? = nil) {
        self.steps = steps
        self.total = total
        clusters = clusterWeights?.count
        degreesOfFreedom = clusterWeights.flatMap { ClusteredVariance.degreesOfFreedom($0) }
        critical95 = Confidence.percent95.critical(degreesOfFreedom: degreesOfFreedom)
    }

    /// The weight of all events.
    package var events: Double { steps.reduce(0) { $0 + $1.events } }

    /// The weight under observation just before age `time`, 0 beyond the last.
    package func atRisk(at time: Double) -> Double {
        let index = firstIndex { $0.time >= time }
        return index < steps.count ? steps[index].atRisk : 0
    }

    /// The last step at or before `time`; `nil` before the first.
    func step(at time: Double) -> Step? {
        let index = firstIndex { $0.time > time }
        return index > 0 ? steps[index - 1] : nil
    }

    /// Binary search: `isBeyond` is false for a prefix of the steps.
    func firstIndex(_ isBeyond: (Step) -> Bool) -> Int {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(steps[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
