// The C library's elementary functions under names of this target, so that no other file names a platform.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Natural logarithm.
func ln(_ x: Double) -> Double { log(x) }

/// ln(1 + x), exact for small x.
func ln1p(_ x: Double) -> Double { log1p(x) }

/// eˣ.
func exponential(_ x: Double) -> Double { exp(x) }

/// eˣ − 1, exact for small x.
func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

/// bᵉ for a positive base.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// 1 − erf x, exact for large x.
func complementaryError(_ x: Double) -> Double { erfc(x) }

/// ln |Γ(x)|.
func lnGamma(_ x: Double) -> Double { lgamma(x) }
