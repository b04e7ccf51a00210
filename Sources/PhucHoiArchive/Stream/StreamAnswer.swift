import Extraction
import JSON
import PhucHoi
import VietText

/// What a line of a stream can be answered with, beside the repaired text.
public enum StreamField: String, Sendable, CaseIterable {
  /// The repaired text, in the place of the one that came in.
  case text
  /// The record of `docs/record.md`.
  case record
  /// The list of changes.
  case edits
}

/// Answers lines of a stream, each from itself alone.
struct StreamAnswer: Sendable {
  /// A line out, line end included.
  struct Line: Sendable {
    var bytes: [UInt8]
    var isError: Bool
  }

  let engine: any TextEngine
  let fields: Set<StreamField>
  /// The longest line, in bytes.
  let limit: Int
  /// How long one line may take, in milliseconds.
  let timeout: Int
  private let producedBy: JSONValue

  init(engine: any TextEngine, fields: Set<StreamField>, limit: Int, timeout: Int) {
    self.engine = engine
    self.fields = fields
    self.limit = limit
    self.timeout = timeout
    producedBy = engine.producedBy
  }

  /// The line out for a line in.
  func answer(_ line: InputLine) -> Line {
    if case .tooLong = line { return Line(bytes: failure(.tooLong(limit), line.bytes), isError: true) }
    return line.bytes.withUnsafeBufferPointer { buffer in
      do throws(StreamFailure) {
        return Line(bytes: try write(StreamLine.read(buffer), buffer), isError: false)
      } catch {
        return Line(bytes: failure(error, buffer), isError: true)
      }
    }
  }

  /// The line out that says why there is no other.
  func failure(_ failure: StreamFailure, _ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { self.failure(failure, $0) }
  }

  private func failure(_ failure: StreamFailure, _ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var writer = JSONWriter()
    writer.raw("{\"id\":")
    if let range = StreamLine.identifier(in: buffer) {
      writer.copy(buffer[range])
    } else {
      writer.raw("null")
    }
    let error = JSONValue.object([
      .init("code", .string(failure.code)), .init("message", .string(failure.message)),
    ])
    writer.write(.init("error", error), first: false)
    writer.raw("}\n")
    return writer.bytes
  }

  private func write(
    _ line: StreamLine, _ buffer: UnsafeBufferPointer<UInt8>
  ) throws(StreamFailure) -> [UInt8] {
    let source: String
    switch line.content {
    case .text(let text): source = text
    case .pages(let pages): source = pages.joined(separator: "\u{0C}")
    }
    let reading = try read(source)
    var writer = JSONWriter()
    writer.raw("{")
    var first = true
    for member in line.members where !member.isOne(of: "record", "edits", "produced_by") {
      let isContent = member.isOne(of: "text", "pages")
      if isContent, !fields.contains(.text) { continue }
      writer.key(member.key, first: first)
      if isContent {
        writer.write(content(line.content, reading, source))
      } else {
        writer.copy(buffer[member.range])
      }
      first = false
    }
    if fields.contains(.record) {
      writer.key("record", first: first)
      writer.raw(record(reading, source))
      first = false
    }
    if fields.contains(.edits) {
      writer.write(.init("edits", .array(reading.changes.map { $0.json() })), first: first)
      first = false
    }
    writer.write(.init("produced_by", producedBy), first: first)
    writer.raw("}\n")
    return writer.bytes
  }

  private func read(_ source: String) throws(StreamFailure) -> EngineReading {
    do {
      return try engine.read(
        DecodedText(source), aids: ReadingAids(), extracting: fields.contains(.record),
        limits: WorkLimits(time: .milliseconds(timeout)))
    } catch let error as PhucHoiError where error.code == .tooSlow {
      throw .tooSlow(timeout)
    } catch {
      throw .engine
    }
  }

  private func content(
    _ content: StreamLine.Content, _ reading: EngineReading, _ source: String
  ) -> JSONValue {
    guard case .pages(let pages) = content else { return .string(reading.text) }
    return .array(PageCutter.cut(source, pages: pages, changes: reading.changes).map(JSONValue.string))
  }

  private func record(_ reading: EngineReading, _ source: String) -> String {
    let bytes = RecordDocument.bytes(
      producedBy: producedBy, path: nil, sha256: SHA256.hex(Array(source.utf8)), pages: reading.pages,
      documents: reading.documents.map { RecordDocument.text($0) })
    return String(decoding: bytes, as: UTF8.self)
  }
}
