import CLibgit2
import Foundation

/// The loose objects of a repository, each checked before libgit2 reads it.
///
/// libgit2 1.5 waits forever for the rest of a loose object that is cut off or empty, as a full disk or a lost power supply
/// leaves them. Packs are not concerned. Objects borrowed from another repository are not checked.
struct LooseObjects: Sendable {
    private let folder: String
    /// By the first byte of an object's name: whether there are loose objects at all.
    private let isPresent: [Bool]

    /// - Parameter commonDirectory: of the repository, with a slash at its end.
    init(commonDirectory: String) {
        folder = commonDirectory + "objects/"
        isPresent = (0..<256).map {
            FileManager.default.fileExists(atPath: commonDirectory + "objects/" + Self.hex($0))
        }
    }

    /// Whether the object is no loose one, or a whole one. Costs nothing where its folder does not exist.
    func isSound(_ id: ObjectID) -> Bool {
        guard isPresent[id.firstByte] else { return true }
        let hex = id.hex
        guard let file = fopen("\(folder)\(hex.prefix(2))/\(hex.dropFirst(2))", "rb") else { return true }
        defer { fclose(file) }
        guard fseek(file, 0, SEEK_END) == 0, case let size = ftell(file), size >= 0, fseek(file, 0, SEEK_SET) == 0
        else {
            return true
        }
        var bytes = [UInt8](repeating: 0, count: size)
        guard fread(&bytes, 1, size, file) == size else { return true }
        return bytes.withUnsafeBufferPointer { andon_is_whole_stream($0.baseAddress, $0.count) == 1 }
    }

    private static func hex(_ byte: Int) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
