import GRDB
import GRDBSQLite

/// Reads a column of segments into arrays of their own; a column of a row would be put together by SQLite first, then copied.
@safe
struct SegmentContents: ~Copyable {
    private let connection: SQLiteConnection
    private let column: String
    /// Of the segment that was read last; SQLite moves it from row to row.
    private var blob: OpaquePointer?

    init(_ db: Database, column: String) {
        unsafe connection = db.sqliteConnection!
        self.column = column
    }

    deinit {
        // Says once more what the last call said.
        unsafe sqlite3_blob_close(blob)
    }

    /// The bytes of a segment's column; nil where it holds something else than bytes.
    mutating func bytes(of number: Int64) throws -> [UInt8]? {
        let code =
            unsafe blob == nil
            ? sqlite3_blob_open(connection, "main", "segment", column, number, 0, &blob)
            : sqlite3_blob_reopen(blob, number)
        if code == SQLITE_ERROR {
            unsafe sqlite3_blob_close(blob)
            unsafe blob = nil
            return nil
        }
        try check(code)
        let count = unsafe Int(sqlite3_blob_bytes(blob))
        return try unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            try unsafe check(sqlite3_blob_read(blob, room.baseAddress, Int32(count), 0))
            filled = count
        }
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
