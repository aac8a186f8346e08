extension String {
    /// A path as text: itself where it is valid UTF-8, else quoted as git quotes it, so that no two paths look alike.
    package init(path: some Collection<UInt8>) {
        if let text = String(validating: path, as: UTF8.self) {
            self = text
            return
        }
        self = Self.quoted(path: path)
    }

    /// A path as git prints it where a line must hold it: itself where it is plain ASCII, else in quotation marks with escapes.
    package static func quoted(path: some Collection<UInt8>) -> String {
        var text = ""
        var isPlain = true
        for byte in path {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(Unicode.Scalar(byte))
            case 0x20...0x7E:
                text.unicodeScalars.append(Unicode.Scalar(byte))
                continue
            case 7...13: text += "\\" + ["a", "b", "t", "n", "v", "f", "r"][Int(byte) - 7]
            default:
                let octal = String(byte, radix: 8)
                text += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
            }
            isPlain = false
        }
        return isPlain ? text : "\"" + text + "\""
    }

    /// The text without control characters, for a terminal: each is shown as an escape, so that nothing is lost.
    package var withoutControls: String {
        guard unicodeScalars.contains(where: \.isTerminalControl) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.isTerminalControl {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// C0 and C1 controls, and the marks that turn the direction of text.
    fileprivate var isTerminalControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
