import Gates
import Metrics

/// A table with its rows, whatever these are.
struct FilledTable: Sendable {
    let schema: TableSchema
    let write: @Sendable (CSVReport) throws(ReportError) -> Void

    init<Row>(_ table: Table<Row>, _ rows: @autoclosure @escaping @Sendable () -> [Row]) {
        schema = TableSchema(table)
        write = { csv throws(ReportError) in try csv.write(table, rows()) }
    }
}

/// Every CSV file of a report, in one list: what is written is what is described.
enum ReportTables {
    /// - Parameter gates: the answers, where any were asked for.
    static func all(
        _ results: AuditResults, withDeaths: Bool, withAuthors: Bool, gates: GateReport? = nil
    ) -> [FilledTable] {
        var tables = [
            FilledTable(CommitsTable.table(), CommitsTable.rows(results)),
            FilledTable(FilesTable.table(results), results.files),
            FilledTable(ChurnTable.table(results), results.churn.rows),
            FilledTable(LineOperationsTable.table(results), LineOperationsTable.rows(results)),
            FilledTable(ChangedLinesTable.table(results), results.operationRows),
            FilledTable(ExclusionsTable.table(results), results.exclusions),
            FilledTable(FixesTable.table(results), results.facts.defects.fixes),
            FilledTable(LinksTable.table(results), results.facts.defects.links),
            FilledTable(RevertsTable.table(results), results.facts.defects.reverts),
            FilledTable(ChainsTable.table(results), NumberedChain.all(results)),
            FilledTable(ChainMembersTable.table(results), ChainMember.all(results)),
            FilledTable(ReintroductionsTable.table(results), results.facts.defects.reintroductions),
            FilledTable(CoverageTable.table(results), results.evidence.quarters),
            FilledTable(SurvivalTable.table(results), SurvivalTable.rows(results)),
            FilledTable(CohortsTable.table(results), CohortsTable.rows(results)),
            FilledTable(ComparisonTable.table(results), results.evidence.comparisons),
            FilledTable(SensitivityTable.table(results), results.evidence.sensitivity),
            FilledTable(ControlChartsTable.table(results), ControlChartsTable.rows(results)),
        ]
        tables += [
            FilledTable(MarksTable.table(results), results.provenance.marks),
            FilledTable(ToolsTable.table(results), results.provenance.tools),
            FilledTable(UnknownValuesTable.table(results), results.provenance.unknownValues),
            FilledTable(SuppressionTable.table(results), results.facts.provenance.signs),
        ]
        if withDeaths { tables.append(FilledTable(DeathsTable.table(results), Array(results.facts.lives.deaths))) }
        if withAuthors { tables.append(FilledTable(AuthorsTable.table(results), AuthorResult.all(results))) }
        tables.append(FilledTable(WarningsTable.table(results), results.facts.warnings))
        if let gates { tables.append(Self.gates(results, gates)) }
        return tables
    }

    /// The columns of every table that a report may have.
    static var schemas: [TableSchema] {
        all(AuditResults(.empty), withDeaths: true, withAuthors: true, gates: GateReport(results: [])).map(\.schema)
    }

    /// The columns of what several reports have only together.
    static var combinedSchemas: [TableSchema] { combined(CombinedComparisons([])).map(\.schema) }

    /// What several reports have only together.
    static func combined(_ comparisons: CombinedComparisons) -> [FilledTable] {
        [
            FilledTable(CombinedComparisonTable.table, comparisons.rows),
            FilledTable(CombinedPartsTable.table, comparisons.parts),
        ]
    }

    static func gates(_ results: AuditResults, _ gates: GateReport) -> FilledTable {
        FilledTable(GatesTable.table(results.facts), gates.results)
    }
}
