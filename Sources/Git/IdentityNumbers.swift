/// Numbers for people as commits name them, in the order in which they come: 0, 1, 2, …
///
/// Those who are written with the same bytes share one. Nearly all commits name somebody who was named before, and a checksum of the
/// bytes costs a fraction of the hash of a text, which is the same for all ways to write it.
package struct IdentityNumbers: Sendable {
    /// By number.
    package private(set) var identities: [Identity] = []
    private var numbers = NumberedKeys()

    private static let seed = UInt64.random(in: .min ... .max)

    package init() {}

    /// The number of an identity, given to it now if it is new.
    package mutating func insert(_ identity: Identity) -> Int {
        let name = Checksum.of(identity.name, seed: Self.seed)
        var key = Checksum.of(identity.email, seed: name)
        while true {
            let number = numbers.insert(key)
            if number == identities.count { identities.append(identity) }
            if identities[number] == identity { return number }
            // Another one has the same checksum.
            key = Checksum.mixed(key, 1)
        }
    }
}
