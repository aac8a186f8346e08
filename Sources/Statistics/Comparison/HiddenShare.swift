/// How the ratio of marked to unmarked would look if a share of the unmarked commits were AI's in truth.
///
/// With marked risk p over n commits, unmarked risk q over m commits, and a share f of the unmarked in truth AI's:
///
/// - `likeUnmarked`: the hidden commits are a random draw from the unmarked, their events split evenly. AI's risk becomes
///   (np + fmq)/(n + fm), the human one stays q: the ratio moves towards 1, for the classes are diluted.
/// - `likeMarked`: the hidden commits fail as the marked ones do. Then q = f p + (1 − f) h, the human risk is
///   h = (q − fp)/(1 − f), and the ratio p/h moves away from 1, for the contamination is taken out. Not possible, and
///   `nil`, where h would not be above 0.
///
/// The truth lies between if the hidden commits' risk does. Source of both: the standard algebra of nondifferential
/// misclassification, T. L. Lash, M. P. Fox, A. K. Fink, *Applying Quantitative Bias Analysis* (2009), ch. 6.
package struct HiddenShare: Hashable, Sendable {
    /// A class's risk (a share of commits with the event) and its standard error.
    package struct Risk: Hashable, Sendable {
        package let commits: Double
        package let value: Double
        package let standardError: Double

        package init(commits: Double, value: Double, standardError: Double) {
            precondition(commits > 0 && value >= 0 && value <= 1 && standardError >= 0, "a risk lies in 0...1")
            self.commits = commits
            self.value = value
            self.standardError = standardError
        }
    }

    /// What is taken to be true of the hidden AI commits' risk.
    package enum Assumption: String, CaseIterable, Hashable, Sendable {
        case likeUnmarked = "like_unmarked"
        case likeMarked = "like_marked"
    }

    package let marked: Risk
    package let unmarked: Risk
    package let confidence: Confidence

    package init(marked: Risk, unmarked: Risk, _ confidence: Confidence = .percent95) {
        self.marked = marked
        self.unmarked = unmarked
        self.confidence = confidence
    }

    /// The AI ÷ human ratio with `share` (0 ≤ share < 1) of the unmarked commits taken as AI's, delta method on the log
    /// scale; `nil` where a risk is 0 or the assumption contradicts the data.
    package func ratio(share: Double, _ assumption: Assumption) -> Effect? {
        precondition(share >= 0 && share < 1, "the hidden share lies in 0..<1")
        let p = marked.value
        let q = unmarked.value
        guard p > 0, q > 0 else { return nil }
        let ai: Double
        let human: Double
        // The slopes of ln(ai) − ln(human) in p and in q.
        let slopes: (p: Double, q: Double)
        switch assumption {
        case .likeUnmarked:
            let hidden = share * unmarked.commits
            ai = (marked.commits * p + hidden * q) / (marked.commits + hidden)
            human = q
            let events = marked.commits * p + hidden * q
            slopes = (marked.commits / events, hidden / events - 1 / q)
        case .likeMarked:
            ai = p
            human = (q - share * p) / (1 - share)
            guard human > 0, human <= 1 else { return nil }
            slopes = (1 / p + share / (q - share * p), -1 / (q - share * p))
        }
        let one = slopes.p * marked.standardError
        let two = slopes.q * unmarked.standardError
        return .ratio(ai / human, logVariance: one * one + two * two, confidence)
    }
}
