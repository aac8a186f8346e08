import Testing

@testable import Attribution

@Suite struct AuthorClassTests {
    @Test("The place of a class is that among all classes")
    func places() {
        #expect(AuthorClass.allCases.map(\.place) == Array(AuthorClass.allCases.indices))
    }
}
