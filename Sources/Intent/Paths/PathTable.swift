/// Names by which a path's kind is known, all in lower case. What is only a convention of one language is said so.
enum PathTable {
    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static func parts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    /// Other people's code.
    static let vendoredFolders = words(
        """
        vendor vendored third_party third-party thirdparty 3rdparty 3rd_party node_modules bower_components
        jspm_packages godeps _vendor .yarn external externals extern contrib-libs pods carthage
        """)

    /// The same, but only at the top, where GitHub's linguist reads them so.
    static let vendoredTopFolders = words("deps")

    /// Build products and recorded results.
    static let generatedFolders = words(
        """
        dist .next .nuxt __snapshots__ __pycache__ generated __generated__ .eggs deriveddata
        """)

    static let lockFiles = words(
        """
        package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb composer.lock gemfile.lock
        cargo.lock poetry.lock pdm.lock uv.lock pipfile.lock go.sum go.work.sum package.resolved podfile.lock
        cartfile.resolved mix.lock pubspec.lock flake.lock packages.lock.json paket.lock project.assets.json
        gradle.lockfile .terraform.lock.hcl deno.lock conan.lock stack.yaml.lock cabal.project.freeze renv.lock
        manifest.toml.lock module.bazel.lock
        """)

    static let lockExtensions = words("lock")

    /// Binary, rendered or drawn.
    static let dataExtensions = words(
        """
        png jpg jpeg gif bmp ico icns svg webp avif tif tiff psd ai eps xcf sketch fig mp3 mp4 wav ogg flac webm mov
        avi mkv ttf otf woff woff2 eot pdf ps doc docx xls xlsx ppt pptx odt ods odp zip gz tgz bz2 xz zst 7z rar jar
        war ear class dex apk aar so dylib dll exe a o obj lib pyc pyo whl egg bin dat db sqlite sqlite3 pcap pcapng
        pem der crt key p12 jks keystore gpg po pot mo xlf xliff strings xcstrings resx parquet npy npz
        h5 onnx pt pb tflite wasm nib xib storyboard
        """)

    /// Recorded by a test tool, or kept by an editor of projects.
    static let generatedExtensions = words("snap pbxproj")

    static let generatedEndings = parts([
        ".pb.go", ".pb.h", ".pb.cc", ".pb.swift", "_pb2.py", "_pb2_grpc.py", ".g.dart", ".freezed.dart",
        ".generated.cs", ".designer.cs", ".g.cs", "_generated.go", ".gen.go", ".generated.ts", ".generated.swift",
        "-generated.h",
    ])

    static let minifiedEndings = parts([".min.js", ".min.css", ".js.map", ".css.map", ".bundle.js", ".min"])

    /// Languages whose code is minified.
    static let minifiableExtensions = words("js mjs cjs css")

    static let testFolders = words(
        """
        test tests __tests__ spec specs testdata test_data test-data testcases test-cases test_cases unittest
        unittests unit_tests unit-tests fixtures __fixtures__ fixture __mocks__ mocks e2e integration_tests
        integration-tests integrationtest functional_tests functional-tests selftests selftest testsuite testsuites
        test_suite regress regression androidtest benches benchmark benchmarks fuzz fuzzing fuzzers autotest cypress
        playwright conformance
        """)

    static let testFolderEndings = parts(["_tests", "-tests"])

    /// Perl's and git's tests, only at the top.
    static let testTopFolders = words("t xt")

    static let testEndings = parts([
        "_test", "_tests", "-test", "-tests", "_spec", "-spec", ".test", ".tests", ".spec", ".specs", "_unittest",
        "_bench",
    ])
    static let testBeginnings = parts(["test_", "test-", "tests_", "spec_", "unittest_"])
    /// Camel case: `ParserTests.swift`, `ParserTest.java`, `ParserSpec.scala`, `ParserIT.java`.
    static let testCapitals = parts(["Test", "Tests", "TestCase", "Spec", "Specs", "IT", "Benchmark"])
    static let testNames = words(
        """
        conftest.py pytest.ini tox.ini jest.config.js jest.config.ts karma.conf.js phpunit.xml phpunit.xml.dist
        vitest.config.ts vitest.config.js playwright.config.ts cypress.json .rspec test.c tests.c test.py tests.py
        test.js test.ts test.rb test.sh tests.rs test.rs
        """)

