import Git

/// A piece of HTML or SVG. Text becomes markup by ``text(_:)`` alone, and there it is escaped: nothing that stands in a
/// repository can end a tag, an attribute or the page.
struct Markup {
    /// In UTF-8.
    private(set) var bytes: [UInt8] = []

    /// What becomes of it on the page.
    var html: String { String(decoding: bytes, as: UTF8.self) }

    static func text(_ text: String) -> Markup {
        var markup = Markup()
        markup.append(escaping: text)
        return markup
    }

    /// An element. Names come from the program; values and children are escaped.
    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: Markup...
    ) -> Markup {
        element(name, attributes, children)
    }

    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: [Markup]
    ) -> Markup {
        var markup = Markup()
        markup.bytes.reserveCapacity(children.reduce(64) { $0 + $1.bytes.count })
        markup.add(name, attributes) { markup in
            for child in children { markup.bytes += child.bytes }
        }
        return markup
    }

    /// Adds an element behind what is there, for those of which there are thousands.
    ///
    /// - Parameter content: adds what stands in it.
    mutating func add(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
        _ content: (inout Markup) -> Void
    ) {
        let tag = name.description
        append("<")
        append(tag)
        for (key, value) in attributes {
            append(" ")
            append(key.description)
            append("=\"")
            append(escaping: value)
            append("\"")
        }
        append(">")
        content(&self)
        if !Self.hasNoEnd(tag) {
            append("</")
            append(tag)
            append(">")
        }
    }

    /// Whether an element has no end tag.
    private static func hasNoEnd(_ tag: String) -> Bool { tag == "meta" || tag == "br" }

    /// A paragraph of plain text.
    static func paragraph(_ text: String) -> Markup { element("p", [:], .text(text)) }

    /// A style sheet of the program's own.
    static func style(_ sheet: StaticString) -> Markup {
        var markup = Markup()
        markup.append("<style>")
        markup.append(sheet.description)
        markup.append("</style>")
        return markup
    }

    /// Several pieces, one behind the other.
    static func group(_ parts: [Markup]) -> Markup {
        var markup = Markup()
        for part in parts { markup.bytes += part.bytes }
        return markup
    }

    /// Appends what is markup already.
    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Adds text.
    mutating func append(escaping text: String) {
        if text.utf8.allSatisfy(Self.isHarmless) { return append(text) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "'": append("&#39;")
            // Controls, and the marks that turn the direction of what follows: shown as what they are, not obeyed.
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                append("\u{FFFD}")
            default: bytes.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
    }

    /// Whether a byte of a text stands for itself, whatever the others are.
    private static func isHarmless(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: byte >= 0x20 && byte < 0x7F
        }
    }
}
