import Foundation
import Git
import Testing

@testable import Attribution

@Suite struct MarkTableTests {
    @Test("Identifiers are unique and say tool, channel and name")
    func identifiers() {
        let ids = MarkTable.standard.entries.map(\.id)
        #expect(Set(ids).count == ids.count)
        for mark in MarkTable.standard.entries {
            let parts = mark.id.split(separator: ".")
            #expect(parts.count == 3)
            #expect(String(parts[1]) == mark.channel.rawValue)
        }
    }

    @Test("Every pattern compiles, and every pattern for lines has a literal")
    func patterns() throws {
        for mark in MarkTable.standard.entries {
            _ = try NSRegularExpression(pattern: mark.pattern)
            if mark.channel == .message {
                #expect(PatternLiterals(pattern: mark.pattern).required != nil, "\(mark.id)")
            }
        }
    }

    @Test("Every example matches its own rule, and no other level's rule wins", arguments: MarkChannel.allCases)
    func examples(channel: MarkChannel) {
        let attributor = Attributor()
        for mark in MarkTable.standard.entries where mark.channel == channel {
            let matches = attributor.verdict(for: commit(with: mark)).matches.filter { $0.channel == channel }
            #expect(Set(matches.map(\.level)) == [mark.level], "\(mark.id): \(matches)")
            // A better mark may take the place of a family's; it says the same.
            if mark.rank < .family { #expect(matches.contains { $0.rule == mark.id }, "\(mark.id): \(matches)") }
        }
    }

    /// A commit of a person that carries the example of a mark, and nothing else.
    private func commit(with mark: Mark) -> CommitMarks {
        let person = Identity(name: "Ann Example", email: "ann@somewhere.net")
        var commit = CommitMarks(author: person, committer: person, message: "Subject\n")
        switch mark.channel {
        case .author:
            commit.author = mark.key == "name" ? Identity(name: mark.example, email: "a@b.net") : identity(mark.example)
        case .committer:
            commit.committer =
                mark.key == "name" ? Identity(name: mark.example, email: "a@b.net") : identity(mark.example)
        case .coAuthor: commit.message += "\nCo-authored-by: \(mark.example)\n"
        case .trailer:
            commit.message += "\n\(mark.key): \(mark.example)\n"
            if case .besideTrailer(let other) = mark.condition { commit.message += "\(other): Claude\n" }
        case .message: commit.message = mark.key == "subject" ? mark.example : "Subject\n\n\(mark.example)\n"
        case .branch:
            commit.message = "Merge branch '\(mark.example)'"
            commit.isMerge = true
        case .note:
            commit.notes = [.init(ref: mark.key.replacingOccurrences(of: "*", with: "x"), text: mark.example)]
        }
        commit.trailers = Trailer.all(in: commit.message)
        return commit
    }

    private func identity(_ text: String) -> Identity { Identity(text: text) }
}
