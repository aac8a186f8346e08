/// Compares versions of files, on one thread.
///
/// Cheapest when comparisons share versions with the ones before: the last ones are kept.
package final class ContentComparison {
    private let repository: Repository
    private let sizeLimit: Int
    private let difference = LineDifference()
    /// Versions at hand, the last used last.
    private var recent: [Content] = []
    private var recentBytes = 0
    private var alignment = LineAlignment()

    /// So many versions are kept at hand in any case: the two sides of a comparison, and those of a merge's other parents.
    private static let fewestRecent = 4
    /// More of them, for branches that change a file side by side come back to versions further away: so many, which are
    /// looked through one by one, and so many bytes.
    private static let mostRecent = 64
    private static let mostRecentBytes = 8 << 20

    /// - Parameter sizeLimit: larger blobs, in bytes, are taken to have no lines.
    package init(repository: consuming Repository, sizeLimit: Int) {
        self.repository = repository
        self.sizeLimit = sizeLimit
    }

    /// Appends the script that leads from one version to another.
    ///
    /// - Parameters:
    ///   - old: nil where the path was not there.
    ///   - new: nil where the path is gone.
    package func append(
        from old: TreeEntry?, to new: TreeEntry?, syntax: CommentSyntax, purpose: ScriptPurpose,
        into scripts: inout EditScripts
    ) {
        let left = content(of: old, noting: &scripts)
        let right = content(of: new, noting: &scripts)
        let firstContinuation = UInt32(scripts.continuations.count)
        let firstUpdate = UInt32(scripts.updates.count)
        let firstRemoved = UInt32(scripts.removedMarks.count)
        let firstAdded = UInt32(scripts.addedMarks.count)
        let result = compare(left, right)
        let hunks = scripts.hunks.append(result.hunks)
        if purpose != .hunks { addLines(of: result, left, right, LineReader(syntax: syntax), purpose, to: &scripts) }
        scripts.scripts.append(
            EditScript(
                hunks: hunks, removedMarks: firstRemoved, addedMarks: firstAdded,
                continuations: firstContinuation..<UInt32(scripts.continuations.count),
                updates: firstUpdate..<UInt32(scripts.updates.count),
                oldContent: left?.kind ?? .absent, newContent: right?.kind ?? .absent,
                added: UInt32(result.added), deleted: UInt32(result.deleted),
                oldLineCount: UInt32(left?.lineCount ?? 0), newLineCount: UInt32(right?.lineCount ?? 0),
                newTraits: right?.traits ?? []))
    }

    private func addLines(
        of result: LineDifferenceResult, _ left: Content?, _ right: Content?, _ reader: LineReader,
        _ purpose: ScriptPurpose, to scripts: inout EditScripts
    ) {
        let head = result.hunks.first.map { min($0.oldStart, $0.newStart) } ?? 0
        // A run that slid up into the common head is looked for from the top.
        let start = Int(head) >= result.commonHead.lineCount ? result.commonHead : (0, 0)
        var oldLines = LineCursor(left?.bytes, at: start)
        var newLines = LineCursor(right?.bytes, at: start)
        for hunk in result.hunks {
            alignment.readOld(&oldLines, hunk.oldLines, reader, marks: &scripts.removedMarks)
            alignment.readNew(&newLines, hunk.newLines, reader, marks: &scripts.addedMarks)
            if hunk.oldCount > 0 && hunk.newCount > 0 {
                alignment.pair(hunk, looksThrough: purpose == .continuedLines, into: &scripts)
            }
        }
    }

    private func compare(_ old: Content?, _ new: Content?) -> LineDifferenceResult {
        let oldCount = old?.lineCount ?? 0
        let newCount = new?.lineCount ?? 0
        var result: LineDifferenceResult
        if oldCount == 0 && newCount == 0 {
            result = LineDifferenceResult(hunks: [])
        } else if oldCount == 0 || newCount == 0 {
            result = LineDifferenceResult(
                hunks: [Hunk(oldStart: 0, oldCount: oldCount, newStart: 0, newCount: newCount)])
        } else {
            result = difference.difference(
                old: old!.bytes, oldLineCount: oldCount, new: new!.bytes, newLineCount: newCount)
        }
        if old?.kind == .submodule { result.deleted = 1 }
        if new?.kind == .submodule { result.added = 1 }
        // git shows no numbers for a file that is binary on either side.
        if old?.kind == .binary || new?.kind == .binary { (result.added, result.deleted) = (0, 0) }
        return result
    }

    private func content(of entry: TreeEntry?, noting scripts: inout EditScripts) -> Content? {
        guard let entry else { return nil }
        if let index = recent.lastIndex(where: { $0.entry == entry }) {
            let found = recent.remove(at: index)
            recent.append(found)
            note(found, in: &scripts)
            return found
        }
        let fresh = read(entry)
        recent.append(fresh)
        recentBytes += fresh.heldBytes
        while recent.count > Self.mostRecent
            || (recent.count > Self.fewestRecent && recentBytes > Self.mostRecentBytes)
        {
            recentBytes -= recent.removeFirst().heldBytes
        }
        note(fresh, in: &scripts)
        return fresh
    }

    private func read(_ entry: TreeEntry) -> Content {
        if entry.kind == .submodule { return Content(entry: entry, kind: .submodule) }
        do {
            let size = try repository.size(of: entry.id, .blob)
            if size > sizeLimit { return Content(entry: entry, kind: .tooLarge, size: size) }
            return Content(entry: entry, blob: try repository.read(entry.id, .blob))
        } catch {
            return Content(entry: entry, kind: .unreadable, error: error)
        }
    }

    private func note(_ content: Content, in scripts: inout EditScripts) {
        switch content.kind {
        case .unreadable: scripts.unreadable[content.entry.id] = content.error
        case .tooLarge: scripts.tooLarge[content.entry.id] = content.size
        case .absent, .text, .binary, .submodule: break
        }
    }
}

