import CMachine
import ModelFile
import NgramModel
import Platform

/// Tells words with the same bare letters apart by what stands around them on both sides: a log-linear model
/// (Berger, Della Pietra and Della Pietra 1996) over the features of `ContextFeatures`.
///
/// It sees what an n-gram model cannot: the words to the right and the topic of the paragraph. Immutable, mapped
/// from its file, usable from any thread.
public final class ContextModel: Sendable {
  /// Bytes of the model's file.
  public var byteCount: Int { file.byteCount }

  private let file: MappedModelFile
  private let bits: Int
  nonisolated(unsafe) private let classes: UnsafeBufferPointer<UInt16>
  nonisolated(unsafe) private let members: UnsafeBufferPointer<UInt8>
  nonisolated(unsafe) private let priors: UnsafeBufferPointer<Float>
  nonisolated(unsafe) private let levels: UnsafeBufferPointer<Float>
  nonisolated(unsafe) private let weights: UnsafeBufferPointer<UInt8>

  /// Maps the model at `path`, which must have been trained over `vocabulary`; throws `ModelFileError`.
  public init(path: String, vocabulary: Vocabulary) throws(ModelFileError) {
    file = try MappedModelFile(
      path: path, kind: ContextModelLayout.kind, version: ContextModelLayout.version)
    let shape = try file.section(ContextModelLayout.shape, of: UInt64.self, count: 3)
    guard shape[0] == UInt64(vocabulary.count), shape[2] == vocabulary.fingerprint else {
      throw ModelFileError(
        .malformed, path: path, found: "weights for another vocabulary",
        expected: "those of the language model beside it")
    }
    guard let bits = Int(exactly: shape[1]), ContextModelLayout.weightBitsRange.contains(bits) else {
      throw ModelFileError(
        .malformed, path: path, found: "2^\(shape[1]) weights", expected: "2^8 to 2^28")
    }
    self.bits = bits
    classes = try file.section(ContextModelLayout.classes, count: vocabulary.count)
    members = try file.section(ContextModelLayout.members, count: vocabulary.count)
    priors = try file.section(ContextModelLayout.priors, count: vocabulary.count)
    levels = try file.section(ContextModelLayout.levels, count: ContextModelLayout.levelCount)
    weights = try file.section(ContextModelLayout.weights, count: 1 << (bits - 1))
  }

  /// Reads the whole file and compares it with its checksum; throws `ModelFileError`. O(file size).
  public func verify() throws(ModelFileError) { try file.verify() }

  /// The class of `word`: words of one class differ only in their marks, and only their scores compare.
  public func classNumber(_ word: WordID) -> UInt16 {
    Int(word) < classes.count ? classes[Int(word)] : .max
  }

  /// Writes where the weights of class `number` begin under each of `keys` to `places`, which has room for as many, and
  /// fetches them.
  /// O(number of features).
  public func find(
    _ number: UInt16, _ keys: UnsafeBufferPointer<UInt64>, into places: UnsafeMutablePointer<Int>
  ) {
    for index in 0..<keys.count {
      places[index] = ContextModelLayout.place(keys[index], class: number, bits: bits)
      cmachine_fetch(weights.baseAddress.map { $0 + places[index] >> 1 })
    }
  }

  /// How well `word` fits a place, given where the weights of its class begin under the features there: a natural
  /// logarithm up to a constant of the class. O(number of features).
  public func score(_ word: WordID, _ places: UnsafeBufferPointer<Int>) -> Float {
    let index = Int(word)
    guard index < classes.count else { return 0 }
    var sum = priors[index]
    let member = members[index]
    guard member != ContextModelLayout.noMember else { return sum.isFinite ? sum : 0 }
    for first in places {
      let place = ContextModelLayout.place(first, member: member, bits: bits)
      let pair = weights[place >> 1]
      sum += levels[Int(place & 1 == 0 ? pair & 15 : pair >> 4)]
    }
    // A damaged file may hold anything.
    return sum.isFinite ? sum : 0
  }

  /// How well `word` fits a place with the features `keys`. O(number of features).
  public func score(_ word: WordID, features keys: UnsafeBufferPointer<UInt64>) -> Float {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: keys.count) { places in
      guard let base = places.baseAddress else {
        return score(word, UnsafeBufferPointer(start: nil, count: 0))
      }
      find(classNumber(word), keys, into: base)
      return score(word, UnsafeBufferPointer(start: base, count: keys.count))
    }
  }
}
