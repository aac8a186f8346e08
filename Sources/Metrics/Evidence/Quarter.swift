import Git

/// A quarter of a year in UTC.
package struct Quarter: Hashable, Comparable, Sendable {
    /// Quarters since the beginning of year 0.
    package let number: Int

    package init(seconds: Int64) {
        let (year, month, _) = UTCTime(seconds: seconds).date
        number = Int(year) * 4 + (month - 1) / 3
    }

    package init(number: Int) {
        self.number = number
    }

    /// `YYYY-Qn`.
    package var text: String {
        let year = number >= 0 ? number / 4 : (number - 3) / 4
        let digits = String(abs(year))
        return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + "-Q\(number - year * 4 + 1)"
    }

    package static func < (one: Quarter, other: Quarter) -> Bool { one.number < other.number }
}
