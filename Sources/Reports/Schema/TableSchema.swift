/// What a table holds, without its rows.
struct TableSchema {
    struct Field {
        let name: String
        let type: ColumnType
        let description: String
        let unit: String?
        let denominator: String?
    }

    let name: String
    let description: String
    let fields: [Field]

    init<Row>(_ table: Table<Row>) {
        name = table.name
        description = table.description
        fields = table.columns.map {
            Field(
                name: $0.name, type: $0.type, description: $0.description, unit: $0.unit, denominator: $0.denominator)
        }
    }
}
