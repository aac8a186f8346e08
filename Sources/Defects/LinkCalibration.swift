/// From a candidate's share to the share of such links that were right.
enum LinkCalibration {
    static func confidence(share: Double) -> Double { share }
    static func chainConfidence(share: Double) -> Double { share }
    static func flat(_ variant: LinkVariant, answers: Int) -> Double { 0.6 / Double(max(1, answers)) }
}
