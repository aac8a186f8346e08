/// A seeded generator of random bits: the same seed gives the same numbers on every machine and version.
///
/// Source: D. Blackman, S. Vigna, *Scrambled Linear Pseudorandom Number Generators*, ACM TOMS 47 (2021): xoshiro256**,
/// its state filled by SplitMix64 as they advise.
package struct RandomGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    package init(seed: UInt64) {
        var split = SplitMix64(state: seed)
        state = (split.next(), split.next(), split.next(), split.next())
    }

    init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    package mutating func next() -> UInt64 {
        let result = Self.rotate(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, 45)
        return result
    }

    /// A uniform double in 0..<1, from the upper 53 bits.
    package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A uniform whole number in 0..<count.
    ///
    /// Source: D. Lemire, ACM TOMACS 29 (2019): multiply, and reject the few draws that would favour a number.
    package mutating func index(below count: Int) -> Int {
        precondition(count > 0, "an index needs at least one element")
        let bound = UInt64(count)
        let threshold = (0 &- bound) % bound
        while true {
            let product = next().multipliedFullWidth(by: bound)
            if product.low >= threshold { return Int(product.high) }
        }
    }

    /// A standard normal number, by inversion.
    package mutating func normal() -> Double {
        // The half keeps the draw off 0, which has no quantile.
        NormalDistribution.quantile((Double(next() >> 11) + 0.5) * 0x1p-53)
    }

    private static func rotate(_ x: UInt64, _ count: UInt64) -> UInt64 { (x << count) | (x >> (64 - count)) }
}

/// The generator that spreads one seed over a larger state. Source: G. Steele et al., OOPSLA 2014.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
