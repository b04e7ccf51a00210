import ArgumentParser

/// A folder to learn from: `DIR:N` is DIR, N times; a colon that no number follows belongs to the path.
struct WeightedFolder: ExpressibleByArgument, Sendable {
  let path: String
  let weight: Double

  init(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), let times = Int(argument[argument.index(after: colon)...]),
      times > 0
    else {
      (path, weight) = (argument, 1)
      return
    }
    (path, weight) = (String(argument[..<colon]), Double(times))
  }
}
