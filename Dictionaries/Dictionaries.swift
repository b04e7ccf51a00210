import Foundation

/// The folder that holds the shipped models and tables of this build, where the package manager put it.
public enum Dictionaries {
  /// File names below the dictionary folder.
  public static let modelFolder = "models"
  /// Text sources of truth below the dictionary folder.
  public static let tableFolder = "tables"
}
