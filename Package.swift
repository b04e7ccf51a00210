// swift-tools-version: 6.2
import PackageDescription

/// What the command of `Packaging/build-bundle` is linked with besides.
let bundle: [Target.Dependency] = Context.environment["PHUCHOI_BUNDLE"] == nil ? [] : ["CBundle"]

/// Looking up the symbols of the Swift runtime and of Foundation takes longer than all that a short run does, so the
/// release command has them inside, but for what nothing calls; `Packaging/build-command` does so by itself.
let staticRuntime = LinkerSetting.unsafeFlags(
  [
    "-static-stdlib", "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "--no-export-dynamic",
    "-lFoundation", "-lCoreFoundation", "-lFoundationInternationalization",
    "-lFoundationEssentials", "-l_FoundationICU", "-l_FoundationCollections", "-l_FoundationCShims",
    "-lswiftSynchronization",
  ], .when(platforms: [.linux], configuration: .release))

/// The modules in whose inner loops time goes: counting bits is one instruction in every processor since 2009, calls
/// into the modules below are inlined, and what one thread owns is not watched for overlapping access. They are optimised
/// in debug builds as well, so that all tests run within minutes: as whole modules, which is faster than by batches of files;
/// with threads the compiler still writes the object for each file that a debug build expects.
#if arch(x86_64)
  let processor = ["-Xcc", "-march=x86-64-v2"]
#else
  let processor: [String] = []
#endif
let engine: [SwiftSetting] = [
  .unsafeFlags(
    ["-cross-module-optimization", "-enforce-exclusivity=unchecked"] + processor,
    .when(configuration: .release)),
  .unsafeFlags(
    ["-O", "-whole-module-optimization", "-num-threads", "2", "-disable-batch-mode"],
    .when(configuration: .debug)),
]

