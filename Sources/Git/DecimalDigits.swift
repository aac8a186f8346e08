extension [UInt8] {
    /// Appends the decimal digits of a number, with zeros before it up to a width.
    package mutating func append(digitsOf number: UInt64, width: Int = 1) {
        let start = count
        var rest = number
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0 || count - start < width
        // The last digit came first.
        var (left, right) = (start, count - 1)
        while left < right {
            swapAt(left, right)
            (left, right) = (left + 1, right - 1)
        }
    }

    /// Appends a number in decimal digits, a minus sign before a negative one.
    package mutating func append(digitsOf number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(digitsOf: UInt64(number.magnitude))
    }
}
