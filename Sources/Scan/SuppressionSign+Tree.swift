import Attribution
import Git
import LineHistory

extension SuppressionSign {
    /// The signs in the tree of the analysed revision. Of its files only those few are read whose paths can hold one.
    static func all(at tip: LineHistory, in repository: borrowing Repository) throws(GitError) -> [SuppressionSign] {
        var files: [(path: String, text: String)] = []
        for file in tip.tip where file.content == .text {
            let path = String(decoding: tip.paths[file.path], as: UTF8.self)
            guard isCandidate(path: path), let entry = tip.versions[Int(file.version)].entry else { continue }
            files.append((path, String(decoding: try repository.blob(entry.id), as: UTF8.self)))
        }
        return all(in: files)
    }
}
