import LineHistory

extension AuditFacts {
    /// By position: meaningful lines that the commit wrote.
    ///
    /// - Parameter isCounted: by path number, whether lines that were written there are counted.
    func writtenLines(_ isCounted: [Bool]) -> [Int] {
        var written = [Int](repeating: 0, count: history.count)
        for (version, count) in zip(lines.versions, lives.meaningfulCounts) where isCounted[Int(version.path)] {
            written[Int(version.commit)] += Int(count)
        }
        return written
    }
}
