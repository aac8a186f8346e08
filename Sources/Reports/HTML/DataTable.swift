/// A table of the page: a header row, a header in every row, figures to the right.
struct DataTable {
    let caption: String
    let headers: [String]
    /// The first cell of a row names it.
    let rows: [[String]]
    /// Columns that hold text, besides the first.
    var textColumns: Set<Int> = []

    var markup: Markup {
        let head = headers.enumerated().map { index, header in
            Markup.element("th", ["scope": "col", "class": style(of: index)], .text(header))
        }
        var body = Markup()
        body.add("tbody") { body in
            for row in rows { body.add("tr") { add(row, to: &$0) } }
        }
        return .element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption],
            .element(
                "table", [:], .element("caption", [:], .text(caption)),
                .element("thead", [:], .element("tr", [:], head)), body))
    }

    private func add(_ row: [String], to markup: inout Markup) {
        for (index, cell) in row.enumerated() {
            if index == 0 {
                markup.add("th", ["scope": "row", "class": "t"]) { $0.append(escaping: cell) }
            } else {
                markup.add("td", ["class": style(of: index)]) { $0.append(escaping: cell) }
            }
        }
    }

    /// The table, folded away under a chart that shows the same.
    func folded(_ summary: String = "The data of this chart") -> Markup {
        .element("details", [:], .element("summary", [:], .text(summary)), markup)
    }

    private func style(of column: Int) -> String { column == 0 || textColumns.contains(column) ? "t" : "n" }
}
