import Platform

/// Collects the sections of a model and writes them as one sealed file.
///
/// The file appears under its name only when it is complete: it is written beside it and then renamed.
public struct ModelFileWriter {
  private let kind: String
  private let version: UInt64
  private var sections: [(name: String, bytes: [UInt8])] = []

  /// Starts a model of `kind` (at most 8 ASCII characters) with sections of `version`.
  public init(kind: String, version: UInt64) {
    precondition(kind.utf8.count <= ModelFileLayout.kindLength, "kind is at most 8 bytes")
    self.kind = kind
    self.version = version
  }

  /// Adds a section; `name` (at most 16 ASCII characters) must be new.
  public mutating func add<Element: BitwiseCopyable>(_ name: String, _ elements: [Element]) {
    precondition(name.utf8.count <= ModelFileLayout.nameLength, "a section name is at most 16 bytes")
    precondition(!sections.contains { $0.name == name }, "section names are unique")
    sections.append((name, elements.withUnsafeBytes { [UInt8]($0) }))
  }

  /// Bytes of the file that `write` makes.
  public var byteCount: Int {
    sections.reduce(ModelFileLayout.aligned(tableEnd)) {
      ModelFileLayout.aligned($0) + $1.bytes.count
    }
  }

  /// Writes the file to `path`; throws `ModelFileError` with reason `unwritable`.
  public func write(to path: String) throws(ModelFileError) {
    let bytes = serialized()
    let isWritten = WholeFile.write(path) { file in
      bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) } == bytes.count
    }
    guard isWritten else { throw unwritable(path) }
  }

  private var tableEnd: Int {
    ModelFileLayout.headerLength + sections.count * ModelFileLayout.entryLength
  }

  private func serialized() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: tableEnd)
    bytes.reserveCapacity(byteCount)
    for (index, section) in sections.enumerated() {
      bytes.append(contentsOf: repeatElement(0, count: ModelFileLayout.aligned(bytes.count) - bytes.count))
      let entry = ModelFileLayout.headerLength + index * ModelFileLayout.entryLength
      let name = ModelFileLayout.padded(section.name, to: ModelFileLayout.nameLength)
      bytes.replaceSubrange(entry..<entry + name.count, with: name)
      store(UInt64(bytes.count), at: entry + 16, in: &bytes)
      store(UInt64(section.bytes.count), at: entry + 24, in: &bytes)
      bytes.append(contentsOf: section.bytes)
    }
    seal(&bytes)
    return bytes
  }

  private func seal(_ bytes: inout [UInt8]) {
    bytes.replaceSubrange(0..<8, with: ModelFileLayout.magic)
    store(ModelFileLayout.containerVersion, at: 8, in: &bytes)
    store(UInt32(sections.count), at: 12, in: &bytes)
    bytes.replaceSubrange(16..<24, with: ModelFileLayout.padded(kind, to: ModelFileLayout.kindLength))
    store(version, at: 24, in: &bytes)
    store(UInt64(bytes.count), at: 32, in: &bytes)
    let content = bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[tableEnd...])) }
    store(content, at: 40, in: &bytes)
    let head = bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<tableEnd])) }
    store(head, at: 48, in: &bytes)
  }

  private func store<Value: FixedWidthInteger & BitwiseCopyable>(
    _ value: Value, at offset: Int, in bytes: inout [UInt8]
  ) {
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Value.self)
    }
  }

  private func unwritable(_ path: String) -> ModelFileError {
    ModelFileError(
      .unwritable, path: path, found: String(cString: strerror(errno)), expected: "a file that can be written"
    )
  }
}
