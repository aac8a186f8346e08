import Foundation

/// By what a damaged file is still known as a state.
enum StateMark {
    /// Stands in each segment, so that a state whose first page is gone is still known.
    static let text = "andon-segment "

    /// Whether a file's head or one of its pages says that it is a state, whatever the rest looks like. Reads the file.
    static func isOn(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        do {
            let first = try handle.read(upToCount: StateMigrations.pageSize) ?? Data()
            let mark = stride(from: 24, through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: StateMigrations.applicationID >> $0)
            }
            if first.count >= 100, Array(first[68..<72]) == mark { return true }
            while let page = try handle.read(upToCount: StateMigrations.pageSize), !page.isEmpty {
                // Segments stand in leaves of a table, whose first byte is this. Earlier states have smaller pages.
                let starts = stride(from: page.startIndex, to: page.endIndex, by: StateMigrations.smallestPageSize)
                if starts.contains(where: { page[$0] == 0x0D && page[$0...].firstRange(of: Data(text.utf8)) != nil }) {
                    return true
                }
            }
        } catch {
            // Not known as a state, it is left as it is.
            return false
        }
        return false
    }
}
