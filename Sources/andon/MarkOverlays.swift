import ArgumentParser
import Attribution
import Foundation

/// Marks of the user's own.
struct MarkOverlays: ParsableArguments {
    @Option(help: "A YAML file of marks to add or override.")
    var marks: [String] = []

    /// The built-in table with what the files say, in their order.
    func table() throws -> MarkTable {
        var table = MarkTable.standard
        for file in marks {
            do {
                table = try table.overlaid(yaml: try TextFile.read(file), file: file)
            } catch let error as MarkTableError {
                throw UsageError(description: error.description)
            }
        }
        return table
    }
}
