import Attribution
import Git

/// Other names for the people of a history.
///
/// `Person 1` is whoever appears first, and so on: by the landing of the commit, its author before its committer. A number tells nothing
/// of the name, as a hash of an address would to anybody who can guess addresses; and commits that land later add numbers without
/// changing any. Object ids stay, so that whoever holds the repository can look people up.
struct Pseudonyms {
    private var numbers: [Identity: Int] = [:]
    private var seen: Set<Identity> = []
    private var cover = TextCover()

    /// Names that are a role or a platform and no person, in lower case: they stay in texts, where they are words.
    private static let roles: Set<String> = [
        "admin", "administrator", "bot", "build", "builder", "ci", "deploy", "dev", "developer", "git", "github",
        "gitlab", "gitea", "jenkins", "nobody", "none", "release", "root", "test", "tester", "ubuntu", "unknown",
        "user",
        "web-flow", "your name",
    ]

    init(_ facts: AuditFacts) {
        let ids = facts.history.ids
        let order = ids.indices.sorted {
            (facts.landedAt[$0], facts.commits[$0].authoredAt, ids[$0])
                < (facts.landedAt[$1], facts.commits[$1].authoredAt, ids[$1])
        }
        for commit in order {
            let own = facts.commits[commit]
            let channels = own.attribution.matches.map(\.channel)
            add(own.author, facts, isTool: channels.contains(.author))
            add(own.committer, facts, isTool: channels.contains(.committer))
            if let responsible = own.attribution.responsible { add(responsible, facts, isTool: false) }
        }
    }

    /// What stands for a person, before the mailmap or after.
    func identity(_ identity: Identity, _ facts: AuditFacts) -> Identity {
        Identity(name: Self.name(numbers[facts.mailmap.resolve(identity)] ?? 0), email: "")
    }

    /// A text of the repository without names and addresses.
    func covered(_ text: String) -> String { cover.covered(text) }

    /// The bytes of a path without names and addresses; one that is no UTF-8 is covered as it is printed.
    func covered(path: [UInt8]) -> [UInt8] { Array(cover.covered(path: String(path: path)).utf8) }

    /// What a pseudonym begins with.
    static let word = "Person"

    private static func name(_ number: Int) -> String { "\(word) \(number)" }

    /// The name of a tool stays in texts: it is evidence, and nobody's.
    private mutating func add(_ raw: Identity, _ facts: AuditFacts, isTool: Bool) {
        guard seen.insert(raw).inserted else { return }
        let person = facts.mailmap.resolve(raw)
        let number = numbers[person] ?? numbers.count + 1
        numbers[person] = number
        for identity in [raw, person] {
            cover.add(identity.email, substitute: Self.name(number))
            if !isTool, !Self.roles.contains(identity.name.lowercased()) {
                cover.add(identity.name, substitute: Self.name(number))
            }
            if !isTool, let account = Self.account(identity.email) {
                cover.add(account, substitute: Self.name(number))
            }
        }
    }

    /// The account in an address that a platform gives out: `12345+account@users.noreply.github.com`.
    private static func account(_ address: String) -> String? {
        guard let at = address.lastIndex(of: "@"), address[at...].contains("noreply.") else { return nil }
        return address[..<at].split(separator: "+").last.map(String.init)
    }
}
