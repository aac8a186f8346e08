import Testing

@testable import Git

@Suite struct NumberedKeysTests {
    @Test("Keys have numbers in the order in which they first came, and others have none")
    func numbers() {
        var keys = NumberedKeys()
        var expected: [UInt64: Int] = [:]
        // Few of many keys, so that most come again; all of them far apart or side by side.
        for step in 0..<20_000 as Range<UInt64> {
            let key = step % 3 == 0 ? step % 1_000 : (step &* step % 5_003) << 40
            let number = expected[key] ?? expected.count
            expected[key] = number
            #expect(keys.insert(key) == number)
        }
        #expect(keys.count == expected.count)
        for (key, number) in expected {
            #expect(keys.number(of: key) == number)
            #expect(keys.keys[number] == key)
        }
        for key in [1_001, .max, 1 << 39] as [UInt64] { #expect(keys.number(of: key) == nil) }
    }
}
