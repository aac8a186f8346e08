/// An inline SVG drawing, and the shapes that charts are made of.
///
/// Colours come from the style sheet by class (`s0` ... `s3` for the classes of authors), so that they change with the theme.
/// Series differ in dashes and markers too.
struct Drawing {
    static let width = 720.0

    let title: String
    let height: Double
    private var shapes: [Markup] = []

    enum Anchor: String {
        case start, middle, end
    }

    init(title: String, height: Double) {
        self.title = title
        self.height = height
    }

    var markup: Markup {
        .element(
            "div", ["class": "plot", "tabindex": "0", "role": "region", "aria-label": title],
            .element(
                "svg",
                [
                    "viewBox": "0 0 \(Self.number(Self.width)) \(Self.number(height))", "role": "img",
                    "aria-label": title,
                ], [.element("title", [:], .text(title))] + shapes))
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        shapes.append(
            .element(
                "line",
                [
                    "x1": Self.number(x1), "y1": Self.number(y1), "x2": Self.number(x2), "y2": Self.number(y2),
                    "class": style,
                ]))
    }

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) {
        guard width > 0, height > 0 else { return }
        shapes.append(
            .element(
                "rect",
                [
                    "x": Self.number(x), "y": Self.number(y), "width": Self.number(width),
                    "height": Self.number(height), "class": style,
                ]))
    }

    mutating func text(_ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, _ style: String = "") {
        shapes.append(
            .element(
                "text",
                ["x": Self.number(x), "y": Self.number(y), "text-anchor": anchor.rawValue, "class": style],
                .text(text)))
    }

    /// A line through points.
    mutating func path(_ points: [(Double, Double)], _ style: String) {
        guard !points.isEmpty else { return }
        shapes.append(.element("path", ["d": Self.path(points), "class": style]))
    }

    /// The area between points, closed.
    mutating func area(_ points: [(Double, Double)], _ style: String) {
        guard points.count > 2 else { return }
        shapes.append(.element("path", ["d": Self.path(points) + "Z", "class": style]))
    }

    /// The mark of a series: disc, square, diamond or triangle.
    mutating func marker(_ series: Int, _ x: Double, _ y: Double, _ size: Double = 4, isHollow: Bool = false) {
        let style = (isHollow ? "hollow" : "m") + " s\(series)"
        switch series % 4 {
        case 0:
            shapes.append(
                .element(
                    "circle", ["cx": Self.number(x), "cy": Self.number(y), "r": Self.number(size), "class": style]))
        case 1: rectangle(x - size, y - size, 2 * size, 2 * size, style)
        case 2:
            let reach = size * 1.35
            area([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], style)
        default: area([(x, y - size * 1.3), (x + size * 1.2, y + size), (x - size * 1.2, y + size)], style)
        }
    }

    /// The mark of a series by itself, for text beside it.
    static func mark(_ series: Int) -> Markup {
        var drawing = Drawing(title: "", height: 0)
        drawing.marker(series, 9, 9, 6)
        return .element("svg", ["viewBox": "0 0 18 18", "aria-hidden": "true"], drawing.shapes)
    }

    /// A coordinate with at most one decimal.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let tenths = Int64((min(max(value, -1e6), 1e6) * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let rest = tenths.magnitude % 10
        return sign + String(tenths.magnitude / 10) + (rest == 0 ? "" : ".\(rest)")
    }

    private static func path(_ points: [(Double, Double)]) -> String {
        var path = ""
        for (index, point) in points.enumerated() {
            path += (index == 0 ? "M" : "L") + number(point.0) + " " + number(point.1)
        }
        return path
    }
}
