/// A value for each of a few commits, for one fix after another: an array by position tells where it is, so that nothing is hashed.
struct CommitTally<Value> {
    /// In the order in which the commits came.
    private(set) var commits: [CommitPosition] = []
    private var values: [Value] = []
    /// By position: one more than the index of the commit's value; 0 where it has none.
    private var places: [UInt32]
    private let initial: Value

    /// - Parameter initial: what a commit has to begin with.
    init(_ initial: Value, commitCount: Int) {
        self.initial = initial
        places = Array(repeating: 0, count: commitCount)
    }

    subscript(commit: CommitPosition) -> Value {
        get { places[commit] > 0 ? values[Int(places[commit]) - 1] : initial }
        _modify {
            if places[commit] == 0 {
                commits.append(commit)
                values.append(initial)
                places[commit] = UInt32(commits.count)
            }
            yield &values[Int(places[commit]) - 1]
        }
    }

    mutating func removeAll() {
        for commit in commits { places[commit] = 0 }
        commits.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}
