import Git
import Metrics

/// The commits of a pull request: those that one revision reaches and another does not.
package struct CommitRange: Sendable {
    /// As the user wrote it.
    package let text: String
    /// By position, parents first.
    package let commits: [Int]

    /// - Parameters:
    ///   - base: commits that are no part of it, with all that they reach; those that the history does not hold reach nothing here.
    package init(text: String, history: History, base: some Sequence<Int>) {
        var isOld = [Bool](repeating: false, count: history.count)
        for commit in base { isOld[commit] = true }
        for commit in (0..<history.count).reversed() where isOld[commit] {
            for parent in history.parents(of: commit) { isOld[Int(parent)] = true }
        }
        self.text = text
        commits = (0..<history.count).filter { !isOld[$0] }
    }
}
