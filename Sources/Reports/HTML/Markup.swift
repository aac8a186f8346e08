/// A piece of HTML or SVG. Text becomes markup by ``text(_:)`` alone, and there it is escaped: nothing that stands in a
/// repository can end a tag, an attribute or the page.
struct Markup {
    private(set) var html: String

    static func text(_ text: String) -> Markup { Markup(html: escaped(text)) }

    /// An element. Names come from the program; values and children are escaped.
    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: Markup...
    ) -> Markup {
        element(name, attributes, children)
    }

    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: [Markup]
    ) -> Markup {
        let tag = name.description
        var html = "<"
        html += tag
        for (key, value) in attributes {
            html += " "
            html += key.description
            html += "=\""
            html += escaped(value)
            html += "\""
        }
        html += ">"
        for child in children { html += child.html }
        if !hasNoEnd(tag) {
            html += "</"
            html += tag
            html += ">"
        }
        return Markup(html: html)
    }

    /// Whether an element has no end tag.
    private static func hasNoEnd(_ tag: String) -> Bool { tag == "meta" || tag == "br" }

    /// A paragraph of plain text.
    static func paragraph(_ text: String) -> Markup { element("p", [:], .text(text)) }

    /// A style sheet of the program's own.
    static func style(_ sheet: StaticString) -> Markup { Markup(html: "<style>\(sheet)</style>") }

    /// Several pieces, one behind the other.
    static func group(_ parts: [Markup]) -> Markup {
        var html = ""
        for part in parts { html += part.html }
        return Markup(html: html)
    }

    private static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isHarmless) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // Controls, and the marks that turn the direction of what follows: shown as what they are, not obeyed.
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a byte of a text stands for itself, whatever the others are.
    private static func isHarmless(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: byte >= 0x20 && byte < 0x7F
        }
    }
}
