import Decoding
import Foundation
import ModelFile

/// Turns the decoder's posteriors into probabilities that hold.
///
/// A logistic regression (Platt 1999) per kind of source over what surrounds a token, fitted on readings
/// beside correct text by `phuchoi calibrate`. Without a table the posteriors stand as they are.
public struct Calibration: Sendable, Equatable {
  /// Kinds of source that are calibrated apart.
  public enum Group: String, Sendable, CaseIterable {
    /// Read by an engine without Vietnamese.
    case engine
    /// Vietnamese with its marks.
    case marked
    /// Marks missing altogether.
    case stripped
    /// Letters dropped where marked vowels stood.
    case dropped

    init(profile name: String) {
      if name == "stripped" {
        self = .stripped
      } else if name.hasPrefix("dropped") {
        self = .dropped
      } else {
        self = name == "clean" || name.hasPrefix("vietnamese") ? .marked : .engine
      }
    }
  }

  /// Weights by group, in the order of `Evidence.names`.
  public var weights: [Group: [Double]]

  /// Makes a calibration from its weights.
  public init(weights: [Group: [Double]]) { self.weights = weights }

  /// Reads `calibration.tsv` (columns group, feature, weight); rows of unknown groups or features are skipped.
  init(_ url: URL) throws {
    weights = [:]
    for row in try TableFile(url, hasHeads: true, columns: 3).rows {
      guard row.count == 3, let group = Group(rawValue: row[0]),
        let place = Evidence.names.firstIndex(of: row[1]),
        let weight = Double(row[2])
      else { continue }
      weights[group, default: Array(repeating: 0, count: Evidence.names.count)][place] = weight
    }
  }

  /// The table as `calibration.tsv` holds it.
  public var table: String {
    var text = "group\tfeature\tweight\n"
    for group in Group.allCases {
      guard let row = weights[group] else { continue }
      for (name, weight) in zip(Evidence.names, row) { text += "\(group.rawValue)\t\(name)\t\(weight)\n" }
    }
    return text
  }

  /// The probability that a token with this evidence is right, or nil where its group was not fitted.
  func probability(_ evidence: Evidence) -> Double? {
    guard let row = weights[evidence.group] else { return nil }
    let score = zip(row, evidence.values).reduce(0) { $0 + $1.0 * Double($1.1) }
    return 1 / (1 + exp(-score))
  }
}

/// What is known about a token between blanks when its confidence is told.
public struct Evidence: Sendable, Equatable {
  /// Names of the values, in order.
  public static let names = [
    "bias", "logit", "logit_near", "unknown", "marks_only", "number", "changed", "dirt", "unknown_near",
    "short",
    "changed_logit", "proof_logit", "proof_changed",
  ]

  /// Kind of source.
  public var group: Calibration.Group
  /// The values, as `names` lists them.
  public var values: [Float]

  /// The evidence of each decision of a text: pieces that touch share that of the whole token.
  ///
  /// `kept` tells for each decision whether its change was accepted, `confidences` how probable what now
  /// stands there is. O(n).
  static func of(
    _ decisions: [Decision], kept: [Bool], confidences: [Double], profiles: [String]
  ) -> [Evidence] {
    var chunks: [Range<Int>] = []
    var start = 0
    for index in decisions.indices.dropFirst() {
      if decisions[index].range.lowerBound > decisions[index - 1].range.upperBound {
        chunks.append(start..<index)
        start = index
      }
    }
    if !decisions.isEmpty { chunks.append(start..<decisions.count) }
    let logits = chunks.map { chunk in
      chunk.map { logit(decisions[$0], kept[$0], confidences[$0]) }.min() ?? 0
    }
    let unknown = chunks.map { chunk -> Float in
      chunk.contains { isUnknown(decisions[$0], changed: kept[$0]) } ? 1 : 0
    }
    let (nearLogits, nearUnknown) = (smoothed(logits), smoothed(unknown))
    var all: [Evidence] = []
    all.reserveCapacity(decisions.count)
    for (place, chunk) in chunks.enumerated() {
      let words = chunk.filter { decisions[$0].unitKind == .word }
      let isNumber = chunk.contains { decisions[$0].unitKind == .code }
      let length = chunk.reduce(0) { $0 + decisions[$1].range.count }
      let lead = decisions[chunk.lowerBound]
      let evidence = Evidence(
        group: Calibration.Group(profile: profiles[lead.profile]),
        values: [
          1, logits[place], nearLogits[place], unknown[place],
          words.isEmpty && !isNumber && length <= 2 ? 1 : 0,
          isNumber ? 1 : 0, chunk.contains { kept[$0] } ? 1 : 0, Foundation.log(lead.dirt + 0.004),
          nearUnknown[place], length <= 2 ? 1 : 0,
          chunk.contains { kept[$0] } ? logits[place] : 0, 0, 0,
        ])
      for _ in chunk { all.append(evidence) }
    }
    return all
  }

  /// Where the values of a second search go, and which of its own they are.
  private static let proofPlaces: [(place: Int, source: Int)] =
    [("proof_logit", "logit"), ("proof_changed", "changed")].compactMap { name, source in
      names.firstIndex(of: name).flatMap { place in names.firstIndex(of: source).map { (place, $0) } }
    }

  /// The same with what a second search thought of the place, and whether it changed it.
  func proofread(by proof: Evidence) -> Evidence {
    var evidence = self
    for (place, source) in Self.proofPlaces { evidence.values[place] = proof.values[source] }
    return evidence
  }

  private static func isUnknown(_ decision: Decision, changed: Bool) -> Bool {
    decision.unitKind == .word && !decision.seenIsWord && !changed
  }

  /// Natural log odds of what stands; from the doubt where the decoder's own reading does.
  private static func logit(_ decision: Decision, _ kept: Bool, _ probability: Double) -> Float {
    if kept || decision.kind == .identity {
      guard decision.unitKind == .word else { return 6 }
      return Foundation.log((1 - decision.doubt + 1e-6) / (decision.doubt + 1e-6))
    }
    let bounded = min(0.9999, max(0.002, probability))
    return Float(Foundation.log(bounded / (1 - bounded)))
  }

  /// The mean over five places on either side.
  private static func smoothed(_ values: [Float]) -> [Float] {
    var sums: [Float] = [0]
    for value in values { sums.append((sums.last ?? 0) + value) }
    return values.indices.map { index in
      let (low, high) = (max(0, index - 5), min(values.count, index + 6))
      return (sums[high] - sums[low]) / Float(high - low)
    }
  }
}
