import CMachine
import ModelFile

/// The nodes of a level that have children: which they are, their backoff weights and where their children
/// are.
@usableFromInline
struct InnerNodes: @unchecked Sendable {
  @usableFromInline let nodeCount: Int
  @usableFromInline let count: Int
  @usableFromInline let bitmap: UnsafePointer<UInt64>
  @usableFromInline let before: UnsafePointer<UInt32>
  @usableFromInline let backoffs: PackedCodes
  /// First bit of each node's children.
  @usableFromInline let childBits: MonotoneSequence

  init(file: MappedModelFile, level: Int, nodeCount: Int) throws(ModelFileError) {
    self.nodeCount = nodeCount
    let blocks = (nodeCount + 63) / 64
    let bitmap = try file.section(NgramModelLayout.inner(level), of: UInt64.self, count: blocks)
    let before = try file.section(NgramModelLayout.innerBefore(level), of: UInt32.self, count: blocks + 1)
    count = Int(before[blocks])
    self.bitmap = bitmap.start
    self.before = before.start
    backoffs = try PackedCodes(
      file: file, name: NgramModelLayout.backoffs(level), book: NgramModelLayout.backoffBook(level),
      count: count)
    childBits = try MonotoneSequence(file: file, name: NgramModelLayout.childBits(level), count: count + 1)
  }

  /// `node` itself when it has children, `NgramState.none` otherwise.
  @inlinable
  func context(_ node: Int) -> UInt32 {
    bitmap[node >> 6] &>> UInt64(node & 63) & 1 != 0 ? UInt32(truncatingIfNeeded: node) : NgramState.none
  }

  /// The number of `node` among the inner nodes, or nil when it is none.
  @inlinable
  func index(of node: UInt32) -> Int? {
    guard node < nodeCount else { return nil }
    let block = Int(node >> 6)
    let below = bitmap[block] & (1 &<< UInt64(node & 63) &- 1)
    let index = Int(before[block]) + below.nonzeroBitCount
    return index < count ? index : nil
  }

  /// Fetches what tells whether `node` has children.
  @inline(__always)
  func fetch(node: Int) {
    cmachine_fetch(bitmap + node >> 6)
    cmachine_fetch(before + node >> 6)
  }
}
