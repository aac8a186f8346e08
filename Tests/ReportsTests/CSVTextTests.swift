import Testing

@testable import Reports

@Suite struct CSVTextTests {
    static let quotingRows: [(String, String)] = [
        ("plain", "plain"), ("with, comma", "\"with, comma\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("carriage\rreturn", "\"carriage\rreturn\""), ("a\r\nb", "\"a\r\nb\""),
        ("", ""), (" blanks ", " blanks "), ("semi;colon", "semi;colon"), ("ünïcode ✓", "ünïcode ✓"),
        ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ]

    @Test(
        "Cells are quoted where they must be, and only there",
        arguments: quotingRows)
    func quoting(text: String, cell: String) {
        #expect(CSVText.text(.text(text)) == cell)
    }

    static let formulasRows: [(String, String)] = [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠A", "'＠A"),
        ("=a,b", "\"'=a,b\""), ("'=1", "'=1"), ("a=1", "a=1"), ("=\u{301}x", "'=\u{301}x"),
        ("\r\n=1", "\"'\r\n=1\""),
    ]

    @Test(
        "What a spreadsheet would take for a formula is made text",
        arguments: formulasRows)
    func formulas(text: String, cell: String) {
        #expect(CSVText.text(.text(text)) == cell)
    }

    @Test("NUL becomes the replacement character")
    func null() {
        #expect(CSVText.text(.text("a\0b")) == "a\u{FFFD}b")
    }

    static let numbersRows: [(Double, String)] = [
        (0, "0"), (-0.0, "0"), (1, "1"), (0.5, "0.5"), (1.0 / 3, "0.333333"), (2.0 / 3, "0.666667"),
        (-1.25, "-1.25"), (1e-7, "0"), (-1e-7, "0"), (1_234_567.891, "1234567.891"), (0.000001, "0.000001"),
        (0.1 + 0.2, "0.3"), (.nan, ""), (.infinity, ""), (-.infinity, ""), (1e300, ""), (8e12, "8000000000000"),
    ]

    @Test(
        "Numbers have at most six decimals, no exponent and no locale",
        arguments: numbersRows)
    func numbers(value: Double, cell: String) {
        #expect(CSVText.text(.number(value)) == cell)
    }

    @Test("Other cells are what they say, and missing is empty, never zero")
    func others() {
        #expect(CSVText.text(.integer(-12)) == "-12")
        #expect(CSVText.text(.integer(nil as Int?)) == "")
        #expect(CSVText.text(.boolean(true)) == "true")
        #expect(CSVText.text(.time(-1)) == "1969-12-31 23:59:59")
        #expect(CSVText.text(.time(4_294_967_296)) == "2106-02-07 06:28:16")
        #expect(CSVText.text(.missing) == "")
        #expect(CSVText.row([.text("a"), .missing, .integer(3)]) == "a,,3\r\n")
    }
}
