/// A moment as calendar text in UTC, for any number of seconds that a commit can name.
package struct UTCTime: Sendable {
    /// Seconds since 1970.
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    private static let day: Int64 = 86_400

    /// Days since 1970-01-01; negative before.
    package var dayNumber: Int64 {
        seconds >= 0 ? seconds / Self.day : (seconds - (Self.day - 1)) / Self.day
    }

    /// Year, month and day in the proleptic Gregorian calendar, in years from March to February and eras of 400 of them
    /// (Howard Hinnant, "chrono-compatible low-level date algorithms"; within an era Cassio Neri, Lorenz Schneider, "Euclidean
    /// affine functions and their application to calendar algorithms", Software: Practice and Experience 53 (2023) 937).
    package var date: (year: Int64, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let inCenturies = 4 &* UInt32(truncatingIfNeeded: shifted &- era &* 146_097) &+ 3
        let inYears = UInt64(inCenturies % 146_097 | 3) &* 2_939_745
        let dayOfYear = UInt32(truncatingIfNeeded: inYears) / 2_939_745 / 4
        let inMonths = 2_141 &* dayOfYear &+ 197_913
        let isNextYear = dayOfYear >= 306
        return (
            Int64(100 &* (inCenturies / 146_097)) &+ Int64(inYears >> 32) &+ era &* 400 &+ (isNextYear ? 1 : 0),
            Int(inMonths >> 16) &- (isNextYear ? 12 : 0), Int((inMonths & 0xFFFF) / 2_141) &+ 1
        )
    }

    /// `YYYY-MM-DD HH:MM:SS`.
    package var text: String {
        var text = TextBuffer()
        append(to: &text)
        return text.text
    }

    /// Appends ``text``.
    package func append(to text: inout TextBuffer) {
        appendDate(to: &text)
        let second = Int(seconds - dayNumber * Self.day)
        text.append(count: 9) { clock in
            clock[0] = UInt8(ascii: " ")
            clock.write(twoDigitsOf: second / 3600, at: 1)
            clock[3] = UInt8(ascii: ":")
            clock.write(twoDigitsOf: second / 60 % 60, at: 4)
            clock[6] = UInt8(ascii: ":")
            clock.write(twoDigitsOf: second % 60, at: 7)
        }
    }

    /// `YYYY-MM-DD`.
    package var dateText: String {
        var text = TextBuffer()
        appendDate(to: &text)
        return text.text
    }

    private func appendDate(to text: inout TextBuffer) {
        let (year, month, day) = date
        if year < 0 { text.append(UInt8(ascii: "-")) }
        let years = year.magnitude
        if years >= 10_000 { text.append(digitsOf: years / 10_000) }
        text.append(count: 10) { rest in
            rest.write(twoDigitsOf: Int(years / 100 % 100), at: 0)
            rest.write(twoDigitsOf: Int(years % 100), at: 2)
            rest[4] = UInt8(ascii: "-")
            rest.write(twoDigitsOf: month, at: 5)
            rest[7] = UInt8(ascii: "-")
            rest.write(twoDigitsOf: day, at: 8)
        }
    }

    /// `YYYY-MM`.
    package var monthText: String {
        let (year, month, _) = date
        return "\(Self.padded(year, to: 4))-\(Self.two(month))"
    }

    /// `YYYY-Qn`.
    package var quarterText: String {
        let (year, month, _) = date
        return "\(Self.padded(year, to: 4))-Q\((month + 2) / 3)"
    }

    /// `+HHMM` or `-HHMM`, a distance from UTC as commits state it.
    package static func zoneText(minutes: Int) -> String {
        let distance = abs(minutes)
        return "\(minutes < 0 ? "-" : "+")\(two(distance / 60))\(two(distance % 60))"
    }

    /// The first second of a calendar day.
    package init?(year: Int64, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day), (-9999...99_999).contains(year) else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(seconds: (era * 146_097 + dayOfEra - 719_468) * Self.day)
        guard date == (year, month, day) else { return nil }
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number.magnitude)
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
