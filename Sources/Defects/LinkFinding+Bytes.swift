import Git

extension LinkFinding {
    /// Of a list written as bytes.
    static func list(from reader: inout ByteReader) throws(ByteReader.Failure) -> [LinkFinding] {
        var result: [LinkFinding] = []
        for _ in 0..<(try reader.count()) {
            let fix = try reader.number()
            var traces: [Trace] = []
            for _ in 0..<(try reader.count()) {
                let commit = try reader.number()
                let lines = try reader.number()
                traces.append(Trace(commit: commit, lines: lines, files: try reader.number()))
            }
            var picks: [Pick] = []
            for _ in 0..<(try reader.count()) {
                let inducer = try reader.number()
                let score = try reader.double()
                let confidence = try reader.double()
                let chainConfidence = try reader.double()
                picks.append(
                    Pick(
                        inducer: inducer,
                        link: InferredLink(
                            score: score, confidence: confidence, chainConfidence: chainConfidence,
                            holdsWithoutAge: try reader.byte() == 1)))
            }
            result.append(LinkFinding(fix: fix, traces: traces, picks: picks))
        }
        return result
    }

    static func write(_ findings: [LinkFinding], to writer: inout ByteWriter) {
        writer.write(findings.count)
        for finding in findings {
            writer.write(finding.fix)
            writer.write(finding.traces.count)
            for trace in finding.traces {
                writer.write(trace.commit)
                writer.write(trace.lines)
                writer.write(trace.files)
            }
            writer.write(finding.picks.count)
            for pick in finding.picks {
                writer.write(pick.inducer)
                writer.write(pick.link.score)
                writer.write(pick.link.confidence)
                writer.write(pick.link.chainConfidence)
                writer.write(byte: pick.link.holdsWithoutAge ? 1 : 0)
            }
        }
    }
}
