/// Elements that belong to the versions of one piece of the lineages, version by version.
struct PieceList<Element: Sendable>: Sendable {
    private(set) var elements: [Element] = []
    /// By place in the piece: where the elements of its version end.
    private(set) var ends: [UInt32] = []

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Notes that the next version has no more elements.
    mutating func endVersion() {
        ends.append(UInt32(elements.count))
    }

    /// The number of versions that are ended.
    var versionCount: Int { ends.count }

    /// The elements of a version.
    ///
    /// - Parameter place: of the version in the piece.
    subscript(place: Int) -> ArraySlice<Element> { elements[(place > 0 ? Int(ends[place - 1]) : 0)..<Int(ends[place])] }

    /// The same with no room to grow.
    var withoutSpareRoom: PieceList {
        var list = self
        list.elements = elements.withoutSpareRoom
        return list
    }
}

extension Lineages {
    /// Puts the elements of all pieces, and those that are known, in the order of versions.
    ///
    /// - Parameters:
    ///   - list: of each piece; it is taken from the piece, for all lists together are large.
    ///   - knownCount: how many elements are known.
    ///   - appendKnown: appends the elements of a version whose lineage is known; is asked in the order of versions.
    func inOrder<Piece, Element>(
        taking pieces: inout [Piece], _ list: WritableKeyPath<Piece, PieceList<Element>>, knownCount: Int,
        appendKnown: (_ lineage: Int, VersionNumber, inout [Element]) throws -> Void
    ) rethrows -> [Element] {
        var lists: [PieceList<Element>] = []
        for number in pieces.indices {
            lists.append(pieces[number][keyPath: list])
            pieces[number][keyPath: list] = PieceList()
        }
        var result: [Element] = []
        result.reserveCapacity(lists.reduce(knownCount) { $0 + $1.elements.count })
        // Each list is read from its beginning to its end.
        for version in 0..<VersionNumber(versionCount) {
            if let lineage = knownLineage(of: version) {
                try appendKnown(lineage, version, &result)
                continue
            }
            result += lists[piece(of: version)][place(of: version)]
        }
        return result
    }
}
