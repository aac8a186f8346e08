import Git

/// A day of the Gregorian calendar, UTC.
package struct CivilDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let number: Int

    package init(seconds: Int64) {
        number = Int(UTCTime(seconds: seconds).dayNumber)
    }

    /// Reads `YYYY-MM-DD`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, let year = Int64(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), let time = UTCTime(year: year, month: month, day: day)
        else { return nil }
        self.init(seconds: time.seconds)
    }

    package init(year: Int, month: Int, day: Int) {
        guard let time = UTCTime(year: Int64(year), month: month, day: day) else {
            preconditionFailure("\(year)-\(month)-\(day) is no day of the calendar")
        }
        self.init(seconds: time.seconds)
    }

    package var description: String { UTCTime(seconds: Int64(number) * 86_400).dateText }

    package static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}
