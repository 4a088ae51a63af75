#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps two runs out of one folder of results.
///
/// An empty file `.NAME.lock` beside the folder is locked by the operating system, which lets go of it whatever way the
/// program ends; the file is removed at the end of a run. File systems without locks are passed over: what is written
/// is moved into place whole in any case.
public final class FolderLock: @unchecked Sendable {
  /// How many may hold it.
  public enum Kind: Sendable {
    /// One run, that writes results.
    case alone
    /// Runs of single shards, that write files of different names.
    case shared
  }

  private let path: String
  private let parent: String?
  private var descriptor: Int32

  /// Locks a folder of results.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - kind: how many may hold it.
  /// - Throws: `OutputError` when another run holds it, or the folder above it cannot be written.
  public init(_ folder: OutputFolder, _ kind: Kind) throws(OutputError) {
    let above = FilePath.folder(of: folder.path)
    path = "\(above)/.\(FilePath.name(of: folder.path)).lock"
    let isNew = folder.makesParent ? try FileSystem.entry(above) == .nothing : false
    if isNew { try FileSystem.makeFolder(above) }
    parent = isNew ? above : nil
    descriptor = -1
    while true {
      descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else { throw OutputError(path: folder.path, reason: FileSystem.reason(errno)) }
      guard flock(descriptor, (kind == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
        let code = errno
        if code == EINTR { continue }
        guard code == EWOULDBLOCK else { return }
        close(descriptor)
        descriptor = -1
        throw OutputError(
          path: folder.path,
          reason: "another run is writing there; wait until it ends ('hsb status \(folder.path)' shows how far shards "
            + "are) or name another folder with --output")
      }
      // Another run may have removed the file between the two steps: then this one locked nothing.
      var (here, there) = (stat(), stat())
      if fstat(descriptor, &here) == 0, lstat(path, &there) == 0, here.st_ino == there.st_ino {
        if kind == .alone { folder.removeLeftovers() }
        return
      }
      close(descriptor)
    }
  }

  /// Lets go of the folder, and removes the folder above it when this made it and nothing came to be in it.
  public func release() {
    guard descriptor >= 0 else { return }
    // Whoever shares it goes on sharing; the last one to get it alone removes it.
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { FileSystem.remove(path) }
    close(descriptor)
    descriptor = -1
    if let parent { FileSystem.removeFolder(parent) }
  }

  deinit { release() }
}
