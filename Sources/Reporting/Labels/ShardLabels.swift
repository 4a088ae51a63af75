import District

extension LabelCatalogue {
  /// The words of runs in shards.
  static let shards: [(Label, String, String)] = [
    (.shardsThere, "分片：共 {2} 个，已完成 {1} 个", "shards: {1} of {2} are there"),
    (.shardsMissing, "尚缺分片：{1}", "missing: {1}"),
    (.shardsComplete, "各分片齐全，可用 hsb merge 合并", "all are there; 'hsb merge' puts them together"),
    (
      .membersThere, "模拟：{2} 次中已完成 {1} 次（{3} %），以下为至今的结果", "members: {1} of {2} ({3} %); what they show so far is below"
    ),
    (
      .coreTime, "已用核时 {1}（每核每秒 {2} 次模拟）；其余约需单核 {3}",
      "core time: {1} so far ({2} members a second and core), about {3} left on one core"
    ),
    (.runComplete, "已完成：{1} 次模拟，结果齐全，没有分片", "complete: {1} members; the results are there, and no shards"),
    (.shard, "分片", "shard"),
    (.membersColumn, "模拟次数", "members"),
    (.randomisation, "随机化组（共16组）", "randomisation (of 16)"),
    (.pointsColumn, "推演点数", "points"),
    (.pointNumbers, "推演点编号", "numbers"),
    (.startsColumn, "搜索起点数", "starts"),
    (.startNumbers, "搜索起点编号", "numbers"),
    (.pointsThere, "推演点：共 {2} 个，已完成 {1} 个", "points: {1} of {2}"),
    (.startsThere, "搜索起点：共 {2} 个，已完成 {1} 个", "starts: {1} of {2}"),
    (.itemTime, "已用核时 {1}；其余约需单核 {2}", "core time: {1} so far, about {2} left on one core"),
    (.shardIsThere, "已完成", "there"),
    (.shardIsMissing, "未完成", "missing"),
  ]
}
