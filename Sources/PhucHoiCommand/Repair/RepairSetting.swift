import ArgumentParser
import JSON
import PhucHoi
import Platform

extension Policy: ExpressibleByArgument {}

/// The options of every command that repairs.
struct RepairSetting: ParsableArguments {
  @Option(help: "How sure a change must be: careful, balanced or eager.")
  var policy: Policy = .balanced

  @Option(help: "The least confidence of a change, 0 to 1, in place of the policy's.")
  var minConfidence: Double?

  @OptionGroup var lexicon: LexiconOption
  @OptionGroup var limit: LimitOptions
  @OptionGroup var location: ModelLocation

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence \(minConfidence): between 0 and 1 expected")
    }
  }

  /// The library's options.
  var options: RepairOptions {
    var options = RepairOptions()
    options.policy = policy
    options.minimumConfidence = minConfidence
    options.threads = Surroundings.cores
    return options
  }

  /// The options in force, as `produced_by` states them; `lexicon` names the lexicon.
  func described(lexicon: String?) -> [(key: String, value: JSONValue)] {
    [("policy", .string(policy.rawValue))] + (minConfidence.map { [("min_confidence", .decimal($0))] } ?? [])
      + (lexicon.map { [("lexicon", .string($0))] } ?? [])
  }
}
