/// A path that came or went in a commit.
package struct RenameCandidate: Sendable {
    package let path: [UInt8]
    package let entry: TreeEntry

    package init(path: [UInt8], entry: TreeEntry) {
        self.path = path
        self.entry = entry
    }

    /// What follows the last slash.
    var baseName: ArraySlice<UInt8> {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
        return path[(slash + 1)...]
    }
}

/// The deleted files of a comparison, by what an added one is looked for by. Made once, asked for many paths.
package struct RenameSources: Sendable {
    package let candidates: [RenameCandidate]
    /// Indices of candidates, ascending.
    fileprivate private(set) var byBlob: [TreeEntry: [Int]] = [:]
    fileprivate private(set) var byBaseName: [ArraySlice<UInt8>: [Int]] = [:]

    /// - Parameter candidates: in git's order of paths; of equally good sources the first wins.
    package init(_ candidates: [RenameCandidate]) {
        self.candidates = candidates
        for (index, candidate) in candidates.enumerated() {
            byBlob[candidate.entry, default: []].append(index)
            byBaseName[candidate.baseName, default: []].append(index)
        }
    }
}

/// Finds where an added file came from, by the rules of `git blame`.
///
/// Each added path is looked at by itself, so that one deleted file may be the source of several: first an identical blob
/// (of the same base name if there is one), then the only deleted file of the same base name if at least 75 % alike, then the most
/// alike of all deleted files if at least 50 %.
package struct RenameSearch: ~Copyable {
    /// Where comparing the content of every added with every deleted file would cost more pairs than this, only identical
    /// blobs and equal base names are tried.
    package static let pairLimit = 1_000_000

    /// Likeness is counted in parts of 60,000, as git does, so that rounding agrees.
    private static let whole = 60_000
    private static let least = whole / 2
    private static let leastForSameBaseName = whole * 3 / 4

    /// So many bytes of contents are kept from commit to commit: neighbours often move the same files.
    private static let mostKept = 16 << 20

    private var spans: [ObjectID: ContentSpans] = [:]
    private var spansBytes = 0
    private var sizes: [ObjectID: Int] = [:]
    /// Whether ``pairLimit`` kept pairs from being compared in this commit.
    package private(set) var wasLimited = false
    /// Files of this commit that could not be read, and were taken to be like no other.
    package private(set) var unread: Set<ObjectID> = []

    package init() {}

    /// Forgets what was said of one commit's files before the next commit's are looked at.
    package mutating func startCommit() {
        if spansBytes > Self.mostKept {
            spans.removeAll(keepingCapacity: true)
            spansBytes = 0
        }
        sizes.removeAll(keepingCapacity: true)
        wasLimited = false
        unread.removeAll()
    }

    /// Whether a file that was ``unread`` would not be any more.
    package static func canRead(_ id: ObjectID, in repository: borrowing Repository) -> Bool {
        do {
            _ = try repository.read(id, .blob)
            return true
        } catch {
            return false
        }
    }

    /// For each added path the index of its source among the deleted ones, nil where there is none.
    package mutating func sources(
        of added: [RenameCandidate], among sources: RenameSources, in repository: borrowing Repository
    ) -> [Int?] {
        let deleted = sources.candidates
        let isTooMuch = added.count * deleted.count > Self.pairLimit
        wasLimited = wasLimited || isTooMuch
        var result: [Int?] = []
        for target in added {
            if let identical = sources.byBlob[target.entry] {
                result.append(identical.first { deleted[$0].baseName == target.baseName } ?? identical[0])
                continue
            }
            if let namesakes = sources.byBaseName[target.baseName], namesakes.count == 1,
                likeness(deleted[namesakes[0]], target, in: repository) >= Self.leastForSameBaseName
            {
                result.append(namesakes[0])
                continue
            }
            result.append(isTooMuch ? nil : mostAlike(target, among: deleted, in: repository))
        }
        return result
    }

    private mutating func mostAlike(
        _ target: RenameCandidate, among deleted: [RenameCandidate], in repository: borrowing Repository
    ) -> Int? {
        var best: (index: Int, likeness: Int, isNamesake: Bool)?
        for (index, source) in deleted.enumerated() {
            let likeness = likeness(source, target, in: repository)
            guard likeness >= Self.least else { continue }
            let isNamesake = source.baseName == target.baseName
            if let best, (likeness, isNamesake ? 1 : 0) <= (best.likeness, best.isNamesake ? 1 : 0) { continue }
            best = (index, likeness, isNamesake)
        }
        return best?.index
    }

    /// The share of the larger file's bytes that stand in both, in parts of 60,000.
    private mutating func likeness(
        _ source: RenameCandidate, _ target: RenameCandidate, in repository: borrowing Repository
    ) -> Int {
        guard source.entry.kind == .file, target.entry.kind == .file else { return 0 }
        // Sizes tell most pairs apart, and cost less to read than contents.
        guard let oldSize = size(source.entry.id, in: repository), let newSize = size(target.entry.id, in: repository)
        else {
            return 0
        }
        let largest = max(oldSize, newSize)
        guard largest > 0, newSize > 0 else { return 0 }
        let difference = largest - min(oldSize, newSize)
        if largest * (Self.whole - Self.least) < difference * Self.whole { return 0 }
        guard let old = content(source.entry.id, in: repository), let new = content(target.entry.id, in: repository)
        else {
            return 0
        }
        return old.bytesInCommon(with: new) * Self.whole / largest
    }

    private mutating func size(_ id: ObjectID, in repository: borrowing Repository) -> Int? {
        if let known = sizes[id] { return known }
        do {
            let size = try repository.size(of: id, .blob)
            sizes[id] = size
            return size
        } catch {
            unread.insert(id)
            return nil
        }
    }

    private mutating func content(_ id: ObjectID, in repository: borrowing Repository) -> ContentSpans? {
        if let known = spans[id] { return known }
        do {
            let object = try repository.read(id, .blob)
            let content = ContentSpans(object.bytes)
            spans[id] = content
            spansBytes += content.byteCount
            return content
        } catch {
            // Like nothing else. The comparison of contents reads the same blob and says what is wrong with it.
            unread.insert(id)
            return nil
        }
    }
}

