import LineHistory

extension AuditFacts {
    /// By position: meaningful lines that the commit wrote.
    ///
    /// - Parameter isCounted: by path number, whether lines that were written there are counted.
    func writtenLines(_ isCounted: [Bool]) -> [Int] {
        var written = [Int](repeating: 0, count: history.count)
        let versions = lines.versions
        for birth in lives.births {
            let version = versions[Int(birth.run.version)]
            if isCounted[Int(version.path)] { written[Int(version.commit)] += birth.marks.count(where: \.isMeaningful) }
        }
        return written
    }
}
