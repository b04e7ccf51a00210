// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that nobody who links the library fetches or builds it.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "PhucHoi", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "PhucHoi", package: "PhucHoi"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
