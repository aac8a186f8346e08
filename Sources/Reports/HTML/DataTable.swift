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
        let body = rows.map { row in
            Markup.element(
                "tr", [:],
                row.enumerated().map { index, cell in
                    index == 0
                        ? .element("th", ["scope": "row", "class": "t"], .text(cell))
                        : .element("td", ["class": style(of: index)], .text(cell))
                })
        }
        return .element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption],
            .element(
                "table", [:], .element("caption", [:], .text(caption)),
                .element("thead", [:], .element("tr", [:], head)),
                .element("tbody", [:], body)))
    }

    /// The table, folded away under a chart that shows the same.
    func folded(_ summary: String = "The data of this chart") -> Markup {
        .element("details", [:], .element("summary", [:], .text(summary)), markup)
    }

    private func style(of column: Int) -> String { column == 0 || textColumns.contains(column) ? "t" : "n" }
}
