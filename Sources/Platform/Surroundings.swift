import CCores

/// What the system says of the run: variables and cores.
package enum Surroundings {
  /// The value of the environment variable `name`; nil where it is not set. The others are not looked at.
  package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// How many cores the process may use: those that it was given, and no more than its share of time allows.
  package static let cores: Int = {
    let (all, given) = (ProcessInfo.processInfo.activeProcessorCount, Int(ccores_given()))
    return given > 0 ? min(all, given) : all
  }()
}
