extension LinkWeights {
    /// For single links.
    ///
    /// Fitted as a choice among the candidates of each fix (a conditional logit) to fixes of DPDK, FRRouting and DynamoRIO that declare
    /// their inducer, and rounded. Projects that declare in trailers favour old commits, those that write prose favour young ones:
    /// age and recency stand between the two.
    package static let links = LinkWeights([
        (.removedCode, 1.3),
        (.removedFiller, 2.1),
        (.besideAddition, 0.9),
        (.besideChange, 0.2),
        (.testLines, 1.6),
        (.codeShare, 1.5),
        (.around, 1.2),
        (.age, -3.0),
        (.sameDay, -1.7),
        (.recency, 0.5),
        (.size, 0.6),
        (.massChange, -0.6),
        (.initialImport, -0.9),
        (.cosmetic, -1.0),
        (.subjectLikeness, 0.6),
        (.subjectCovered, 1.8),
        (.messageLikeness, 2.3),
    ])

    /// For the edges of chains: half the weight of all that speaks for young candidates, since fixes are young by nature.
    package static let chains = LinkWeights(
        LinkFeature.allCases.map { feature in
            let isYouth = feature == .age || feature == .recency
            return (feature, links[feature] * (isYouth ? 0.5 : 1))
        })
}
