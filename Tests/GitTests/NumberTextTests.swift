import Testing

@testable import Git

@Suite struct NumberTextTests {
    @Test(
        "Digits are those of the number, with zeros before them up to the width",
        arguments: [
            (UInt64(0), 1, "0"), (9, 1, "9"), (10, 1, "10"), (7, 2, "07"), (123, 2, "123"), (0, 3, "000"),
            (9_999_999_999_999_999_999, 1, "9999999999999999999"),
            (10_000_000_000_000_000_000, 1, "10000000000000000000"), (.max, 1, "18446744073709551615"),
        ])
    func digits(number: UInt64, width: Int, text: String) {
        var bytes = Array("x".utf8)
        bytes.append(digitsOf: number, width: width)
        #expect(String(decoding: bytes, as: UTF8.self) == "x" + text)
    }

    @Test("A negative number has a minus sign", arguments: [-1, 0, Int.min, .max])
    func signs(number: Int) {
        var bytes: [UInt8] = []
        bytes.append(digitsOf: number)
        #expect(String(decoding: bytes, as: UTF8.self) == String(number))
    }

    @Test("A name is spelt by the digits that it was read from")
    func names() {
        let digits = "0123456789abcdef00112233445566778899aabb"
        #expect(ObjectID(hex: digits)?.hex == digits)
    }
}