/// A file's content as a bag of spans: lines, cut after 64 bytes.
///
/// The numbering of spans follows git's, collisions included, for a rename at the threshold must fall on git's side.
private struct ContentSpans {
    /// Span number in the high half, bytes of all spans of that number in the low half; sorted.
    private var spans: [UInt64] = []

    private static let numbers: UInt32 = 107_927

    /// What it takes of memory, with its place in a table.
    var byteCount: Int { 64 + spans.count * MemoryLayout<UInt64>.stride }

    init(_ bytes: UnsafeRawBufferPointer) {
        let isText = !bytes.looksBinary
        var pieces: [UInt64] = []
        var first: UInt32 = 0
        var second: UInt32 = 0
        var length: UInt64 = 0
        func close() {
            let number = (first &+ second &* 0x61) % Self.numbers
            pieces.append(UInt64(number) << 32 | length)
            (first, second, length) = (0, 0, 0)
        }
        for (index, byte) in bytes.enumerated() {
            if isText, byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") {
                continue
            }
            let previous = first
            first = (first << 7) ^ (second >> 25)
            second = (second << 7) ^ (previous >> 25)
            first = first &+ UInt32(byte)
            length += 1
            if length == 64 || byte == UInt8(ascii: "\n") { close() }
        }
        if length > 0 { close() }
        pieces.sort()
        for piece in pieces {
            if let last = spans.last, last >> 32 == piece >> 32 {
                spans[spans.count - 1] = last + (piece & 0xFFFF_FFFF)
            } else {
                spans.append(piece)
            }
        }
    }

    func bytesInCommon(with other: ContentSpans) -> Int {
        var total = 0
        var left = 0
        var right = 0
        while left < spans.count && right < other.spans.count {
            let (a, b) = (spans[left], other.spans[right])
            if a >> 32 == b >> 32 {
                total += Int(min(a & 0xFFFF_FFFF, b & 0xFFFF_FFFF))
                left += 1
                right += 1
            } else if a >> 32 < b >> 32 {
                left += 1
            } else {
                right += 1
            }
        }
        return total
    }
}
