// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the strictest the compiler has.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "tieout",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Tieout", targets: ["Tieout"]),
    .executable(name: "tieout", targets: ["TieoutCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "TieoutMarkup", dependencies: ["CLibXML2"], path: "Sources/Markup",
      swiftSettings: strict),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite",
      providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CYAML", path: "Sources/CYAML",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "TieoutModel", path: "Sources/Model", swiftSettings: strict),
    .target(
      name: "TieoutReaders", dependencies: ["TieoutModel", "TieoutMarkup"],
      path: "Sources/Readers", swiftSettings: strict),
    .target(
      name: "TieoutStages", dependencies: ["TieoutModel"], path: "Sources/Stages",
      swiftSettings: strict),
    .target(
      name: "TieoutRecords",
      dependencies: ["TieoutModel", "CYAML"],
      path: "Sources/Records",
      resources: [
        .embedInCode("Profiles/cn-budget-performance.yaml"),
        .embedInCode("Profiles/cn-procurement.yaml"),
        .embedInCode("Profiles/grants-en.yaml"),
        .embedInCode("Profiles/cn-common.yaml"),
        .embedInCode("Profiles/en-common.yaml"),
        .embedInCode("Schemas/profile.schema.json"),
      ],
      swiftSettings: strict,
      // The archive, because a library to load costs each start more than it saves.
      linkerSettings: [
        .linkedLibrary(":libyaml.a", .when(platforms: [.linux])),
        .linkedLibrary("yaml", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "TieoutReconciliation", dependencies: ["TieoutModel"],
      path: "Sources/Reconciliation", swiftSettings: strict),
    .target(
      name: "TieoutWriters",
      dependencies: [
        "TieoutModel", "TieoutMarkup", "CZlib", "CSQLite",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Sources/Writers",
      resources: [
        .embedInCode("Schemas/tieout.schema.json"), .embedInCode("Schemas/tieout.xsd"),
        .embedInCode("HTML/Template/report.mustache"), .embedInCode("HTML/Template/report.css"),
        .embedInCode("HTML/Template/batch.mustache"), .embedInCode("HTML/Template/batch.css"),
        .embedInCode("HTML/Template/batch.js"), .embedInCode("HTML/Template/choices.js"),
        .embedInCode("HTML/Template/page.js"), .embedInCode("HTML/Template/source.js"),
        .embedInCode("HTML/Template/pictures.js"), .embedInCode("HTML/Template/records.js"),
        .embedInCode("HTML/Template/findings.js"), .embedInCode("HTML/Template/main.js"),
      ],
      swiftSettings: strict,
      // The archive, so that starting the command costs nothing for what hardly any run writes.
      linkerSettings: [
        .linkedLibrary(":libsqlite3.a", .when(platforms: [.linux])),
        .linkedLibrary("m", .when(platforms: [.linux])),
        .linkedLibrary("sqlite3", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "Tieout",
      dependencies: [
        "TieoutModel", "TieoutReaders", "TieoutStages", "TieoutRecords", "TieoutReconciliation",
        "TieoutWriters", "TieoutMarkup",
      ],
      path: "Sources/Tieout", swiftSettings: strict),
    .executableTarget(
      name: "TieoutCommand",
      // Tieout hands these two on; named here, the command is rebuilt when their layouts change.
      dependencies: [
        "Tieout", "TieoutModel", "TieoutWriters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Command", swiftSettings: strict),
    .target(
      name: "TieoutTestSupport", dependencies: ["TieoutModel"], path: "Tests/Support",
      swiftSettings: strict),
    .target(
      name: "TieoutMaking", dependencies: ["Tieout"], path: "Tests/Making", swiftSettings: strict),
    .target(
      name: "TieoutFuzzTargets",
      dependencies: ["Tieout", "TieoutModel", "TieoutReaders", "TieoutStages"],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    .executableTarget(
      name: "making",
      dependencies: [
        "Tieout", "TieoutMaking",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Make", swiftSettings: strict),
    .testTarget(
      name: "ModelTests", dependencies: ["TieoutModel", "TieoutTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MarkupTests", dependencies: ["TieoutMarkup"], swiftSettings: strict),
    .testTarget(
      name: "ReadersTests", dependencies: ["TieoutMarkup", "TieoutReaders", "TieoutTestSupport"],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "StagesTests",
      dependencies: ["TieoutStages", "TieoutReaders", "TieoutRecords", "TieoutTestSupport"],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["TieoutRecords", "TieoutStages", "TieoutReaders", "TieoutTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReconciliationTests",
      dependencies: ["TieoutReconciliation", "TieoutRecords", "TieoutModel", "TieoutMaking"],
      swiftSettings: strict),
    .testTarget(
      name: "WritersTests",
      dependencies: ["TieoutWriters", "TieoutMarkup", "TieoutModel", "TieoutTestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "TieoutTests",
      dependencies: ["Tieout", "TieoutFuzzTargets", "TieoutMaking", "TieoutTestSupport"],
      exclude: ["Golden", "NotWhen"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["Tieout", "TieoutCommand"], exclude: ["Transcripts"],
      swiftSettings: strict),
  ]
)

// Fuzzing needs flags that no other build may have: Scripts/fuzz asks for it.
if Context.environment["TIEOUT_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["TieoutFuzzTargets"], path: "Tests/Fuzz", exclude: ["Seeds"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
