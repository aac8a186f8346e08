import Foundation
import Reports
import Testing

@Suite struct ClassifyTests {
    /// The rows of a CSV text by column.
    private static func rows(_ text: String) -> [[String: String]] {
        var rows: [[String]] = []
        var reader = CSVReader()
        reader.read(text.utf8) { rows.append($0) }
        reader.finish { rows.append($0) }
        guard let header = rows.first else { return [] }
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private static let table = """
        id,message,author,committer\r
        1,"fix: crash, when ""empty""\r

        Co-authored-by: Claude Opus 4.6 <noreply@anthropic.com>\r
        ",Ann <ann@x.org>,Ann <ann@x.org>\r
        2,Bump a from 1 to 2,dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>,GitHub <noreply@github.com>\r
        3,=Add a page,Ann <ann@x.org>,Ann <ann@x.org>\r
        4,Do it,Claude <noreply@anthropic.com>,Claude <noreply@anthropic.com>\r

        """

    @Test("Every row is judged, from a file and from standard input alike")
    func verdicts() throws {
        let place = try Place()
        try place.write(Self.table, to: "messages.csv")
        let named = try Andon.run("classify", "messages.csv", in: place.path)
        let piped = try Andon.run("classify", input: Self.table)
        #expect(named.status == 0)
        #expect(named.output == piped.output)
        let rows = Self.rows(named.text)
        #expect(rows.map { $0["class"] } == ["ai_assisted", "automation", "human", "ai_authored"])
        #expect(rows.map { $0["class_declared"] } == ["", "", "false", ""])
        #expect(rows.map { $0["is_fix"] } == ["true", "false", "false", "false"])
        #expect(rows[0]["models"] == "claude-opus-4.6")
        #expect(rows[0]["class_rules"] == "claude-code.co-author.address")
        #expect(rows[0]["fix_evidence"]?.contains("form.conventional-fix") == true)
    }

    @Test("The columns of the table come back as they were")
    func columns() throws {
        let done = Self.rows(try Andon.run("classify", input: Self.table).text)
        let given = Self.rows(Self.table)
        #expect(given.count == 4)
        for (row, own) in zip(done, given) {
            for (column, value) in own { #expect(row[column] == value) }
        }
    }

    @Test("A column that is called as one of the verdicts keeps its name")
    func names() throws {
        let done = Self.rows(try Andon.run("classify", input: "class,message\nx,Do it\n").text)
        #expect(done == [done[0]])
        #expect(done[0]["class"] == "x")
        #expect(done[0]["andon_class"] == "human")
        let both = Self.rows(try Andon.run("classify", input: "class,andon_class,message\nx,y,Do it\n").text)
        #expect(both[0]["andon_class"] == "y" && both[0]["andon_andon_class"] == "human")
    }

    @Test("A table longer than a block comes through whole")
    func long() throws {
        let count = 3_000
        let table =
            "message\n"
            + (0..<count).map { "\"fix number \($0), with a \"\"quotation\"\"\nand a second line\"\n" }.joined()
        let done = Self.rows(try Andon.run("classify", input: table).text)
        #expect(done.count == count)
        for (number, row) in done.enumerated() {
            #expect(row["message"] == "fix number \(number), with a \"quotation\"\nand a second line")
        }
    }

    @Test("Labels give four lines on standard error")
    func labels() throws {
        let table = """
            message,label
            fix a crash on start,1
            fix the wrong total,0
            Add a page,1
            Add another page,0
            fix a hang,

            """
        let done = try Andon.run("classify", "--labels-column", "label", input: table)
        #expect(
            done.errors == """
                is_fix against labels: 4 rows, 1 without a label
                precision 0.5000 (1 of 2 found)
                recall    0.5000 (1 of 2 labelled)
                F1        0.5000

                """)
    }

    @Test("Marks of the user's own decide")
    func overlay() throws {
        let place = try Place()
        try place.write(
            """
            marks:
              - id: house.trailer.built-with
                tool: House Agent
                key: Built-with
                pattern: house-\\d
                level: assisted
                example: house-3
            """, to: "marks.yml")
        let table = "message\n\"Do it\n\nBuilt-with: house-9\n\"\n"
        let plain = Self.rows(try Andon.run("classify", input: table).text)
        let done = Self.rows(try Andon.run("classify", "--marks", place.path + "/marks.yml", input: table).text)
        #expect(plain.map { $0["class"] } == ["human"])
        #expect(done.map { $0["class"] } == ["ai_assisted"])
        #expect(done.map { $0["tools"] } == ["House Agent"])
    }

    @Test(
        "What cannot be used is said, with status 2",
        arguments: [
            ("text\nDo it\n", [], "standard input has no column `message`; its columns are text"),
            ("message,b\nDo it\n", [], "standard input: row 2 has 1 cells, the header has 2"),
            ("", [], "standard input is empty"),
            ("message\nDo it\n", ["--labels-column", "label"], "standard input has no column `label`"),
            ("message,label\nDo it,maybe\n", ["--labels-column", "label"], "row 2: the label `maybe` is none of"),
            ("", ["nowhere.csv"], "cannot read nowhere.csv"),
        ] as [(String, [String], String)])
    func errors(table: String, arguments: [String], reason: String) throws {
        let place = try Place()
        let done = try Andon.run(["classify"] + arguments, in: place.path, input: table)
        #expect(done.status == 2)
        #expect(done.errors.contains(reason))
    }
}