/// One version's content, read once.
private final class Content {
    let entry: TreeEntry
    let kind: ContentKind
    let lineCount: Int
    let size: Int
    let traits: ContentTraits
    let error: GitError?
    private let blob: RawObject?

    init(entry: TreeEntry, blob: consuming RawObject) {
        self.entry = entry
        size = blob.bytes.count
        kind = blob.bytes.looksBinary ? .binary : .text
        lineCount = kind == .text ? blob.bytes.lineCount : 0
        traits = kind == .text ? ContentTraits(blob.bytes, lineCount: lineCount) : []
        error = nil
        self.blob = consume blob
    }

    init(entry: TreeEntry, kind: ContentKind, size: Int = 0, error: GitError? = nil) {
        self.entry = entry
        self.kind = kind
        self.size = size
        self.error = error
        lineCount = 0
        traits = []
        blob = nil
    }

    /// Bytes of the blob, if it is held.
    var heldBytes: Int {
        switch blob {
        case .some: size
        case nil: 0
        }
    }

    /// The text; valid as long as this object lives. Empty for content without lines.
    var bytes: UnsafeRawBufferPointer {
        switch blob {
        case .some(let object) where kind == .text: object.bytes
        default: UnsafeRawBufferPointer(start: nil, count: 0)
        }
    }
}

/// Goes through the lines of a text forwards.
struct LineCursor {
    private let text: UnsafeRawBufferPointer
    private var line: Int
    private var position: Int

    /// - Parameter start: a line and the byte at which it begins.
    init(_ text: UnsafeRawBufferPointer?, at start: (line: Int, byte: Int)) {
        self.text = text ?? UnsafeRawBufferPointer(start: nil, count: 0)
        (line, position) = start
    }

    /// Skips to a line that lies ahead.
    mutating func skip(to target: Int) {
        guard line < target else { return }
        position = text.endOfLines(target - line, from: position)
        line = target
    }

    /// The next line, its line feed included.
    mutating func next() -> UnsafeRawBufferPointer {
        let end = text.endOfLine(from: position)
        defer {
            position = end
            line += 1
        }
        return UnsafeRawBufferPointer(rebasing: text[position..<end])
    }
}
