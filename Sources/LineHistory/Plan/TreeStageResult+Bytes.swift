import Git

extension TreeStageResult {
    func write(to writer: inout ByteWriter) {
        changes.write(to: &writer)
        writer.write(comparisons.count)
        for comparison in comparisons {
            writer.write(
                byte: (comparison.key.isMerge ? 1 : 0) | (comparison.isLimited ? 2 : 0)
                    | (comparison.key.old == nil ? 0 : 4))
            if let old = comparison.key.old { writer.write(old) }
            writer.write(comparison.key.new)
            writer.write(comparison.range.count)
            writer.write(ids: comparison.unread)
        }
        writer.write(sources.count)
        for (target, source) in sources.sorted(by: { $0.key < $1.key }) {
            writer.write(target)
            writer.write(source)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        changes = try TreeChanges(from: &reader)
        var end = 0
        for _ in 0..<(try reader.count()) {
            let flags = try reader.byte()
            var old: ObjectID?
            if flags & 4 != 0 { old = try reader.id() }
            let key = TreeKey(old: old, new: try reader.id(), isMerge: flags & 1 != 0)
            let start = end
            end += try reader.number()
            guard end >= start, end <= changes.changes.count else { throw ByteReader.Failure() }
            comparisons.append(
                Comparison(key: key, range: start..<end, isLimited: flags & 2 != 0, unread: try reader.ids()))
        }
        for _ in 0..<(try reader.count()) {
            let target = try reader.number()
            let source = try reader.number()
            guard changes.changes.indices.contains(target), changes.changes.indices.contains(source) else {
                throw ByteReader.Failure()
            }
            sources[target] = source
        }
    }
}
