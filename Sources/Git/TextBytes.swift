/// Text that is put together byte by byte.
extension [UInt8] {
    /// Appends a text in UTF-8.
    package mutating func append(text: String) {
        let isAppended: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isAppended == nil { append(contentsOf: text.utf8) }
    }

    /// Appends the decimal digits of a number, with zeros before it up to a width.
    package mutating func append(digitsOf number: UInt64, width: Int = 1) {
        var (count, limit) = (1, UInt64(10))
        while number >= limit {
            count += 1
            let next = limit.multipliedReportingOverflow(by: 10)
            if next.overflow { break }
            limit = next.partialValue
        }
        append(ascii: Swift.max(count, width)) { $0.write(number, in: 0..<$0.count) }
    }

    /// Appends a number in decimal digits, a minus sign before a negative one.
    package mutating func append(digitsOf number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(digitsOf: UInt64(number.magnitude))
    }

    /// Appends so many zeros, over which `write` writes.
    mutating func append(ascii count: Int, _ write: (inout MutableSpan<UInt8>) -> Void) {
        append(addingCapacity: count) { room in
            room.append(repeating: UInt8(ascii: "0"), count: count)
            var digits = room.mutableSpan
            write(&digits)
        }
    }
}

extension MutableSpan<UInt8> {
    /// Writes the last decimal digits of a number, with zeros before it.
    mutating func write(_ number: UInt64, in places: Range<Int>) {
        var rest = number
        for place in places.reversed() {
            self[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}
