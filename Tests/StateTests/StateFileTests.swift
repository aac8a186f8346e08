import Foundation
import GRDB
import Git
import Testing

@testable import State

@Suite struct StateFileTests {
    private let folder: String
    private var path: String { folder + "/state.sqlite" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "andon-state-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func clean() { try? FileManager.default.removeItem(atPath: folder) }

    @Test("Segments come back in the order in which they were added, by kind and basis")
    func segments() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        try first.add([1, 2], kind: .trees, basis: "a")
        try first.add([3], kind: .trees, basis: "a")
        try first.add([4], kind: .contents, basis: "a")
        try first.add([5], kind: .trees, basis: "b")
        #expect(try first.lastScan() == nil)
        try first.finish(LastScan(tip: "abc", commits: 7), removing: [3])
        try first.close()
        let second = try StateFile(path: path, waits: false)
        #expect(try second.bytes(of: .trees, basis: "a") == [[1, 2], [3]])
        #expect(try second.foreignSegments(of: .trees, basis: "a") == [4])
        #expect(try second.bytes(of: .contents, basis: "a").isEmpty)
        #expect(try second.lastScan() == LastScan(tip: "abc", commits: 7))
    }

    @Test("One run at a time has a state; another gives up, or waits until it is free")
    func lock() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        #expect(throws: StateError.inUse(path: path)) { _ = try StateFile(path: path, waits: false) }
        let waiting = Thread { [path] in
            guard let second = try? StateFile(path: path, waits: true) else { return }
            try? second.add([9], kind: .trees, basis: "waited")
            try? second.close()
        }
        waiting.start()
        Thread.sleep(forTimeInterval: 0.5)
        #expect(try first.bytes(of: .trees, basis: "waited").isEmpty)
        try first.close()
        while !waiting.isFinished { Thread.sleep(forTimeInterval: 0.05) }
        let third = try StateFile(path: path, waits: false)
        #expect(try third.bytes(of: .trees, basis: "waited") == [[9]])
    }

    @Test("A file that is no state is left as it is")
    func foreign() throws {
        defer { clean() }
        let text = Data("a letter to a friend, long enough to be one\n".utf8)
        try text.write(to: URL(filePath: path))
        #expect(throws: StateError.foreign(path: path)) { _ = try StateFile(path: path, waits: false) }
        #expect(try Data(contentsOf: URL(filePath: path)) == text)
        let other = folder + "/other.sqlite"
        let queue = try DatabaseQueue(path: other)
        try queue.write { try $0.execute(sql: "CREATE TABLE letter (text)") }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: other))
        #expect(throws: StateError.foreign(path: other)) { _ = try StateFile(path: other, waits: false) }
        #expect(try Data(contentsOf: URL(filePath: other)) == before)
    }

    @Test("A state of a newer version is left as it is")
    func newer() throws {
        defer { clean() }
        try StateFile(path: path, waits: false).close()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of a later year')") }
        try queue.close()
        #expect(throws: StateError.newer(path: path)) { _ = try StateFile(path: path, waits: false) }
    }

    @Test("A content that is not what was written is told apart")
    func checksum() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        for bytes: [UInt8] in [[1, 2, 3], [4, 5, 6], [7], [8], [9]] { try first.add(bytes, kind: .trees, basis: "a") }
        try first.close()
        let queue = try DatabaseQueue(path: path)
        try queue.write {
            // Other bytes, and no bytes at all.
            try $0.execute(sql: "UPDATE segment SET content = x'010203' WHERE number = 2")
            try $0.execute(sql: "UPDATE segment SET content = 7 WHERE number = 3")
            try $0.execute(sql: "UPDATE segment SET checksum = 'seven' WHERE number = 5")
        }
        try queue.close()
        var found: [[UInt8]] = []
        let second = try StateFile(path: path, waits: false)
        let damaged = try second.eachSegment(of: .trees, basis: "a") { found.append($0.bytes) }
        #expect(found == [[1, 2, 3], [8]])
        #expect(damaged == [2, 3, 5])
    }

    @Test("Segments of any size come back, and those after one can be asked for alone")
    func sizes() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        let sizes = [0, 1, 70_000, 3_000_000, 12]
        let contents = sizes.map { size in (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) } }
        for bytes in contents { try first.add(bytes, kind: .contents, basis: "a") }
        try first.close()
        let second = try StateFile(path: path, waits: false)
        #expect(try second.bytes(of: .contents, basis: "a") == contents)
        var numbers: [Int64] = []
        _ = try second.eachSegment(of: .contents, basis: "a", after: 3) { numbers.append($0.number) }
        #expect(numbers == [4, 5])
    }

    @Test("Heads are handed out with the segments for which they are asked")
    func heads() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        let head = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
        try first.add([1], head: head, kind: .contents, basis: "a")
        try first.add([2], kind: .contents, basis: "a")
        try first.add([3], head: [], kind: .contents, basis: "a")
        try first.close()
        let second = try StateFile(path: path, waits: false)
        func heads(after number: Int64) throws -> [[UInt8]?] {
            var found: [[UInt8]?] = []
            #expect(
                try second.eachSegment(of: .contents, basis: "a", headsAfter: number) { found.append($0.head) } == [])
            return found
        }
        #expect(try heads(after: 0) == [head, nil, []])
        #expect(try heads(after: 1) == [nil, nil, []])
        #expect(try heads(after: .max) == [nil, nil, nil])
    }

    @Test("A state of before there was an index gets one, and keeps what it has")
    func older() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        try first.add([1, 2], kind: .trees, basis: "a")
        try first.close()
        let queue = try DatabaseQueue(path: path)
        try queue.write {
            try $0.execute(
                sql: """
                    DROP INDEX segment_by_kind; DROP TABLE program; ALTER TABLE segment DROP COLUMN head; \
                    DELETE FROM grdb_migrations WHERE identifier <> 'segments'
                    """)
        }
        try queue.close()
        let second = try StateFile(path: path, waits: false)
        #expect(try second.bytes(of: .trees, basis: "a") == [[1, 2]])
        try second.close()
        let indexes = try DatabaseQueue(path: path).read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        }
        #expect(indexes == ["segment_by_kind"])
    }

    @Test("A program's checksum is remembered until its file is another, or was written to")
    func program() throws {
        defer { clean() }
        let program = folder + "/program"
        func write(_ text: String) throws -> ProgramFile {
            try Data(text.utf8).write(to: URL(filePath: program))
            return try ProgramFile(path: program)
        }
        let one = try write("one")
        let sum = try Checksum.ofFile(at: program)
        let first = try StateFile(path: path, waits: false)
        #expect(try first.checksum(ofProgram: one) == sum)
        try first.close()
        let second = try StateFile(path: path, waits: false)
        // Not read again: whoever has the place of the old one is told the old one's.
        let two = try write("two")
        #expect(try second.checksum(ofProgram: one) == sum)
        #expect(two.place != one.place)
        #expect(try second.checksum(ofProgram: two) == Checksum.ofFile(at: program))
        #expect(try second.checksum(ofProgram: two) != sum)
        #expect(throws: (any Error).self) { _ = try ProgramFile(path: folder + "/none") }
    }

    @Test("A state whose pages are damaged is put aside and begun anew")
    func damaged() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        for _ in 0..<20 { try first.add(Array(repeating: 7, count: 40_000), kind: .trees, basis: "a") }
        try first.close()
        var bytes = try Data(contentsOf: URL(filePath: path))
        // All but the head, by which it is still known.
        bytes.replaceSubrange(100..<bytes.count, with: Data(repeating: 0x55, count: bytes.count - 100))
        try bytes.write(to: URL(filePath: path))
        let second = try StateFile(path: path, waits: false)
        #expect(second.damagedPath == path + ".damaged")
        #expect(try Data(contentsOf: URL(filePath: path + ".damaged")) == bytes)
        #expect(try second.bytes(of: .trees, basis: "a").isEmpty)
    }

    @Test(
        "Damage that is met only at writing ends in a new state, which has what was written",
        arguments: [UInt8(0), 0xFF])
    func lateDamage(value: UInt8) throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        try first.add([1, 2, 3], kind: .trees, basis: "a")
        try first.close()
        var bytes = try Data(contentsOf: URL(filePath: path))
        // The page of sqlite_sequence, which nothing reads before the first segment is added.
        bytes.replaceSubrange(4 * 65_536..<5 * 65_536, with: Data(repeating: value, count: 65_536))
        try bytes.write(to: URL(filePath: path))
        let second = try StateFile(path: path, waits: false)
        #expect(try second.bytes(of: .trees, basis: "a") == [[1, 2, 3]])
        #expect(second.renewals == 0 && second.damagedPath == nil)
        try second.add([4], kind: .trees, basis: "a")
        #expect(second.renewals == 1 && second.damagedPath == path + ".damaged")
        #expect(try second.bytes(of: .trees, basis: "a") == [[4]])
        try second.finish(LastScan(tip: "abc", commits: 7), removing: [])
        try second.close()
        #expect(try StateFile(path: path, waits: false).lastScan() == LastScan(tip: "abc", commits: 7))
    }

    @Test("A last scan of other types than were written is damage, and no crash")
    func wrongTypes() throws {
        defer { clean() }
        let first = try StateFile(path: path, waits: false)
        try first.finish(LastScan(tip: "abc", commits: 7), removing: [])
        try first.close()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "UPDATE last_scan SET commits = 'many'") }
        try queue.close()
        let second = try StateFile(path: path, waits: false)
        #expect(throws: StateError.damaged(path: path)) { _ = try second.lastScan() }
        try second.beginAnew()
        #expect(try second.lastScan() == nil)
    }

    @Test("A folder that is not there is a clear error")
    func noFolder() throws {
        defer { clean() }
        let place = folder + "/nowhere/state.sqlite"
        let error = #expect(throws: StateError.self) { _ = try StateFile(path: place, waits: false) }
        #expect(error?.description.contains("cannot open the state \(place)") == true)
    }
}

extension StateFile {
    /// The contents of all whole segments.
    fileprivate func bytes(of kind: Segment.Kind, basis: String) throws -> [[UInt8]] {
        var found: [[UInt8]] = []
        _ = try eachSegment(of: kind, basis: basis) { found.append($0.bytes) }
        return found
    }
}
