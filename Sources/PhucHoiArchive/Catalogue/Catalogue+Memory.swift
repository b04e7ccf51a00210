import GRDB

/// Inputs that are gone or have another name.
extension Catalogue {
  /// Those of `paths` that are in the catalogue.
  func known(_ paths: [String]) throws -> [String] {
    guard !paths.isEmpty else { return [] }
    let all = try queue.read {
      try Set(String.fetchAll($0, sql: "SELECT path FROM inputs WHERE typeof(path) = 'text'"))
    }
    return paths.filter(all.contains)
  }

  /// Writes down that inputs are gone; what was made of them stays.
  func markMissing(_ paths: [String]) throws {
    guard !paths.isEmpty else { return }
    try queue.write { db in
      for path in paths {
        try db.execute(sql: "UPDATE inputs SET status = 'missing' WHERE path = ?", arguments: [path])
      }
    }
  }

  /// Removes all that is known of inputs; what persons decided about their contents stays.
  func drop(_ paths: [String]) throws {
    guard !paths.isEmpty else { return }
    try queue.write { db in for path in paths { try Self.remove(path, db) } }
  }

  /// Gives an input's decisions to the same content under a new name, and forgets the old one.
  func rename(_ old: String, to new: String) throws {
    try queue.write { db in
      try db.execute(sql: "UPDATE OR REPLACE decisions SET path = ? WHERE path = ?", arguments: [new, old])
      try Self.remove(old, db)
    }
  }
}
