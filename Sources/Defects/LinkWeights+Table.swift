extension LinkWeights {
    /// For the edges of chains, where youth is little evidence: fixes are young by nature.
    ///
    /// Fitted as a choice among the candidates of each fix (a conditional logit) to fixes of DPDK, FRRouting and DynamoRIO that declare
    /// their inducer, and rounded; then age and recency were halved.
    package static let chains = LinkWeights([
        (.removedCode, 1.3),
        (.removedFiller, 2.1),
        (.besideAddition, 0.9),
        (.besideChange, 0.2),
        (.testLines, 1.6),
        (.codeShare, 1.5),
        (.around, 1.2),
        (.age, -1.5),
        (.sameDay, -1.7),
        (.recency, 0.25),
        (.size, 0.6),
        (.massChange, -0.6),
        (.initialImport, -0.9),
        (.cosmetic, -1.0),
        (.subjectLikeness, 0.6),
        (.subjectCovered, 1.8),
        (.messageLikeness, 2.3),
    ])
}
