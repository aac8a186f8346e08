import ArgumentParser
import Reports

/// `andon schema`: what the files of a report hold.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schemas of summary.json and commits.ndjson, and the description of every CSV column.",
        discussion: "Without a name, all documents in one JSON object under their names.")

    @Argument(help: "Only this document: summary, datapackage, combined or commits.")
    var document: ReportSchema?

    func run() throws {
        var output = StandardOutput()
        if let document {
            try output.write(try document.bytes())
        } else {
            for (index, document) in ReportSchema.allCases.enumerated() {
                try output.write(Array((index == 0 ? "{\"" : ",\"").utf8) + Array("\(document.rawValue)\": ".utf8))
                try output.write(try document.bytes())
            }
            try output.write(Array("}\n".utf8))
        }
        try output.flush()
    }
}

extension ReportSchema: ExpressibleByArgument {}
