import Extraction
import SequenceLabels
import SequenceTraining

/// Labelled texts to a model of fields.
struct FieldTraining {
  let texts: [LabelledText]
  let tables: ExtractionTables
  let rows: Int

  /// The model; nil without texts. The chain of words is learned beside parts as a chain has them that was learned on
  /// other texts, for so sure of the parts no model is of what it has not seen.
  func model(report: (String) -> Void) -> FieldModel? {
    let examples = variants()
    report("\(texts.count) texts, \(examples.count) examples")
    let halves = [0, 1].map { half in examples.indices.filter { $0 % 2 == half } }
    var words = ChainTrainer(labelCount: FieldLabel.allCases.count, options: wordOptions)
    for (half, own) in halves.enumerated() {
      guard let parts = parts(halves[1 - half].map { examples[$0] }, report) else { return nil }
      for index in own {
        for (units, allowed) in examples[index].words(parts: parts) { words.add(units, allowed: allowed) }
      }
    }
    guard let parts = parts(examples, report), let chain = words.trained(report: report) else { return nil }
    return FieldModel(parts: parts, words: chain)
  }

  private func parts(_ examples: [FieldExample], _ report: (String) -> Void) -> ChainModel? {
    var options = ChainOptions()
    (options.passes, options.laterPasses, options.mostRows, options.rate) = (12, 8, FieldModel.partRows, 0.03)
    var trainer = ChainTrainer(labelCount: PartLabel.allCases.count, options: options)
    for example in examples {
      let (units, allowed) = example.lines()
      trainer.add(units, allowed: allowed)
    }
    return trainer.trained(report: report)
  }

  private var wordOptions: ChainOptions {
    var options = ChainOptions()
    options.mostRows = rows
    (options.passes, options.laterPasses) = (7, 6)
    return options
  }

  /// A text as it may be typed: lines unwrapped, columns in a table, blank lines between, marks of emphasis.
  private func typed(_ text: LabelledText, _ random: inout SplitMix) -> LabelledText {
    var result = text
    if random.chance(0.8) { result = result.unwrapped() }
    if random.chance(0.8) { result = result.tabled(joined: random.chance(0.4)) }
    result = result.squeezed()
    if random.chance(0.4) { result = result.emphasized(random.pick([0.4, 0.9]), &random) }
    return result.spaced(random.pick([0, 0.5, 1, 1]), &random)
  }

  /// Each text as it is, with other blank lines, as it may be typed, as an engine reads it, and before another.
  private func variants() -> [FieldExample] {
    var random = SplitMix(state: 30)
    var examples: [FieldExample] = []
    for (number, text) in texts.enumerated() {
      var variants = [text]
      if text.isRead {
        // There are few of them, and nothing composed is like them.
        variants += [text, text.spaced(random.pick([0, 0.2, 1]), &random)]
      } else {
        if random.chance(0.1) { variants.append(text.headed()) }
        if random.chance(0.2) { variants.append(text.spaced(random.pick([0, 0.3, 0.7, 1]), &random)) }
        if random.chance(0.5) { variants.append(typed(text, &random)) }
        if random.chance(text.hasColumns ? 0.9 : 0.5) {
          let read = text.squeezed().spaced(random.pick([0, 0.2, 0.5, 1]), &random)
          variants.append(read.damaged(random.pick([0, 0.01, 0.03, 0.08]), &random).littered(0.03, &random))
        }
      }
      if random.chance(0.15) {
        variants.append(text.followed(by: texts[(number + 1 + Int(random.next() % 97)) % texts.count]))
      }
      examples += variants.map { FieldExample(text: $0.text, marks: $0.marks, tables: tables) }
    }
    return examples
  }
}

extension FieldModel {
  /// Rows that a model of parts has.
  static let partRows = 4_000

  /// The mean of models that were learned apart; nil without any.
  static func mean(of models: [FieldModel], rows: Int) -> FieldModel? {
    guard let parts = ChainModel.mean(of: models.map(\.parts), mostRows: partRows),
      let words = ChainModel.mean(of: models.map(\.words), mostRows: rows)
    else { return nil }
    return FieldModel(parts: parts, words: words)
  }
}
