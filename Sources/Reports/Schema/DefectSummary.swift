import Defects
import Metrics
import Statistics

/// What summary.json says of fixes, links and chains, and how far they can be trusted.
struct DefectSummary: Encodable {
    let fixes: Int
    let linksDeclared: Int
    let linksInferred: Int
    let inducingCommits: Int
    let reverts: Int
    let chains: Int
    let deepestChain: Int
    let followUps: Int
    let reintroductions: [FormCount]
    /// Inferred links against declared ones of the same repository.
    let linkAgreement: Agreement
    /// Each classifier against the user's labels.
    let labelAgreement: [Agreement]

    struct FormCount: Encodable {
        let form: String
        let count: Int
        /// The mean confidence: the share of them that is expected to be right.
        let expectedPrecision: NumberOrNull
    }

    struct Agreement: Encodable {
        let classifier: String
        let judged: Int
        let precision: NumberOrNull
        let recall: NumberOrNull
        let f1: NumberOrNull
        let f1Low: NumberOrNull
        let f1High: NumberOrNull

        init(_ classifier: String, judged: Int, _ score: ClassificationScore) {
            self.classifier = classifier
            self.judged = judged
            precision = NumberOrNull(score.precision.value)
            recall = NumberOrNull(score.recall.value)
            f1 = NumberOrNull(score.f1)
            f1Low = NumberOrNull(score.f1Interval()?.lower)
            f1High = NumberOrNull(score.f1Interval()?.upper)
        }
    }

    init(_ results: AuditResults) {
        let defects = results.facts.defects
        fixes = defects.fixes.count(where: \.isFix)
        linksDeclared = defects.links.count { $0.counts && $0.isDeclared }
        linksInferred = defects.links.count { $0.counts && !$0.isDeclared && $0.isInferred }
        inducingCommits = defects.outcomes.count
        reverts = defects.reverts.count
        chains = defects.chains.count
        deepestChain = defects.chains.map(\.depth).max() ?? 0
        followUps = defects.edges.count(where: \.isFollowUp)
        reintroductions = Reintroduction.Form.allCases.map { form in
            let events = defects.reintroductions.filter { $0.form == form }
            return FormCount(
                form: form.rawValue, count: events.count,
                expectedPrecision: NumberOrNull(
                    events.isEmpty ? nil : events.reduce(0) { $0 + $1.confidence } / Double(events.count)))
        }
        let agreement = defects.agreement
        linkAgreement = Agreement(
            "links_inferred", judged: agreement.fixes,
            ClassificationScore(
                truePositives: agreement.both, falsePositives: agreement.inferred - agreement.both,
                falseNegatives: agreement.declared - agreement.both))
        labelAgreement = results.labelAgreement.classifiers.map { Agreement($0.name, judged: $0.labelled, $0.score) }
    }
}

typealias NumberOrNull = OrNull<Double>

/// A value that is written as `null` where it is missing: a synthesised encoder would leave the name out.
struct OrNull<Value: Encodable>: Encodable {
    private let value: Value?

    init(_ value: Value?) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}
