import CLibgit2
import Foundation
import Testing

struct InflateTests {
    /// What a caller of `inflate` sees of one stream.
    struct Outcome: Equatable {
        var codes: [Int32] = []
        var taken: UInt = 0
        var checksum: UInt = 0
        var bytes: [UInt8] = []
    }

    typealias Inflate = @convention(c) (UnsafeMutablePointer<z_stream>?, Int32) -> Int32

    private static let text = Array(repeating: "the same line over and over\n", count: 40).joined() + "and the last\n"

    private static let stream: [UInt8] = {
        let bytes = Array(text.utf8)
        var count = compressBound(UInt(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(count))
        _ = compress(&result, &count, bytes, UInt(bytes.count))
        return Array(result[..<Int(count)])
    }()

    /// The library's own function, whatever the program puts before it.
    private static func libraryInflate() throws -> Inflate {
        let library = try #require(dlopen("libz.so.1", RTLD_NOW))
        return unsafeBitCast(try #require(dlsym(library, "inflate")), to: Inflate.self)
    }

    /// Calls until the stream ends, fails or stands still, with so much room in all and so much input a call.
    private func unpack(_ stream: [UInt8], room: Int, piece: Int, roomPiece: Int, by inflate: Inflate) -> Outcome {
        var outcome = Outcome()
        var output = [UInt8](repeating: 0, count: room)
        var state = z_stream()
        _ = inflateInit_(&state, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { inflateEnd(&state) }
        var input = stream
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var code = Z_OK
                while code == Z_OK {
                    let (taken, given) = (Int(state.total_in), Int(state.total_out))
                    state.next_in = input.baseAddress.map { $0 + taken }
                    state.avail_in = UInt32(min(piece, input.count - taken))
                    state.next_out = output.baseAddress.map { $0 + given }
                    state.avail_out = UInt32(min(roomPiece, output.count - given))
                    code = inflate(&state, Z_SYNC_FLUSH)
                    outcome.codes.append(code)
                }
            }
        }
        outcome.taken = state.total_in
        if outcome.codes.last == Z_STREAM_END { outcome.checksum = state.adler }
        outcome.bytes = Array(output[..<Int(state.total_out)])
        return outcome
    }

    @Test("libgit2 unpacks with the program's inflate, not with zlib's")
    func inFront() throws {
        let bound = try #require(dlsym(nil, "inflate"))
        let own = unsafeBitCast(try Self.libraryInflate(), to: UnsafeMutableRawPointer.self)
        #expect(bound != own)
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let stream: [UInt8]
        let room: Int
        var piece = Int.max
        var roomPiece = Int.max

        init(_ name: String, _ stream: [UInt8], room: Int, piece: Int = .max, roomPiece: Int = .max) {
            (testDescription, self.stream, self.room) = (name, stream, room)
            (self.piece, self.roomPiece) = (piece, roomPiece)
        }
    }

    private static func damaged(_ position: Int) -> [UInt8] {
        var result = stream
        result[position] ^= 0xFF
        return result
    }

    private static let count = text.utf8.count

    private static let cases = [
        Case("whole, with room to spare", stream, room: count + 100),
        Case("whole, with just the room", stream, room: count),
        Case("room for one byte less", stream, room: count - 1),
        Case("other bytes behind it", stream + [1, 2, 3], room: count),
        Case("read in pieces", stream, room: count, piece: 7),
        Case("written in pieces", stream, room: count, roomPiece: 100),
        Case("written in pieces that are too small to try", stream, room: count, roomPiece: 18),
        Case("cut off", stream.dropLast(5), room: count),
        Case("without its checksum", stream.dropLast(4), room: count),
        Case("with a wrong checksum", damaged(stream.count - 1), room: count),
        Case("damaged at the beginning", damaged(0), room: count),
        Case("damaged in the middle", damaged(20), room: count),
        Case("no stream", Array("blob 12\0hello".utf8), room: count),
        Case("nothing", [], room: count),
    ]

    @Test("a stream is unpacked as zlib does it", arguments: cases)
    func asZlib(_ row: Case) throws {
        let library = try Self.libraryInflate()
        let own = unpack(row.stream, room: row.room, piece: row.piece, roomPiece: row.roomPiece, by: inflate)
        #expect(own == unpack(row.stream, room: row.room, piece: row.piece, roomPiece: row.roomPiece, by: library))
    }
}
