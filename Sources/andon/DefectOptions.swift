import ArgumentParser
import Attribution
import Defects
import Reports
import Scan

/// How fixes and their inducers are found.
struct DefectOptions: ParsableArguments {
    @Option(help: "A CSV file of labels (sha, is_fix, class, inducing), which beat what is found and measure it.")
    var labels: [String] = []

    @Option(help: "The rule that picks inferred inducers: b, ag, ma, l, r or andon.")
    var szz = LinkVariant.andon

    func labelRows() throws -> [LabelRow] {
        try labels.flatMap { try LabelFile(path: $0).rows }
    }
}

extension LinkVariant: ExpressibleByArgument {}

/// A file of labels.
private struct LabelFile {
    private(set) var rows: [LabelRow] = []

    init(path: String) throws {
        var reader = CSVReader()
        var header: [String: Int]?
        var line = 0
        func take(_ cells: [String]) throws {
            line += 1
            guard let columns = header else {
                header = Dictionary(cells.enumerated().map { ($1, $0) }) { first, _ in first }
                if header?["sha"] == nil { throw UsageError(description: "\(path): there is no column sha") }
                return
            }
            func cell(_ name: String) -> String {
                columns[name].map { $0 < cells.count ? cells[$0] : "" } ?? ""
            }
            rows.append(
                LabelRow(
                    sha: cell("sha"), isFix: try Self.truth(cell("is_fix"), path, line),
                    authorClass: try Self.authorClass(cell("class"), path, line),
                    inducers: cell("inducing").split { " ;,".contains($0) }.map(String.init)))
        }
        try reader.read(try TextFile.read(path).utf8, take)
        try reader.finish(take)
    }

    private static func truth(_ text: String, _ path: String, _ line: Int) throws -> Bool? {
        switch text.lowercased() {
        case "": nil
        case "true", "1", "yes": true
        case "false", "0", "no": false
        default: throw UsageError(description: "\(path): row \(line): is_fix takes true or false, not \(text)")
        }
    }

    private static func authorClass(_ text: String, _ path: String, _ line: Int) throws -> AuthorClass? {
        if text.isEmpty { return nil }
        guard let found = AuthorClass(rawValue: text) else {
            let known = AuthorClass.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError(description: "\(path): row \(line): class takes one of \(known), not \(text)")
        }
        return found
    }
}
