extension LabelCatalogue {
  /// The words of explanations of terms.
  static let glossary: [(Label, String, String)] = [
    (.glossaryIndicator, "指标", "indicator"),
    (.glossaryParameter, "不确定参数", "uncertain parameter"),
    (.glossaryConstant, "地区常数", "constant of the district"),
    (.glossaryProject, "示范工程", "demonstration project"),
    (.glossarySource, "资金来源", "funding source"),
    (.glossaryTarget, "承诺", "commitment"),
    (.glossarySector, "部门", "sector"),
    (.glossaryPillar, "支柱", "pillar"),
    (.glossaryShock, "年度冲击", "yearly shock"),
    (.glossaryFile, "结果文件", "file of results"),
    (.glossaryColumn, "结果文件的列", "column of results"),
    (.glossaryInput, "地区数据的列", "column of a district"),
    (.glossaryKey, "情景文件的键", "key of scenario files"),
    (.glossaryMeaning, "含义", "Meaning"),
    (.glossarySymbol, "符号", "Symbol"),
    (.glossaryEquation, "方程", "Equation"),
    (.glossaryStep, "第 {1} 步“{2}”", "step {1} ({2})"),
    (.glossaryPlace, "{1}，见 docs/METHODOLOGY.md 第 {2} 节", "{1}; docs/METHODOLOGY.md, section {2}"),
    (.glossaryDistribution, "分布", "Distribution"),
    (.glossaryMembers, "相关代码", "See also"),
    (.glossaryPlanned, "计划资金", "Money planned"),
    (.glossaryMark, "标注", "Mark"),
    (.glossaryFiles, "见于", "In"),
    (.glossaryElsewhere, "另义", "Elsewhere"),
    (.glossaryColumnOf, "列", "Column"),
    (.glossaryValue, "取值", "Value"),
    (.glossaryUnitOfRow, "见本行的单位", "that of the row"),
    (.glossaryShare, "比例，1为100%", "a share, 1 is 100 %"),
    (
      .glossaryHint, "解释一个词：hsb explain <词>，例如 hsb explain efficacy.tourism",
      "Explain one: hsb explain TERM, for example hsb explain efficacy.tourism"
    ),
  ]
}
