import CChild

/// Has poppler read the text of PDF files, in a process that cannot do more than it may.
enum PDFLayout {
  /// How long one file may take by default, in seconds.
  static let patience = 300.0
  /// Memory of the process beside eight times the file, in bytes, and the most in all. What poppler maps of libraries and
  /// fonts counts as well.
  private static let memory: (base: UInt64, most: UInt64) = (256 << 20, 1 << 30)
  /// The longest answer, in bytes.
  private static let answer: UInt64 = 256 << 20

  /// The layout that poppler finds in a PDF file, as XHTML.
  ///
  /// - Throws: `FormatError` when poppler is not installed, cannot read the file, takes more than `patience` seconds
  ///   or more memory than it may.
  static func read(_ bytes: [UInt8], patience: Double = patience) throws(FormatError) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 4096)
    guard cchild_find("pdftotext", &buffer, buffer.count) != 0 else {
      throw FormatError(.noPDFReader, "pdftotext (poppler) is not installed")
    }
    let limits = cchild_limits(
      milliseconds: Int64(max(1, min(patience, 86_400) * 1000)),
      memory: min(memory.base + 8 * UInt64(bytes.count), memory.most), output: answer)
    let result = bytes.withUnsafeBufferPointer { input in
      buffer.withUnsafeBufferPointer { program in
        "-bbox-layout".withCString { option in
          "/dev/stdin".withCString { source in
            "-".withCString { target in
              let texts = [program.baseAddress, option, source, target]
              var arguments = texts.map { UnsafeMutablePointer(mutating: $0) } + [nil]
              return cchild_run(program.baseAddress, &arguments, input.baseAddress, input.count, limits)
            }
          }
        }
      }
    }
    defer { cchild_free(result.output) }
    switch result.end {
    case Int32(CCHILD_DONE.rawValue): break
    case Int32(CCHILD_NO_START.rawValue): throw FormatError(.noPDFReader, "pdftotext cannot be started")
    case Int32(CCHILD_TOO_SLOW.rawValue):
      throw FormatError(.tooSlow, "pdftotext did not come to an end in time")
    case Int32(CCHILD_TOO_MUCH.rawValue):
      throw FormatError(.tooCostly, "pdftotext wrote more than \(answer) bytes")
    default: throw FormatError(.tooCostly, "pdftotext was ended by a signal, or wanted too much memory")
    }
    guard result.status != 127 else { throw FormatError(.noPDFReader, "pdftotext cannot be started") }
    // What poppler ends with when it gets no memory.
    guard result.status != 99 else { throw FormatError(.tooCostly, "pdftotext wanted too much memory") }
    guard result.status == 0 else {
      throw FormatError(.damagedPDF, "pdftotext cannot read the file (\(result.status))")
    }
    return UnsafeBufferPointer(start: result.output, count: result.length).map(clean)
  }

  /// A blank for the control characters that poppler lets through and XML forbids.
  private static func clean(_ byte: UInt8) -> UInt8 {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D ? 0x20 : byte
  }
}
