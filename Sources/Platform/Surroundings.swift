import CMachine

/// What the system says of the run: variables and cores.
package enum Surroundings {
  /// The value of the environment variable `name`; nil where it is not set. The others are not looked at.
  package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// How many cores the process may use: those that it was given, and no more than its share of time allows.
  package static let cores: Int = {
    let (all, given) = (ProcessInfo.processInfo.activeProcessorCount, Int(cmachine_cores()))
    return given > 0 ? min(all, given) : all
  }()
  /// Blocks of so many bytes are the system's own pages.
  private static let largeBlock: Int32 = 128 << 10

  /// Lets large blocks go back to the system as soon as they are freed, for the whole process: glibc keeps ever larger ones
  /// in its own lists, a quarter of the memory of a long text (mallopt(3), `M_MMAP_THRESHOLD`).
  package static func returnLargeBlocks() { cmachine_return_blocks(largeBlock) }
}
