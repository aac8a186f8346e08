import Testing

@testable import Git

@Suite struct TextBufferTests {
    @Test(
        "Digits are those of the number",
        arguments: [
            0, 9, 10, 99, 100, 123, 9_999_999_999_999_999_999, 10_000_000_000_000_000_000, UInt64.max,
        ])
    func digits(number: UInt64) {
        var digits = TextBuffer(capacity: 1)
        digits.append("x" as String)
        digits.append(digitsOf: number)
        #expect(digits.text == "x\(number)")
    }

    @Test("A fraction has six digits, with zeros before them", arguments: [0, 1, 70_010, 999_999])
    func fractions(number: Int) {
        var digits = TextBuffer()
        digits.append(sixDigitsOf: number)
        #expect(digits.text == String(String(1_000_000 + number).dropFirst()))
    }

    @Test("A negative number has a minus sign", arguments: [-1, 0, Int.min, .max])
    func signs(number: Int) {
        var digits = TextBuffer()
        digits.append(digitsOf: number)
        #expect(digits.text == String(number))
    }

    @Test("A name is spelt by the digits that it was read from")
    func names() {
        let digits = "0123456789abcdef00112233445566778899aabb"
        #expect(ObjectID(hex: digits)?.hex == digits)
    }

    @Test("Pieces stand one behind the other, however little room there was")
    func pieces() {
        var text = TextBuffer(capacity: 1)
        for number in 0..<100 {
            text.append("é\(number)" as String)
            text.append("" as String)
            text.append("; " as StaticString)
            text.append(Array("✓".utf8))
            text.append(UInt8(ascii: "\n"))
        }
        let whole = (0..<100).map { "é\($0); ✓\n" }.joined()
        #expect(text.text == whole && text.count == whole.utf8.count)
        let bytes = text.withBytes { Array($0) }
        #expect(bytes == Array(whole.utf8))
        text.insert(UInt8(ascii: "<"), at: 0)
        text.insert(UInt8(ascii: ">"), at: text.count)
        #expect(text.text == "<" + whole + ">")
        text.replace(from: 1, with: Array("a00".utf8))
        let (second, rest) = (text[1], text.bytes(from: 2))
        #expect(text.text == "<a00" && second == UInt8(ascii: "a") && rest == Array("00".utf8))
        text.trim(UInt8(ascii: "0"))
        #expect(text.text == "<a")
        text.removeAll()
        let none = text.bytes(from: 0)
        #expect(text.text.isEmpty && none.isEmpty)
    }

    @Test("A control character, a comma and a quotation mark are found wherever they stand, and nothing else is")
    func plain() {
        for length in 0...24 {
            for place in 0..<length {
                for byte in UInt8.min...UInt8.max {
                    var text = TextBuffer()
                    text.append("\0,\"\n" as String)
                    let start = text.count
                    for index in 0..<length { text.append(index == place ? byte : UInt8(ascii: "x")) }
                    let isPlain = byte >= 0x20 && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"")
                    let found = text.isPlain(from: start)
                    #expect(found == isPlain, "\(byte) at \(place) of \(length)")
                }
            }
            var high = TextBuffer()
            high.append([UInt8](repeating: 0xFF, count: length))
            let isHighPlain = high.isPlain(from: 0)
            #expect(isHighPlain)
        }
    }
}
