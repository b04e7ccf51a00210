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
    let program = BoundedProgram(
      "pdftotext", patience: patience, memory: min(memory.base + 8 * UInt64(bytes.count), memory.most),
      output: answer)
    do throws(BoundedProgram.Failure) {
      return try program.run(["-bbox-layout", "/dev/stdin", "-"], input: bytes).map(clean)
    } catch {
      switch error {
      case .notThere: throw FormatError(.noPDFReader, "pdftotext (poppler) is not installed")
      case .tooSlow: throw FormatError(.tooSlow, "pdftotext did not come to an end in time")
      case .tooMuch: throw FormatError(.tooCostly, "pdftotext wrote more than \(answer) bytes")
      // What poppler ends with when it gets no memory.
      case .killed, .status(99): throw FormatError(.tooCostly, "pdftotext wanted too much memory")
      case .status(let status): throw FormatError(.damagedPDF, "pdftotext cannot read the file (\(status))")
      }
    }
  }

  /// A blank for the control characters that poppler lets through and XML forbids.
  private static func clean(_ byte: UInt8) -> UInt8 {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D ? 0x20 : byte
  }
}
