import Statistics

/// Observations as the fixtures hold them: one array a column.
struct FixtureObservations: Decodable, Sendable {
    let time: [Double]
    let event: [Int]
    let weight: [Double]?
    let entry: [Double]?
    let cluster: [Int]?

    var observations: [SurvivalObservation] {
        time.indices.map { index in
            SurvivalObservation(
                time: time[index], event: event[index] == 1, weight: weight?[index] ?? 1,
                entry: entry.flatMap { $0[index] > 0 ? $0[index] : nil }, cluster: cluster?[index] ?? index)
        }
    }
}
