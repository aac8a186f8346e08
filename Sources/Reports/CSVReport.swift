import Metrics

/// Tables as comma-separated values.
package struct CSVReport: Sendable {
    private let folder: ReportFolder
    /// Whether files begin with a byte order mark, by which Excel knows UTF-8.
    private let hasByteOrderMark: Bool

    package init(folder: ReportFolder, hasByteOrderMark: Bool) {
        self.folder = folder
        self.hasByteOrderMark = hasByteOrderMark
    }

    /// Writes a table, its header first.
    package func write<Row>(_ table: Table<Row>, _ rows: some Sequence<Row>) throws(ReportError) {
        try folder.write(table.name + ".csv") { file in
            if hasByteOrderMark { try file.write(CSVText.byteOrderMark) }
            try file.write(CSVText.row(table.columns.map { Cell.text($0.name) }))
            // A span hands out no copies of columns, nor of what their closures hold.
            let columns = table.columns.span
            for row in rows {
                try file.write { text in
                    for index in columns.indices {
                        if index > 0 { text.append(UInt8(ascii: ",")) }
                        CSVText.append(columns[index].value(row), to: &text)
                    }
                    text.append(CSVText.lineEnd)
                }
            }
        }
    }
}
