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
    (options.passes, options.laterPasses, options.mostRows, options.rate) = (8, 4, 4_000, 0.03)
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
    return options
  }

  /// Each text as it is, with its columns run together, with other blank lines, misread, and before another.
  private func variants() -> [FieldExample] {
    var random = SplitMix(state: 30)
    var examples: [FieldExample] = []
    for (number, text) in texts.enumerated() {
      var variants = [text]
      if random.chance(0.3) { variants.append(text.squeezed()) }
      if random.chance(0.3) { variants.append(text.damaged(0.03, &random)) }
      if random.chance(0.3) { variants.append(text.spaced(random.chance(0.5) ? 0 : 0.3, &random)) }
      if random.chance(0.5) {
        let spaced = text.squeezed().spaced(random.chance(0.3) ? 0 : random.chance(0.5) ? 0.2 : 0.7, &random)
        variants.append(
          random.chance(0.7) ? spaced.damaged(random.chance(0.5) ? 0.02 : 0.06, &random) : spaced)
      }
      if random.chance(0.15) {
        variants.append(text.followed(by: texts[(number + 1 + Int(random.next() % 97)) % texts.count]))
      }
      examples += variants.map { FieldExample(text: $0.text, marks: $0.marks, tables: tables) }
    }
    return examples
  }
}
