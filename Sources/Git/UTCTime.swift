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

    /// Year, month and day in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
    package var date: (year: Int64, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
    }

    /// `YYYY-MM-DD HH:MM:SS`.
    package var text: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends ``text``.
    package func append(to text: inout [UInt8]) {
        appendDate(to: &text)
        let second = UInt64(seconds - dayNumber * Self.day)
        text.append(ascii: 9) { clock in
            clock[0] = UInt8(ascii: " ")
            clock.write(second / 3600, in: 1..<3)
            clock[3] = UInt8(ascii: ":")
            clock.write(second / 60 % 60, in: 4..<6)
            clock[6] = UInt8(ascii: ":")
            clock.write(second % 60, in: 7..<9)
        }
    }

    /// `YYYY-MM-DD`.
    package var dateText: String {
        var text: [UInt8] = []
        appendDate(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private func appendDate(to text: inout [UInt8]) {
        let (year, month, day) = date
        if year < 0 { text.append(UInt8(ascii: "-")) }
        text.append(digitsOf: year.magnitude, width: 4)
        text.append(ascii: 6) { rest in
            rest[0] = UInt8(ascii: "-")
            rest.write(UInt64(month), in: 1..<3)
            rest[3] = UInt8(ascii: "-")
            rest.write(UInt64(day), in: 4..<6)
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
