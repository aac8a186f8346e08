// swift-tools-version: 6.2
import PackageDescription

/// Targets stand in the order in which a commit meets them; a target uses only targets above it.

/// Everything but the libgit2 target: no unsafe construct without the word `unsafe`, no warning left standing.
let house: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]

/// The one target that holds pointers into C.
let pointers: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let hashTree = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")

let package = Package(
    name: "andon",
    products: [.executable(name: "andon", targets: ["andon"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .target(name: "CLibdeflate", linkerSettings: [.linkedLibrary("deflate"), .linkedLibrary("z")]),
        .target(name: "CJemalloc", linkerSettings: [.linkedLibrary("jemalloc")]),
        .target(name: "Git", dependencies: ["CLibgit2", "CLibdeflate", heap], swiftSettings: pointers),
        .target(
            name: "Attribution", dependencies: ["Git", .product(name: "Yams", package: "Yams")], swiftSettings: house),
        .target(name: "Intent", dependencies: ["Git"], swiftSettings: house),
        .target(name: "LineHistory", dependencies: ["Git", hashTree], swiftSettings: house),
        .target(name: "Defects", dependencies: ["Git", "Intent", "LineHistory", heap], swiftSettings: house),
        .target(name: "Statistics", swiftSettings: house),
        .target(
            name: "Metrics", dependencies: ["Attribution", "Intent", "LineHistory", "Defects", "Statistics"],
            swiftSettings: house),
        .target(
            name: "Gates", dependencies: ["Metrics", .product(name: "Yams", package: "Yams")], swiftSettings: house),
        .target(name: "Reports", dependencies: ["Metrics", "Gates"], swiftSettings: house),
        .target(
            name: "State",
            dependencies: [
                "Git", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .target(name: "Scan", dependencies: ["Metrics", "State"], swiftSettings: house),
        .executableTarget(
            name: "andon",
            dependencies: [
                "CJemalloc", "State", "Scan", "Gates", "Reports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .testTarget(name: "GitTests", dependencies: ["Git", "CLibgit2"], swiftSettings: pointers),
        .testTarget(name: "AttributionTests", dependencies: ["Attribution"], swiftSettings: house),
        .testTarget(name: "IntentTests", dependencies: ["Intent"], swiftSettings: house),
        .testTarget(name: "LineHistoryTests", dependencies: ["LineHistory"], swiftSettings: house),
        .testTarget(name: "DefectsTests", dependencies: ["Defects"], swiftSettings: house),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: house),
        .testTarget(name: "MetricsTests", dependencies: ["Metrics"], swiftSettings: house),
        .testTarget(name: "GatesTests", dependencies: ["Gates"], swiftSettings: house),
        .testTarget(name: "ReportsTests", dependencies: ["Reports"], swiftSettings: house),
        .testTarget(
            name: "StateTests", dependencies: ["Git", "State", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: house),
        .testTarget(name: "ScanTests", dependencies: ["Scan"], swiftSettings: house),
        .testTarget(name: "CommandTests", dependencies: ["andon", "State"], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
