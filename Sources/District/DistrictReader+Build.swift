extension DistrictReader {
  /// The district, when everything it is made of could be read; the checks that need it are made on the way.
  mutating func build() -> District? {
    checkDataDictionary()
    let identity = readIdentity()
    let sectors = readSectors()
    let sectorNames = names("sector", DistrictForm.sectors, "id")
    let projects = readProjects()
    let projectNames = names("project", DistrictForm.projects, "id")
    let sources = readSources()
    let sourceNames = names("funding source", DistrictForm.fundingSources, "id")
    let pillars = readPillars()
    let pillarNames = names("pillar", DistrictForm.pillars, "id")
    let inputOutput = readInputOutput(sectorNames)
    let plan = readPlan(projectNames, sourceNames)
    let links = readLinks(projectNames, sectorNames, pillarNames)
    let outcomes = readOutcomes(projectNames)
    let pillarElasticities = readPillarElasticities(sectorNames, pillarNames)
    let incomeLines = readIncomes()
    let incomeElasticities = readIncomeElasticities(sectorNames)
    let comparators = readComparators()
    let constants = readConstants()
    let shocks = readShocks(sectorNames, sourceNames, comparators)
    let parameters = readParameters(projectNames, sourceNames, pillarNames)
    let dimensions = readDimensions(parameters, shocks)
    checkRepeatedRanges()
    let draft = District(
      id: identity.id, name: identity.name, region: identity.region, baseYear: DistrictForm.baseYear,
      fingerprint: files.fingerprint, location: files.location, sectors: sectors, projects: projects,
      sources: sources, pillars: pillars, incomeLines: incomeLines, comparators: comparators, outcomes: outcomes,
      factors: sheet(DistrictForm.shockLoadings)?.further ?? [], shocks: shocks, parameters: parameters, targets: [],
      inputOutput: inputOutput, links: links, pillarElasticities: pillarElasticities,
      incomeElasticities: incomeElasticities, plan: plan, constants: constants, samplingDimensions: dimensions,
      dataDictionary: readDataDictionary(), inputs: [])
    let catalogue = catalogue(of: draft)
    let targets = readTargets(catalogue)
    let inputs = collectInputs(catalogue)
    guard !collector.isBroken else { return nil }
    let district = draft.completed(targets: targets, inputs: inputs)
    DistrictConsistency(district: district, reader: self).check(&collector)
    return district
  }

  /// The names in a column of a file, or nil when the file could not be read.
  func names(_ kind: String, _ form: FileForm, _ column: String) -> NameIndex? {
    sheet(form).map { sheet in NameIndex(kind, sheet.rows.map { sheet.text($0, column) }) }
  }

  /// The indicators, when everything that names them was read.
  private func catalogue(of draft: District) -> IndicatorCatalogue? {
    let needed = [
      DistrictForm.sectors, DistrictForm.projects, DistrictForm.pillars, DistrictForm.projectOutcomes,
      DistrictForm.incomes, DistrictForm.comparators,
    ]
    guard needed.allSatisfy({ sheet($0) != nil }), draft.comparators.count == 2, draft.incomeLines.count == 8,
      draft.outcomes.count == sheet(DistrictForm.projectOutcomes)?.table.rowCount
    else { return nil }
    return IndicatorCatalogue(draft)
  }

  /// Reports rows that should be there and are not.
  mutating func requireRows(_ form: FileForm, _ expected: [String], _ what: String) {
    guard let sheet = sheet(form) else { return }
    let found = sheet.rowsByKey
    for name in expected where found[name] == nil {
      collector.fault(sheet.file, "no row for \(what) '\(name)'")
    }
  }
}

extension District {
  /// The same district with its targets and inputs.
  func completed(targets: [Target], inputs: [InputRecord]) -> District {
    District(
      id: id, name: name, region: region, baseYear: baseYear, fingerprint: fingerprint, location: location,
      sectors: sectors, projects: projects, sources: sources, pillars: pillars, incomeLines: incomeLines,
      comparators: comparators, outcomes: outcomes, factors: factors, shocks: shocks, parameters: parameters,
      targets: targets, inputOutput: inputOutput, links: links, pillarElasticities: pillarElasticities,
      incomeElasticities: incomeElasticities, plan: plan, constants: constants,
      samplingDimensions: samplingDimensions, dataDictionary: dataDictionary, inputs: inputs)
  }
}
