import Foundation

extension Program {
    /// Runs the program that the tests were built with, with something on its standard input.
    static func andon(_ arguments: String..., in folder: String = "/", input: String = "") throws -> Program {
        try andon(arguments, in: folder, input: input)
    }

    static func andon(_ arguments: [String], in folder: String = "/", input: String = "") throws -> Program {
        let products = Bundle.main.executableURL!.deletingLastPathComponent()
        return try run(
            [products.appending(path: "andon").path] + arguments, in: folder, input: Array(input.utf8))
    }
}
