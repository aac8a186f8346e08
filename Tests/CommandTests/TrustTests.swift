import Foundation
import Testing

/// Whose configuration sets the limits.
@Suite struct TrustTests {
    private static let failing = "gates: [{figure: commits, max: 0, action: stop}]\n"

    private static func write(_ path: String) throws {
        try Data(failing.utf8).write(to: URL(filePath: path))
    }

    private static func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    /// In a work tree `folder` of the repository `path`, neither its own file nor the same one by name is used.
    private static func expectIgnored(_ fixture: Fixture, repository: String, folder: String) throws {
        let output = ["--output", fixture.place + "/report"]
        try write(folder + "/andon.yml")
        let here = try Andon.run(["gate", repository] + output, in: folder)
        #expect(here.status == 0 && here.lines.last == "action=none", "\(here.text)\(here.errors)")
        #expect(here.errors.contains("andon.yml in ") && here.errors.contains("is ignored"), "\(here.errors)")
        let named = try Andon.run(["gate", repository, "--config", "andon.yml"] + output, in: folder)
        #expect(named.status == 2 && named.errors.contains("lies inside the audited repository"), "\(named.errors)")
        let trusted = try Andon.run(["gate", repository, "--trust-config"] + output, in: folder)
        #expect(trusted.lines.last == "action=stop", "\(trusted.errors)")
    }

    @Test(
        "What the repository says of its work tree does not make its own limits count",
        arguments: [
            ["core.bare", "true"], ["core.worktree", "../../place"], ["core.worktree", ".."], ["core.worktree", "/"],
        ])
    func ownWord(setting: [String]) throws {
        let fixture = try Fixture("linear")
        _ = try fixture.lines("config", setting[0], setting[1])
        try Self.expectIgnored(fixture, repository: ".", folder: fixture.path)
    }

    @Test("A work tree is the repository's wherever it lies and however its .git leads there")
    func workTrees() throws {
        let linked = try Fixture("linked-worktree")
        let other = linked.path + "/linked"
        try Self.expectIgnored(linked, repository: "..", folder: other)
        try FileManager.default.removeItem(atPath: other + "/andon.yml")
        try Self.expectIgnored(linked, repository: other, folder: linked.path)
        // Its .git is all that leads from here to the repository.
        let away = linked.place + "/away"
        _ = try linked.lines("worktree", "add", "-q", "-b", "away", away)
        try FileManager.default.removeItem(atPath: linked.path + "/andon.yml")
        try Self.expectIgnored(linked, repository: linked.path, folder: away)
        let separate = try Fixture("separate-git-dir")
        try Self.expectIgnored(separate, repository: ".", folder: separate.path)
        try Self.expectIgnored(separate, repository: ".", folder: separate.path + "/.repository")
    }

    @Test("Links into the repository, out of it, and folders left by .. are followed as the system follows them")
    func links() throws {
        let fixture = try Fixture("subfolders")
        try Self.write(fixture.path + "/andon.yml")
        try Self.write(fixture.place + "/outside.yml")
        try Self.link(fixture.place + "/in.yml", to: fixture.path + "/andon.yml")
        try Self.link(fixture.path + "/out.yml", to: fixture.place + "/outside.yml")
        try Self.link(fixture.place + "/again.yml", to: fixture.path + "/out.yml")
        try Self.link(fixture.place + "/folder", to: fixture.path + "/sources")
        for config in ["in.yml", fixture.path + "/out.yml", "again.yml", "folder/../andon.yml"] {
            let done = try fixture.andon("gate", fixture.path, "--config", config)
            #expect(done.status == 2 && done.errors.contains("lies inside"), "\(config): \(done.errors)")
        }
        try Self.link(fixture.place + "/plain.yml", to: "outside.yml")
        #expect(try fixture.andon("gate", fixture.path, "--config", "plain.yml").lines.last == "action=stop")
    }

    @Test("A configuration beside the repository counts, also one in a repository around it or next to it")
    func beside() throws {
        let fixture = try Fixture("linear")
        try Self.write(fixture.place + "/andon.yml")
        #expect(try fixture.andon("gate", fixture.path).lines.last == "action=stop")
        let output = ["--output", fixture.place + "/report"]
        let up = try Andon.run(["gate", "--config", "../place/andon.yml"] + output, in: fixture.path)
        #expect(up.lines.last == "action=stop", "\(up.errors)")
        for folder in [fixture.place, fixture.place + "/.."] {
            #expect(try Program.run(["git", "init", "-q"], in: folder).status == 0)
            #expect(try fixture.andon("gate", fixture.path).lines.last == "action=stop")
        }
    }

    @Test("A repository that calls the user's folder its work tree does not put the user's limits out of force unheard")
    func claimed() throws {
        let fixture = try Fixture("linear")
        try Self.write(fixture.place + "/andon.yml")
        _ = try fixture.lines("config", "core.worktree", "/")
        for options in [[], ["--config", "andon.yml"]] {
            let done = try Andon.run(["gate", fixture.path] + options, in: fixture.place)
            #expect(done.status == 2 && done.errors.contains("lies inside"), "\(done.text)\(done.errors)")
        }
    }

    @Test("A configuration that is a folder is called one")
    func folder() throws {
        let fixture = try Fixture("linear")
        let done = try fixture.andon("gate", fixture.path, "--config", "/")
        #expect(done.status == 2 && done.errors == "andon: cannot read /: it is a folder; name a file\n")
    }
}
