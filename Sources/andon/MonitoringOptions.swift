import ArgumentParser
import Foundation
import Gates
import Metrics
import Reports

/// What a monitor is told.
struct MonitoringOptions: ParsableArguments {
    @Option(
        name: .customLong("metrics"),
        help: """
            Write metrics for Prometheus to this file, for the node exporter's textfile collector. The time of the last success is \
            --now, or else the clock: no other output knows it.
            """)
    var file: String?

    /// Takes in one repository that was read to its end.
    func add(
        _ results: AuditResults, _ gates: GateReport?, by configuration: GateConfiguration, now: Moment?,
        to metrics: inout MonitoringMetrics
    ) {
        guard file != nil else { return }
        metrics.add(
            results, gates: gates, recentPeriods: configuration.recentPeriods,
            success: now?.seconds ?? Int64(Date().timeIntervalSince1970))
    }

    /// When each repository was last read to its end, by the file of an earlier run; empty without one.
    func lastSuccesses() throws -> MonitoringMetrics.LastSuccesses {
        guard let file, FileManager.default.fileExists(atPath: file) else { return .init("") }
        return .init(try TextFile.read(file))
    }

    /// Writes the file if it is asked for.
    func write(_ metrics: MonitoringMetrics) throws {
        if let file { try metrics.write(to: file) }
    }

    /// Writes the metrics of a run that ends with an error, which is the one to be told first.
    func write(_ metrics: MonitoringMetrics, although error: any Error) {
        do {
            try write(metrics)
        } catch let other {
            Note.say(Failure.of(other).text)
        }
    }
}
