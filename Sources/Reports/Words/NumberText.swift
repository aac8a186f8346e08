import Statistics

/// Numbers for readers: no locale, the same everywhere.
enum NumberText {
    static let missing = "\u{2013}"

    /// In the signs that every terminal has.
    static func plain(_ text: String) -> String {
        text.replacing("\u{00A0}", with: " ").replacing("\u{2212}", with: "-").replacing("\u{2013}", with: "-")
    }

    /// A number with so many decimals; a true minus sign.
    static func decimal(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return missing }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int64((abs(value) * scale).rounded())
        let whole = scaled / Int64(scale)
        let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
        guard decimals > 0 else { return sign + grouped(Int(whole)) }
        let rest = String(scaled % Int64(scale))
        return sign + grouped(Int(whole)) + "." + String(repeating: "0", count: decimals - rest.count) + rest
    }

    /// A whole number, a comma before every third digit from the right.
    static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// A share in per cent: one decimal, two below one per cent.
    static func percent(_ share: Double?) -> String {
        guard let share else { return missing }
        return decimal(share * 100, abs(share) < 0.00995 && share != 0 ? 2 : 1) + "\u{00A0}%"
    }

    /// A share with its interval: `12.3 % (10.1–14.9 %)`.
    static func percent(_ share: Double?, _ interval: Interval?) -> String {
        guard let interval, share != nil else { return percent(share) }
        return percent(share) + " (" + decimal(interval.lower * 100, 1) + "\u{2013}" + decimal(interval.upper * 100, 1)
            + "\u{00A0}%)"
    }

    /// A difference of shares in points with its sign: `+2.3`.
    static func points(_ difference: Double?) -> String {
        guard let difference else { return missing }
        let text = decimal(difference * 100, 1)
        return difference * 100 >= 0.05 ? "+" + text : text
    }

    /// A difference with its interval: `+2.3 points (−0.4 to +5.0)`.
    static func points(_ effect: Effect?) -> String {
        guard let effect else { return missing }
        return points(effect.value) + " points" + ends(effect.bounds) { points($0) }
    }

    /// A ratio with its interval: `1.23 (0.96 to 1.58)`.
    static func ratio(_ effect: Effect?) -> String {
        guard let effect else { return missing }
        return decimal(effect.value, 2) + ends(effect.bounds) { decimal($0, 2) }
    }

    /// A p-value; small ones as a bound.
    static func probability(_ p: Double?) -> String {
        guard let p else { return missing }
        return p < 0.001 ? "< 0.001" : decimal(p, 3)
    }

    /// A word for a count: `1 commit`, `2 commits`.
    static func count(_ value: Int, _ word: String, plural: String? = nil) -> String {
        grouped(value) + "\u{00A0}" + (value == 1 ? word : plural ?? word + "s")
    }

    private static func ends(_ bounds: Bounds, _ text: (Double) -> String) -> String {
        guard let lower = bounds.lower, let upper = bounds.upper else { return "" }
        return " (\(text(lower)) to \(text(upper)))"
    }
}
