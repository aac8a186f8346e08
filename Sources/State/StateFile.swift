import Foundation
import GRDB
import Git
import Synchronization

/// An SQLite file that remembers results between runs; one run at a time holds it.
///
/// Segments are only ever added and removed whole, each in a transaction of its own, so that a run that is killed loses the
/// segment in work and nothing else. When the power fails, the last segments may go with it; those before stand.
package final class StateFile: Sendable {
    private struct Held {
        var queue: DatabaseQueue
        var damagedPath: String?
        var renewals = 0
    }

    package let path: String
    private let held: Mutex<Held>

    /// Where a damaged file was put aside, if one was.
    package var damagedPath: String? { held.withLock { $0.damagedPath } }

    /// How often this file was begun anew since it was opened: numbers of segments read before are then of no use.
    package var renewals: Int { held.withLock { $0.renewals } }

    /// Opens a state, or begins one where there is no file.
    ///
    /// A state that is damaged is put aside, and another one begun: it holds nothing that cannot be found out again.
    ///
    /// - Parameters:
    ///   - waits: whether a state in use is waited for.
    ///   - waiting: called once, when a wait begins.
    package init(path: String, waits: Bool, waiting: () -> Void = {}) throws(StateError) {
        self.path = path
        held = Mutex(try Self.hold(path, waits: waits, waiting: waiting))
    }

    private static func hold(_ path: String, waits: Bool, waiting: () -> Void) throws(StateError) -> Held {
        var damagedPath: String?
        var isWaiting = false
        while true {
            do {
                return Held(queue: try open(path), damagedPath: damagedPath)
            } catch let error as StateError {
                throw error
            } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
                guard waits else { throw .inUse(path: path) }
                if !isWaiting { waiting() }
                isWaiting = true
                Thread.sleep(forTimeInterval: 0.2)
            } catch {
                guard isDamage(error) else { throw failure(error, path, attempt: "open") }
                guard damagedPath == nil, StateMark.isOn(path) else { throw .foreign(path: path) }
                damagedPath = try putAside(path)
            }
        }
    }

    /// The numbers of a kind's segments that rest on something else than what this run rests on. They cannot be used, and are left
    /// where they are until ``finish(_:removing:)``.
    package func foreignSegments(of kind: Segment.Kind, basis: String) throws(StateError) -> [Int64] {
        try read { db in
            try Int64.fetchAll(
                db, sql: "SELECT number FROM segment WHERE kind = ? AND basis <> ? ORDER BY number",
                arguments: [kind.rawValue, StateMark.text + basis])
        }
    }

    /// Calls `body` for the segments of a kind that rest on what this run rests on, oldest first; nothing must be added meanwhile.
    ///
    /// - Parameters:
    ///   - number: of a segment, those after which are asked for.
    ///   - headsAfter: of a segment, those after which are asked for with their heads.
    /// - Returns: the numbers of segments that are damaged.
    package func eachSegment(
        of kind: Segment.Kind, basis: String, after number: Int64 = 0, headsAfter: Int64 = .max,
        _ body: (Segment) -> Void
    ) throws(StateError) -> [Int64] {
        try read { db in
            var damaged: [Int64] = []
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT number, checksum FROM segment WHERE kind = ? AND basis = ? AND number > ? ORDER BY number",
                arguments: [kind.rawValue, StateMark.text + basis, number])
            var contents = SegmentContents(db, column: "content")
            var heads = SegmentContents(db, column: "head")
            while let row = try rows.next() {
                let number: Int64 = row[0]
                // What is damaged may be of another type than what was written.
                let checksum = Int64.fromDatabaseValue(row[1])
                let bytes = try contents.bytes(of: number)
                if let bytes, let checksum, Checksum.of(bytes) == UInt64(bitPattern: checksum) {
                    let head = number > headsAfter ? try heads.bytes(of: number) : nil
                    body(Segment(number: number, bytes: bytes, head: head))
                } else {
                    damaged.append(number)
                }
            }
            return damaged
        }
    }

    /// Adds a segment; once this returns, no kill of the program can lose it.
    ///
    /// A file that turns out to be damaged is put aside, and the segment is the first of a new one.
    ///
    /// - Parameter head: by what the segment's parts are found, where that may be known otherwise.
    package func add(
        _ bytes: [UInt8], head: [UInt8]? = nil, kind: Segment.Kind, basis: String
    ) throws(StateError) {
        let checksum = Int64(bitPattern: Checksum.of(bytes))
        try write { db, _ in
            try unsafe bytes.withUnsafeBytes { content in
                // SQLite takes a copy of its own.
                let data = unsafe content.baseAddress.map {
                    unsafe Data(
                        bytesNoCopy: UnsafeMutableRawPointer(mutating: $0), count: content.count, deallocator: .none)
                }
                try db.execute(
                    sql: "INSERT INTO segment (kind, basis, checksum, content, head) VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        kind.rawValue, StateMark.text + basis, checksum, data ?? Data(), head.map { Data($0) },
                    ])
            }
        }
    }

    /// The checksum of a program's file: the one that was remembered, as long as it is the same file that nobody wrote to.
    package func checksum(ofProgram program: ProgramFile) throws -> UInt64 {
        do {
            let known: Int64? = try read { db in
                let row = try Row.fetchOne(
                    db, sql: "SELECT checksum FROM program WHERE place = ?", arguments: [program.place])
                return row.flatMap { Int64.fromDatabaseValue($0[0]) }
            }
            if let known { return UInt64(bitPattern: known) }
        } catch StateError.damaged {
            // Writing puts such a file aside.
        }
        let checksum = try Checksum.ofFile(at: program.path)
        try write { db, _ in
            try db.execute(
                sql: "INSERT INTO program (id, place, checksum) VALUES (1, ?, ?)",
                arguments: [program.place, Int64(bitPattern: checksum)])
        }
        return checksum
    }

    package func lastScan() throws(StateError) -> LastScan? {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT tip, commits FROM last_scan") else { return nil }
            guard let tip = String.fromDatabaseValue(row[0]), let commits = Int.fromDatabaseValue(row[1]) else {
                throw StateError.damaged(path: path)
            }
            return LastScan(tip: tip, commits: commits)
        }
    }

    /// Ends a scan: remembers what it was about, and forgets segments that were of no use.
    ///
    /// - Parameter numbers: of segments that were read since the file was last begun anew.
    package func finish(_ scan: LastScan, removing numbers: [Int64]) throws(StateError) {
        try write { db, isAnew in
            for number in isAnew ? [] : numbers {
                try db.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [number])
            }
            try db.execute(
                sql: "INSERT INTO last_scan (id, tip, commits) VALUES (1, ?, ?)", arguments: [scan.tip, scan.commits])
        }
    }

    /// Puts a file that turned out to be damaged aside, and begins another in its place.
    package func beginAnew() throws(StateError) {
        do {
            try held.withLock { held in try Self.renew(&held, path) }
        } catch let error as StateError {
            throw error
        } catch {
            throw Self.failure(error, path, attempt: "begin")
        }
    }

    /// Lets the next run have the file.
    package func close() throws(StateError) {
        do {
            try held.withLock { try $0.queue.close() }
        } catch {
            throw Self.failure(error, path, attempt: "close")
        }
    }

    private func read<Found: Sendable>(_ body: (Database) throws -> Found) throws(StateError) -> Found {
        do {
            return try held.withLock { held in try held.queue.read(body) }
        } catch {
            throw Self.isDamage(error) ? .damaged(path: path) : Self.failure(error, path, attempt: "read")
        }
    }

    /// - Parameter body: told whether the file was just begun anew; called again if it was.
    private func write(_ body: (Database, Bool) throws -> Void) throws(StateError) {
        do {
            try held.withLock { held in
                do {
                    try held.queue.write { try body($0, false) }
                } catch {
                    guard Self.isDamage(error) else { throw error }
                    try Self.renew(&held, path)
                    try held.queue.write { try body($0, true) }
                }
            }
        } catch let error as StateError {
            throw error
        } catch {
            throw Self.failure(error, path, attempt: "write")
        }
    }

    private static func isDamage(_ error: any Error) -> Bool {
        switch error {
        case let error as DatabaseError: [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        case StateError.damaged, is RowDecodingError: true
        default: false
        }
    }

    private static func failure(_ error: any Error, _ path: String, attempt: String) -> StateError {
        if let error = error as? StateError { return error }
        if let place = unwritable(path) { return .notWritable(path: path, place: place) }
        return .failed(
            path: path, attempt: attempt, reason: (error as? DatabaseError)?.message ?? error.localizedDescription)
    }

    /// What cannot be written by this user: the file, or its folder, in which SQLite keeps another beside it; nil if both can.
    private static func unwritable(_ path: String) -> String? {
        let files = FileManager.default
        // Only a folder holds itself.
        let isFolder = files.fileExists(atPath: path + "/.")
        if isFolder || (files.fileExists(atPath: path) && !files.isWritableFile(atPath: path)) { return path }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return files.fileExists(atPath: folder) && !files.isWritableFile(atPath: folder) ? folder : nil
    }
}

extension StateFile {
    /// Opens, checks and holds a file; migrates it to this version.
    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        configuration.prepareDatabase { db in
            // Held until the end by one connection: no other run comes between, and no shared memory is needed. Segments hold
            // nothing that the repository does not, so what is removed need not be written over, as some builds of SQLite do.
            try db.execute(
                sql: """
                    PRAGMA locking_mode = EXCLUSIVE; PRAGMA page_size = \(StateMigrations.pageSize); \
                    PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF
                    """)
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

    /// Puts a damaged file aside and opens another.
    private static func renew(_ held: inout Held, _ path: String) throws {
        // Closing tries to write once more; what a damaged file says to that is of no interest.
        try? held.queue.close()
        let aside = try putAside(path)
        // Whoever waited for the damaged file may have been quicker, and ends in time.
        let next = try hold(path, waits: true, waiting: {})
        held = Held(queue: next.queue, damagedPath: aside, renewals: held.renewals + 1)
    }

    /// Renames a damaged file and what SQLite keeps beside it, so that another can be begun in its place.
    ///
    /// - Returns: where it is now.
    private static func putAside(_ path: String) throws(StateError) -> String {
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
