/// Maps values of an axis to places on the drawing.
struct Scale {
    let domain: ClosedRange<Double>
    /// The places of the domain's ends; the first may be the larger one.
    let range: (Double, Double)

    func place(_ value: Double) -> Double {
        let length = domain.upperBound - domain.lowerBound
        let share =
            length > 0 ? (min(max(value, domain.lowerBound), domain.upperBound) - domain.lowerBound) / length : 0
        return range.0 + share * (range.1 - range.0)
    }

    /// Round values inside the domain, about `count` of them.
    func ticks(_ count: Int) -> [Double] {
        let step = Self.step(domain.upperBound - domain.lowerBound, count)
        guard step > 0 else { return [domain.lowerBound] }
        let first = (domain.lowerBound / step).rounded(.up)
        let last = (domain.upperBound / step + 1e-9).rounded(.down)
        guard last >= first else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// The least multiple of a tick that is not below a value.
    static func ceiling(_ value: Double, ticks: Int) -> Double {
        let step = step(value, ticks)
        return step > 0 ? (value / step - 1e-9).rounded(.up) * step : 1
    }

    /// 1, 2, 2.5 or 5 times a power of ten.
    private static func step(_ length: Double, _ count: Int) -> Double {
        guard length > 0, count > 0 else { return 0 }
        var power = 1.0
        while power * 10 <= length / Double(count) { power *= 10 }
        while power > length / Double(count) { power /= 10 }
        for factor in [1, 2, 2.5, 5, 10] where power * factor >= length / Double(count) * (1 - 1e-9) {
            return power * factor
        }
        return power * 10
    }
}
