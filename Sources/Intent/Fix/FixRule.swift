/// One line of the table by which a message is judged to be a repair: phrases, or a form of the message, and a weight.
///
/// Weights are log odds. The verdict is their sum: see ``FixClassifier``.
package struct FixRule: Sendable {
    /// Where a phrase counts.
    package enum Place: String, Sendable, CaseIterable {
        /// The first words of the subject, behind `area:`, tags and keys.
        case head
        /// Anywhere in the subject.
        case subject
        /// Anywhere behind the subject, but for trailers that name people and systems.
        case body
        /// No phrase: the form of the message, a trailer, a declaration or a key. ``FixRule/id`` says which.
        case form
    }

    /// Stable; `place.topic`.
    package let id: String
    package let place: Place
    /// Log odds that the rule adds, once, however often it is met.
    package let weight: Double
    /// In lower case, without apostrophes; empty for a form.
    package let phrases: [String]

    package init(id: String, place: Place, weight: Double, phrases: [String]) {
        self.id = id
        self.place = place
        self.weight = weight
        self.phrases = phrases
    }

    init(_ id: String, _ place: Place, _ weight: Double, _ phrases: String = "") {
        self.id = id
        self.place = place
        self.weight = weight
        self.phrases = phrases.split(separator: ",").map { phrase in
            phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// Where a rule stands in ``all``.
    static func index(of id: String) -> Int {
        guard let index = all.firstIndex(where: { $0.id == id }) else {
            preconditionFailure("no rule \(id) in the table")
        }
        return index
    }
}
