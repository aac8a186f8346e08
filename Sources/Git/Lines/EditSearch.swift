/// Finds which lines of two sequences to keep, with few changes: Myers' algorithm in linear space ("An O(ND) difference
/// algorithm and its variations", 1986), with the shortcuts that git takes on expensive input.
///
/// Among equally short scripts it finds the one that git finds, and where git stops looking it stops too; so the order in
/// which diagonals are visited, and what wins a draw, are part of the interface.
struct EditSearch: ~Copyable {
    private var a: UnsafeMutableBufferPointer<Int32> = .allocate(capacity: 0)
    private var b: UnsafeMutableBufferPointer<Int32> = .allocate(capacity: 0)
    /// Furthest positions in `a` by diagonal, from the front and from the back.
    private var front: UnsafeMutableBufferPointer<Int32> = .allocate(capacity: 0)
    private var back: UnsafeMutableBufferPointer<Int32> = .allocate(capacity: 0)
    /// The index of diagonal 0 in the two tables.
    private var zero = 0
    /// The number of steps after which the search takes the best that it has.
    private var patience = 0

    private(set) var changedA: [Bool] = []
    private(set) var changedB: [Bool] = []

    /// A run of equal lines this long is worth stopping for, once the search has become expensive.
    private static let goodRun = 20
    static let expensive = 256
    private static let unset = Int32.max

    /// Marks in ``changedA`` and ``changedB`` what is not common to both.
    mutating func run(_ a: [Int32], _ b: [Int32]) {
        Self.fill(&self.a, with: a)
        Self.fill(&self.b, with: b)
        changedA = Array(repeating: false, count: a.count)
        changedB = Array(repeating: false, count: b.count)
        let diagonals = a.count + b.count + 3
        Self.reserve(&front, diagonals + 1)
        Self.reserve(&back, diagonals + 1)
        zero = b.count + 1
        patience = max(MiddleLines.roughRoot(diagonals), Self.expensive)
        solve(Box(aStart: 0, aEnd: a.count, bStart: 0, bEnd: b.count), isMinimal: false)
    }

    deinit {
        a.deallocate()
        b.deallocate()
        front.deallocate()
        back.deallocate()
    }

    private static func reserve<Element>(_ buffer: inout UnsafeMutableBufferPointer<Element>, _ count: Int) {
        guard buffer.count < count else { return }
        buffer.deallocate()
        buffer = .allocate(capacity: max(count, 2 * buffer.count))
    }

    private static func fill(_ buffer: inout UnsafeMutableBufferPointer<Int32>, with values: [Int32]) {
        reserve(&buffer, values.count)
        _ = buffer.update(fromContentsOf: values)
    }

    private struct Box {
        var aStart: Int
        var aEnd: Int
        var bStart: Int
        var bEnd: Int
    }

    /// Where a box is cut in two, and which halves deserve an exhaustive search.
    private struct Cut {
        let a: Int
        let b: Int
        var firstIsMinimal = true
        var secondIsMinimal = true
    }

    private mutating func solve(_ whole: Box, isMinimal: Bool) {
        var box = whole
        while box.aStart < box.aEnd, box.bStart < box.bEnd, a[box.aStart] == b[box.bStart] {
            box.aStart += 1
            box.bStart += 1
        }
        while box.aStart < box.aEnd, box.bStart < box.bEnd, a[box.aEnd - 1] == b[box.bEnd - 1] {
            box.aEnd -= 1
            box.bEnd -= 1
        }
        if box.aStart == box.aEnd {
            for index in box.bStart..<box.bEnd { changedB[index] = true }
        } else if box.bStart == box.bEnd {
            for index in box.aStart..<box.aEnd { changedA[index] = true }
        } else {
            let cut = cut(box, isMinimal: isMinimal)
            solve(Box(aStart: box.aStart, aEnd: cut.a, bStart: box.bStart, bEnd: cut.b), isMinimal: cut.firstIsMinimal)
            solve(Box(aStart: cut.a, aEnd: box.aEnd, bStart: cut.b, bEnd: box.bEnd), isMinimal: cut.secondIsMinimal)
        }
    }

