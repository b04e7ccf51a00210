import PhucHoi
import Testing

/// Checks that the edits of `repair`, applied to `decoded`, give its text, and undone give `decoded` again.
func checkEdits(_ repair: Repair, of decoded: String, _ name: String) {
  let source = Array(decoded.utf8)
  #expect(repair.aligned.source == decoded, "\(name)")
  var (applied, undone): ([UInt8], [UInt8]) = ([], [])
  let output = Array(repair.text.utf8)
  var (cursor, place) = (0, 0)
  for edit in repair.edits {
    guard edit.range.lowerBound >= cursor, edit.range.upperBound <= source.count else {
      Issue.record("\(name): edit \(edit.range) overlaps the one before, or the end")
      return
    }
    #expect(source[edit.range].elementsEqual(edit.old.utf8), "\(name): old text of \(edit.range)")
    let kept = source[cursor..<edit.range.lowerBound]
    applied += kept + Array(edit.new.utf8)
    guard place + kept.count + edit.new.utf8.count <= output.count else {
      Issue.record("\(name): output is too short at \(edit.range)")
      return
    }
    undone += output[place..<place + kept.count] + Array(edit.old.utf8)
    place += kept.count + edit.new.utf8.count
    cursor = edit.range.upperBound
    #expect((0...1).contains(edit.confidence))
  }
  #expect(applied + source[cursor...] == output, "\(name): applied")
  #expect(undone + output[place...] == source, "\(name): undone")
}

/// The repair of `text`, whose edits are checked; throws where the models are not there.
func checkedRepair(
  _ text: String, _ policy: Policy, minimumConfidence: Double? = nil, lexicon: String = ""
) throws -> Repair {
  var options = RepairOptions()
  (options.policy, options.minimumConfidence) = (policy, minimumConfidence)
  let repairer = Repairer(models: try #require(models), options: options, lexicon: UserLexicon(lexicon))
  let repair = repairer.repair(text)
  checkEdits(repair, of: text, "\(policy) \(lexicon)")
  return repair
}
