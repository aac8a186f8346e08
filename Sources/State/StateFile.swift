import Foundation
import GRDB
import Git

/// An SQLite file that remembers results between runs; one run at a time holds it.
///
/// Segments are only ever added and removed whole, each in a transaction of its own, so that a run that is killed loses the
/// segment in work and nothing else.
package final class StateFile: Sendable {
    package let path: String
    /// Where a damaged file was put aside, if one was.
    package let damagedPath: String?
    private let queue: DatabaseQueue

    /// Opens a state, or begins one where there is no file.
    ///
    /// A state that is damaged is put aside, and another one begun: it holds nothing that cannot be found out again.
    ///
    /// - Parameter waits: whether a state in use is waited for.
    package init(path: String, waits: Bool) throws(StateError) {
        self.path = path
        var damagedPath: String?
        var opened: DatabaseQueue?
        while opened == nil {
            do {
                opened = try Self.open(path)
            } catch let error as DatabaseError {
                switch error.resultCode {
                case .SQLITE_BUSY, .SQLITE_LOCKED:
                    guard waits else { throw .inUse(path: path) }
                    Thread.sleep(forTimeInterval: 0.2)
                case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                    guard damagedPath == nil, Self.isMarkedAsState(path) else { throw .foreign(path: path) }
                    damagedPath = try Self.putAside(path)
                default: throw Self.failure(error, path, attempt: "open")
                }
            } catch let error as StateError {
                throw error
            } catch {
                throw Self.failure(error, path, attempt: "open")
            }
        }
        self.damagedPath = damagedPath
        queue = opened!
    }

    /// The segments of a kind that rest on what this run rests on, oldest first; the others cannot be used and are left where
    /// they are until ``remove(_:)``.
    package func segments(
        of kind: Segment.Kind, basis: String
    ) throws(StateError) -> (whole: [Segment], damaged: [Int64], foreign: [Int64]) {
        var result: (whole: [Segment], damaged: [Int64], foreign: [Int64]) = ([], [], [])
        do {
            try queue.read { db in
                result.foreign = try Int64.fetchAll(
                    db, sql: "SELECT number FROM segment WHERE kind = ? AND basis <> ? ORDER BY number",
                    arguments: [kind.rawValue, basis])
                let rows = try Row.fetchCursor(
                    db,
                    sql: "SELECT number, checksum, content FROM segment WHERE kind = ? AND basis = ? ORDER BY number",
                    arguments: [kind.rawValue, basis])
                while let row = try rows.next() {
                    let bytes = try row.withUnsafeData(atIndex: 2) { [UInt8]($0 ?? Data()) }
                    if Checksum.of(bytes) == UInt64(bitPattern: row[1]) {
                        result.whole.append(Segment(number: row[0], bytes: bytes))
                    } else {
                        result.damaged.append(row[0])
                    }
                }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw .damaged(path: path)
        } catch {
            throw Self.failure(error, path, attempt: "read")
        }
        return result
    }

    /// Adds a segment; once this returns, no kill of the program can lose it.
    package func add(_ bytes: [UInt8], kind: Segment.Kind, basis: String) throws(StateError) {
        do {
            try queue.write { db in
                try db.execute(
                    sql: "INSERT INTO segment (kind, basis, checksum, content) VALUES (?, ?, ?, ?)",
                    arguments: [kind.rawValue, basis, Int64(bitPattern: Checksum.of(bytes)), Data(bytes)])
            }
        } catch {
            throw Self.failure(error, path, attempt: "write")
        }
    }

    package func lastScan() throws(StateError) -> LastScan? {
        do {
            return try queue.read { db in
                try Row.fetchOne(db, sql: "SELECT tip, commits FROM last_scan").map {
                    LastScan(tip: $0[0], commits: $0[1])
                }
            }
        } catch {
            throw Self.failure(error, path, attempt: "read")
        }
    }

    /// Ends a scan: remembers what it was about, and forgets segments that were of no use.
    package func finish(_ scan: LastScan, removing numbers: [Int64]) throws(StateError) {
        do {
            try queue.write { db in
                for number in numbers {
                    try db.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [number])
                }
                try db.execute(
                    sql: "INSERT INTO last_scan (id, tip, commits) VALUES (1, ?, ?)",
                    arguments: [scan.tip, scan.commits])
            }
        } catch {
            throw Self.failure(error, path, attempt: "write")
        }
    }

    /// Lets the next run have the file.
    package func close() throws(StateError) {
        do {
            try queue.close()
        } catch {
            throw Self.failure(error, path, attempt: "close")
        }
    }

    private static func failure(_ error: any Error, _ path: String, attempt: String) -> StateError {
        .failed(path: path, attempt: attempt, reason: (error as? DatabaseError)?.message ?? error.localizedDescription)
    }
}

extension StateFile {
    /// Opens, checks and holds a file; migrates it to this version.
    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        configuration.prepareDatabase { db in
            // Held until the end by one connection: no other run comes between, and no shared memory is needed.
            try db.execute(
                sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA page_size = 16384; PRAGMA synchronous = NORMAL")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in
            let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id")
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard mark == StateMigrations.applicationID || (mark == 0 && tables == 0) else {
                throw StateError.foreign(path: path)
            }
            if try StateMigrations.all.hasBeenSuperseded(db) { throw StateError.newer(path: path) }
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // The first write takes the file for this run.
            try db.execute(sql: "BEGIN IMMEDIATE; COMMIT")
        }
        try StateMigrations.all.migrate(queue)
        return queue
    }

    /// Whether the head of a file says that it is a state, whatever the rest looks like.
    private static func isMarkedAsState(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path), let head = try? handle.read(upToCount: 100) else {
            return false
        }
        let mark = stride(from: 24, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: StateMigrations.applicationID >> $0)
        }
        return head.count == 100 && Array(head[68..<72]) == mark
    }

    /// Renames a damaged file and what SQLite keeps beside it, so that another can be begun in its place.
    ///
    /// - Returns: where it is now.
    package static func putAside(_ path: String) throws(StateError) -> String {
        let aside = path + ".damaged"
        let files = FileManager.default
        do {
            for suffix in ["", "-wal"] where files.fileExists(atPath: path + suffix) {
                if files.fileExists(atPath: aside + suffix) { try files.removeItem(atPath: aside + suffix) }
                try files.moveItem(atPath: path + suffix, toPath: aside + suffix)
            }
        } catch {
            throw failure(error, path, attempt: "put aside")
        }
        return aside
    }
}
