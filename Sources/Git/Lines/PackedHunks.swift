/// The hunks of many scripts in few bytes: between two hunks both texts have the same lines, so that three small numbers say
/// where one lies. A long history has a million or so, and a scan that has little new looks at few of them.
package struct PackedHunks: Sendable {
    private var writer = ByteWriter()

    var byteCount: Int { writer.bytes.count }

    /// Appends the hunks of one script, top to bottom.
    ///
    /// - Returns: the bytes that they take; none where there are no hunks.
    mutating func append(_ hunks: [Hunk]) -> Range<UInt32> {
        let start = UInt32(byteCount)
        if !hunks.isEmpty { writer.write(hunks.count) }
        var (oldEnd, newEnd): (Int32, Int32) = (0, 0)
        for hunk in hunks {
            precondition(hunk.oldStart - oldEnd == hunk.newStart - newEnd, "lines outside hunks are the same")
            writer.write(Int(hunk.oldStart - oldEnd))
            writer.write(Int(hunk.oldCount))
            writer.write(Int(hunk.newCount))
            (oldEnd, newEnd) = (hunk.oldStart + hunk.oldCount, hunk.newStart + hunk.newCount)
        }
        return start..<UInt32(byteCount)
    }

    /// The hunks of a script.
    ///
    /// - Parameter range: what ``append(_:)`` returned.
    package func hunks(in range: Range<UInt32>) -> [Hunk] {
        if range.isEmpty { return [] }
        do throws(ByteReader.Failure) {
            var reader = ByteReader(writer.bytes, position: Int(range.lowerBound))
            let count = try reader.count()
            var hunks: [Hunk] = []
            hunks.reserveCapacity(count)
            var (oldEnd, newEnd) = (0, 0)
            for _ in 0..<count {
                let same = try reader.number()
                let hunk = Hunk(
                    oldStart: oldEnd + same, oldCount: try reader.number(), newStart: newEnd + same,
                    newCount: try reader.number())
                (oldEnd, newEnd) = (hunk.oldLines.upperBound, hunk.newLines.upperBound)
                hunks.append(hunk)
            }
            return hunks
        } catch {
            Self.fail()
        }
    }

    /// How many lines the hunks of a script add above a line that they add; nil for a line that they do not add.
    ///
    /// - Parameter range: what ``append(_:)`` returned.
    package func addedLines(above line: Int, in range: Range<UInt32>) -> Int? {
        if range.isEmpty { return nil }
        do throws(ByteReader.Failure) {
            var reader = ByteReader(writer.bytes, position: Int(range.lowerBound))
            var (end, added) = (0, 0)
            for _ in 0..<(try reader.count()) {
                let start = end + (try reader.number())
                _ = try reader.number()
                let count = try reader.number()
                if line < start { return nil }
                if line < start + count { return added + line - start }
                (end, added) = (start + count, added + count)
            }
            return nil
        } catch {
            Self.fail()
        }
    }

    private static func fail() -> Never {
        preconditionFailure("what was kept of hunks under the right checksum is what was written")
    }
}

extension PackedHunks {
    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        writer.write(bytes: try reader.slice())
    }

    func write(to other: inout ByteWriter) {
        other.write(byteCount)
        other.write(writer)
    }
}
