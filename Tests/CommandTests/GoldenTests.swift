import Foundation
import Testing

@Suite struct GoldenTests {
    /// Set to make the reports anew: ANDON_RECORD=1 swift test --filter GoldenTests. The run fails then, for nothing was compared.
    private static let isRecording = ProcessInfo.processInfo.environment["ANDON_RECORD"] != nil

    @Test("The whole report of a fixture is as it was recorded", arguments: ["churn", "slow-branch", "ai-marks"])
    func report(name: String) throws {
        let fixture = try Fixture(name)
        let report = try fixture.report("--deaths", "--quiet", "--format", "csv,json")
        let place = Fixture.root.appending(path: "Fixtures/golden/\(name)")
        if Self.isRecording {
            try? FileManager.default.removeItem(at: place)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (file, bytes) in report { try Data(bytes).write(to: place.appending(path: file)) }
            Issue.record("recorded \(report.count) files in \(place.path); look at them, then run without ANDON_RECORD")
            return
        }
        let recorded = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(recorded.sorted() == report.keys.sorted())
        for file in recorded {
            let expected = String(decoding: try Data(contentsOf: place.appending(path: file)), as: UTF8.self)
            let mine = report[file].map { String(decoding: $0, as: UTF8.self) }
            #expect(mine == expected, "\(file) of \(name)")
        }
    }
}
