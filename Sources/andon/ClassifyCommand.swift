import ArgumentParser
import Attribution
import Foundation
import Reports

/// `andon classify`: the rules tried on a table of messages, without a repository.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Judge the commit messages of a CSV table: who wrote them, and whether they repair a defect.",
        discussion: """
            The table needs a column `message`; `author` and `committer` are read where present, as `Name <address>`. All \
            columns are printed again, the verdicts behind them.
            """)

    @Argument(help: "The table; standard input if none is named.")
    var file: String?

    @OptionGroup var overlays: MarkOverlays

    @Option(
        help:
            "A column that says whether a message repairs a defect (1, 0): compare, and print the result on standard error."
    )
    var labelsColumn: String?

    func run() throws {
        let name = file ?? "standard input"
        let marks = try overlays.table()
        let input = try open()
        var reader = CSVReader()
        var table: MessageTable?
        var output = StandardOutput()
        var rows = 0
        func take(_ row: [String]) throws {
            rows += 1
            if table != nil {
                // A blank line is no row.
                if row == [""] { return }
                try output.write(Array(try table!.line(row, place: "\(name): row \(rows)").utf8))
            } else {
                table = try MessageTable(header: row, marks: marks, labels: labelsColumn, name: name)
                try output.write(Array(table!.line.utf8))
            }
        }
        do {
            while let block = try Self.block(of: input, name: name) { try reader.read(block, take) }
            try reader.finish(take)
        } catch {
            try output.flush()
            throw error
        }
        try output.flush()
        guard let table else { throw UsageError(description: "\(name) is empty; a header with `message` is needed") }
        if labelsColumn != nil { FileHandle.standardError.write(Data(table.score.text.utf8)) }
    }

    private func open() throws -> FileHandle {
        guard let file else { return .standardInput }
        do {
            return try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        } catch {
            throw UsageError(description: "cannot read \(file): \(error.localizedDescription)")
        }
    }

    /// The next bytes, `nil` at the end.
    private static func block(of input: FileHandle, name: String) throws -> Data? {
        do {
            guard let block = try input.read(upToCount: 1 << 16), !block.isEmpty else { return nil }
            return block
        } catch {
            throw UsageError(description: "cannot read \(name): \(error.localizedDescription)")
        }
    }
}
