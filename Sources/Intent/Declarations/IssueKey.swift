/// The name of an issue in a tracker, as a message gives it, in one spelling: `#123`, `owner/project#123`, `ABC-123`,
/// `bug 123`, `CVE-2024-1234`.
package struct IssueKey: Hashable, Sendable {
    package enum Relation: UInt8, Comparable, Sendable {
        /// A number that a forge appends to a squashed subject, or a merged pull request: the change's own number.
        case change
        case mentions
        /// "closes #1", "resolves #1".
        case closes
        /// "fixes #1", "bugfix for #1".
        case fixes

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let text: String
    package let relation: Relation

    package init(text: String, relation: Relation) {
        self.text = text
        self.relation = relation
    }
}
