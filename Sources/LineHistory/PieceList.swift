/// Elements that belong to the versions of one piece of the lineages, version by version.
struct PieceList<Element: Sendable>: Sendable {
    private(set) var elements: [Element] = []
    /// By place in the piece: where the elements of its version end.
    private var ends: [UInt32] = []

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Notes that the next version has no more elements.
    mutating func endVersion() {
        ends.append(UInt32(elements.count))
    }

    /// The number of versions that are ended.
    var versionCount: Int { ends.count }

    /// Where the elements of a version lie.
    func indices(at place: Int) -> Range<Int> {
        (place > 0 ? Int(ends[place - 1]) : 0)..<Int(ends[place])
    }

    /// The same with no room to grow.
    var withoutSpareRoom: PieceList {
        var list = self
        list.elements = elements.withoutSpareRoom
        return list
    }
}

extension Lineages {
    /// Puts the elements of all pieces in the order of versions.
    ///
    /// - Parameter list: of each piece; it is emptied as soon as its elements are taken, for all lists together are large.
    func inOrder<Piece, Element>(
        taking pieces: inout [Piece], _ list: WritableKeyPath<Piece, PieceList<Element>>
    ) -> [Element] {
        guard let any = pieces.lazy.compactMap({ $0[keyPath: list].elements.first }).first else { return [] }
        var starts = Array(repeating: 0, count: versionCount + 1)
        for (number, piece) in pieces.enumerated() {
            let own = piece[keyPath: list]
            for (place, version) in versions(in: number).enumerated() {
                starts[Int(version) + 1] = own.indices(at: place).count
            }
        }
        for version in 0..<versionCount { starts[version + 1] += starts[version] }
        var result = Array(repeating: any, count: starts[versionCount])
        for number in pieces.indices {
            let own = pieces[number][keyPath: list]
            pieces[number][keyPath: list] = PieceList()
            for (place, version) in versions(in: number).enumerated() {
                var next = starts[Int(version)]
                for index in own.indices(at: place) {
                    result[next] = own.elements[index]
                    next += 1
                }
            }
        }
        return result
    }
}
