import Testing

@testable import Git

@Suite struct IdentityNumbersTests {
    @Test("Those who are written alike share a number, in the order in which they come")
    func order() {
        var people = IdentityNumbers()
        let names = ["Ada", "ada", "", "Grace Hopper", "Gr\u{E4}fin", "Gra\u{308}fin"]
        let identities = names.flatMap { name in
            ["", "a@example.org", "b@example.org"].map { Identity(name: name, email: $0) }
        }
        #expect(identities.map { people.insert($0) } == Array(identities.indices))
        #expect(identities.reversed().map { people.insert($0) } == identities.indices.reversed())
        #expect(people.identities.map(\.text) == identities.map(\.text))
        // What moves from the name to the address is another person.
        #expect(people.insert(Identity(name: "Adaa@example.org", email: "")) == identities.count)
    }

    @Test("A mailmap says the same of many as of each")
    func mailmap() {
        let mailmap = Mailmap(
            text: Array("Ada <ada@example.org> <old@example.org>\n<g@example.org> Grace <h@example.org>\n".utf8))
        let identities = (0..<40).map { number in
            Identity(
                name: ["Ada", "Grace", "Someone"][number % 3],
                email: ["old@example.org", "OLD@example.org", "h@example.org", "x@example.org"][number % 4])
        }
        #expect(mailmap.resolve(count: identities.count) { identities[$0] } == identities.map { mailmap.resolve($0) })
    }
}
