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

/// eˣ.
func exponential(_ x: Double) -> Double { exp(x) }

/// √x.
func squareRoot(_ x: Double) -> Double { x.squareRoot() }
