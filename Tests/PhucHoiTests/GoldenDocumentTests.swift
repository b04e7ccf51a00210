import PhucHoi
import Testing

/// Whole documents, read by good and bad engines: how much is right afterwards, and what must not change.
@Suite(.enabled(if: models != nil, "models are not there"))
struct GoldenDocumentTests {
  /// The word error rate that a setting must not exceed over all documents.
  static let limits = [
    "light-eng": 0.06, "heavy-eng": 0.17, "heavy-fra": 0.15, "light-vie": 0.015, "medium-vie": 0.035,
  ]

  @Test(arguments: limits.keys.sorted())
  func readingsAreRepaired(_ setting: String) throws {
    let repairer = Repairer(models: try #require(models))
    var (before, after, count) = (0.0, 0.0, 0)
    for document in FixtureDocuments.names {
      for reading in try FixtureDocuments.readings(of: document) where reading.setting == setting {
        let text = repairer.repair(reading.seen).text
        before += wordErrorRate(reading.meant, reading.seen)
        after += wordErrorRate(reading.meant, text)
        count += 1
        #expect(lineEnds(text) == lineEnds(reading.seen), "\(reading): lines")
      }
    }
    #expect(count >= 6)
    #expect(after <= before)
    #expect(after / Double(max(1, count)) <= Self.limits[setting] ?? 0)
  }

  /// Where the text alone is asked for, evidence is gathered around changes only.
  @Test(arguments: limits.keys.sorted())
  func textAloneIsThatOfTheEdits(_ setting: String) throws {
    let repairer = Repairer(models: try #require(models))
    var count = 0
    for document in FixtureDocuments.names {
      for reading in try FixtureDocuments.readings(of: document) where reading.setting == setting {
        let repair = repairer.repair(reading.seen)
        #expect(repairer.repairedText(reading.seen) == repair.text, "\(reading)")
        count += repair.edits.count
      }
    }
    #expect(count > 10)
  }

  @Test(arguments: FixtureDocuments.names)
  func correctTextStays(_ document: String) throws {
    let clean = try FixtureDocuments.correct(document)
    let text = Repairer(models: try #require(models)).repair(clean).text
    #expect(wordErrorRate(clean, text) <= 0.004)
  }

  @Test(arguments: limits.keys.sorted())
  func repairedTextHardlyChangesAgain(_ setting: String) throws {
    let repairer = Repairer(models: try #require(models))
    var (changed, tokens) = (0, 0)
    for document in FixtureDocuments.names {
      for reading in try FixtureDocuments.readings(of: document) where reading.setting == setting {
        let again = repairer.repair(repairer.repair(reading.seen).text)
        changed += again.edits.count
        tokens += again.tokens.count
      }
    }
    #expect(tokens > 1000)
    #expect(changed * 2000 <= tokens)
  }

  @Test(arguments: FixtureDocuments.names)
  func carefulChangesNoMoreThanBalanced(_ document: String) throws {
    let models = try #require(models)
    var counts: [Int] = []
    for policy in [Policy.careful, .balanced, .eager] {
      var options = RepairOptions()
      options.policy = policy
      let readings = try FixtureDocuments.readings(of: document)
      counts.append(
        readings.reduce(0) { $0 + Repairer(models: models, options: options).repair($1.seen).edits.count })
    }
    #expect(counts == counts.sorted())
  }

  private func lineEnds(_ text: String) -> Int { text.utf8.count { $0 == 0x0A } }
}
