import District
import Sampling

/// The terms of the model: what is projected, and what goes into it.
struct ModelTerms {
  private let district: District
  private let catalogue: IndicatorCatalogue

  init(_ district: District) {
    self.district = district
    catalogue = IndicatorCatalogue(district)
  }

  var indicators: [GlossaryEntry] {
    catalogue.indicators.map { indicator in
      let parts = indicator.id.split(separator: ".", maxSplits: 1).map(String.init)
      let isOutcome = parts[0] == "outcome"
      return GlossaryEntry(
        .indicator, indicator.id, aliases: isOutcome ? [parts[1]] : [], name: indicator.name,
        meaning: IndicatorWords(indicator, in: catalogue).meaning, unit: indicator.unit, steps: [indicator.step],
        facts: indicator.isPlaceholder ? [placeholderFact] : [],
        inputs: isOutcome
          ? district.inputs(under: "project_outcomes.\(parts[1])")
          : parts[0] == "pillar" ? district.inputs(under: "pillars.\(parts[1])") : [])
    }
  }

  var parameters: [GlossaryEntry] {
    let members = district.parameters.map { parameter in
      let words = ParameterWords(parameter.id)
      return GlossaryEntry(
        .parameter, parameter.id, name: UncertaintyLabel(parameter.id, district: district).name,
        meaning: words?.meaning ?? BilingualText(zh: "", en: ""), unit: parameter.unit, symbol: words?.symbol,
        steps: words?.steps ?? [],
        facts: [
          (.glossaryDistribution, BilingualText(zh: parameter.distribution.words, en: parameter.distribution.words))
        ],
        inputs: Array(district.inputs(under: "uncertain_parameters.\(parameter.id)").prefix(1)))
    }
    // `efficacy` alone stands for all of its kind.
    let families = ParameterWords.families.sorted { $0.key < $1.key }.compactMap { family, words -> GlossaryEntry? in
      let own = district.parameters.filter { $0.id.hasPrefix("\(family).") }
      guard let first = own.first else { return nil }
      let ids = own.map(\.id).joined(separator: ", ")
      return GlossaryEntry(
        .parameter, family, name: UncertaintyLabel(family, district: district).name, meaning: words.meaning,
        unit: first.unit, symbol: words.symbol, steps: words.steps,
        facts: [(.glossaryMembers, BilingualText(zh: ids, en: ids))])
    }
    return members + families
  }

  var constants: [GlossaryEntry] {
    ConstantForm.all.map { form in
      let words = ConstantWords.all[form.id]
      let meaning = words?.meaning ?? BilingualText(zh: "", en: "")
      return GlossaryEntry(
        .constant, form.id, name: meaning, meaning: meaning, unit: form.unit, symbol: words?.symbol,
        steps: words?.steps ?? [], inputs: district.inputs(under: "aggregates.\(form.id)"))
    }
  }

  var projects: [GlossaryEntry] {
    district.projects.enumerated().map { index, project in
      let planned = (0..<district.plan.years).reduce(0.0) { sum, year in
        (0..<district.plan.sources).reduce(sum) { $0 + district.plan[year, index, $1] }
      }
      return GlossaryEntry(
        .project, project.id, name: BilingualText(zh: project.markedName(.zh), en: project.markedName(.en)),
        meaning: BilingualText(
          zh: "第20条所称十项示范工程之一：资金到位后执行，按进度成熟，经资本、采购、生产率、支柱、收入、节水、稳定就业等渠道起作用。",
          en:
            "One of the ten demonstration projects of item 20: money arrives, is executed, matures, and acts through capital, "
            + "purchases, productivity, pillars, income, water and stable jobs."),
        symbol: "p", steps: [1, 2, 3],
        facts: (project.isPlaceholder ? [placeholderFact] : []) + [
          (.reference, both { ReferenceText.words(project, $0) }), money(planned),
          (.glossaryMembers, both { _ in own(project.id).joined(separator: ", ") }),
        ],
        inputs: district.inputs(under: "projects.\(project.id)").filter {
          $0.name.contains("planned_cost") || $0.name.contains("curvature")
        })
    }
  }

  var sources: [GlossaryEntry] {
    district.sources.enumerated().map { index, source in
      let planned = (0..<district.plan.years).reduce(0.0) { sum, year in
        (0..<district.plan.projects).reduce(sum) { $0 + district.plan[year, $1, index] }
      }
      return GlossaryEntry(
        .source, source.id, name: source.name,
        meaning: BilingualText(
          zh: "资金来源之一：计划资金乘以到位率和当年冲击，即为到位资金。",
          en: "A source of money: what it plans, times its arrival rate and the shock of the year, is what arrives."),
        symbol: "f", steps: [1],
        facts: [
          (.reference, both { ReferenceText.words(source.reference, $0) }), money(planned),
          (.glossaryMembers, both { _ in own(source.id).joined(separator: ", ") }),
        ],
        inputs: district.inputs(under: "funding_sources.\(source.id)").filter {
          $0.name.hasSuffix("arrival_sigma") || $0.name == "funding_sources.\(source.id)"
        })
    }
  }

