import Testing

@testable import Reports

@Suite struct CSVReaderTests {
    @Test(
        "Rows are read as RFC 4180 has them, and as people write them",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            ("\"a,b\",\"c\r\nd\"\n", [["a,b", "c\r\nd"]]),
            ("\"say \"\"hi\"\"\",\"\"\n", [["say \"hi\"", ""]]),
            ("a,,\n,,\n", [["a", "", ""], ["", "", ""]]),
            ("a\n\nb\n", [["a"], [""], ["b"]]),
            ("a\r\n\r\nb\r\n", [["a"], [""], ["b"]]),
            ("\u{FEFF}a,b\n", [["a", "b"]]),
            ("ab\"c\",d\n", [["ab\"c\"", "d"]]),
            ("\"ab\"c,d\n", [["abc", "d"]]),
            ("\"open,\n", [["open,\n"]]),
            ("\"\"", [[""]]),
            ("", []),
            ("ü✓,\u{1F916}\n", [["ü✓", "\u{1F916}"]]),
        ] as [(String, [[String]])])
    func rows(text: String, rows: [[String]]) {
        for size in [1, 2, 3, 1000] {
            var reader = CSVReader()
            var found: [[String]] = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                reader.read(bytes[start..<min(start + size, bytes.count)]) { found.append($0) }
            }
            reader.finish { found.append($0) }
            #expect(found == rows)
        }
    }
}
