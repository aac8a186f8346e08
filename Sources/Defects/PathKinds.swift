import Git
import Intent
import LineHistory

/// What paths alone say of files.
package struct PathKinds: Equatable, Sendable {
    /// By path number.
    package let kinds: [PathKind]
    /// Of the paths.
    private let checksum: UInt64

    package static let none = PathKinds(kinds: [], checksum: Self.checksum(PathTable(), count: 0))

    private init(kinds: [PathKind], checksum: UInt64) {
        self.kinds = kinds
        self.checksum = checksum
    }

    /// - Parameter kept: of an earlier run, taken where the first paths are the same.
    package init(_ paths: PathTable, kept: PathKinds = .none) {
        let known = kept.kinds.count
        let isSame = known <= paths.count && Self.checksum(paths, count: known) == kept.checksum
        var kinds = isSame ? kept.kinds : []
        kinds.reserveCapacity(paths.count)
        for number in UInt32(kinds.count)..<UInt32(paths.count) {
            kinds.append(PathKind(path: String(decoding: paths[number], as: UTF8.self)))
        }
        self.init(kinds: kinds, checksum: Self.checksum(paths, count: paths.count))
    }

    /// That of the first paths.
    private static func checksum(_ paths: PathTable, count: Int) -> UInt64 {
        (0..<UInt32(count)).reduce(0) { Checksum.mixed($0, Checksum.of(paths[$1])) }
    }
}

extension PathKinds {
    private static let places = Dictionary(
        uniqueKeysWithValues: PathKind.allCases.enumerated().map { ($0.element, UInt8($0.offset)) })

    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        checksum = UInt64(bitPattern: Int64(try reader.number()))
        let places = try reader.values(of: UInt8.self)
        guard places.allSatisfy({ $0 < PathKind.allCases.count }) else { throw ByteReader.Failure() }
        kinds = places.map { PathKind.allCases[Int($0)] }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(Int(Int64(bitPattern: checksum)))
        writer.write(values: kinds.map { Self.places[$0]! })
    }
}