  var targets: [GlossaryEntry] {
    district.targets.map { target in
      let indicator = catalogue[target.indicator]
      return GlossaryEntry(
        .target, target.id, name: BilingualText(zh: target.title(.zh), en: target.title(.en)),
        meaning: both { language in
          let requirement = target.requirement(catalogue, language)
          let name = indicator?.name[language] ?? target.indicator
          return language == .zh
            ? "承诺：\(target.yearText)年\(name)（\(target.indicator)）\(requirement)；概率为达到的模拟次数占比。"
            : "A commitment: \(name) (\(target.indicator)) \(requirement) in \(target.yearText); its probability is the share of "
              + "the members that meet it."
        }, unit: indicator?.unit, steps: indicator.map { [$0.step] } ?? [],
        facts: [(.reference, both { ReferenceText.words(target.reference, $0) })],
        inputs: district.inputs.filter {
          $0.file == "targets.csv" && $0.name.split(separator: ".").contains(Substring(target.id))
        })
    }
  }

  var sectors: [GlossaryEntry] {
    district.sectors.map { sector in
      GlossaryEntry(
        .sector, sector.id, name: sector.name,
        meaning: BilingualText(
          zh: "区内经济的一个部门；增加值由供给与需求按可贸易程度加权得出。",
          en: "A sector of the district's economy; its value added weighs supply against demand by tradability."),
        symbol: "s", steps: [4, 6, 7, 9, 10], facts: [(.industry, both { sector.industry.label[$0] })],
        inputs: district.inputs(under: "sectors.\(sector.id)"))
    }
  }

  var pillars: [GlossaryEntry] {
    district.pillars.map { pillar in
      GlossaryEntry(
        .pillar, pillar.id, name: pillar.name,
        meaning: BilingualText(
          zh: "一项民生支柱，以指数衡量（宁夏平均为100，建模者假设的指数）；指标为 pillar.\(pillar.id)。",
          en:
            "A pillar of livelihood, measured by an index (Ningxia's average is 100; the modellers' own); the indicator is "
            + "pillar.\(pillar.id)."),
        unit: "index", symbol: "j", steps: [5, 7], inputs: district.inputs(under: "pillars.\(pillar.id)"))
    }
  }

  var shocks: [GlossaryEntry] {
    district.shocks.map { shock in
      let words = ShockWords(shock.id, comparators: district.comparators.map(\.id))
      return GlossaryEntry(
        .shock, shock.id, name: shock.name, meaning: words.meaning, unit: "standard_deviations", symbol: "e",
        steps: words.steps, inputs: district.inputs(under: "shock_loadings.\(shock.id)"))
    }
  }

  private var placeholderFact: GlossaryEntry.Fact { (.glossaryMark, Label.placeholderNote.words) }

  private func money(_ planned: Double) -> GlossaryEntry.Fact {
    let text = NumberText.fixed(planned, decimals: 2)
    return (
      .glossaryPlanned,
      BilingualText(zh: "\(text) 亿元（现价，假设的计划）", en: "\(text) ×10⁸ yuan (current prices, the assumed plan)")
    )
  }

  private func both(_ text: (Language) -> String) -> BilingualText { BilingualText(zh: text(.zh), en: text(.en)) }

  /// Parameters and series that carry the name of a project or source.
  private func own(_ id: String) -> [String] {
    (district.parameters.map(\.id) + catalogue.indicators.map(\.id)).filter {
      $0.hasSuffix(".\(id)") && !$0.hasPrefix("pillar") && !$0.hasPrefix("value_added")
    }
  }
}

extension Distribution {
  /// `PERT(0.5, 1, 1.3)`.
  fileprivate var words: String {
    let (name, numbers): (String, [Double]) =
      switch self {
      case .pert(let low, let mode, let high): ("PERT", [low, mode, high])
      case .normal(let mean, let deviation): ("Normal", [mean, deviation])
      case .uniform(let low, let high): ("Uniform", [low, high])
      case .triangular(let low, let mode, let high): ("Triangular", [low, mode, high])
      case .fixed(let value): ("=", [value])
      }
    return "\(name)(\(numbers.map(NumberText.shortest).joined(separator: ", ")))"
  }
}
