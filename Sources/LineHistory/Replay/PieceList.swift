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
        var places = Array(repeating: UInt32(0), count: versionCount + 1)
        for (number, piece) in pieces.enumerated() {
            var start: UInt32 = 0
            for (version, end) in zip(versions(in: number), piece[keyPath: list].ends) {
                places[Int(version) + 1] = end - start
                start = end
            }
        }
        for version in 0..<versionCount { places[version + 1] += places[version] }
        var result = Array(repeating: any, count: Int(places[versionCount]))
        for number in pieces.indices {
            let own = pieces[number][keyPath: list]
            pieces[number][keyPath: list] = PieceList()
            var start: UInt32 = 0
            for (version, end) in zip(versions(in: number), own.ends) where end > start {
                let shift = Int(places[Int(version)]) - Int(start)
                for index in Int(start)..<Int(end) { result[index + shift] = own.elements[index] }
                start = end
            }
        }
        return result
    }
}
