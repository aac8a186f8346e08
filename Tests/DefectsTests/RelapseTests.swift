import Testing

@testable import Defects

@Suite struct RelapseTests {
    @Test func linesThatAFixRemovedComeBackWhereTheyAreLongOrManyEnough() throws {
        let story = try Defective(Fixture("relapses"))
        #expect(
            story.events(.relapse) == [
                "Tidy the sources <- Fix crash in long", "Tidy the sources <- Fix crash in pair",
            ])
        let relapses = story.defects.reintroductions.filter { $0.form == .relapse }
        #expect(relapses.map(\.lines) == [1, 2])
        #expect(relapses.allSatisfy { $0.confidence == 0.6 })
    }
}
