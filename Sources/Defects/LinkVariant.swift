/// Which rule picks the inducers of a fix among the commits that its lines lead to: ours, or one of those published as SZZ.
///
/// The published ones are told apart by what they leave out and whom they pick (Rosa et al., "A comprehensive evaluation of SZZ
/// variants", JSS 2023).
package enum LinkVariant: String, Sendable, CaseIterable {
    /// Every commit that wrote a removed line (Śliwerski, Zimmermann and Zeller, 2005).
    case b
    /// As `b`, without blank lines, lines of brackets and comments (Kim et al., 2006).
    case ag
    /// As `ag`, without merges and commits that changed nothing but white space or file modes (da Costa et al., 2017).
    case ma
    /// Of `ag`, the commit that wrote the most removed lines (Davies et al., 2014).
    case l
    /// Of `ag`, the most recent commit (Davies et al., 2014).
    case r
    /// The one with the highest sum of weights, of removed and surrounding lines alike.
    case andon
}
