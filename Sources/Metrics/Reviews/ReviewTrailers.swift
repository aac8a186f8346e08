import Attribution
import Git

/// People whom a message names as reviewers.
package enum ReviewTrailers {
    /// Keys that say of a person to have looked at the change, in small letters.
    private static let keys: Set<String> = ["reviewed-by", "acked-by", "approved-by"]

    /// How many people besides the author are named, each once; AI tools are none.
    ///
    /// - Parameter verdict: on the same commit; it tells which trailers name tools.
    package static func count(in commit: CommitMarks, verdict: Verdict) -> Int {
        var people: Set<String> = []
        for trailer in commit.trailers where trailer.lead.isEmpty && keys.contains(trailer.key.lowercased()) {
            let person = Identity(text: trailer.value)
            let isAuthor =
                person.email.isEmpty
                ? person.name.lowercased() == commit.author.name.lowercased()
                : person.email.lowercased() == commit.author.email.lowercased()
            let isTool = verdict.matches.contains {
                $0.channel == .trailer && !$0.text.isEmpty && trailer.value.contains($0.text)
            }
            if !isAuthor && !isTool { people.insert((person.email.isEmpty ? person.name : person.email).lowercased()) }
        }
        return people.count
    }
}
