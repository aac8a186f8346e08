import Git

/// Whether another person than its author looked at a change, as far as git tells.
package enum ReviewStanding: String, Sendable {
    /// A trailer names a reviewer, or another person merged it on a platform.
    case reviewed
    /// Nothing says so, in a project that records reviews.
    case unreviewed
    /// The project records no reviews, or the platform squashed the change and kept them to itself.
    case unknown
}

/// Who looked at which change.
package struct Reviews: Sendable {
    /// By position.
    package let standings: [ReviewStanding]
    /// Of the commits without merges that landed within the last year of the data, the share with a recorded review.
    package let recordedShare: Double?

    /// Below this share of last year's commits a project is taken to record no reviews.
    package static let leastRecorded = 0.1

    package init(_ facts: AuditFacts) {
        let mergers = Self.mergers(facts)
        let count = facts.history.count
        let isRecorded = (0..<count).map { commit in
            facts.commits[commit].reviewers > 0
                || (mergers[commit].map { facts.people[$0] != facts.people[commit] } ?? false)
        }
        let recent = (0..<count).filter {
            !facts.history.isMerge($0) && facts.dataHorizon - facts.landedAt[$0] <= 365 * DayCount.seconds
        }
        let share = recent.isEmpty ? nil : Double(recent.count { isRecorded[$0] }) / Double(recent.count)
        recordedShare = share
        let isKept = share ?? 0 >= Self.leastRecorded
        standings = (0..<count).map { commit in
            if isRecorded[commit] { return .reviewed }
            return isKept && !Self.isSquashed(facts.commits[commit]) ? .unreviewed : .unknown
        }
    }

    /// By position: the platform's merge that brought a commit into the analysed branch.
    private static func mergers(_ facts: AuditFacts) -> [Int?] {
        let history = facts.history
        var mergers = [Int?](repeating: nil, count: history.count)
        var isSeen = [Bool](repeating: false, count: history.count)
        for change in history.trunk.reversed() {
            let merger = history.isMerge(change) && isPlatformMerge(facts.commits[change]) ? change : nil
            var waiting = [change]
            while let position = waiting.popLast() {
                if isSeen[position] { continue }
                isSeen[position] = true
                if position != change { mergers[position] = merger }
                for parent in history.parents(of: position) { waiting.append(Int(parent)) }
            }
        }
        return mergers
    }

    /// The subjects that GitHub, Gitea and Forgejo, GitLab and Bitbucket give their merges. Git's own merges into a branch do not
    /// quote its name.
    private static func isPlatformMerge(_ commit: CommitFacts) -> Bool {
        let subject = commit.subject
        return subject.hasPrefix("Merge pull request ")
            || (subject.hasPrefix("Merge branch '") && subject.contains(" into '"))
            || (subject.hasPrefix("Merged in ") && subject.contains("(pull request #"))
    }

    /// GitHub's squash of a pull request: its own committer, and the request's number at the end of the subject.
    private static func isSquashed(_ commit: CommitFacts) -> Bool {
        commit.committer.email == "noreply@github.com" && commit.subject.hasSuffix(")") && commit.subject.contains("(#")
    }
}
