// swift-tools-version: 6.2
import PackageDescription

/// Built by `Fuzz/fuzz` only, which gives the flags of the sanitizers.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "PhucHoi", path: "..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CFuzzer", .product(name: "FuzzTargets", package: "PhucHoi")]),
  ],
  swiftLanguageModes: [.v6]
)
