import Decoding
import Platform

/// Collects the evidence of a text token by token, and at last what its neighbours are. Pieces that touch are one
/// token.
struct EvidenceGatherer {
  private var tokens: [Evidence] = []
  /// Whether each token is no word and stayed, 0 or 1.
  private var unknown: [Float] = []
  private var forms: [WordForm] = []
  /// Where each token begins, in scalars.
  private var places: [Int] = []
  /// The token that is being measured.
  private var current = Evidence(source: .marked, features: Evidence.Features())
  private var isUnknown = false
  private var seen = LetterShape()
  private var chosen = LetterShape()
  private var wasSmall = false
  private var line = -1
  /// Where the last piece ends; nil before the first.
  private var end: Int?

  /// Makes room for as many tokens as `count` pieces can be.
  init(count: Int = 0) { tokens.reserveCapacity(count) }

  /// How many tokens there are.
  var count: Int { tokens.count + (end == nil ? 0 : 1) }

  /// Adds a piece: `old` was read, and `probability` is that of what now stands.
  mutating func add(_ decision: Decision, _ old: String, isChanged: Bool, _ probability: Double) {
    if end.map({ decision.range.lowerBound > $0 }) ?? true {
      close()
      open(decision)
    }
    end = decision.range.upperBound
    current.features.logit = min(current.features.logit, Self.logit(decision, isChanged, probability))
    current.features.gain = min(current.features.gain, decision.gain)
    current.features.cost += decision.cost
    current.features.language += decision.gain + decision.cost
    if decision.unitKind == .code { current.features.number = 1 }
    if decision.unitKind == .word, !decision.seenIsWord, !isChanged { isUnknown = true }
    if isChanged, current.features.changed == 0 { (current.features.changed, seen) = (1, chosen) }
    if current.features.changed > 0 { seen.add(old) }
    chosen.add(isChanged ? decision.text : old)
  }

  private mutating func open(_ lead: Decision) {
    var features = Evidence.Features()
    features.logit = .infinity
    features.gain = .infinity
    features.dirt = Platform.log(lead.dirt + 0.004)
    features.dirtLeft = features.dirt
    if lead.line != line {
      features.edge = 1
      endLine()
      line = lead.line
    }
    current = Evidence(source: lead.source, features: features)
    isUnknown = false
    places.append(lead.range.lowerBound)
    if let shape = chosen.shape {
      wasSmall = shape == .small && !chosen.endsSentence
    } else if !chosen.isComma {
      wasSmall = false
    }
    (seen, chosen) = (LetterShape(), LetterShape())
  }

  private mutating func endLine() { if let last = tokens.indices.last { tokens[last].features.edge += 2 } }

  /// Ends the token, if there is one.
  private mutating func close() {
    guard end != nil else { return }
    var features = current.features
    let isChanged = features.changed > 0
    features.proofLogit = features.logit
    features.similarity = isChanged ? seen.similarity(to: chosen) : 1
    if chosen.digits > 0 { features.number = 1 }
    features.length = Float(chosen.count)
    features.seenLength = Float(isChanged ? seen.count : chosen.count)
    features.signs = Float(chosen.innerSigns)
    features.oddSigns = Float(isChanged ? seen.oddSigns : chosen.oddSigns)
    features.oddEnd = chosen.endsOddly ? 1 : 0
    features.shape =
      switch chosen.shape {
      case nil, .small: 0
      case .title: wasSmall ? chosen.opensWithLookAlike ? 3 : 2 : 1
      case .capitals: 4
      }
    tokens.append(Evidence(source: current.source, features: features))
    unknown.append(isUnknown ? 1 : 0)
    forms.append(chosen.form)
  }

  /// The evidence of every token, once all pieces were added. Where they are not all of the text, `whole` has the forms
  /// of the others; how the text writes its words is then told of tokens that were changed alone. O(n).
  consuming func finished(in whole: TextForms? = nil) -> [Evidence] {
    close()
    endLine()
    let unknownNear = slidingMeans(unknown, reach: Self.reach)
    let costNear = slidingMeans(tokens.map(\.features.cost), reach: Self.reach)
    let gains = tokens.map(\.features.gain)
    let gainNear = slidingMeans(gains, reach: Self.reach)
    let numbers = whole.map { whole in places.map(whole.number) } ?? Array(tokens.indices)
    let changed = tokens.indices.filter { tokens[$0].features.changed > 0 }.map { numbers[$0] }
    let phrases = PhraseForms(whole?.forms ?? forms, about: whole == nil ? nil : changed)
    let isCounted = { (features: Evidence.Features) in whole == nil || features.changed > 0 }
    for index in tokens.indices {
      var features = tokens[index].features
      features.unknownNear = unknownNear[index]
      features.costNear = costNear[index]
      features.gainNear = gainNear[index]
      features.gainLeast = gains[max(0, index - 2)..<min(gains.count, index + 3)].min() ?? 0
      if index > 0 {
        features.gainBefore = gains[index - 1]
        features.oddEndBefore = tokens[index - 1].features.oddEnd
        if isCounted(features) {
          (features.sameAfter, features.othersAfter) = phrases.counts(endingAt: numbers[index])
        }
      }
      if index + 1 < tokens.count {
        features.gainAfter = gains[index + 1]
        features.logitAfter = tokens[index + 1].features.logit
        if isCounted(features) {
          (features.sameBefore, features.othersBefore) = phrases.counts(startingAt: numbers[index])
        }
      }
      tokens[index].features = features
    }
    return tokens
  }

  /// How many places on either side count as near.
  static let reach = 5

  /// Natural log odds of what stands; from the doubt where the decoder's own reading does.
  private static func logit(_ decision: Decision, _ isChanged: Bool, _ probability: Double) -> Float {
    if isChanged || decision.kind == .identity {
      guard decision.unitKind == .word else { return 6 }
      return Platform.log((1 - decision.doubt + 1e-6) / (decision.doubt + 1e-6))
    }
    let bounded = min(0.9999, max(0.002, probability))
    return Float(Platform.log(bounded / (1 - bounded)))
  }
}
