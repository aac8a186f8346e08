import Git

/// Paths as numbers, in the order in which they were first met.
package struct PathTable: Sendable {
    private var numbers: [PathBytes: UInt32] = [:]
    private var paths: [[UInt8]] = []

    package init() {}

    /// The number of paths.
    package var count: Int { paths.count }

    /// The bytes of a path.
    package subscript(number: UInt32) -> [UInt8] { paths[Int(number)] }

    /// The same numbers with other bytes, for reading only.
    func mapped(_ other: ([UInt8]) -> [UInt8]) -> PathTable {
        var table = PathTable()
        table.paths = paths.map(other)
        return table
    }

    /// The number of a path, given to it now if it is new.
    package mutating func number(of path: ArraySlice<UInt8>) -> UInt32 {
        if let known = numbers[PathBytes(path)] { return known }
        let number = UInt32(paths.count)
        let own = Array(path)
        numbers[PathBytes(own[...])] = number
        paths.append(own)
        return number
    }
}
