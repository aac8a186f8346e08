import LineHistory

extension AuditFacts {
    /// By position: meaningful lines that the commit wrote.
    ///
    /// - Parameter isCounted: by path number, whether lines that were written there are counted.
    func writtenLines(_ isCounted: [Bool]) -> [Int] {
        var written = [Int](repeating: 0, count: history.count)
        let (versions, births) = (lines.versions, lives.births)
        for index in births.indices {
            let version = versions[Int(births.run(at: index).version)]
            if isCounted[Int(version.path)] { written[Int(version.commit)] += births.meaningfulCount(at: index) }
        }
        return written
    }
}
