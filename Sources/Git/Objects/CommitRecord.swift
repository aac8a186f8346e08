/// A commit object as it stands in the repository, before anything is made of it.
package struct CommitRecord: Sendable {
    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    package let author: Signature
    package let committer: Signature
    /// The message as text: in the encoding that the commit names if that is Latin-1, else UTF-8 with invalid bytes replaced.
    package let message: String

    /// The first line of the message that is not empty.
    package var subject: String {
        let bytes = message.utf8.drop { $0 == UInt8(ascii: "\n") }
        return trimmed(Substring(bytes.prefix { $0 != UInt8(ascii: "\n") }))
    }

    private func trimmed(_ line: Substring) -> String {
        var line = line
        while let last = line.last, last.isWhitespace { line.removeLast() }
        while let first = line.first, first.isWhitespace { line.removeFirst() }
        return String(line)
    }
}

/// Who did something to a commit, and when.
package struct Signature: Hashable, Sendable {
    package let identity: Identity
    /// Seconds since 1970, UTC. A date that cannot be read is 0, as git has it.
    package let seconds: Int64
    /// The writer's distance from UTC in minutes.
    package let offsetMinutes: Int

    package init(identity: Identity, seconds: Int64, offsetMinutes: Int) {
        self.identity = identity
        self.seconds = seconds
        self.offsetMinutes = offsetMinutes
    }
}

extension CommitRecord {
    /// Parses the raw bytes of a commit object.
    ///
    /// - Throws: ``GitError/corruptObject(_:kind:reason:)`` where there is no tree or a parent's name is no name.
    init(id: ObjectID, bytes: UnsafeRawBufferPointer) throws(GitError) {
        var lines = HeaderLines(bytes: bytes)
        var tree: ObjectID?
        var parents: [ObjectID] = []
        var author: UnsafeRawBufferPointer?
        var committer: UnsafeRawBufferPointer?
        var encoding = ""
        while let (key, value) = lines.next() {
            switch key {
            case "tree": tree = tree ?? ObjectID(hex: String(decoding: value, as: UTF8.self))
            case "parent":
                guard let parent = ObjectID(hex: String(decoding: value, as: UTF8.self)) else {
                    throw .corruptObject(id, kind: "commit", reason: "a parent's name is malformed")
                }
                parents.append(parent)
            case "author": author = author ?? value
            case "committer": committer = committer ?? value
            case "encoding": encoding = String(decoding: value, as: UTF8.self).lowercased()
            default: break
            }
        }
        guard let tree else { throw .corruptObject(id, kind: "commit", reason: "it names no tree") }
        let isLatin1 = ["iso-8859-1", "iso8859-1", "latin1", "latin-1", "iso-8859-15", "windows-1252"].contains(
            encoding)
        self.id = id
        self.tree = tree
        self.parents = parents
        self.author = Signature(line: author, isLatin1: isLatin1)
        self.committer = Signature(line: committer, isLatin1: isLatin1)
        self.message = text(lines.rest, isLatin1: isLatin1)
    }
}

/// The header lines of a commit object; continuation lines (of signatures) are passed over.
private struct HeaderLines {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// What follows the empty line.
    var rest: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[min(position, bytes.count)...])
    }

    mutating func next() -> (key: String, value: UnsafeRawBufferPointer)? {
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
            position = end + 1
            if line.isEmpty { return nil }
            guard line[0] != UInt8(ascii: " "), let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
            return (
                String(decoding: line[..<space], as: UTF8.self), UnsafeRawBufferPointer(rebasing: line[(space + 1)...])
            )
        }
        return nil
    }
}

extension Signature {
    /// Parses `Name <email> seconds zone`, as forgiving as git: the last `>` ends the address.
    fileprivate init(line: UnsafeRawBufferPointer?, isLatin1: Bool) {
        guard let line, let open = line.firstIndex(of: UInt8(ascii: "<")) else {
            self.init(identity: Identity(name: "", email: ""), seconds: 0, offsetMinutes: 0)
            return
        }
        let close = line.lastIndex(of: UInt8(ascii: ">")) ?? line.count
        var nameEnd = open
        while nameEnd > 0, line[nameEnd - 1] == UInt8(ascii: " ") { nameEnd -= 1 }
        let name = text(UnsafeRawBufferPointer(rebasing: line[..<nameEnd]), isLatin1: isLatin1)
        let email =
            close > open ? text(UnsafeRawBufferPointer(rebasing: line[(open + 1)..<close]), isLatin1: isLatin1) : ""
        let tail = close < line.count ? line[(close + 1)...].split(separator: UInt8(ascii: " ")) : []
        self.init(
            identity: Identity(name: name, email: email),
            seconds: tail.first.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }.flatMap(Self.possible) ?? 0,
            offsetMinutes: tail.count > 1 ? Self.minutes(zone: String(decoding: tail[1], as: UTF8.self)) : 0)
    }

    /// The number itself if it lies between 1970 and 9999: what lies beyond is no date that anybody meant, and differences
    /// of such numbers would not fit.
    private static func possible(seconds: Int64) -> Int64? {
        (0...253_402_300_799).contains(seconds) ? seconds : nil
    }

    /// `+0130` is 90; anything that is no such number is 0.
    private static func minutes(zone: String) -> Int {
        guard let number = Int(zone), abs(number) < 10_000 else { return 0 }
        return number / 100 * 60 + number % 100
    }
}

/// Text of bytes that claim an encoding; invalid UTF-8 becomes U+FFFD, so that nothing is lost in silence.
private func text(_ bytes: UnsafeRawBufferPointer, isLatin1: Bool) -> String {
    guard isLatin1 else { return String(decoding: bytes, as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    return String(scalars)
}
