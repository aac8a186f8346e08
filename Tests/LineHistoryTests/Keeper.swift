import Synchronization

@testable import LineHistory

/// What one scan leaves for the next.
final class Keeper: Sendable {
    private let segments = Mutex<[LineMemory.Kind: [LineMemory.Segment]]>([:])

    /// What was left so far, and room for more.
    var memory: LineMemory {
        let known = segments.withLock { $0 }
        return LineMemory(
            read: { kind, wanted, body in
                for segment in known[kind] ?? [] where segment.number > wanted.after {
                    let head = segment.number > wanted.headsAfter ? segment.head : nil
                    body(LineMemory.Segment(number: segment.number, bytes: segment.bytes, head: head))
                }
                return []
            },
            keep: { kind, bytes, head in
                self.segments.withLock {
                    let number = Int64($0.values.reduce(1) { $0 + $1.count })
                    $0[kind, default: []].append(LineMemory.Segment(number: number, bytes: bytes, head: head))
                }
            })
    }

    /// How many segments were left of a kind.
    func count(of kind: LineMemory.Kind) -> Int { segments.withLock { $0[kind]?.count ?? 0 } }

    /// Spoils what was kept of a kind.
    func change(_ kind: LineMemory.Kind, _ body: ([UInt8]) -> [UInt8]) {
        segments.withLock { segments in
            segments[kind] = segments[kind]!.map {
                LineMemory.Segment(number: $0.number, bytes: body($0.bytes), head: $0.head)
            }
        }
    }

    /// Spoils the heads of what was kept of contents.
    func changeHeads(_ body: ([UInt8]) -> [UInt8]?) {
        segments.withLock { segments in
            segments[.contents] = segments[.contents]!.map {
                LineMemory.Segment(number: $0.number, bytes: $0.bytes, head: body($0.head!))
            }
        }
    }

    /// Forgets segments of a kind, in the order in which they were left.
    func forget(_ kind: LineMemory.Kind, where isForgotten: (Int) -> Bool = { _ in true }) {
        segments.withLock { segments in
            segments[kind] = segments[kind]!.enumerated().filter { !isForgotten($0.offset) }.map(\.element)
        }
    }
}
