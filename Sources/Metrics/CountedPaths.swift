extension AuditFacts {
    /// By path number: whether the lines of a path are counted.
    var countedPaths: [Bool] { (0..<UInt32(lines.paths.count)).map { isCounted(path: $0) } }
}
