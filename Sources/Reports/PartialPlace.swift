import Foundation

/// The hidden place beside a file or folder that it has until it is whole.
struct PartialPlace: Sendable {
    /// The place of what is whole; of a link, the place that it leads to.
    let whole: String
    let path: String
    /// Where an older folder is between two steps.
    var old: String { path + Self.oldMark }

    private static let oldMark = ".old"
    /// Somebody who has just made a folder may not have locked it yet.
    private static let leastAge: TimeInterval = 60

    private let folder: String
    private let prefix: String

    init(_ path: String) {
        let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
        whole = url.path
        folder = url.deletingLastPathComponent().path
        prefix = ".\(url.lastPathComponent).partial-"
        self.path = folder + "/" + prefix + String(ProcessInfo.processInfo.processIdentifier)
    }

    /// Removes what killed runs left of this folder; an older report among it, where there is none now, is put back.
    ///
    /// Nothing is lost where this fails: the next run tries again.
    func removeAbandoned() {
        let files = FileManager.default
        for name in (try? files.contentsOfDirectory(atPath: folder))?.sorted() ?? [] where name.hasPrefix(prefix) {
            let isOld = name.hasSuffix(Self.oldMark)
            let process = name.dropFirst(prefix.count).dropLast(isOld ? Self.oldMark.count : 0)
            let place = folder + "/" + name
            guard !process.isEmpty, process.allSatisfy({ $0.isASCII && $0.isNumber }), isAbandoned(place) else {
                continue
            }
            if isOld && !files.fileExists(atPath: whole) {
                try? files.moveItem(atPath: place, toPath: whole)
            } else {
                try? files.removeItem(atPath: place)
            }
        }
    }

    private func isAbandoned(_ place: String) -> Bool {
        let made = (try? FileManager.default.attributesOfItem(atPath: place))?[.modificationDate] as? Date
        guard let made, Date().timeIntervalSince(made) >= Self.leastAge else { return false }
        let file = unsafe open(place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_EX | LOCK_NB) == 0
    }
}
