/// Addresses from which no person writes.
enum PersonalAddress {
    /// Whether an address is nobody's: none at all, one that takes no answer, a bot's account, or a domain that RFC 2606 sets
    /// aside. A person's hidden GitHub address is a person's.
    static func isNobody(_ email: String) -> Bool {
        let email = email.lowercased()
        guard let at = email.lastIndex(of: "@") else { return true }
        let local = email[..<at]
        let domain = email[email.index(after: at)...]
        if local.contains("[bot]") { return true }
        if domain == "users.noreply.github.com" { return false }
        if ["noreply", "no-reply", "donotreply", "do-not-reply"].contains(where: { local.hasPrefix($0) }) {
            return true
        }
        let last = domain.split(separator: ".").last ?? ""
        return ["invalid", "local", "localhost", "test", "example"].contains(String(last))
            || ["example.com", "example.org", "example.net"].contains { domain == $0 || domain.hasSuffix(".\($0)") }
    }
}