    static let documentationFolders = words(
        """
        doc docs documentation manual manuals man website wiki tutorials tutorial guides examples-doc javadoc
        release-notes releasenotes changelogs changes.d newsfragments relnotes docs-src adr rfcs
        """)
    static let manualFolders = words("man man1 man2 man3 man4 man5 man6 man7 man8 manpages")
    static let documentationExtensions = words(
        """
        md markdown mdx mkd rst adoc asciidoc asc txt text tex texi texinfo pod rdoc textile org docc tutorial dox
        wiki bib
        """)
    static let documentationNames = words(
        """
        readme changelog changes news history authors contributors maintainers contributing copying license licence
        copyright notice todo code_of_conduct security codeowners thanks credits install installing upgrading hacking
        releases release_notes releasenotes patents acknowledgements acknowledgments faq governance support owners
        """)

    static let configurationFolders = words(
        """
        .github .gitlab .circleci .travis .buildkite .azure-pipelines .teamcity .vscode .idea .vs .devcontainer .husky
        .config .ci .forgejo .gitea .cursor .claude
        """)
    static let configurationExtensions = words(
        """
        yml yaml json json5 jsonc toml ini cfg conf config properties env editorconfig plist reg prefs defaults xml
        xsd dtd csv tsv service timer socket desktop rules
        """)
    static let configurationNames = words(
        """
        .gitignore .gitattributes .gitmodules .mailmap .editorconfig .clang-format .clang-tidy .travis.yml
        .gitlab-ci.yml appveyor.yml azure-pipelines.yml jenkinsfile codecov.yml .codecov.yml .pre-commit-config.yaml
        renovate.json dependabot.yml .swiftlint.yml .swift-format .rubocop.yml .eslintrc .prettierrc .flake8 .pylintrc
        mypy.ini tslint.json biome.json rustfmt.toml clippy.toml .npmrc .nvmrc .python-version .ruby-version
        .tool-versions dockerfile.dockerignore .dockerignore .git-blame-ignore-revs procfile
        """)

    static let buildNames = words(
        """
        makefile gnumakefile kbuild kconfig cmakelists.txt meson.build meson_options.txt meson.options sconstruct
        sconscript wscript build.bazel build workspace workspace.bazel module.bazel buck justfile rakefile gemfile
        podfile cartfile package.swift package.json tsconfig.json cargo.toml build.rs go.mod go.work pyproject.toml
        setup.py setup.cfg requirements.txt pipfile manifest.in pom.xml build.xml ivy.xml build.gradle settings.gradle
        build.gradle.kts settings.gradle.kts gradle.properties gradlew build.sbt project.clj deps.edn mix.exs
        rebar.config dune dune-project stack.yaml composer.json dockerfile containerfile docker-compose.yml
        vagrantfile configure configure.ac configure.in makefile.am makefile.in aclocal.m4 autogen.sh conanfile.txt
        conanfile.py vcpkg.json webpack.config.js rollup.config.js vite.config.ts vite.config.js gulpfile.js
        gruntfile.js babel.config.js lerna.json nx.json turbo.json pnpm-workspace.yaml flake.nix default.nix shell.nix
        pubspec.yaml build.zig build.zig.zon directory.build.props global.json nuget.config build.sh
        """)
    static let buildExtensions = words(
        """
        cmake mk mak make m4 am ac gradle gradle.kts bazel bzl gyp gypi gn gni csproj vbproj fsproj vcxproj sln props
        targets cabal nix gemspec podspec spec nuspec pro pri ninja filters
        """)
    static let buildBeginnings = parts([
        "makefile.", "dockerfile.", "kconfig.", "requirements-", "requirements_", "requirements.", "tsconfig.",
    ])
}
