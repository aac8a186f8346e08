extension [UInt8] {
    /// Appends the decimal digits of a number, with zeros before it up to a width.
    package mutating func append(digitsOf number: UInt64, width: Int = 1) {
        var length = 1
        var bound: UInt64 = 10
        while length < 20, number >= bound {
            length += 1
            bound = length < 20 ? bound * 10 : bound
        }
        appendASCII(count: Swift.max(length, width)) { digits in
            var rest = number
            var place = digits.count
            while place > 0 {
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
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
