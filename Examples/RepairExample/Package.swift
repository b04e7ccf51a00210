// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "RepairExample",
  dependencies: [.package(name: "PhucHoi", path: "../..")],
  targets: [
    .executableTarget(name: "RepairExample", dependencies: [.product(name: "PhucHoi", package: "PhucHoi")])
  ],
  swiftLanguageModes: [.v6]
)
