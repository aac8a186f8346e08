/// Text in UTF-8 that is put together piece by piece.
///
/// An array would ask at every piece whether somebody else has it; tables are made of millions.
package struct TextBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// In bytes.
    package private(set) var count = 0

    /// - Parameter capacity: bytes for which there is room at once.
    package init(capacity: Int = 64) {
        self.capacity = max(1, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    package var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

    /// Calls `body` with all bytes.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// - Parameter place: a byte's, counted from 0.
    package subscript(place: Int) -> UInt8 {
        precondition(place >= 0 && place < count, "a place of the text")
        return start[place]
    }

    /// Forgets the text, and keeps the room.
    package mutating func removeAll() { count = 0 }

    /// Removes the last byte as long as it is a certain one.
    package mutating func trim(_ byte: UInt8) {
        while count > 0, start[count - 1] == byte { count -= 1 }
    }

    package mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        start[count] = byte
        count += 1
    }

    package mutating func append(_ text: String) {
        text.utf8Span.span.withUnsafeBufferPointer { append(copying: $0) }
    }

    package mutating func append(_ text: StaticString) {
        precondition(text.hasPointerRepresentation, "a text, no single character")
        append(copying: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(copying: $0) }
    }

    @inline(__always)
    private mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        append(count: bytes.count) { $0.update(from: first, count: bytes.count) }
    }

    /// Appends the decimal digits of a number.
    package mutating func append(digitsOf number: UInt64) {
        if number < 10 { return append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number)) }
        var (length, limit) = (2, UInt64(100))
        while length < 20, number >= limit {
            length += 1
            limit = length < 20 ? limit &* 10 : .max
        }
        append(count: length) { room in
            var rest = number
            for place in (0..<length).reversed() {
                room[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }

    /// Appends the six decimal digits of a number below a million, as a fraction has them.
    package mutating func append(sixDigitsOf number: Int) {
        precondition(number >= 0 && number < 1_000_000, "a number of six digits at most")
        append(count: 6) { room in
            room.write(twoDigitsOf: number / 10_000, at: 0)
            room.write(twoDigitsOf: number / 100 % 100, at: 2)
            room.write(twoDigitsOf: number % 100, at: 4)
        }
    }

    /// Appends a number in decimal digits, a minus sign before a negative one.
    package mutating func append(digitsOf number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(digitsOf: UInt64(number.magnitude))
    }

    /// Puts other bytes in place of those from a place on.
    package mutating func replace(from place: Int, with bytes: [UInt8]) {
        precondition(place >= 0 && place <= count, "a place of the text, or its end")
        count = place
        append(bytes)
    }

    package mutating func insert(_ byte: UInt8, at place: Int) {
        precondition(place >= 0 && place <= count, "a place of the text, or its end")
        makeRoom(for: 1)
        (start + place + 1).update(from: start + place, count: count - place)
        start[place] = byte
        count += 1
    }

    /// The bytes from a place on.
    package func bytes(from place: Int) -> [UInt8] {
        precondition(place >= 0 && place <= count, "a place of the text, or its end")
        return Array(UnsafeBufferPointer(start: start + place, count: count - place))
    }

    /// Whether no byte from a place on is a control character, a comma or a quotation mark.
    package func isPlain(from place: Int) -> Bool {
        precondition(place >= 0 && place <= count, "a place of the text, or its end")
        let bytes = UnsafeRawPointer(start)
        var place = place
        while place + 8 <= count {
            guard !Self.holdsSpecial(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) else { return false }
            place += 8
        }
        guard place < count else { return true }
        let blanks: UInt64 = 0x2020_2020_2020_2020
        if count >= 8 {
            // The last eight bytes, those before the place as blanks.
            let last = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
            let mask = UInt64.max << UInt64(8 * (place - count + 8))
            return !Self.holdsSpecial(last & mask | blanks & ~mask)
        }
        var last = blanks
        for index in place..<count { last = last << 8 | UInt64(start[index]) }
        return !Self.holdsSpecial(last)
    }

    /// Whether one of eight bytes is below 0x20, a comma or a quotation mark (Sean Anderson, "Bit Twiddling Hacks", of a byte less
    /// than n).
    private static func holdsSpecial(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func below(_ limit: UInt8, _ word: UInt64) -> UInt64 { (word &- ones &* UInt64(limit)) & ~word }
        let commas = eight ^ ones &* UInt64(UInt8(ascii: ","))
        let quotes = eight ^ ones &* UInt64(UInt8(ascii: "\""))
        return (below(0x20, eight) | below(1, commas) | below(1, quotes)) & 0x8080_8080_8080_8080 != 0
    }

    /// Appends so many bytes, all of which `write` has to write.
    @inline(__always)
    mutating func append(count length: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void) {
        makeRoom(for: length)
        write(start + count)
        count += length
    }

    @inline(__always)
    private mutating func makeRoom(for length: Int) {
        if capacity - count < length { grow(by: length) }
    }

    private mutating func grow(by length: Int) {
        let capacity = max(2 * capacity, count + length)
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        room.update(from: start, count: count)
        start.deallocate()
        (start, self.capacity) = (room, capacity)
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Writes two decimal digits.
    @inline(__always)
    func write(twoDigitsOf number: Int, at place: Int) {
        self[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10)
        self[place + 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
    }

    /// Writes the eight hexadecimal digits of a number.
    @inline(__always)
    func write(hexOf number: UInt32, at place: Int) {
        // One half byte to a byte, then all eight at once: a letter is what six more take past 15.
        var digits = UInt64(number)
        digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        let toLetter = UInt64(UInt8(ascii: "a") - 10 - UInt8(ascii: "0"))
        let text = digits &+ 0x3030_3030_3030_3030 &+ letters &* toLetter
        UnsafeMutableRawPointer(self).storeBytes(of: text.bigEndian, toByteOffset: place, as: UInt64.self)
    }
}
