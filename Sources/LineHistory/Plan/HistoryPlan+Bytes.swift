import Git

extension HistoryPlan {
    func write(to writer: inout ByteWriter) {
        writer.write(paths.count)
        for number in 0..<UInt32(paths.count) {
            writer.write(paths[number].count)
            writer.write(bytes: paths[number][...])
        }
        for (first, next) in zip(firstVersions, firstVersions.dropFirst()) { writer.write(Int(next - first)) }
        for (number, version) in versions.enumerated() {
            writer.write(Int(version.path))
            writer.write(version.entry)
            let edges = edges(of: VersionNumber(number))
            writer.write(edges.count)
            for edge in self.edges[edges] {
                writer.write(number - Int(edge.old))
                writer.write(Int(edge.parent) << 1 | (edge.isRename ? 1 : 0))
            }
        }
        writer.write(carriedDeletions.count)
        for (version, carried) in carriedDeletions.sorted(by: { $0.key < $1.key }) {
            writer.write(Int(version))
            writer.write(byte: carried.livesOnUnchanged ? 1 : 0)
            writer.write(values: carried.edges)
        }
        writer.write(unchangedMoves.count)
        for move in unchangedMoves {
            writer.write(Int(move.commit))
            writer.write(Int(move.version))
            writer.write(Int(move.path))
        }
        writer.write(values: limitedRenames)
        writer.write(ids: unread.sorted())
        writer.write(tip.count)
        for (path, version) in tip {
            writer.write(Int(path))
            writer.write(Int(version))
        }
    }

    /// - Parameter head: of the same plan.
    init(from reader: inout ByteReader, _ head: PlanHead) throws(ByteReader.Failure) {
        for number in 0..<(try reader.count()) {
            guard paths.number(of: try reader.slice()) == number else { throw ByteReader.Failure() }
        }
        firstVersions.reserveCapacity(head.commitCount + 1)
        for _ in 0..<head.commitCount {
            let last = firstVersions.last!
            firstVersions.append(try reader.below(head.versionCount - Int(last) + 1) + last)
        }
        guard firstVersions.last! == head.versionCount else { throw ByteReader.Failure() }
        // More is to come.
        versions.reserveCapacity(head.versionCount + head.versionCount / 16)
        edges.reserveCapacity(head.versionCount + head.versionCount / 16)
        for commit in 0..<head.commitCount {
            for number in versions(of: commit) {
                versions.append(
                    FileVersion(
                        commit: UInt32(commit), path: try reader.below(paths.count), entry: try reader.entry(),
                        firstEdge: UInt32(edges.count)))
                for _ in 0..<(try reader.count()) {
                    let old = Int(number) - (try reader.number())
                    let place = try reader.number()
                    guard (0..<Int(number)).contains(old), let parent = UInt16(exactly: place >> 1) else {
                        throw ByteReader.Failure()
                    }
                    edges.append(
                        VersionEdge(old: VersionNumber(old), new: number, parent: parent, isRename: place & 1 != 0))
                }
            }
        }
        for _ in 0..<(try reader.count()) {
            let version: VersionNumber = try reader.below(versions.count)
            let livesOnUnchanged = try reader.byte() != 0
            let carried = try reader.words()
            guard carried.allSatisfy({ $0 < edges.count }) else { throw ByteReader.Failure() }
            carriedDeletions[version] = CarriedDeletion(edges: carried, livesOnUnchanged: livesOnUnchanged)
        }
        for _ in 0..<(try reader.count()) {
            unchangedMoves.append(
                (try reader.below(head.commitCount), try reader.below(versions.count), try reader.below(paths.count)))
        }
        limitedRenames = try reader.words()
        unread = Set(try reader.ids())
        for _ in 0..<(try reader.count()) {
            tip.append((try reader.below(paths.count), try reader.below(versions.count)))
        }
    }
}

extension ByteReader {
    /// A number of something, from 0 on.
    fileprivate mutating func below(_ end: Int) throws(Failure) -> UInt32 {
        guard case let number = try word(), number < end else { throw Failure() }
        return number
    }
}
