import Foundation
import Metrics
import Testing

@testable import Reports

@Suite struct AuditReportTests {
    @Test("A report has the same bytes, whatever the number of threads", arguments: ["churn", "fix-chains"])
    func jobs(name: String) throws {
        let fixture = try Fixture(name)
        let facts = try AuditFacts.of(fixture)
        let reports = try [1, 2, 5].map { jobs in
            var options = AuditReport.Options()
            (options.writesDeaths, options.writesAuthors, options.writesCommitObjects) = (true, true, true)
            options.jobs = jobs
            let folder = fixture.place + "/report-\(jobs)"
            try AuditReport(AuditResults(facts, jobs: jobs), options: options).write(to: folder)
            return try files(of: folder)
        }
        #expect(reports[0].keys.contains("summary.json") && reports[0].count > 25)
        #expect(reports[1] == reports[0] && reports[2] == reports[0])
    }

    private func files(of folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        return files
    }
}
