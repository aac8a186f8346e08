import Testing

@testable import Attribution

@Suite struct JSONTextTests {
    @Test(
        "A value is found behind whatever stands before it",
        arguments: [
            (#"{"a":"x","k":"v"}"#, "v"), (#" { "a" : { "k" : "no" } , "k" : "v" } "#, "v"),
            (#"{"a":[1,{"b":"}]"}],"k":"v"}"#, "v"), (#"{"a":"\"k\":\"no\"","k":"v"}"#, "v"),
            (#"{"a":-1.5e3,"b":null,"c":true,"k":"v"}"#, "v"), (#"{"k":"a\u0041\n\\"}"#, "aA\n\\"),
            (#"{"k":"v","broken"#, "v"), (#"{"k":"caf\u00e9 ✓"}"#, "café ✓"),
        ])
    func found(text: String, value: String) {
        let json = JSONText(Array(text.utf8))
        #expect(json.value("k", in: 0..<text.utf8.count).flatMap(json.string) == value)
    }

    @Test(
        "Nothing is found where nothing is",
        arguments: [
            "", "{", "[]", #"{"a":"k"}"#, #"{"a":{"k":"v"}}"#, #"{"k""#, #"{"k":"#, #"{"a" "k":"v"}"#, #"{"k":1}"#,
        ])
    func absent(text: String) {
        let json = JSONText(Array(text.utf8))
        #expect(json.value("k", in: 0..<text.utf8.count).flatMap(json.string) == nil)
    }

    @Test("Depth costs no stack")
    func deep() {
        let text =
            "{\"a\":" + String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
            + ",\"k\":\"v\"}"
        let json = JSONText(Array(text.utf8))
        #expect(json.value("k", in: 0..<text.utf8.count).flatMap(json.string) == "v")
    }
}
