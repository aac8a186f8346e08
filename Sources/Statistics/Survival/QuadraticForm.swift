/// xᵀ V⁻ x for a covariance matrix that may lack rank.
enum QuadraticForm {
    /// Gaussian elimination with the largest remaining diagonal element as pivot, until what is left is zero.
    ///
    /// - Returns: the value and the rank of V; `nil` for rank 0.
    static func evaluate(_ vector: [Double], _ covariance: [[Double]]) -> (value: Double, rank: Int)? {
        var v = covariance
        var x = vector
        var left = Array(x.indices)
        let scale = left.map { v[$0][$0] }.max() ?? 0
        var value = 0.0
        var rank = 0
        while let pivot = left.max(by: { v[$0][$0] < v[$1][$1] }), v[pivot][pivot] > 1e-10 * scale {
            left.removeAll { $0 == pivot }
            let diagonal = v[pivot][pivot]
            value += x[pivot] * x[pivot] / diagonal
            for row in left {
                let factor = v[row][pivot] / diagonal
                x[row] -= factor * x[pivot]
                for column in left { v[row][column] -= factor * v[pivot][column] }
            }
            rank += 1
        }
        return rank > 0 ? (value, rank) : nil
    }
}
