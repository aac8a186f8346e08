import Testing

@testable import Git

@Suite struct UTCTimeTests {
    @Test(
        "Seconds are calendar text",
        arguments: [
            (0, "1970-01-01 00:00:00", "1970-Q1"), (-1, "1969-12-31 23:59:59", "1969-Q4"),
            (951_782_400, "2000-02-29 00:00:00", "2000-Q1"), (2_147_483_648, "2038-01-19 03:14:08", "2038-Q1"),
            (4_107_542_399, "2100-02-28 23:59:59", "2100-Q1"), (4_107_542_400, "2100-03-01 00:00:00", "2100-Q1"),
            (4_294_967_295, "2106-02-07 06:28:15", "2106-Q1"), (8_589_934_592, "2242-03-16 12:56:32", "2242-Q1"),
            (253_402_300_799, "9999-12-31 23:59:59", "9999-Q4"), (-62_167_219_200, "0000-01-01 00:00:00", "0000-Q1"),
        ])
    func text(seconds: Int64, text: String, quarter: String) {
        let time = UTCTime(seconds: seconds)
        #expect(time.text == text)
        #expect(time.dateText == String(text.prefix(10)))
        #expect(time.monthText == String(text.prefix(7)))
        #expect(time.quarterText == quarter)
    }

    @Test("Every day from 1800 to 2300 follows the one before, and comes back from its text")
    func everyDay() throws {
        let first = try #require(UTCTime(year: 1800, month: 1, day: 1)).dayNumber
        let last = try #require(UTCTime(year: 2300, month: 12, day: 31)).dayNumber
        #expect(last - first + 1 == 501 * 365 + 121)
        for number in first...last {
            let time = UTCTime(seconds: number * 86_400 + 86_399)
            let (year, month, day) = time.date
            #expect(UTCTime(year: year, month: month, day: day)?.seconds == number * 86_400)
        }
    }

    @Test(
        "What is no day is none",
        arguments: [(2023, 2, 29), (2100, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0)]
    )
    func noDay(year: Int64, month: Int, day: Int) {
        #expect(UTCTime(year: year, month: month, day: day) == nil)
    }

    @Test("The largest numbers that fit have a text, and no trap", arguments: [Int64.max - 86_400, Int64.min + 86_400])
    func extremes(seconds: Int64) {
        #expect(UTCTime(seconds: seconds).text.count > 19)
    }
}
