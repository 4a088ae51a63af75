import District

/// What `hsb district show` prints: sectors, projects, funding sources, pillars and commitments as tables.
public struct DistrictListing {
  private let district: District
  private let language: Language
  private let statuses: [String: InputStatus]

  /// Makes the listing of a district.
  public init(_ district: District, language: Language) {
    self.district = district
    self.language = language
    statuses = Dictionary(district.inputs.map { ($0.name, $0.status) }, uniquingKeysWith: { first, _ in first })
  }

  /// The tables.
  public var text: String {
    let heading = DisplayWidth.printable("\(district.name[language]) (\(district.id)), \(district.location)")
    return ([heading + "\n", sectors, projects, sources, pillars, targets, counts]).joined(separator: "\n")
  }

  private var sectors: String {
    var table = TextTable([
      .words(Label.id[language]), .words(Label.name[language]), .words(Label.industry[language]),
      .numbers(heading(.valueAdded, "yi_yuan")), .words(Label.status[language]),
      .numbers(heading(.jobs, "wan_persons")), .words(Label.status[language]),
      .numbers(Label.capitalOutputRatio[language]), .words(Label.status[language]),
    ])
    for sector in district.sectors {
      table.row([
        sector.id, sector.name[language], sector.industry.label[language], NumberText.shortest(sector.valueAdded),
        status("sectors", sector.id, "value_added_2020_yi"), NumberText.shortest(sector.jobs),
        status("sectors", sector.id, "jobs_2020_wan"), NumberText.shortest(sector.capitalOutputRatio),
        status("sectors", sector.id, "capital_output_ratio"),
      ])
    }
    return titled(.sectorsTitle, district.sectors.count, table)
  }

  private var projects: String {
    var table = TextTable([
      .words(Label.id[language]), .words(Label.name[language]), .words(Label.reference[language]),
      .numbers(Label.plannedCost[language]), .words(Label.status[language]),
    ])
    for project in district.projects {
      table.row([
        project.id, project.markedName(language), project.reference, NumberText.shortest(project.plannedCost),
        status("projects", project.id, "planned_cost_yi"),
      ])
    }
    return titled(.projectsTitle, district.projects.count, table)
  }

  private var sources: String {
    var table = TextTable([
      .words(Label.id[language]), .words(Label.name[language]), .words(Label.reference[language]),
      .numbers(Label.arrivalSigma[language]), .words(Label.status[language]),
    ])
    for source in district.sources {
      table.row([
        source.id, source.name[language], source.reference, NumberText.shortest(source.arrivalSigma),
        status("funding_sources", source.id, "arrival_sigma"),
      ])
    }
    return titled(.sourcesTitle, district.sources.count, table)
  }

  private var pillars: String {
    var table = TextTable([
      .words(Label.id[language]), .words(Label.name[language]),
      .numbers(
        "\(Label.baseValue.text(language, String(district.baseYear))) (\(UnitLabel(code: "index").name[language]))"),
      .words(Label.status[language]),
    ])
    for pillar in district.pillars {
      table.row([
        pillar.id, pillar.name[language], NumberText.shortest(pillar.base), status("pillars", pillar.id, "base_2020"),
      ])
    }
    return titled(.pillarsTitle, district.pillars.count, table)
  }

  private var targets: String {
    let catalogue = IndicatorCatalogue(district)
    var table = TextTable([
      .words(Label.id[language]), .words(Label.commitment[language]), .words(Label.reference[language]),
      .words(Label.indicator[language]), .words(Label.target[language]), .words(Label.targetYear[language]),
    ])
    for target in district.targets {
      table.row([
        target.id, target.title(language), target.reference, target.indicator,
        target.requirement(catalogue, language), target.yearText,
      ])
    }
    return titled(.targetsTitle, district.targets.count, table)
  }

  private var counts: String { InputListing(district.inputs, language: language).counts }

  private func heading(_ label: Label, _ unit: String) -> String {
    "\(label[language]) (\(UnitLabel(code: unit).name[language]))"
  }

  /// The word for the status of a number; a row with one number only goes by its key alone.
  private func status(_ file: String, _ key: String, _ column: String) -> String {
    (statuses["\(file).\(key).\(column)"] ?? statuses["\(file).\(key)"])?.label[language] ?? ""
  }

  private func titled(_ title: Label, _ count: Int, _ table: TextTable) -> String {
    title.text(language, String(count)) + "\n" + table.text
  }
}
