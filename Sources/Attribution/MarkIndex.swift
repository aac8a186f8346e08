/// A table of marks sorted by the text they are looked for in; made once, shared by all workers.
package struct MarkIndex: Sendable {
    let author: MarkSet
    /// Those that are looked for in the name alone.
    let authorName: MarkSet
    let committer: MarkSet
    let committerName: MarkSet
    let coAuthor: MarkSet
    /// By key in lower case.
    let trailers: [String: MarkSet]
    let message: MarkSet
    let branch: MarkSet
    let notes: [MarkSet]
    /// The place of each mark in the table.
    let order: [String: Int]

    /// That of ``MarkTable/standard``.
    package static let standard = MarkIndex(.standard)

    package init(_ table: MarkTable) {
        func marks(_ channel: MarkChannel, isName: Bool = false) -> MarkSet {
            MarkSet(table.entries.filter { $0.channel == channel && ($0.key == "name") == isName })
        }
        author = marks(.author)
        authorName = marks(.author, isName: true)
        committer = marks(.committer)
        committerName = marks(.committer, isName: true)
        coAuthor = marks(.coAuthor)
        trailers = Dictionary(grouping: table.entries.filter { $0.channel == .trailer }) { $0.key.lowercased() }
            .mapValues { MarkSet($0) }
        message = marks(.message)
        branch = marks(.branch)
        notes = table.entries.filter { $0.channel == .note }.map { MarkSet([$0]) }
        order = Dictionary(table.entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Finds the words of ``aiWord``.
    static let aiWords = MarkSet([
        Mark(
            id: "", tool: "", vendor: "", channel: .trailer, key: "", pattern: "(?i)" + aiWord, level: .assisted,
            evidence: [], example: "")
    ])
}
