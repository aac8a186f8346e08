import Testing

@testable import Defects

@Suite struct LinkRulesTests {
    @Test(
        "The points of every rule are added up, each by the answers to its questions",
        arguments: [
            (lines: 0.0, age: 0.0, expected: -0.75), (0.5, 0.9, -0.75), (0.6, 0.2, 1.25), (0.6, 0.3, 2.25),
        ])
    func points(lines: Double, age: Double, expected: Double) {
        let rules = LinkRules(
            """
            lines 0.5 -1 age 0.2 1 2
            0.25
            """)
        var features = LinkFeatures()
        features[.lines] = lines
        features[.age] = age
        #expect(rules.score(features) == expected)
    }

    @Test func theTableIsReadWholeAndPrefersWhoWroteTheLines() {
        var writer = LinkFeatures()
        for (feature, value) in [
            (LinkFeature.removedCode, 1.0), (.codeShare, 1), (.around, 1), (.recency, 1), (.lines, 0.5), (.files, 1),
            (.sharedFiles, 1), (.age, 0.4), (.distance, 0.5), (.usualAge, 0.5), (.usualDistance, 0.5),
        ] { writer[feature] = value }
        var bystander = writer
        for feature in [LinkFeature.removedCode, .codeShare, .around, .recency, .lines, .files] {
            bystander[feature] = 0
        }
        bystander[.fileOnly] = 1
        #expect(LinkRules.links.score(writer) > LinkRules.links.score(bystander) + 2)
    }
}

@Suite struct LinkCalibrationTests {
    @Test func confidenceRisesWithTheShareAndNeverReachesCertainty() {
        let shares = stride(from: 0.0, through: 1.0, by: 0.01)
        for confidence in [LinkCalibration.confidence, LinkCalibration.chainConfidence] {
            let values = shares.map { confidence($0) }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(values.allSatisfy { $0 > 0 && $0 < 0.95 })
        }
    }
}
