import Git

/// One value of a table.
package enum Cell: Sendable {
    case text(String)
    case integer(Int)
    /// A share or another measure; printed with at most six decimals.
    case number(Double)
    case boolean(Bool)
    /// Seconds since 1970, UTC.
    case time(Int64)
    /// Name and address; see ``Git/Identity/text``.
    case person(Identity)
    /// The name of a git object.
    case object(ObjectID)
    /// The names of several; in one cell of a CSV file with spaces between them.
    case objects([ObjectID])
    /// Not known, or not applicable: never zero.
    case missing
    /// Several texts; in one cell of a CSV file with the separator between them.
    case list([String], separator: String = ";")

    package static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .missing }
    package static func integer(_ value: Int?) -> Cell { value.map { .integer($0) } ?? .missing }
    package static func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing }
    package static func time(_ value: Int64?) -> Cell { value.map { .time($0) } ?? .missing }
    package static func person(_ value: Identity?) -> Cell { value.map { .person($0) } ?? .missing }
    package static func object(_ value: ObjectID?) -> Cell { value.map { .object($0) } ?? .missing }
}

/// What a column holds, in the words of Frictionless' Table Schema.
package enum ColumnType: String, Sendable {
    case string, integer, number, boolean, datetime
    /// Several strings: one string in a CSV file, an array in JSON.
    case list

    /// The type in a CSV file.
    var inTable: ColumnType { self == .list ? .string : self }
}

/// A column: its name, what stands in it, and where a row's value comes from.
package struct Column<Row>: Sendable {
    package let name: String
    package let type: ColumnType
    /// Definition, unit and denominator, for a reader who has only the file.
    package let description: String
    /// What a number counts or measures: `lines`, `days`, `share`; nil for what is no number.
    package let unit: String?
    /// What a share is of, in words; nil for what is no share.
    package let denominator: String?
    package let value: @Sendable (Row) -> Cell

    package init(
        _ name: String, _ type: ColumnType, _ description: String, unit: String? = nil, of denominator: String? = nil,
        _ value: @escaping @Sendable (Row) -> Cell
    ) {
        self.name = name
        self.type = type
        self.description = description
        self.unit = unit
        self.denominator = denominator
        self.value = value
    }
}

/// A table of the report: one row for each of something.
package struct Table<Row>: Sendable {
    /// The file's name without its extension.
    package let name: String
    /// What there is one row for.
    package let description: String
    package let columns: [Column<Row>]

    package init(_ name: String, _ description: String, _ columns: [Column<Row>]) {
        self.name = name
        self.description = description
        self.columns = columns
    }
}
