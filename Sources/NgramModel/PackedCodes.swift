import ModelFile

/// Quantised numbers: packed codes and the book of the values that they stand for.
@usableFromInline
struct PackedCodes: @unchecked Sendable {
  @usableFromInline let codes: PackedBits
  @usableFromInline let book: CodeBook

  init(file: MappedModelFile, name: String, book: String, count: Int) throws(ModelFileError) {
    self.book = try CodeBook(file: file, name: book)
    codes = try PackedBits(file: file, name: name, bits: count * self.book.bits)
  }

  /// The number at `index`, which must be below the count.
  @inlinable @inline(__always)
  func value(_ index: Int) -> Float { book.values[codes.value(at: index &* book.bits, width: book.bits)] }
}

extension PackedCodes {
  /// Fetches the number at `index`.
  @inline(__always)
  func fetch(_ index: Int) { codes.fetch(index &* book.bits) }
}

/// The values that codes of so many bits stand for.
@usableFromInline
struct CodeBook: @unchecked Sendable {
  @usableFromInline let values: UnsafePointer<Float>
  @usableFromInline let bits: Int

  init(file: MappedModelFile, name: String) throws(ModelFileError) {
    let section = try file.section(name, of: Float.self)
    bits = NgramModelLayout.rankWidth(section.count)
    guard bits <= 20, section.count == 1 << bits, !section.contains(where: \.isNaN) else {
      throw ModelFileError(
        .malformed, path: file.path, found: "\(section.count) values in `\(name)`",
        expected: "a power of two, at most 2^20, of numbers")
    }
    values = section.start
  }
}

extension UnsafeBufferPointer {
  /// The first element's place; of an empty section, a place that is never read.
  var start: UnsafePointer<Element> {
    baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)!
  }
}
