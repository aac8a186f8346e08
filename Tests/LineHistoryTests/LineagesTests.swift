import Testing

@testable import Git
@testable import LineHistory

@Suite struct LineagesTests {
    @Test(
        "No edge leads from one piece to another, and each version stands once, after those that it came from",
        arguments: ["linear", "renames", "merges", "relapses"])
    func pieces(name: String) throws {
        let plan = try Followed(Fixture(name)).lines.plan
        let lineages = Lineages(plan, pieceLength: 1)
        var piece: [VersionNumber: Int] = [:]
        for number in 0..<lineages.pieceCount {
            for (place, version) in lineages.versions(in: number).enumerated() {
                #expect(piece.updateValue(number, forKey: version) == nil)
                #expect(lineages.place(of: version) == place)
            }
        }
        #expect(piece.count == plan.versions.count)
        #expect(lineages.pieceCount > 1)
        for edge in plan.edges {
            #expect(piece[edge.old] == piece[edge.new])
            #expect(lineages.place(of: edge.old) < lineages.place(of: edge.new))
        }
        for (deletion, carried) in plan.carriedDeletions {
            for edge in carried.edges { #expect(piece[deletion] == piece[plan.edges[Int(edge)].new]) }
        }
    }

    @Test(
        "However long the pieces are, all lines are the same", arguments: ["linear", "renames", "merges", "relapses"])
    func lengths(name: String) throws {
        let lines = try Followed(Fixture(name)).lines
        let surrounded = Array(repeating: true, count: lines.history.count)
        let all = try [1, 2, 1000].map { length in
            let replayed = try ReplayedLines(
                history: lines.history, plan: lines.plan, scripts: lines.scripts,
                lineages: Lineages(lines.plan, pieceLength: length), surrounded: surrounded, jobs: 2)
            return [
                "\(replayed.left.sorted { $0.key < $1.key })", "\(replayed.lives.losses)",
                "\(replayed.lives.blocks.map(\.run))", "\(replayed.lives.meaningfulCounts)",
            ]
                + lines.versions.indices.map { number in
                    let (version, lists) = (VersionNumber(number), replayed.lives.lists)
                    return "\(lists.mergeBirths(of: version)) \(lists.removals(at: version)) "
                        + "\(lists.deaths(of: version)) \(lists.standing(of: version))"
                }
        }
        #expect(all[0] == all[1] && all[1] == all[2])
        #expect(all[0][1] == "\(lines.lives.losses)")
        #expect(!lines.lives.losses.isEmpty)
    }
}
