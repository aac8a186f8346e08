/// How comments and dependencies begin in a family of languages.
package struct CommentSyntax: Hashable, Sendable {
    private let comments: [StaticText]
    private let dependencies: [StaticText]

    private struct StaticText: Hashable, Sendable {
        let bytes: [UInt8]

        init(_ text: String) {
            bytes = Array(text.utf8)
        }
    }

    private init(comments: [String], dependencies: [String]) {
        self.comments = comments.map(StaticText.init)
        self.dependencies = dependencies.map(StaticText.init)
    }

    /// Languages with C's comments.
    package static let slashes = CommentSyntax(
        comments: ["//", "/*", "*/", "* ", "*\n", "*\r"],
        dependencies: [
            "#include", "import ", "using ", "use ", "package ", "@import", "require(", "export * from", "extern crate",
        ])
    /// Languages whose comments begin with a number sign.
    package static let numberSign = CommentSyntax(
        comments: ["#", "\"\"\""],
        dependencies: ["import ", "from ", "require ", "require_relative ", "source ", "use "])
    /// Languages whose comments begin with two dashes.
    package static let dashes = CommentSyntax(
        comments: ["--", "{-"], dependencies: ["import ", "require", "with ", "use "])
    /// Languages whose comments begin with a semicolon.
    package static let semicolon = CommentSyntax(
        comments: [";"], dependencies: ["(require ", "(:require ", "(load ", "%include"])
    /// Languages whose comments begin with a per cent sign.
    package static let percent = CommentSyntax(
        comments: ["%"], dependencies: ["-include(", "-import(", "\\usepackage", "\\input", "\\include"])
    /// Mark-up.
    package static let markup = CommentSyntax(comments: ["<!--"], dependencies: [])
    /// Text without comments, or of an unknown language.
    package static let none = CommentSyntax(comments: [], dependencies: [])

    private static let all = [slashes, numberSign, dashes, semicolon, percent, markup, none]

    /// Tells families apart within one build of the program.
    package var number: UInt8 { UInt8(Self.all.firstIndex(of: self)!) }

    /// The family that a path's name belongs to.
    package static func of(path: ArraySlice<UInt8>) -> CommentSyntax {
        let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else {
            return wholeNames.contains(String(decoding: name, as: UTF8.self)) ? .numberSign : .none
        }
        return byExtension[String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()] ?? .none
    }

    private static let wholeNames: Set = [
        "Makefile", "makefile", "GNUmakefile", "Dockerfile", "Kconfig", "Rakefile", "Gemfile",
    ]

    private static let byExtension: [String: CommentSyntax] = {
        let families: [(CommentSyntax, String)] = [
            (
                .slashes,
                """
                c h cc hh cpp hpp cxx hxx c++ m mm inl ipp cu cuh java js jsx mjs cjs ts tsx mts cts go rs swift kt kts scala \
                cs fs dart php groovy gradle d v sv vala proto thrift glsl hlsl wgsl metal zig sol css scss less dts dtsi y l
                """
            ),
            (
                .numberSign,
                """
                py pyi pyx rb sh bash zsh fish pl pm tcl r jl yml yaml toml mk cmake am ac m4 nix ex exs cr coffee awk conf \
                cfg properties ps1 nim bzl bazel gn gni star
                """
            ),
            (.dashes, "sql lua hs elm adb ads vhd vhdl"),
            (.semicolon, "lisp lsp cl el clj cljs cljc scm rkt asm s ini"),
            (.percent, "tex sty cls erl hrl"), (.markup, "html htm xml xhtml svg vue svelte md markdown"),
        ]
        var table: [String: CommentSyntax] = [:]
        for (syntax, extensions) in families {
            for name in extensions.split(whereSeparator: \.isWhitespace) { table[String(name)] = syntax }
        }
        return table
    }()

    func beginsComment(_ line: UnsafeRawBufferPointer) -> Bool {
        Self.begins(line, with: comments)
    }

    func beginsDependency(_ line: UnsafeRawBufferPointer) -> Bool {
        Self.begins(line, with: dependencies)
    }

    private static func begins(_ line: UnsafeRawBufferPointer, with texts: [StaticText]) -> Bool {
        for text in texts where text.bytes[0] == line[0] && line.count >= text.bytes.count {
            if line[..<text.bytes.count].elementsEqual(text.bytes) { return true }
        }
        return false
    }
}
