import Synchronization

@testable import LineHistory

/// What one scan leaves for the next.
final class Keeper: Sendable {
    private let segments = Mutex<[LineMemory.Kind: [LineMemory.Segment]]>([:])

    /// What was left so far, and room for more.
    var memory: LineMemory {
        let known = segments.withLock { $0 }
        return LineMemory(
            read: { kind, number, body in
                for segment in known[kind] ?? [] where segment.number > number { body(segment) }
                return []
            },
            keep: { kind, bytes in
                self.segments.withLock {
                    let number = Int64($0.values.reduce(1) { $0 + $1.count })
                    $0[kind, default: []].append(LineMemory.Segment(number: number, bytes: bytes))
                }
            })
    }

    /// How many segments were left of a kind.
    func count(of kind: LineMemory.Kind) -> Int { segments.withLock { $0[kind]?.count ?? 0 } }

    /// Spoils what was kept of a kind.
    func change(_ kind: LineMemory.Kind, _ body: ([UInt8]) -> [UInt8]) {
        segments.withLock { segments in
            segments[kind] = segments[kind]!.map {
                LineMemory.Segment(number: $0.number, bytes: body($0.bytes))
            }
        }
    }
}