/// Targets stand in dependency order: each imports only from those above it.
let package = Package(
  name: "PhucHoi",
  products: [
    .library(name: "PhucHoi", targets: ["PhucHoi"]),
    .library(name: "PhucHoiFormats", targets: ["PhucHoiFormats"]),
    .library(name: "PhucHoiArchive", targets: ["PhucHoiArchive"]),
    .executable(name: "phuchoi", targets: ["PhucHoiCommand"]),
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "CBundle", path: "Packaging/CBundle"),
    .target(
      name: "CICU", dependencies: bundle,
      linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "CMachine"),
    .target(name: "Platform", dependencies: ["CMachine"]),
    .target(name: "JSON"),
    .target(name: "ModelFile", dependencies: ["Platform"], swiftSettings: engine),
    .target(name: "Boosting", dependencies: ["ModelFile"], swiftSettings: engine),
    .target(name: "BoostingTraining", dependencies: ["Platform", "Boosting"]),
    .target(name: "VietText", dependencies: ["CICU"], swiftSettings: engine),
    .target(name: "NgramModel", dependencies: ["CMachine", "ModelFile"], swiftSettings: engine),
    .target(name: "NgramTraining", dependencies: ["Platform", "ModelFile", "NgramModel", "VietText"]),
    .target(
      name: "ContextModel", dependencies: ["CMachine", "Platform", "ModelFile", "NgramModel"],
      swiftSettings: engine),
    .target(
      name: "ContextTraining",
      dependencies: ["Platform", "ContextModel", "ModelFile", "NgramModel", "NgramTraining", "VietText"]),
    .target(name: "Lexicon", dependencies: ["Platform", "ModelFile", "VietText"], swiftSettings: engine),
    .target(
      name: "ChannelModel", dependencies: ["CMachine", "Platform", "ModelFile", "Lexicon", "VietText"],
      swiftSettings: engine),
    .target(
      name: "Decoding",
      dependencies: [
        "CMachine", "Platform", "VietText", "ModelFile", "NgramModel", "ContextModel", "Lexicon",
        "ChannelModel",
      ],
      swiftSettings: engine),
    .target(name: "SequenceLabels", dependencies: ["ModelFile"], swiftSettings: engine),
    .target(name: "SequenceTraining", dependencies: ["SequenceLabels"]),
    .target(
      name: "Extraction",
      dependencies: ["Platform", "Boosting", "JSON", "ModelFile", "SequenceLabels", "VietText"],
      swiftSettings: engine),
    .target(
      name: "PhucHoiDictionaries", path: "Dictionaries", exclude: ["README.md"],
      sources: ["Dictionaries.swift"], resources: [.copy("models"), .copy("tables")]),
    .target(
      name: "PhucHoi",
      dependencies: [
        "Platform", "Boosting", "ChannelModel", "ContextModel", "Decoding", "Extraction", "Lexicon",
        "ModelFile",
        "NgramModel", "VietText", "PhucHoiDictionaries",
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: engine),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .target(name: "CChild"),
    .target(name: "CZip", linkerSettings: [.linkedLibrary("minizip")]),
    .target(
      name: "PhucHoiFormats", dependencies: ["Platform", "CChild", "CXML", "CZip", "JSON", "VietText"]),
    .target(name: "CXLSX", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .target(
      name: "PhucHoiArchive",
      dependencies: [
        "Platform", "CChild", "CXLSX", "Extraction", "JSON", "PhucHoi", "PhucHoiFormats", "VietText",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "CHTTP", linkerSettings: [.linkedLibrary("microhttpd")]),
    .target(
      name: "PhucHoiServe",
      dependencies: [
        "Platform", "CHTTP", "Extraction", "JSON", "PhucHoiArchive", "PhucHoiFormats", "VietText",
      ],
      resources: [
        .embedInCode("Assets/index.html"), .embedInCode("Assets/style.css"), .embedInCode("Assets/base.js"),
        .embedInCode("Assets/list.js"), .embedInCode("Assets/paper.js"), .embedInCode("Assets/card.js"),
        .embedInCode("Assets/decide.js"), .embedInCode("Assets/dialogs.js"), .embedInCode("Assets/keys.js"),
      ]),
    .executableTarget(
      name: "PhucHoiCommand",
      dependencies: [
        "Platform", "PhucHoi", "PhucHoiArchive", "PhucHoiServe", "PhucHoiFormats", "BoostingTraining",
        "ContextTraining",
        "NgramTraining", "SequenceLabels", "SequenceTraining",
        "ChannelModel", "Decoding", "Extraction", "JSON", "ModelFile", "NgramModel", "VietText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      linkerSettings: bundle.isEmpty ? [staticRuntime] : []),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Boosting", "ChannelModel", "ContextModel", "ContextTraining", "Extraction", "JSON",
        "ModelFile",
        "NgramModel", "NgramTraining", "PhucHoi", "PhucHoiArchive", "PhucHoiFormats", "VietText",
      ], path: "Fuzz/Targets"),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Boosting", "ChannelModel", "ContextModel", "Extraction", "FuzzTargets", "ModelFile", "NgramModel",
        "PhucHoi", "TestSupport",
      ]),
    .testTarget(
      name: "BoostingTests", dependencies: ["Boosting", "BoostingTraining", "ModelFile", "TestSupport"]),
    .testTarget(name: "ChannelModelTests", dependencies: ["ChannelModel", "Lexicon", "VietText"]),
    .testTarget(
      name: "ContextModelTests",
      dependencies: ["ContextModel", "ContextTraining", "ModelFile", "NgramModel", "NgramTraining"]),
    .testTarget(
      name: "DecodingTests",
      dependencies: [
        "ChannelModel", "Decoding", "Lexicon", "NgramModel", "NgramTraining", "TestSupport", "VietText",
      ]),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "SequenceLabels", "VietText"]),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"]),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon"]),
    .testTarget(name: "ModelFileTests", dependencies: ["ModelFile"]),
    .testTarget(name: "NgramModelTests", dependencies: ["NgramModel", "NgramTraining", "TestSupport"]),
    .testTarget(
      name: "NgramTrainingTests", dependencies: ["NgramModel", "NgramTraining", "TestSupport", "VietText"]),
    .testTarget(name: "PhucHoiFormatsTests", dependencies: ["PhucHoiFormats", "TestSupport", "VietText"]),
    .testTarget(
      name: "PhucHoiArchiveTests",
      dependencies: [
        "Extraction", "JSON", "PhucHoi", "PhucHoiArchive", "PhucHoiCommand", "PhucHoiFormats", "TestSupport",
        "VietText",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "PhucHoiServeTests",
      dependencies: ["Extraction", "JSON", "PhucHoi", "PhucHoiArchive", "PhucHoiServe", "VietText"]),
    .testTarget(name: "SequenceLabelsTests", dependencies: ["SequenceLabels", "SequenceTraining"]),
    .testTarget(name: "VietTextTests", dependencies: ["TestSupport", "VietText"]),
    .testTarget(
      name: "PhucHoiTests",
      dependencies: [
        "Decoding", "PhucHoi", "TestSupport", "VietText", .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(name: "GuideTests", dependencies: ["PhucHoi", "PhucHoiArchive", "PhucHoiFormats"]),
    .testTarget(
      name: "CommandTests", dependencies: ["JSON", "PhucHoiCommand", "PhucHoi", "TestSupport", "VietText"]),
  ],
  swiftLanguageModes: [.v6]
)
