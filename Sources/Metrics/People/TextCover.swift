/// Puts other words in the place of names and addresses in texts.
///
/// Texts and names are compared as pieces: a run of ASCII letters and digits is one, every other character one of its own; the case
/// of ASCII letters does not matter. So a name is found between words, and in scripts that leave no space between them. One walk over
/// the text, which looks ahead as far as the longest name that fits.
struct TextCover {
    private final class Node {
        var children: [Substring: Node] = [:]
        /// What stands for the name that ends here.
        var substitute: String?
    }

    private let root = Node()

    /// What stands for an address of nobody known.
    static let unknownAddress = "address"
    /// What stands for an account of nobody known.
    static let unknownPerson = "someone"

    /// A longer name is found in parts, so that a hostile one makes no walk long.
    private static let longestName = 32

    /// Adds a name or an address; the first substitute of a name stays. One letter alone is no name.
    mutating func add(_ name: String, substitute: String) {
        let pieces = Pieces(name.folded).all
        guard name.unicodeScalars.count > 1 else { return }
        for start in stride(from: 0, to: pieces.count, by: Self.longestName) {
            var node = root
            for piece in pieces[start..<min(pieces.count, start + Self.longestName)] {
                if node.children[piece.text] == nil { node.children[piece.text] = Node() }
                node = node.children[piece.text]!
            }
            if node.substitute == nil { node.substitute = substitute }
        }
    }

    /// The text without names, addresses, mentions, and the accounts that platforms put into subjects.
    func covered(_ text: String) -> String {
        Self.withoutAddresses(Self.withoutAccounts(withoutNames(text)), isPath: false)
    }

    /// The path without names and addresses.
    func covered(path: String) -> String {
        Self.withoutAddresses(withoutNames(path), isPath: true)
    }

    private func withoutNames(_ text: String) -> String {
        let pieces = Pieces(text.folded).all
        var result = ""
        var index = 0
        // Folding keeps the length, so that places in the folded text are places in the text.
        let bytes = Array(text.utf8)
        while index < pieces.count {
            if let (substitute, end) = longestName(in: pieces, from: index) {
                result += substitute
                index = end
            } else {
                result += String(decoding: bytes[pieces[index].bytes], as: UTF8.self)
                index += 1
            }
        }
        return result
    }

    private func longestName(in pieces: [Pieces.Piece], from start: Int) -> (String, Int)? {
        var node = root
        var found: (String, Int)?
        var index = start
        while index < pieces.count, let next = node.children[pieces[index].text] {
            node = next
            index += 1
            if let substitute = node.substitute { found = (substitute, index) }
        }
        return found
    }

    /// `@account`, but no `@scope/package`; and the owner of the branch that GitHub names in a merge.
    private static func withoutAccounts(_ text: String) -> String {
        var text = text
        if text.hasPrefix("Merge pull request #"), let from = text.firstRange(of: " from "),
            let slash = text[from.upperBound...].firstIndex(of: "/"),
            !text[from.upperBound..<slash].hasPrefix(Pseudonyms.word + " ")
        {
            text.replaceSubrange(from.upperBound..<slash, with: unknownPerson)
        }
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        var result = ""
        var last: Unicode.Scalar = " "
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            result.unicodeScalars.append(scalar)
            let isMention = scalar == "@" && !(last.isWord || ".-+_<=".unicodeScalars.contains(last))
            last = scalar
            guard isMention else { continue }
            let account = rest.prefix { $0.isASCII && ($0.isWord || $0 == "-") }
            let behind = rest[account.endIndex...].first
            // A package, a call, or nobody any more.
            if account.isEmpty || behind == "/" || behind == "(" || String(account) == Pseudonyms.word { continue }
            result += unknownPerson
            rest = rest[account.endIndex...]
            last = "a"
        }
        return result
    }

    /// What looks like an address: something, an at sign, and a name with a dot; between angle brackets anything with an at sign.
    private static func withoutAddresses(_ text: String, isPath: Bool) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        var result: [Unicode.Scalar] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        var opened: Int?
        while index < scalars.count {
            let scalar = scalars[index]
            result.append(scalar)
            index += 1
            if scalar == "<" { opened = result.count }
            if scalar == ">" { opened = nil }
            guard scalar == "@" else { continue }
            if let start = opened {
                while index < scalars.count, scalars[index] != ">", scalars[index] != "<" { index += 1 }
                result.replaceSubrange(start..., with: unknownAddress.unicodeScalars)
                opened = nil
                continue
            }
            var end = index
            while end < scalars.count, scalars[end].isWord || scalars[end] == "-" || scalars[end] == "." { end += 1 }
            while end > index, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
            var start = result.count - 1
            while start > 0, result[start - 1].isWord || ".-+_%".unicodeScalars.contains(result[start - 1]) {
                start -= 1
            }
            guard start < result.count - 1, isDomain(scalars[index..<end], isPath: isPath) else { continue }
            result.replaceSubrange(start..., with: unknownAddress.unicodeScalars)
            index = end
        }
        var covered = String.UnicodeScalarView()
        covered.append(contentsOf: result)
        return String(covered)
    }

    /// Two labels or more, the last of letters; `2x.png` of a path is none.
    private static func isDomain(_ scalars: ArraySlice<Unicode.Scalar>, isPath: Bool) -> Bool {
        let labels = scalars.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, let first = labels.first, last.count > 1,
            last.allSatisfy({ $0.properties.isAlphabetic }), !first.isEmpty
        else { return false }
        let isScale = first.last == "x" && first.dropLast().allSatisfy { ("0"..."9").contains($0) }
        return !(isPath && isScale)
    }
}

/// A text in pieces.
private struct Pieces {
    struct Piece {
        let text: Substring
        /// Where it stands, in UTF-8.
        let bytes: Range<Int>
    }

    private(set) var all: [Piece] = []

    init(_ text: String) {
        var start = text.startIndex
        var place = 0
        let scalars = text.unicodeScalars
        while start < scalars.endIndex {
            var end = scalars.index(after: start)
            if scalars[start].isPlain {
                while end < scalars.endIndex, scalars[end].isPlain { end = scalars.index(after: end) }
            }
            let piece = text[start..<end]
            let length = piece.utf8.count
            all.append(Piece(text: piece, bytes: place..<place + length))
            place += length
            start = end
        }
    }
}

extension Unicode.Scalar {
    /// An ASCII letter or digit.
    fileprivate var isPlain: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    fileprivate var isWord: Bool { isPlain || properties.isAlphabetic }
}

extension String {
    /// With ASCII letters in lower case; as long as before.
    fileprivate var folded: String {
        String(decoding: utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
