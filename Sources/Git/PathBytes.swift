/// The bytes of a path as the key of a table: hashed and compared together, where an array of bytes takes each by itself.
package struct PathBytes: Hashable, Sendable {
    private let bytes: ArraySlice<UInt8>

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    package static func == (left: PathBytes, right: PathBytes) -> Bool {
        left.bytes.count == right.bytes.count
            && left.bytes.withUnsafeBytes { left in
                right.bytes.withUnsafeBytes { right in
                    left.isEmpty || memoryIsEqual(left.baseAddress!, right.baseAddress!, left.count)
                }
            }
    }

    package func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
