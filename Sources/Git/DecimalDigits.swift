extension [UInt8] {
    /// Appends the decimal digits of a number, with zeros before it up to a width.
    package mutating func append(digitsOf number: UInt64, width: Int = 1) {
        let most = 20
        precondition(width <= most, "no number of 64 bits is as wide")
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { digits in
            var (rest, place) = (number, most)
            repeat {
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0 || most - place < width
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[place...]))
        }
    }

    /// Appends a number in decimal digits, a minus sign before a negative one.
    package mutating func append(digitsOf number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(digitsOf: UInt64(number.magnitude))
    }

    /// Appends so many bytes, all of which `write` is to set.
    mutating func appendASCII(count: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        let start = self.count
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
        withUnsafeMutableBufferPointer { write(UnsafeMutableBufferPointer(rebasing: $0[start...])) }
    }
}
