import Attribution

/// How old lines are when they are removed or changed, by the class that wrote them.
package struct RevisedAges: Sendable {
    /// An age class: its name, and the last day that belongs to it.
    package struct Bin: Sendable {
        package let name: String
        package let lastDay: Int
    }

    package static let bins = [
        Bin(name: "up to 1 day", lastDay: 1), Bin(name: "2-7 days", lastDay: 7), Bin(name: "8-14 days", lastDay: 14),
        Bin(name: "15-30 days", lastDay: 30), Bin(name: "31-90 days", lastDay: 90),
        Bin(name: "91-365 days", lastDay: 365), Bin(name: "1-2 years", lastDay: 730),
        Bin(name: "over 2 years", lastDay: .max),
    ]

    /// Removed lines of a class in each bin; classes without a removed line are left out.
    package let rows: [(authorClass: AuthorClass, lines: [Int])]

    private static let lastDays = bins.map(\.lastDay)

    static func bin(ofDays days: Int) -> Int { lastDays.firstIndex { days <= $0 } ?? lastDays.count - 1 }
}
