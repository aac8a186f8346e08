import Git

/// A week or a month of the calendar, in UTC: the unit of a control chart.
package struct ChartPeriod: Hashable, Comparable, Sendable {
    package enum Length: String, CaseIterable, Sendable {
        /// From Monday, by ISO 8601.
        case week
        case month
    }

    package let length: Length
    /// Weeks since the one that holds 1970-01-01; months since the beginning of year 0.
    package let number: Int

    package init(_ length: Length, number: Int) {
        self.length = length
        self.number = number
    }

    /// The period that holds a moment, seconds since 1970.
    package init(_ length: Length, seconds: Int64) {
        let time = UTCTime(seconds: seconds)
        switch length {
        case .week:
            // 1970-01-01 was a Thursday.
            let day = Int(time.dayNumber) + 3
            self.init(length, number: day >= 0 ? day / 7 : (day - 6) / 7)
        case .month:
            let (year, month, _) = time.date
            self.init(length, number: Int(year) * 12 + month - 1)
        }
    }

    /// Reads `YYYY-MM` or `YYYY-Www`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int64(parts[0]) else { return nil }
        if parts[1].first == "W" {
            // The fourth of January lies in the first week of its year.
            guard parts[1].count == 3, let week = Int(parts[1].dropFirst()), (1...53).contains(week),
                let fourth = UTCTime(year: year, month: 1, day: 4)
            else { return nil }
            self.init(.week, number: ChartPeriod(.week, seconds: fourth.seconds).number + week - 1)
            guard self.text == text else { return nil }
        } else {
            guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            self.init(.month, number: Int(year) * 12 + month - 1)
        }
    }

    /// The first second, since 1970.
    package var start: Int64 {
        switch length {
        case .week: return (Int64(number) * 7 - 3) * 86_400
        case .month:
            let year = number >= 0 ? number / 12 : (number - 11) / 12
            // Commits name no moment beyond the calendar that this reads.
            return UTCTime(year: Int64(year), month: number - year * 12 + 1, day: 1)?.seconds
                ?? (number < 0 ? .min / 2 : .max / 2)
        }
    }

    static func + (period: ChartPeriod, count: Int) -> ChartPeriod {
        ChartPeriod(period.length, number: period.number + count)
    }

    /// How many periods of this length lie between the beginning of another and its own.
    func number(since other: ChartPeriod) -> Int { number - ChartPeriod(length, seconds: other.start).number }

    /// The first second after it.
    package var end: Int64 { ChartPeriod(length, number: number + 1).start }

    /// `YYYY-MM` or `YYYY-Www`.
    package var text: String {
        switch length {
        case .month: return UTCTime(seconds: start).monthText
        case .week:
            // A week belongs to the year of its Thursday.
            let thursday = UTCTime(seconds: start + 3 * 86_400)
            let first = UTCTime(year: thursday.date.year, month: 1, day: 1) ?? thursday
            let week = (thursday.dayNumber - first.dayNumber) / 7 + 1
            return thursday.dateText.dropLast(6) + "-W" + (week < 10 ? "0\(week)" : "\(week)")
        }
    }

    package static func < (one: ChartPeriod, other: ChartPeriod) -> Bool { one.start < other.start }
}
