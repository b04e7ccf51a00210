import Platform

/// Finds the folder with the models and tables.
///
/// Tried in order: a given folder, the environment variable `PHUCHOI_MODELS`, `../share/phuchoi` beside the
/// executable, the resource folder that the package manager puts beside it, and the source folder of a
/// checkout.
public enum ModelLocator {
  /// The environment variable that names the folder.
  public static let variable = "PHUCHOI_MODELS"

  /// The first folder that holds models, or the file named instead; throws `PhucHoiError` (PH-3001) that lists
  /// the places tried.
  public static func find(
    explicit: String? = nil, holding file: String = "models/language.bin"
  ) throws(PhucHoiError) -> URL {
    let places = explicit.map { [$0] } ?? candidates()
    for place in places {
      let url = URL(fileURLWithPath: place, isDirectory: true)
      if FileManager.default.fileExists(atPath: url.appendingPathComponent(file).path) { return url }
    }
    throw PhucHoiError(.modelsMissing, "no models in: " + places.joined(separator: ", "))
  }

  private static func candidates() -> [String] {
    var places: [String] = []
    if let named = Surroundings.variable(variable), !named.isEmpty { places.append(named) }
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
    let folder = executable.folderPath
    places.append(folder + "/../share/phuchoi")
    places.append(folder + "/PhucHoi_PhucHoiDictionaries.resources")
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    places.append(source.appendingPathComponent("Dictionaries").path)
    return places
  }
}
