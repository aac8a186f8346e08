extension EditScripts {
    /// Appends the scripts to bytes. To be called only where nothing was unreadable: that may be another time.
    package func write(to writer: inout ByteWriter) {
        precondition(unreadable.isEmpty, "a script of unreadable content is nothing to keep")
        writer.write(scripts.count)
        var last = EditScript.start
        for script in scripts {
            script.write(to: &writer, after: last)
            last = script
        }
        hunks.write(to: &writer)
        writer.write(values: removedMarks)
        writer.write(values: addedMarks)
        writer.write(values: continuations)
        writer.write(values: updates)
        writer.write(tooLarge.count)
        for (id, size) in tooLarge.sorted(by: { $0.key < $1.key }) {
            writer.write(id)
            writer.write(size)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        self.init()
        var last = EditScript.start
        let count = try reader.count()
        scripts.reserveCapacity(count)
        for _ in 0..<count {
            last = try EditScript(from: &reader, after: last)
            scripts.append(last)
        }
        hunks = try PackedHunks(from: &reader)
        removedMarks = try reader.values(of: LineMark.self)
        addedMarks = try reader.values(of: LineMark.self)
        continuations = try reader.values(of: Continuation.self)
        updates = try reader.values(of: LineUpdate.self)
        for _ in 0..<(try reader.count()) {
            let id = try reader.id()
            tooLarge[id] = try reader.number()
        }
        guard last.hunks.upperBound == hunks.byteCount, last.continuations.upperBound == continuations.count,
            last.updates.upperBound == updates.count, last.removedMarks <= removedMarks.count,
            last.addedMarks <= addedMarks.count
        else { throw ByteReader.Failure() }
    }
}

extension EditScript {
    /// Before the first script.
    fileprivate static let start = EditScript(
        hunks: 0..<0, removedMarks: 0, addedMarks: 0, continuations: 0..<0, updates: 0..<0, oldContent: .absent,
        newContent: .absent, added: 0, deleted: 0, oldLineCount: 0, newLineCount: 0, newTraits: [])

    /// - Parameter last: the script before, after which this one's ranges begin.
    fileprivate func write(to writer: inout ByteWriter, after last: EditScript) {
        writer.write(hunks.count)
        writer.write(Int(removedMarks) - Int(last.removedMarks))
        writer.write(Int(addedMarks) - Int(last.addedMarks))
        writer.write(continuations.count)
        writer.write(updates.count)
        writer.write(byte: oldContent.rawValue | newContent.rawValue << 4)
        writer.write(byte: newTraits.rawValue)
        for count in [added, deleted, oldLineCount, newLineCount] { writer.write(Int(count)) }
    }

    fileprivate init(from reader: inout ByteReader, after last: EditScript) throws(ByteReader.Failure) {
        func range(after end: UInt32) throws(ByteReader.Failure) -> Range<UInt32> {
            guard let next = UInt32(exactly: Int(end) + (try reader.number())), next >= end else {
                throw ByteReader.Failure()
            }
            return end..<next
        }
        func number() throws(ByteReader.Failure) -> UInt32 {
            guard let number = UInt32(exactly: try reader.number()) else { throw ByteReader.Failure() }
            return number
        }
        hunks = try range(after: last.hunks.upperBound)
        removedMarks = try range(after: last.removedMarks).upperBound
        addedMarks = try range(after: last.addedMarks).upperBound
        continuations = try range(after: last.continuations.upperBound)
        updates = try range(after: last.updates.upperBound)
        let kinds = try reader.byte()
        guard let old = ContentKind(rawValue: kinds & 15), let new = ContentKind(rawValue: kinds >> 4) else {
            throw ByteReader.Failure()
        }
        (oldContent, newContent) = (old, new)
        newTraits = ContentTraits(rawValue: try reader.byte())
        added = try number()
        deleted = try number()
        oldLineCount = try number()
        newLineCount = try number()
    }
}
