/// Predicted probabilities against what happened, in bins of equal width over 0...1.
package struct ReliabilityTable: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// The bin holds lower ≤ p < upper; the last one also p = 1.
        package let lower: Double
        package let upper: Double
        package let outcome: Proportion
        package let meanPredicted: Double
    }

    /// The bins with predictions, in order.
    package let rows: [Row]
    /// The mean of (p − outcome)²; `nil` without predictions. Source: G. W. Brier, Monthly Weather Review 78 (1950) 1.
    package let brierScore: Double?
    /// The mean over predictions of |mean predicted − share seen| of their bin; `nil` without predictions.
    package let calibrationError: Double?

    package init(_ predictions: [(probability: Double, happened: Bool)], bins: Int = 10) {
        precondition(bins > 0, "a reliability table needs a bin")
        var counts = Array(repeating: 0, count: bins)
        var events = counts
        var sums = Array(repeating: 0.0, count: bins)
        var squares = 0.0
        for (probability, happened) in predictions {
            precondition(probability >= 0 && probability <= 1, "a probability lies in 0...1")
            let bin = min(bins - 1, Int(probability * Double(bins)))
            counts[bin] += 1
            events[bin] += happened ? 1 : 0
            sums[bin] += probability
            let distance = probability - (happened ? 1 : 0)
            squares += distance * distance
        }
        let width = 1 / Double(bins)
        var rows: [Row] = []
        for bin in 0..<bins where counts[bin] > 0 {
            rows.append(
                Row(
                    lower: Double(bin) * width, upper: bin + 1 == bins ? 1 : Double(bin + 1) * width,
                    outcome: Proportion(events: events[bin], total: counts[bin]),
                    meanPredicted: sums[bin] / Double(counts[bin])))
        }
        self.rows = rows
        let total = Double(predictions.count)
        brierScore = predictions.isEmpty ? nil : squares / total
        let gap = (0..<bins).reduce(0) { $0 + abs(sums[$1] - Double(events[$1])) }
        calibrationError = predictions.isEmpty ? nil : gap / total
    }
}
