extension TreeChanges {
    package func write(to writer: inout ByteWriter) {
        writer.write(values: pathBytes)
        writer.write(changes.count)
        for change in changes {
            writer.write(change.path.count)
            writer.write(change.old)
            writer.write(change.new)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        let pathBytes = try reader.values(of: UInt8.self)
        var changes: [TreeChange] = []
        var end = 0
        for _ in 0..<(try reader.count()) {
            let start = end
            end += try reader.number()
            guard end >= start, end <= pathBytes.count else { throw ByteReader.Failure() }
            let old = try reader.entry()
            changes.append(TreeChange(path: start..<end, old: old, new: try reader.entry()))
        }
        self.init(pathBytes: pathBytes, changes: changes)
    }
}
