/// Why a configuration cannot be read, and where.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1.
    package let column: Int
    package let reason: String

    /// `FILE:LINE:COLUMN: reason`, as compilers have it.
    package var description: String { "\(file):\(line):\(column): \(reason)" }
}
