import Foundation

/// The readers of foreign bytes, each as a function that a fuzzer calls with any bytes and that tests call with those
/// that were kept. A fault ends the process: a trap, or a promise that was not kept (`demand`).
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Bytes of unknown encoding to text.
  case decoder
  /// Legacy letters, composition, look-alikes.
  case normalizer
  /// Repair of short texts, with what it promises of its edits.
  case repair
  /// Repair with a lexicon of the input's own.
  case lexicon
  /// The cut into words and codes, in all policies, without limits of meaning.
  case units
  /// The fields of documents.
  case extraction
  /// Pages in the formats of their names.
  case hocr, alto
  /// Whatever the bytes look like.
  case pages
  /// JSON values.
  case json
  /// Lines of a stream.
  case stream
  /// A sheet of decisions that came back.
  case sheet
  /// Tables and profiles that people write.
  case table, profile
  /// A catalogue of another's making.
  case catalogue
  /// Model files whose header fits their damaged content.
  case languageModel, contextModel, channelModel, confidenceTrees, chains
  /// Model files as they come.
  case modelFile

  /// Runs the reader over `bytes`; longer inputs than the target takes are cut.
  public func run(_ bytes: [UInt8]) {
    let bytes = Array(bytes.prefix(limit))
    switch self {
    case .decoder: TextTargets.decode(bytes)
    case .normalizer: TextTargets.normalize(bytes)
    case .repair: TextTargets.repair(bytes)
    case .lexicon: TextTargets.repairWithLexicon(bytes)
    case .units: TextTargets.explain(bytes)
    case .extraction: TextTargets.extract(bytes)
    case .hocr: FormatTargets.page(bytes, .hocr)
    case .alto: FormatTargets.page(bytes, .alto)
    case .pages: FormatTargets.page(bytes, nil)
    case .json: FormatTargets.json(bytes)
    case .stream: FormatTargets.stream(bytes)
    case .sheet: FormatTargets.sheet(bytes)
    case .table: FormatTargets.table(bytes)
    case .profile: FormatTargets.profile(bytes)
    case .catalogue: CatalogueTarget.run(bytes)
    case .languageModel: ModelTargets.language(bytes)
    case .contextModel: ModelTargets.context(bytes)
    case .channelModel: ModelTargets.channel(bytes)
    case .confidenceTrees: ModelTargets.trees(bytes)
    case .chains: ModelTargets.chains(bytes)
    case .modelFile: ModelTargets.file(bytes)
    }
  }

  /// The longest input, in bytes: what takes long is tried on less.
  private var limit: Int {
    switch self {
    case .repair, .lexicon, .units, .stream: 2048
    case .extraction: 8192
    default: 65_536
    }
  }
}

/// Ends the process where a promise was not kept.
func demand(_ condition: @autoclosure () -> Bool, _ promise: String) {
  guard condition() else { fatalError("not kept: " + promise) }
}

/// A file of this thread for readers that want a path; whoever still maps an earlier one keeps it.
func scratchFile(_ bytes: [UInt8]) -> URL {
  let url = URL(fileURLWithPath: NSTemporaryDirectory())
    .appendingPathComponent("fuzz-\(getpid())-\(pthread_self())")
  try? Data(bytes).write(to: url, options: .atomic)
  return url
}

/// What every target needs: the shipped models, small sound files.
func needed<Value>(_ make: () throws -> Value) -> Value {
  do { return try make() } catch { fatalError("nothing can be tried: \(error)") }
}
