import Decoding
import Foundation
import VietText

/// Collects the evidence of a text token by token, and at last what its neighbours are.
struct EvidenceGatherer {
  private var tokens: [Evidence] = []
  /// How many decisions each token has.
  private var sizes: [Int] = []
  private var unknown: [Float] = []
  private var forms: [WordForm] = []
  private var seen = LetterShape()
  private var chosen = LetterShape()
  private var wasSmall = false
  private var line = -1

  /// Begins a token of a kind of source.
  mutating func open(_ group: Calibration.Group, _ lead: Decision) {
    var features = Evidence.Features()
    features.logit = .infinity
    features.gain = .infinity
    features.dirt = Foundation.log(lead.dirt + 0.004)
    features.dirtLeft = features.dirt
    if lead.line != line {
      features.edge = 1
      endLine()
      line = lead.line
    }
    tokens.append(Evidence(group: group, features: features))
    sizes.append(0)
    unknown.append(0)
    if let shape = chosen.shape {
      wasSmall = shape == .small && !chosen.endsSentence
    } else if !chosen.isComma {
      wasSmall = false
    }
    (seen, chosen) = (LetterShape(), LetterShape())
  }

  private mutating func endLine() { if let last = tokens.indices.last { tokens[last].features.edge += 2 } }

  /// Adds a piece of the token.
  mutating func add(_ decision: Decision, _ text: String, isChanged: Bool, _ probability: Double) {
    let last = tokens.count - 1
    tokens[last].features.logit = min(
      tokens[last].features.logit, Self.logit(decision, isChanged, probability))
    tokens[last].features.gain = min(tokens[last].features.gain, decision.gain)
    tokens[last].features.cost += decision.cost
    tokens[last].features.language += decision.gain + decision.cost
    if isChanged { tokens[last].features.changed = 1 }
    if decision.unitKind == .code { tokens[last].features.number = 1 }
    if decision.unitKind == .word, !decision.seenIsWord, !isChanged { unknown[last] = 1 }
    sizes[last] += 1
    seen.add(text)
    chosen.add(isChanged ? decision.text : text)
  }

  /// Ends the token.
  mutating func close() {
    let last = tokens.count - 1
    tokens[last].features.proofLogit = tokens[last].features.logit
    if tokens[last].features.changed > 0 { tokens[last].features.similarity = seen.similarity(to: chosen) }
    if chosen.digits > 0 { tokens[last].features.number = 1 }
    forms.append(chosen.form)
    tokens[last].features.length = Float(chosen.count)
    tokens[last].features.seenLength = Float(seen.count)
    tokens[last].features.signs = Float(chosen.innerSigns)
    tokens[last].features.oddSigns = Float(seen.oddSigns)
    tokens[last].features.oddEnd = chosen.endsOddly ? 1 : 0
    tokens[last].features.shape =
      switch chosen.shape {
      case nil, .small: 0
      case .title: wasSmall ? chosen.opensWithLookAlike ? 3 : 2 : 1
      case .capitals: 4
      }
  }

  /// The evidence of every token, and how many decisions it is about.
  mutating func finished() -> [(evidence: Evidence, size: Int)] {
    endLine()
    let (nearUnknown, nearCost) = (Self.means(unknown), Self.means(tokens.map(\.features.cost)))
    let gains = tokens.map(\.features.gain)
    let nearGain = Self.means(gains)
    let phrases = PhraseForms(forms)
    for index in tokens.indices {
      tokens[index].features.unknownNear = nearUnknown[index]
      tokens[index].features.costNear = nearCost[index]
      tokens[index].features.gainNear = nearGain[index]
      tokens[index].features.gainLeast = gains[max(0, index - 2)..<min(gains.count, index + 3)].min() ?? 0
      if index > 0 {
        tokens[index].features.gainBefore = gains[index - 1]
        tokens[index].features.oddEndBefore = tokens[index - 1].features.oddEnd
        (tokens[index].features.sameAfter, tokens[index].features.othersAfter) =
          phrases.counts(of: forms[index], after: forms[index - 1])
      }
      if index + 1 < tokens.count {
        tokens[index].features.gainAfter = gains[index + 1]
        (tokens[index].features.sameBefore, tokens[index].features.othersBefore) =
          phrases.counts(of: forms[index], before: forms[index + 1])
        tokens[index].features.logitAfter = tokens[index + 1].features.logit
      }
    }
    return zip(tokens, sizes).map { ($0, $1) }
  }

  /// Natural log odds of what stands; from the doubt where the decoder's own reading does.
  private static func logit(_ decision: Decision, _ isChanged: Bool, _ probability: Double) -> Float {
    if isChanged || decision.kind == .identity {
      guard decision.unitKind == .word else { return 6 }
      return Foundation.log((1 - decision.doubt + 1e-6) / (decision.doubt + 1e-6))
    }
    let bounded = min(0.9999, max(0.002, probability))
    return Float(Foundation.log(bounded / (1 - bounded)))
  }

  /// The mean over five places on either side.
  private static func means(_ values: [Float]) -> [Float] {
    var sums: [Double] = [0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums[sums.count - 1] + Double(value)) }
    return values.indices.map { index in
      let (low, high) = (max(0, index - 5), min(values.count, index + 6))
      return Float((sums[high] - sums[low]) / Double(high - low))
    }
  }
}
