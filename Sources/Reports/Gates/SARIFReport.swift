import Foundation
import Gates
import Metrics

/// findings.sarif: hot files and live chains as findings that code hosts show beside the lines (SARIF 2.1.0, OASIS).
struct SARIFReport: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        let tool: Tool
        let columnKind = "utf16CodeUnits"
        let automationDetails: Details
        let results: [Finding]
    }

    struct Details: Encodable {
        let id: String
    }

    struct Tool: Encodable {
        let driver: Driver
    }

    struct Driver: Encodable {
        let name = "Andon"
        let rules: [Rule]
    }

    struct Rule: Encodable {
        let id: String
        let name: String
        let shortDescription: Message
        let fullDescription: Message
        let help: Message
        let defaultConfiguration: Configuration
    }

    struct Configuration: Encodable {
        let level: String
    }

    struct Message: Encodable {
        let text: String
    }

    struct Finding: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let partialFingerprints: [String: String]
    }

    struct Location: Encodable {
        let physicalLocation: Place
    }

    struct Place: Encodable {
        let artifactLocation: Artifact
        let region: Region?
    }

    struct Artifact: Encodable {
        let uri: String
        let uriBaseId = "%SRCROOT%"
    }

    struct Region: Encodable {
        let startLine: Int
        let endLine: Int
    }

    /// - Parameter range: where one is judged, only what its commits change is said.
    init(_ facts: AuditFacts, range: CommitRange?) {
        var changed: Set<UInt32>?
        if let range {
            changed = Set(
                range.commits.flatMap { commit in
                    facts.lines.versions(of: commit).map { facts.lines.versions[Int($0)].path }
                })
        }
        func isSaid(_ path: UInt32) -> Bool { changed?.contains(path) ?? true }
        let hot = HotFile.all(facts, without: Set(range?.commits ?? [])).filter { isSaid($0.path) }
        let chains = LiveChain.all(facts).filter { $0.chain.paths.contains(where: isSaid) }
        runs = [
            Run(
                tool: Tool(driver: Driver(rules: Self.rules)),
                automationDetails: Details(id: "andon/" + (range == nil ? "history/" : "range/")),
                results: hot.map { Self.finding($0, facts) } + chains.flatMap { Self.findings($0, facts) })
        ]
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    private static let rules = [
        Rule(
            id: "hot-file", name: "HotFile", shortDescription: Message(text: "A file that keeps having to be fixed"),
            fullDescription: Message(
                text:
                    "Among the tenth of the files that were fixed most often in the last \(HotFile.days) days, at least "
                    + "\(HotFile.leastFixes) times. Files that were often fixed of late are those that will need it again."
            ),
            help: Message(
                text: "Have changes to this file looked at by a second person, and ask what keeps breaking it."),
            defaultConfiguration: Configuration(level: "warning")),
        Rule(
            id: "live-chain", name: "LiveChain",
            shortDescription: Message(text: "A chain of fixes whose last one is young"),
            fullDescription: Message(
                text:
                    "A fix that had to be fixed again or was reverted, the last time less than \(LiveChain.days) days ago: nobody "
                    + "can say yet that it holds."),
            help: Message(text: "Look at the cause of the first fix; chains.csv and chain_members.csv tell the steps."),
            defaultConfiguration: Configuration(level: "note")),
    ]

    private static func finding(_ file: HotFile, _ facts: AuditFacts) -> Finding {
        let path = facts.lines.paths[file.path]
        let last = facts.history.ids[file.lastFix].hex
        return Finding(
            ruleId: "hot-file", ruleIndex: 0, level: "warning",
            message: Message(
                text:
                    "\(NumberText.count(file.fixes, "fix", plural: "fixes")) changed this file in the last \(HotFile.days) days, "
                    + "the last \(last.prefix(12)); \(NumberText.count(file.inducing, "commit")) to it needed one."),
            locations: [Location(physicalLocation: Place(artifactLocation: Artifact(uri: uri(path)), region: nil))],
            partialFingerprints: ["andonHotFile/v1": uri(path)])
    }

    /// One for each file that the chain goes through, at the lines that its last member left there.
    private static func findings(_ live: LiveChain, _ facts: AuditFacts) -> [Finding] {
        let members = live.chain.members.map { facts.history.ids[$0].hex }
        let text =
            "Chain \(live.number): \(NumberText.count(live.chain.depth, "fix", plural: "fixes")) in "
            + "\(NumberText.count(Int(live.chain.spanDays.rounded()), "day")), confidence "
            + "\(NumberText.percent(live.chain.confidence)): "
            + members.suffix(5).map { String($0.prefix(12)) }.joined(separator: ", ") + "."
        let standing = Set(facts.lines.tip.map(\.path))
        return live.chain.paths.filter(standing.contains).map { number in
            let path = facts.lines.paths[number]
            let lines = live.standing.first { $0.path == number }?.lines
            return Finding(
                ruleId: "live-chain", ruleIndex: 1, level: "note", message: Message(text: text),
                locations: [
                    Location(
                        physicalLocation: Place(
                            artifactLocation: Artifact(uri: uri(path)),
                            region: lines.map { Region(startLine: $0.lowerBound + 1, endLine: $0.upperBound) }))
                ],
                partialFingerprints: ["andonChain/v1": "\(members[0]) \(members[members.count - 1]) \(uri(path))"])
        }
    }

    /// A relative reference by RFC 3986: every byte that is not unreserved is escaped, and so is a colon in the first part.
    private static func uri(_ path: [UInt8]) -> String {
        var uri = ""
        for byte in path {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = Array("0123456789ABCDEF".unicodeScalars)
                uri += "%"
                uri.unicodeScalars.append(digits[Int(byte >> 4)])
                uri.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
        return uri
    }
}