    /// Searches from both corners of a box until the two searches meet.
    private mutating func cut(_ box: Box, isMinimal: Bool) -> Cut {
        // Constants, which need not be loaded again in every step: a tenth of the search's instructions.
        let (a, b) = (UnsafeBufferPointer(a), UnsafeBufferPointer(b))
        let (front, back) = (front.baseAddress! + zero, back.baseAddress! + zero)
        let least = box.aStart - box.bEnd
        let most = box.aEnd - box.bStart
        let frontMiddle = box.aStart - box.bStart
        let backMiddle = box.aEnd - box.bEnd
        let meetsGoingForward = (frontMiddle - backMiddle) & 1 != 0
        var (frontLow, frontHigh) = (frontMiddle, frontMiddle)
        var (backLow, backHigh) = (backMiddle, backMiddle)
        front[frontMiddle] = Int32(box.aStart)
        back[backMiddle] = Int32(box.aEnd)
        var steps = 0
        while true {
            steps += 1
            var sawGoodRun = false
            // Diagonals outside the box are never entered; the two beyond the ends say "nothing here".
            if frontLow > least { frontLow -= 1; front[frontLow - 1] = -1 } else { frontLow += 1 }
            if frontHigh < most { frontHigh += 1; front[frontHigh + 1] = -1 } else { frontHigh -= 1 }
            var diagonal = frontHigh
            while diagonal >= frontLow {
                let (below, above) = (front[diagonal - 1], front[diagonal + 1])
                let start = Int(below >= above ? below + 1 : above)
                var (i, j) = (start, start - diagonal)
                while i < box.aEnd, j < box.bEnd, a[i] == b[j] { i += 1; j += 1 }
                if i - start > Self.goodRun { sawGoodRun = true }
                front[diagonal] = Int32(truncatingIfNeeded: i)
                if meetsGoingForward, backLow <= diagonal, diagonal <= backHigh, back[diagonal] <= i {
                    return Cut(a: i, b: j)
                }
                diagonal -= 2
            }
            if backLow > least { backLow -= 1; back[backLow - 1] = Self.unset } else { backLow += 1 }
            if backHigh < most { backHigh += 1; back[backHigh + 1] = Self.unset } else { backHigh -= 1 }
            diagonal = backHigh
            while diagonal >= backLow {
                let (below, above) = (back[diagonal - 1], back[diagonal + 1])
                let start = Int(below < above ? below : above - 1)
                var (i, j) = (start, start - diagonal)
                while i > box.aStart, j > box.bStart, a[i - 1] == b[j - 1] { i -= 1; j -= 1 }
                if start - i > Self.goodRun { sawGoodRun = true }
                back[diagonal] = Int32(truncatingIfNeeded: i)
                if !meetsGoingForward, frontLow <= diagonal, diagonal <= frontHigh, i <= front[diagonal] {
                    return Cut(a: i, b: j)
                }
                diagonal -= 2
            }
            if isMinimal { continue }
            if sawGoodRun, steps > Self.expensive {
                let frontDiagonals = stride(from: frontHigh, through: frontLow, by: -2)
                if let cut = promisingFront(box, frontDiagonals, middle: frontMiddle, steps: steps) { return cut }
                let backDiagonals = stride(from: backHigh, through: backLow, by: -2)
                if let cut = promisingBack(box, backDiagonals, middle: backMiddle, steps: steps) { return cut }
            }
            if steps >= patience {
                return furthest(
                    box, stride(from: frontHigh, through: frontLow, by: -2),
                    stride(from: backHigh, through: backLow, by: -2))
            }
        }
    }

    /// The forward path that has come far for its cost and ends in a good run.
    private func promisingFront(_ box: Box, _ diagonals: StrideThrough<Int>, middle: Int, steps: Int) -> Cut? {
        var best = 0
        var found: Cut?
        for diagonal in diagonals {
            let i = Int(front[zero + diagonal])
            let j = i - diagonal
            let gain = (i - box.aStart) + (j - box.bStart) - abs(diagonal - middle)
            guard gain > 4 * steps, gain > best, box.aStart + Self.goodRun <= i, i < box.aEnd,
                box.bStart + Self.goodRun <= j, j < box.bEnd
            else { continue }
            if (1...Self.goodRun).allSatisfy({ a[i - $0] == b[j - $0] }) {
                best = gain
                found = Cut(a: i, b: j, firstIsMinimal: true, secondIsMinimal: false)
            }
        }
        return found
    }

    /// The backward path that has come far for its cost and ends in a good run.
    private func promisingBack(_ box: Box, _ diagonals: StrideThrough<Int>, middle: Int, steps: Int) -> Cut? {
        var best = 0
        var found: Cut?
        for diagonal in diagonals {
            let i = Int(back[zero + diagonal])
            let j = i - diagonal
            let gain = (box.aEnd - i) + (box.bEnd - j) - abs(diagonal - middle)
            guard gain > 4 * steps, gain > best, box.aStart < i, i <= box.aEnd - Self.goodRun, box.bStart < j,
                j <= box.bEnd - Self.goodRun
            else { continue }
            if (0..<Self.goodRun).allSatisfy({ a[i + $0] == b[j + $0] }) {
                best = gain
                found = Cut(a: i, b: j, firstIsMinimal: false, secondIsMinimal: true)
            }
        }
        return found
    }

    /// When patience is at its end: the path, forward or backward, that has come furthest.
    private func furthest(_ box: Box, _ frontDiagonals: StrideThrough<Int>, _ backDiagonals: StrideThrough<Int>) -> Cut
    {
        var (frontBest, frontA) = (-1, -1)
        for diagonal in frontDiagonals {
            var i = min(Int(front[zero + diagonal]), box.aEnd)
            var j = i - diagonal
            if box.bEnd < j { (i, j) = (box.bEnd + diagonal, box.bEnd) }
            if frontBest < i + j { (frontBest, frontA) = (i + j, i) }
        }
        var (backBest, backA) = (Int.max, Int.max)
        for diagonal in backDiagonals {
            var i = max(box.aStart, Int(back[zero + diagonal]))
            var j = i - diagonal
            if j < box.bStart { (i, j) = (box.bStart + diagonal, box.bStart) }
            if i + j < backBest { (backBest, backA) = (i + j, i) }
        }
        if box.aEnd + box.bEnd - backBest < frontBest - (box.aStart + box.bStart) {
            return Cut(a: frontA, b: frontBest - frontA, firstIsMinimal: true, secondIsMinimal: false)
        }
        return Cut(a: backA, b: backBest - backA, firstIsMinimal: false, secondIsMinimal: true)
    }
}
