import Foundation

/// Where the data that come with the program stand.
///
/// The build puts the folder `hongsibao_District.resources` beside the program. It is looked for there first, by the
/// program's own resolved path, so that a build folder may be moved, and the program called by a link from anywhere.
/// The accessor the build generates knows only the path of the build and stops the program when that is gone; it is
/// left for systems where a program cannot ask for its own path.
enum BuiltInDistricts {
  /// The folder beside the program.
  static let folderName = "hongsibao_District.resources"

  /// The folder of a built-in district.
  static func folder(of id: String) throws -> String {
    guard District.builtInNames.contains(id) else {
      throw Diagnostics([
        Diagnostic(
          file: id,
          message: "no built-in district '\(id)'; expected \(District.builtInNames.joined(separator: ", "))",
          suggestion: nearestName(to: id, among: District.builtInNames))
      ])
    }
    return "\(try dataFolder())/\(id)"
  }

  /// The folder of the observations that come with built-in districts.
  static func observationsFolder() throws -> String { "\(try dataFolder())/observations" }

  /// The folder that holds all of them.
  private static func dataFolder() throws -> String {
    guard let program = FileBytes.resolved("/proc/self/exe") else { return Bundle.module.bundlePath }
    let home = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let folder = "\(home)/\(folderName)"
    guard FileBytes.entry(at: folder) == .folder else {
      throw FileAccessError(
        .read, path: folder,
        reason: "the data of the built-in districts are not beside the program; keep this folder where the program is")
    }
    return folder
  }
}
