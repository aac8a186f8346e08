import Gates
import Metrics
import Reports

/// What scanning one of several repositories leaves behind: little, for there may be many.
struct RepositoryRun: Sendable {
    /// What stands in runs.csv of a repository that was scanned.
    struct Figures: Sendable {
        let commits: Int
        let merges: Int
        let marked: Int
        let revision: String
        let comparisons: RepositoryComparisons
    }

    /// What was found, or what went wrong.
    let outcome: Result<Figures, any Error>
    /// What is to be said, in this order.
    let messages: [Message]
    /// The answers of its gates, where any were asked for.
    var gates: GateReport?
    var metrics = MonitoringMetrics()

    /// What a scan of it alone ends with.
    var status: ExitStatus {
        switch outcome {
        case .success: gates.map { GateExit.status($0.status) } ?? .done
        case .failure(let error): Failure.of(error).status
        }
    }
}

extension RepositoryRun.Figures {
    init(_ results: AuditResults) {
        let history = results.facts.history
        self.init(
            commits: results.reported.count, merges: results.reported.count { history.isMerge($0) },
            marked: results.classes.filter(\.authorClass.isAI).reduce(0) { $0 + $1.commits },
            revision: history.ids[history.tip].hex,
            comparisons: RepositoryComparisons(results.facts.repository, results.evidence.comparisons))
    }
}

/// Something to say when its turn has come.
enum Message: Sendable {
    /// On standard error, a line.
    case note(String)
    /// On standard output, with its line ends.
    case text(String)

    func say() {
        switch self {
        case .note(let text): Note.say(text)
        case .text(let text): print(text, terminator: "")
        }
    }
}
