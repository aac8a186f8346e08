import Git
import Intent
import LineHistory
import Metrics

/// Finds the paths of a history whose lines are not counted.
///
/// A path has one answer for its whole life: by its names, by the attributes at the analysed revision, and by what its last
/// version with lines says of itself.
struct Exclusions {
    /// By path number.
    private(set) var byPath: [UInt32: Exclusion] = [:]

    /// - Parameter kinds: by path number, what the path alone says.
    init(_ lines: LineHistory, kinds: [PathKind], repository: borrowing Repository) throws(GitError) {
        let contents = PathContents(lines)
        let attributes = try AttributeReader(lines, repository)
        for number in 0..<UInt32(lines.paths.count) {
            let path = lines.paths[number]
            let claims = try attributes.claims(path)
            let text = String(decoding: path, as: UTF8.self)
            let reason = kinds[Int(number)] == .excluded ? PathExclusion.byName(path: text) : nil
            if let exclusion = Self.exclusion(text, reason, claims, contents[number]) {
                byPath[number] = exclusion
            }
        }
    }

    /// What the attributes say decides either way; else the surest sign.
    ///
    /// - Parameter reason: the one that the path gives by its names.
    private static func exclusion(
        _ path: String, _ reason: PathExclusion?, _ claims: AttributeReader.Claims, _ content: PathContents.Content
    ) -> Exclusion? {
        if content.isTooLarge { return Exclusion(.tooLarge, by: .content) }
        if content.isBinary { return Exclusion(.binary, by: .content) }
        if claims.isGenerated == true { return Exclusion(.generated, by: .attribute) }
        if claims.isVendored == true { return Exclusion(.vendored, by: .attribute) }
        if let reason {
            let isDenied = reason == .vendored ? claims.isVendored == false : claims.isGenerated == false
            if !isDenied { return Exclusion(reason, by: .name) }
        }
        if claims.isGenerated == false { return nil }
        if content.traits.contains(.generated) { return Exclusion(.generated, by: .marker) }
        if content.traits.contains(.longLines) && PathExclusion.mayBeMinified(path: path) {
            return Exclusion(.minified, by: .content)
        }
        return nil
    }
}

/// What the versions of each path hold.
private struct PathContents {
    struct Content {
        /// Of the last version with lines.
        var traits: ContentTraits = []
        /// Whether no version has lines and some are binary.
        var isBinary: Bool { holdsBinary && !holdsText }
        /// Whether some version was too large to be followed.
        var isTooLarge = false
        fileprivate var holdsBinary = false
        fileprivate var holdsText = false
    }

    private var contents: [Content]

    init(_ lines: LineHistory) {
        contents = Array(repeating: Content(), count: lines.paths.count)
        for number in lines.versions.indices.reversed() {
            let version = lines.versions[number]
            // What is still to be known of most paths is known from their last version.
            if lines.tooLarge.isEmpty && contents[Int(version.path)].holdsText { continue }
            let (kind, traits) = lines.content(of: VersionNumber(number))
            switch kind {
            case .text:
                if !contents[Int(version.path)].holdsText { contents[Int(version.path)].traits = traits }
                contents[Int(version.path)].holdsText = true
            case .binary: contents[Int(version.path)].holdsBinary = true
            case .tooLarge: contents[Int(version.path)].isTooLarge = true
            case .absent, .unreadable, .submodule: break
            }
        }
    }

    subscript(path: UInt32) -> Content { contents[Int(path)] }
}

/// Reads the attributes by which GitHub tells generated and vendored files.
private struct AttributeReader: ~Copyable {
    /// nil where nothing is said.
    struct Claims {
        var isGenerated: Bool?
        var isVendored: Bool?
    }

    /// nil where no file of attributes speaks of them.
    private let attributes: Attributes?

    private static let names: [StaticString] = ["linguist-generated", "linguist-vendored"]

    init(_ lines: LineHistory, _ repository: borrowing Repository) throws(GitError) {
        var isSaid = false
        for file in lines.tip where file.content == .text && !isSaid {
            let path = lines.paths[file.path]
            guard
                path.elementsEqual(".gitattributes".utf8)
                    || path.reversed().starts(with: "/.gitattributes".utf8.reversed()),
                let entry = lines.versions[Int(file.version)].entry
            else { continue }
            isSaid = String(decoding: try repository.blob(entry.id), as: UTF8.self).contains("linguist-")
        }
        attributes = isSaid ? try Attributes(of: lines.history.ids[lines.history.tip], in: repository) : nil
    }

    func claims(_ path: [UInt8]) throws(GitError) -> Claims {
        guard let values = try attributes?.values(of: Self.names, path: path) else { return Claims() }
        return Claims(isGenerated: Self.isTrue(values[0]), isVendored: Self.isTrue(values[1]))
    }

    private static func isTrue(_ value: Attributes.Value) -> Bool? {
        switch value {
        case .unspecified: nil
        case .set: true
        case .unset: false
        case .text(let text): text != "false"
        }
    }
}
