import ModelFile

/// The nodes of a level that have children: which they are, their backoff weights and child ranges.
@usableFromInline
struct InnerNodes: @unchecked Sendable {
  @usableFromInline let nodeCount: Int
  @usableFromInline let count: Int
  @usableFromInline let bitmap: UnsafePointer<UInt64>
  @usableFromInline let ranks: UnsafePointer<UInt32>
  @usableFromInline let backoffs: UnsafePointer<UInt8>
  @usableFromInline let backoffCodes: UnsafePointer<Float>
  @usableFromInline let children: UnsafePointer<UInt32>

  init(file: MappedModelFile, level: Int, nodeCount: Int) throws(ModelFileError) {
    self.nodeCount = nodeCount
    let blocks = (nodeCount + 63) / 64
    bitmap = try file.section(NgramModelLayout.inner(level), of: UInt64.self, count: blocks).start
    ranks = try file.section(NgramModelLayout.ranks(level), of: UInt32.self, count: blocks).start
    let backoffs = try file.section(NgramModelLayout.backoffs(level), of: UInt8.self)
    count = backoffs.count
    self.backoffs = backoffs.start
    backoffCodes = try file.section(NgramModelLayout.backoffCodes(level), of: Float.self, count: 256).start
    children = try file.section(NgramModelLayout.children(level), of: UInt32.self, count: count + 1).start
  }

  /// `node` itself when it has children, `NgramState.none` otherwise.
  @inlinable
  func context(_ node: Int) -> UInt32 {
    bitmap[node >> 6] >> UInt64(node & 63) & 1 != 0 ? UInt32(truncatingIfNeeded: node) : NgramState.none
  }

  /// The number of `node` among the inner nodes, or nil when it is none.
  @inlinable
  func index(of node: UInt32) -> Int? {
    guard node < nodeCount else { return nil }
    let block = Int(node >> 6)
    let below = bitmap[block] & (1 << UInt64(node & 63) &- 1)
    let index = Int(ranks[block]) + below.nonzeroBitCount
    return index < count ? index : nil
  }

  @inlinable
  func backoff(_ index: Int) -> Float { backoffCodes[Int(backoffs[index])] }

  /// The range of children of inner node `index` in the next level, which has `limit` nodes.
  @inlinable
  func children(_ index: Int, limit: Int) -> Range<Int> {
    let end = min(Int(children[index + 1]), limit)
    return min(Int(children[index]), end)..<end
  }
}
