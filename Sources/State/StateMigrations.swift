import GRDB

/// The steps that lead from an empty file to one of this version. A step that was ever released is never changed.
enum StateMigrations {
    /// By which an SQLite file is known as a state: "andn".
    static let applicationID: Int32 = 0x616E_646E

    /// Bytes; the most that SQLite allows, for each page of a segment is a read of its own.
    static let pageSize = 65_536
    /// That of the first states.
    static let smallestPageSize = 16_384

    static let all: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("segments") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.create(table: "segment") { table in
                table.autoIncrementedPrimaryKey("number")
                table.column("kind", .integer).notNull()
                // What the content depends on besides git objects: the program, its rules, its options.
                table.column("basis", .text).notNull()
                table.column("checksum", .integer).notNull()
                table.column("content", .blob).notNull()
            }
            try db.create(table: "last_scan") { table in
                table.primaryKey("id", .integer, onConflict: .replace)
                table.column("tip", .text).notNull()
                table.column("commits", .integer).notNull()
            }
        }
        // Without one, whoever looks for the segments of a kind reads the first page of every segment there is.
        migrator.registerMigration("segments by kind") { db in
            try db.create(index: "segment_by_kind", on: "segment", columns: ["kind", "basis"])
        }
        // A program is large, and the same in nearly every run.
        migrator.registerMigration("program") { db in
            try db.create(table: "program") { table in
                table.primaryKey("id", .integer, onConflict: .replace)
                table.column("place", .text).notNull()
                table.column("checksum", .integer).notNull()
            }
        }
        // Behind the content, so that whoever does without passes it by.
        migrator.registerMigration("heads") { db in
            try db.alter(table: "segment") { $0.add(column: "head", .blob) }
        }
        return migrator
    }()
}
