/// What may be unusual about a point of a control chart.
///
/// Source of the eight rules and of their numbers: L. S. Nelson, Journal of Quality Technology 16 (1984) 237.
package enum ChartRule: String, CaseIterable, Hashable, Sendable {
    case beyondLimits = "nelson_1"
    case nineOnOneSide = "nelson_2"
    case sixInTrend = "nelson_3"
    case fourteenAlternating = "nelson_4"
    case twoOfThreeBeyondTwoSigma = "nelson_5"
    case fourOfFiveBeyondOneSigma = "nelson_6"
    case fifteenWithinOneSigma = "nelson_7"
    case eightBeyondOneSigma = "nelson_8"
    case exponentialAverage = "ewma"
    case cumulativeSum = "cusum"

    /// Whether the rule may pull the cord. The others are notes: all eight Nelson rules together raise a false alarm
    /// every 73 points on steady data, and find a shift of one sigma no sooner than EWMA or CUSUM does.
    package var isAlarm: Bool {
        switch self {
        case .beyondLimits, .exponentialAverage, .cumulativeSum: true
        default: false
        }
    }

    /// The rule in plain words.
    package var meaning: String {
        switch self {
        case .beyondLimits: "one point beyond the control limits"
        case .nineOnOneSide: "nine points in a row on one side of the centre"
        case .sixInTrend: "six points in a row steadily rising or falling"
        case .fourteenAlternating: "fourteen points in a row going up and down in turn"
        case .twoOfThreeBeyondTwoSigma: "two of three points more than two sigma out on the same side"
        case .fourOfFiveBeyondOneSigma: "four of five points more than one sigma out on the same side"
        case .fifteenWithinOneSigma: "fifteen points in a row within one sigma of the centre"
        case .eightBeyondOneSigma: "eight points in a row with none within one sigma of the centre"
        case .exponentialAverage: "the weighted average of recent points has drifted from the baseline"
        case .cumulativeSum: "the summed excess over the baseline shows a lasting shift"
        }
    }
}

/// The side of the centre on which something happened.
package enum ChartSide: String, Hashable, Sendable {
    case high
    case low
}

/// One rule that a point set off.
package struct ChartSignal: Hashable, Sendable {
    package let rule: ChartRule
    /// `nil` for the rules that look at the pattern and not at a side.
    package let side: ChartSide?
}
