import Foundation
import Reports
import Testing

@Suite struct RepositoryListTests {
    /// The cells of a table, its header first.
    private static func table(_ text: String) -> [[String]] {
        var table: [[String]] = []
        var reader = CSVReader()
        reader.read(text.utf8) { table.append($0) }
        reader.finish { table.append($0) }
        return table
    }

    private static func records(_ text: String) -> [[String: String]] {
        let table = table(text)
        return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(table[0], $0)) }
    }

    private func scan(_ list: String, in place: Place, _ options: String...) throws -> Program {
        try place.write(list, to: "lists/list.csv")
        return try Andon.run(
            ["scan", "--repositories", "lists/list.csv", "--output", "all", "--quiet"] + options, in: place.path)
    }

    private func place() throws -> Place {
        let place = try Place()
        try FileManager.default.createDirectory(atPath: place.path + "/lists", withIntermediateDirectories: true)
        return place
    }

    @Test("A broken repository stops no other: status 6, and runs.csv says why")
    func broken() throws {
        let (place, good, merges) = (try place(), try Fixture("linear"), try Fixture("merges"))
        let list = """
            path,name,group,status,notes
            \(good.path),,web,mine,"=1+1, ""quoted""
            and broken"
            nowhere,lost,web,,
            \(merges.path)/.git,,,,@x

            """
        let done = try scan(list, in: place)
        #expect(done.status == 6)
        #expect(done.errors.hasPrefix("andon: lost: cannot open lists/nowhere: "), "\(done.errors)")
        #expect(done.errors.split(separator: "\n").count == 1)
        let text = try place.read("all/runs.csv")
        let (given, written) = (Self.table(list), Self.table(text))
        // The list's own cells come back as they were.
        #expect(written.map { Array($0.prefix(5)) } == given)
        let runs = Self.records(text)
        #expect(runs.map { $0["repository"] } == ["linear", "lost", "merges"])
        #expect(runs.map { $0["andon_status"] } == ["ok", "failed", "ok"])
        #expect(runs.map { $0["exit_status"] } == ["0", "3", "0"])
        #expect(runs.map { $0["report"] } == ["linear", "", "merges"])
        #expect(runs[1]["reason"]?.contains("there is no git repository") == true)
        for (run, fixture) in [(runs[0], good), (runs[2], merges)] {
            #expect(run["reason"] == "")
            #expect(run["commits"] == String(try fixture.commits().count))
            #expect(run["merges"] == (try fixture.lines("rev-list", "--merges", "--count", "HEAD")[0]))
            #expect(run["analysed_revision"] == (try fixture.lines("rev-parse", "HEAD")[0]))
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.path + "/all").sorted() == [
                "combined", "linear", "merges", "runs.csv",
            ])
        // A second run replaces the first, with the same bytes.
        #expect(try scan(list, in: place).status == 6)
        #expect(try place.read("all/runs.csv") == text)
    }

    @Test("Combined tables are those of the reports one after the other", arguments: [[], ["--csv-bom"]])
    func combined(options: [String]) throws {
        let place = try place()
        let fixtures = try ["ai-marks", "hostile-text", "churn"].map { try Fixture($0) }
        let names = ["=hostile, \"name\"", "ai-marks", "churn"]
        let list = """
            name,path
            "=hostile, ""name""\",\(fixtures[1].path)
            ,\(fixtures[0].path)
            ,\(fixtures[2].path)

            """
        try place.write(list, to: "list.csv")
        let done = try Andon.run(
            ["scan", "--repositories", "list.csv", "--output", "all", "--quiet", "--gate", "--deaths"] + options,
            in: place.path)
        #expect(done.status == 0, "\(done.errors)")
        let own = ["combined_comparison.csv", "combined_comparison_parts.csv", "datapackage.json"]
        let written = try FileManager.default.contentsOfDirectory(atPath: place.path + "/all/combined").sorted()
        #expect(Set(written).isSuperset(of: own))
        let files = written.filter { !own.contains($0) }
        let all = try names.flatMap {
            try FileManager.default.contentsOfDirectory(atPath: place.path + "/all/" + $0)
        }
        #expect(files == Set(all.filter { $0.hasSuffix(".csv") }).sorted())
        #expect(files.contains("deaths.csv") && files.contains("control_charts.csv"))
        for file in files {
            var expected: [[String]] = []
            for name in names {
                let table = Self.table(try place.read("all/\(name)/\(file)"))
                let shown = name.hasPrefix("=") ? "'" + name : name
                let column = try #require(table[0].firstIndex(of: "repository"), "\(file)")
                #expect(table.dropFirst().allSatisfy { $0[column] == shown }, "\(file)")
                expected += expected.isEmpty ? table : Array(table.dropFirst())
            }
            let text = try place.read("all/combined/" + file)
            #expect(Self.table(text) == expected, "\(file)")
            #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) == !options.isEmpty)
        }
        #expect(Self.table(try place.read("all/combined/commits.csv")).count > 10)
    }

    @Test("What is combined: each question over all repositories, the parts of each, and all columns described")
    func combinedComparison() throws {
        let (place, fixtures) = (try place(), try ["ai-marks", "fix-chains", "linear"].map { try Fixture($0) })
        let list = "path\n" + fixtures.map { $0.path + "\n" }.joined() + "nowhere\n"
        #expect(try scan(list, in: place, "--now", "2030-01-01").status == 6)
        let rows = Self.records(try place.read("all/combined/combined_comparison.csv"))
        let churn = try #require(
            rows.first { $0["endpoint"] == "new_code_churn" && $0["method"] == "inverse_variance" })
        #expect(churn["repositories"].flatMap { Int($0) } ?? -1 >= 0)
        #expect(churn["left_out"]?.contains("not scanned: 1") == true, "\(churn)")
        // Each row of the parts stands in the repository's own table.
        let parts = Self.records(try place.read("all/combined/combined_comparison_parts.csv"))
        let single = Self.records(try place.read("all/combined/comparison.csv"))
        let keys = ["repository", "endpoint", "horizon_days", "compared"]
        for part in parts {
            let own = single.first { row in keys.allSatisfy { row[$0] == part[$0] } }
            for column in ["difference", "ratio", "mature_ai", "mature_human"] {
                #expect(part[column] == own?[column] ?? "", "\(part)")
            }
            let isLeftOut = part["left_out_inverse_variance"] != ""
            #expect(isLeftOut == (part["weight_inverse_variance"] == ""), "\(part)")
        }
        #expect(parts.count % 4 == 0 && Set(parts.map { $0["repository"] }).count == 4)
        #expect(parts.contains { $0["left_out_mantel_haenszel"] == "not scanned" })
        let package = try #require(
            try JSONSerialization.jsonObject(with: Data(try place.read("all/combined/datapackage.json").utf8))
                as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path + "/all/combined")
        #expect(Set(resources.compactMap { $0["path"] as? String } + ["datapackage.json"]) == Set(files))
        for resource in resources {
            let (path, schema) = (resource["path"] as? String ?? "", resource["schema"] as? [String: Any])
            let fields = (schema?["fields"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
            #expect(Self.table(try place.read("all/combined/" + path))[0] == fields, "\(path)")
        }
    }

    @Test("Cells of a row beat the options, and empty ones leave them")
    func options() throws {
        let (place, fixture) = (try place(), try Fixture("subfolders"))
        let first = try #require(try fixture.commits().last)
        let list = """
            path,name,revision,since,until,paths
            \(fixture.path),whole,,,,
            \(fixture.path),old,\(first),,,
            \(fixture.path),part,,,,*.md;!docs
            \(fixture.path),none,,2030-01-01,2030-12-31,

            """
        #expect(try scan(list, in: place, "--path", "sources").status == 0)
        let runs = Self.records(try place.read("all/runs.csv"))
        #expect(runs.map { $0["repository"] } == ["whole", "old", "part", "none"])
        #expect(runs[1]["andon_revision"] == nil)
        #expect(runs[1]["analysed_revision"] == first)
        #expect(runs[1]["commits"] == "1")
        #expect(runs[3]["commits"] == "0")
        #expect(runs[3]["ai_share"] == "")
        func files(_ name: String) throws -> [String] {
            Self.records(try place.read("all/\(name)/files.csv")).map { $0["path"] ?? "" }
        }
        #expect(try files("whole") == fixture.lines("ls-files", "--", "sources"))
        #expect(try files("part") == fixture.lines("ls-files", "--", "*.md", ":!docs"))
    }

    @Test("Reports, tables and messages are the same however many repositories are scanned at once")
    func jobs() throws {
        let place = try place()
        let fixtures = try ["churn", "linear", "fix-chains", "ai-marks", "merges"].map { try Fixture($0) }
        var list = "path\nnowhere\n" + fixtures.map { $0.path + "\n" }.joined() + fixtures[1].path + "\n"
        list += "neither\n"
        try place.write(list, to: "list.csv")
        var first: (printed: String, errors: String, files: [String: Data])?
        for options in [[], ["--jobs", "2"], ["--jobs", "64"]] {
            let done = try Andon.run(
                ["scan", "--repositories", "list.csv", "--output", "all", "--gate", "--metrics", "metrics.prom"]
                    + ["--state", "kept", "--now", "2030-01-01"] + options, in: place.path)
            #expect(done.status == 6, "\(done.errors)")
            var files = try Self.tree(place.path + "/all")
            files["metrics.prom"] = Data(try place.read("metrics.prom").utf8)
            try FileManager.default.removeItem(atPath: place.path + "/kept")
            #expect(done.errors.contains("\nandon: neither: cannot open ") && done.errors.hasPrefix("andon: nowhere: "))
            if let first {
                #expect(done.text == first.printed && done.errors == first.errors, "\(options)")
                #expect(files == first.files, "\(options)")
            } else {
                first = (done.text, done.errors, files)
                #expect(files.count > 60 && done.text.hasSuffix("action=none\n"), "\(done.text.suffix(300))")
                #expect(done.text.contains("\n6 of 8 repositories scanned: see all/runs.csv\n"))
                #expect(done.text.contains("\nAI against human over "), "\(done.text.suffix(300))")
            }
        }
    }

    /// Every file below a folder, by its path in it.
    private static func tree(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let url = URL(filePath: folder + "/" + name)
            if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[name] = try Data(contentsOf: url)
            }
        }
        return files
    }

    @Test("Of several paths the first that fails is told, whatever was scanned beside it", arguments: ["1", "4"])
    func paths(jobs: String) throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let done = try Andon.run(
            ["scan", fixture.path, "lost", "gone", fixture.path, "--output", "all", "--quiet", "--jobs", jobs],
            in: place.path)
        #expect(done.status == 3)
        #expect(done.errors.hasPrefix("andon: cannot open lost: ") && done.errors.split(separator: "\n").count == 1)
        #expect(FileManager.default.fileExists(atPath: place.path + "/all/linear/summary.json"))
    }

    @Test("Metrics show a repository that fails, and when it was last read")
    func metrics() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let name = #""a b\""c""#
        let (good, bad) = ("\(fixture.path),\(name)\n", "nowhere,\(name)\n")
        func metrics(_ rows: String, _ now: String) throws -> (status: Int32, text: String) {
            let done = try scan(
                "path,name\n" + rows, in: place, "--format", "json", "--metrics", "andon.prom", "--now", now)
            return (done.status, try place.read("andon.prom"))
        }
        let label = #"{repository="a b\\\"c"}"#
        // Never read before: there is no time to tell.
        let never = try metrics(bad, "100")
        #expect(never.status == 6 && never.text.contains("andon_scan_success\(label) 0\n"), "\(never.text)")
        #expect(!never.text.contains("andon_last_success_timestamp_seconds"))
        let read = try metrics(good + "\(fixture.path),other\n", "200").text
        #expect(read.contains("andon_scan_success\(label) 1\n"))
        #expect(read.contains("andon_last_success_timestamp_seconds\(label) 200\n"))
        for now in ["300", "400"] {
            let failed = try metrics(bad + "\(fixture.path),other\n", now).text
            #expect(failed.contains("andon_scan_success\(label) 0\n"))
            #expect(failed.contains("andon_last_success_timestamp_seconds\(label) 200\n"))
            #expect(failed.contains("andon_last_success_timestamp_seconds{repository=\"other\"} \(now)\n"))
            #expect(!failed.contains("andon_commits\(label.dropLast())"), "figures of another day are none of today")
        }
        #expect(try metrics("\(fixture.path),other\n", "500").text.contains("a b") == false)
    }

    @Test("Metrics of a repository alone show that it failed, and the error is told")
    func metricsAlone() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let options = ["--output", "report", "--format", "json", "--quiet", "--metrics", "andon.prom", "--now", "200"]
        #expect(try Andon.run(["scan", fixture.path] + options, in: place.path).status == 0)
        try FileManager.default.moveItem(atPath: fixture.path, toPath: fixture.path + "-gone")
        let done = try Andon.run(["scan", fixture.path] + options, in: place.path)
        #expect(done.status == 3 && done.errors.hasPrefix("andon: cannot open"))
        let text = try place.read("andon.prom")
        #expect(text.contains("andon_scan_success{repository=\"linear\"} 0\n"))
        #expect(text.contains("andon_last_success_timestamp_seconds{repository=\"linear\"} 200\n"))
    }

    @Test("Names by paths are told apart, also from names of the list")
    func names() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let list = "path,name\n\(fixture.path),\n\(fixture.path),\n\(fixture.path),linear\n"
        #expect(try scan(list, in: place, "--format", "json").status == 0)
        #expect(
            Self.records(try place.read("all/runs.csv")).map { $0["repository"] } == ["linear-2", "linear-3", "linear"])
        // Without tables there is nothing to combine.
        #expect(!FileManager.default.fileExists(atPath: place.path + "/all/combined"))
    }

    @Test(
        "A list that is no table is refused before anything is scanned",
        arguments: [
            ("", "is empty"), ("path\n", "names no repository"), ("name\nx\n", "has no column `path`"),
            ("path,path\na,b\n", "two columns `path`"),
            ("path,name\nREPO,\nREPO,\"a\nREPO,b\n", "row 3 opens a quotation mark that nothing closes"),
        ])
    func noTable(list: String, reason: String) throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let done = try scan(list.replacing("REPO", with: fixture.path), in: place)
        #expect(done.status == 2)
        #expect(done.errors.contains(reason), "\(done.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.path + "/all"))
    }

    @Test(
        "A slip in a row is that row's: the others are scanned, and runs.csv says what is wrong with it",
        arguments: [
            ("name", "b", "row-3", ": row 3 has 1 cells, the header has 2"), ("name", ",x", "x", ": row 3 has no path"),
            ("name", "REPO,b,c", "row-3", ": row 3 has 3 cells, the header has 2"),
            ("name", "REPO,first", "row-3", ": row 3: the name `first` is taken; give another"),
            ("name", "REPO,combined", "row-3", "is taken"), ("name", "REPO,runs.csv", "row-3", "is taken"),
            ("name", "REPO,../up", "linear", ": row 3: the name `../up` cannot name a folder"),
            ("name", "REPO,\"a\tb\"", "linear", "cannot name a folder"), ("name", "REPO,..", "linear", "cannot name"),
            ("name", "REPO\0x,y", "y", ": row 3: NUL in `path`"),
            ("since", "REPO,yesterday", "linear", ": row 3: `since` takes YYYY-MM-DD, not yesterday"),
            ("until", "REPO,2000-01-01", "linear", "since is after until: no day lies between"),
            ("paths", "REPO,*.md;:(glob)x", "linear", ": row 3: `paths`: :(glob)x: of git's pathspec magic"),
        ])
    func slips(column: String, row: String, name: String, reason: String) throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let (first, last) = column == "name" ? ("first", "last") : ("", "")
        let list = "path,\(column)\nREPO,\(first)\n\(row)\nREPO,\(last)\n".replacing("REPO", with: fixture.path)
        let done = try scan(list, in: place, "--since", "2001-01-01", "--format", "json", "--metrics", "andon.prom")
        #expect(done.status == 6, "\(done.errors)")
        #expect(done.errors.hasPrefix("andon: \(name)") && done.errors.contains(reason), "\(done.errors)")
        let runs = Self.records(try place.read("all/runs.csv"))
        #expect(runs.map { $0["status"] } == ["ok", "failed", "ok"])
        #expect(runs.map { $0["exit_status"] } == ["0", "2", "0"] && done.errors.split(separator: "\n").count == 1)
        #expect(runs[1]["reason"]?.contains(reason) == true && runs[1]["report"] == "", "\(runs[1])")
        // Each row has a name of its own, and one with a slip takes none from the others.
        let names = runs.compactMap { $0["repository"] }
        #expect(Set(names).count == 3 && names[1].hasPrefix(name), "\(names)")
        if column == "name" { #expect(names[0] == "first" && names[2] == "last") }
        #expect(try place.read("andon.prom").contains("andon_scan_success{repository=\"\(names[1])\"} 0\n"))
        #expect(
            [0, 2].allSatisfy { FileManager.default.fileExists(atPath: place.path + "/all/\(names[$0])/summary.json") })
    }

    @Test("A period of the options that ends before it begins ends the run, whatever the list")
    func optionPeriod() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let list = "path,since\n\(fixture.path),2000-01-01\n\(fixture.path),\n"
        let done = try scan(list, in: place, "--since", "2024-01-02", "--until", "2024-01-01")
        #expect(done.status == 2 && done.errors.contains("since is after until"), "\(done.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.path + "/all"))
    }

    @Test("A row that is not UTF-8 fails alone, however lines end; a header that is not ends the run")
    func encoding() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let good = Data("\(fixture.path),caf\u{E9}".utf8)
        let bad = Data("\(fixture.path),caf".utf8) + [0xE9]
        for end in ["\n", "\r\n", "\r"] {
            let lines = [Data("path,team".utf8), good, bad, good, bad]
            try Data(lines.joined(separator: Data(end.utf8))).write(to: URL(filePath: place.path + "/list.csv"))
            let done = try Andon.run(
                ["scan", "--repositories", "list.csv", "--output", "all", "--quiet", "--format", "json"], in: place.path
            )
            #expect(done.status == 6, "\(done.errors)")
            let runs = Self.records(try place.read("all/runs.csv"))
            #expect(runs.map { $0["status"] } == ["ok", "failed", "ok", "failed"])
            #expect(runs[1]["reason"] == "list.csv: row 3 is not UTF-8; save the file as UTF-8")
            #expect(runs.map { $0["team"] } == ["caf\u{E9}", "caf\u{FFFD}", "caf\u{E9}", "caf\u{FFFD}"])
        }
        try Data([0xFF, 0xFE] + Data("path\n".utf8)).write(to: URL(filePath: place.path + "/list.csv"))
        let done = try Andon.run(["scan", "--repositories", "list.csv", "--output", "none"], in: place.path)
        #expect(done.status == 2 && done.errors.contains("the header is not UTF-8"), "\(done.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.path + "/none"))
    }

    @Test("Columns of runs.csv differ from all of the list's, whatever these are called")
    func ownColumns() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        #expect(try scan("status,path,andon_status\nmine,\(fixture.path),too\n", in: place).status == 0)
        let table = Self.table(try place.read("all/runs.csv"))
        #expect(Set(table[0]).count == table[0].count)
        let run = try #require(Self.records(try place.read("all/runs.csv")).first)
        #expect(run["status"] == "mine" && run["andon_status"] == "too" && run["andon_andon_status"] == "ok")
    }

    @Test("A list takes the place of paths")
    func both() throws {
        let done = try Andon.run("scan", "x", "--repositories", "list.csv")
        #expect(done.status == 2)
        #expect(done.errors.contains("takes the place of paths"))
    }

    @Test("Each repository keeps a state of its own, and a state that is no state fails that one alone")
    func states() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let list = "path,name\n\(fixture.path),one\n\(fixture.path),two\n"
        try FileManager.default.createDirectory(atPath: place.path + "/kept", withIntermediateDirectories: true)
        try place.write("This is a text and no state, and long enough to be looked at.\n", to: "kept/one.sqlite")
        let done = try scan(list, in: place, "--state", "kept")
        #expect(done.status == 6, "\(done.errors)")
        #expect(Self.records(try place.read("all/runs.csv")).map { $0["exit_status"] } == ["2", "0"])
        #expect(FileManager.default.fileExists(atPath: place.path + "/kept/two.sqlite"))
    }

    @Test("A path without a repository leaves no state")
    func mistyped() throws {
        let (place, fixture) = (try place(), try Fixture("linear"))
        let done = try scan(
            "path,name\n\(fixture.path),one\n\(fixture.path)-not-there,two\n", in: place, "--state", "kept")
        #expect(done.status == 6, "\(done.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/kept") == ["one.sqlite"])
    }
}
