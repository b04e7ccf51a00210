/// Reads and checks the header and the section table of a mapped model file.
struct ModelFileHeader {
  let path: String
  let bytes: UnsafeRawBufferPointer
  /// How much is read at once to be compared with the checksum.
  private static let stretch = 1 << 22

  /// The sections by name, once the header has been found sound.
  func checkedSections(kind: String, version: UInt64) throws(ModelFileError) -> [String: Range<Int>] {
    try checkMagic()
    try checkLength()
    let tableEnd = try checkTable()
    let foundKind = name(at: 16, length: ModelFileLayout.kindLength)
    guard foundKind == kind else {
      throw ModelFileError(
        .wrongKind, path: path, found: "a model of kind `\(foundKind)`", expected: "`\(kind)`")
    }
    guard word(24) == version else {
      throw ModelFileError(
        .wrongVersion, path: path, found: "version \(word(24)) of `\(kind)`", expected: "version \(version)")
    }
    return try sections(tableEnd: tableEnd)
  }

  /// Compares the content with its checksum; `visit` is called with every stretch before and after it is read.
  func verifyContent(
    visit: (UnsafeRawBufferPointer, _ isDone: Bool) -> Void = { _, _ in }
  ) throws(ModelFileError) {
    var checksum = Checksum()
    var start = tableEnd
    while start + Checksum.blockLength <= bytes.count {
      // The first stretch ends on a page, so that the others begin on one.
      let end = min(start - start % Self.stretch + Self.stretch, bytes.count)
      let whole = end - (end - start) % Checksum.blockLength
      let stretch = UnsafeRawBufferPointer(rebasing: bytes[start..<whole])
      visit(stretch, false)
      checksum.add(stretch)
      visit(stretch, true)
      start = whole
    }
    let found = checksum.value(rest: UnsafeRawBufferPointer(rebasing: bytes[start...]))
    guard found == word(40) else { throw damaged("content", found: found, expected: word(40)) }
  }

  private var sectionCount: Int { Int(half(12)) }

  private var tableEnd: Int {
    ModelFileLayout.headerLength + sectionCount * ModelFileLayout.entryLength
  }

  private func checkMagic() throws(ModelFileError) {
    let length = min(bytes.count, ModelFileLayout.magic.count)
    guard bytes[..<length].elementsEqual(ModelFileLayout.magic[..<length]) else {
      throw ModelFileError(.notAModel, path: path, found: "another kind of file", expected: "a model file")
    }
    guard bytes.count >= ModelFileLayout.headerLength else {
      throw ModelFileError(
        .truncated, path: path, found: "\(bytes.count) bytes",
        expected: "at least \(ModelFileLayout.headerLength)")
    }
    guard half(8) == ModelFileLayout.containerVersion else {
      throw ModelFileError(
        .wrongVersion, path: path, found: "container version \(half(8))",
        expected: "version \(ModelFileLayout.containerVersion)")
    }
  }

  private func checkLength() throws(ModelFileError) {
    guard word(32) == UInt64(bytes.count) else {
      throw ModelFileError(
        .truncated, path: path, found: "\(bytes.count) bytes", expected: "\(word(32)) bytes")
    }
  }

  private func checkTable() throws(ModelFileError) -> Int {
    guard sectionCount <= ModelFileLayout.sectionLimit, tableEnd <= bytes.count else {
      throw ModelFileError(
        .damaged, path: path, found: "\(sectionCount) sections", expected: "as many as fit in the file")
    }
    var head = [UInt8](bytes[..<tableEnd])
    for index in 48..<56 { head[index] = 0 }
    let found = head.withUnsafeBytes { Checksum.of($0) }
    guard found == word(48) else { throw damaged("header", found: found, expected: word(48)) }
    return tableEnd
  }

  private func sections(tableEnd: Int) throws(ModelFileError) -> [String: Range<Int>] {
    var sections: [String: Range<Int>] = [:]
    var entry = ModelFileLayout.headerLength
    while entry < tableEnd {
      let (offset, length) = (word(entry + 16), word(entry + 24))
      let (end, overflow) = offset.addingReportingOverflow(length)
      let name = name(at: entry, length: ModelFileLayout.nameLength)
      guard !overflow, end <= UInt64(bytes.count), offset % UInt64(ModelFileLayout.alignment) == 0 else {
        throw ModelFileError(
          .malformed, path: path, found: "section `\(name)` outside of the file", expected: "one inside")
      }
      sections[name] = Int(offset)..<Int(end)
      entry += ModelFileLayout.entryLength
    }
    return sections
  }

  private func damaged(_ part: String, found: UInt64, expected: UInt64) -> ModelFileError {
    ModelFileError(
      .damaged, path: path, found: "\(part) checksum \(String(found, radix: 16))",
      expected: String(expected, radix: 16))
  }

  private func half(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private func name(at offset: Int, length: Int) -> String {
    String(decoding: bytes[offset..<offset + length].prefix { $0 != 0 }, as: UTF8.self)
  }
}
