/// Districts with one fault each: the file, the change, and what the message must say.
enum BrokenDistrictGallery {
  static let files: [BrokenDistrict] = [
    BrokenDistrict("a missing file", "pillars.csv", .delete, ["copy/pillars.csv: error", "missing"]),
    BrokenDistrict(
      "a file nobody asked for", "sector.csv", .content("id\n"),
      ["copy/sector.csv", "'sector.csv' is not a file of a district folder", "did you mean 'sectors.csv'?"]),
    BrokenDistrict("an empty file", "pillars.csv", .content(""), ["copy/pillars.csv:1", "empty", "headings"]),
    BrokenDistrict(
      "a NUL byte", "pillars.csv", .bytes(Array("id,name_zh\na,\0\n".utf8)), ["copy/pillars.csv:2:3", "NUL byte"]),
    BrokenDistrict(
      "GBK instead of UTF-8", "pillars.csv", .bytes(Array("id,name_zh\na,".utf8) + [0xBB, 0xF9, 0x0A]),
      ["copy/pillars.csv:2:3", "0xBB", "UTF-8"]),
    BrokenDistrict(
      "a link out of the folder", "pillars.csv", .link(to: "/etc/hostname"),
      ["copy/pillars.csv", "link that leads out of the folder"]),
    BrokenDistrict(
      "a link to nothing", "pillars.csv", .link(to: "nowhere.csv"), ["copy/pillars.csv", "link"]),
    BrokenDistrict(
      "a column with a misspelt heading", "pillars.csv", .replace("drift_per_year", "drift_per_yaer"),
      ["copy/pillars.csv:1:30", "unknown column 'drift_per_yaer'", "did you mean 'drift_per_year'?"], count: 2),
    BrokenDistrict(
      "a missing column", "comparators.csv", .replace("growth,", "growth_text,"),
      ["copy/comparators.csv:1", "unknown column 'growth_text'", "growth"], count: 2),
    BrokenDistrict(
      "two columns of one heading", "incomes.csv", .replace("trend,status", "household,status"),
      ["copy/incomes.csv:1:36", "heading 'household' stands twice"]),
    BrokenDistrict(
      "a row with a field too few", "pillars.csv", .append("another,名,Name\n"),
      ["copy/pillars.csv:7:1", "a row of 3 fields; expected 7"]),
    BrokenDistrict("a blank line", "pillars.csv", .append("\n"), ["copy/pillars.csv:7:1", "blank line"]),
    BrokenDistrict(
      "a quote never closed", "pillars.csv", .append("other,\"名,Name,1,1,assumed,why\n"),
      ["copy/pillars.csv:7:7", "never closed"]),
  ]

  static let fields: [BrokenDistrict] = [
    BrokenDistrict(
      "not a number", "sectors.csv", .replace(",7.6,2.2,", ",7.6,two,"),
      ["copy/sectors.csv:2:", "'two' in 'capital_output_ratio'", "expected a number"]),
    BrokenDistrict(
      "nan", "sectors.csv", .replace(",7.6,2.2,", ",nan,2.2,"),
      ["copy/sectors.csv:2:", "'nan' in 'value_added_2020_yi'", "finite"]),
    BrokenDistrict(
      "a hexadecimal number", "pillars.csv", .replace("82.0", "0x52"),
      ["copy/pillars.csv:2:", "'0x52'", "decimal digits"]),
    BrokenDistrict(
      "a thousands separator", "incomes.csv", .replace("4700", "\"4,700\""),
      ["copy/incomes.csv:2:12", "'4,700'", "thousands separators"]),
    BrokenDistrict(
      "a number beyond a double", "incomes.csv", .replace("4700", "1e999"),
      ["copy/incomes.csv:2:12", "'1e999'", "range"]),
    BrokenDistrict(
      "a percentage", "comparators.csv", .replace("0.066", "6.6%"), ["copy/comparators.csv:2:", "'6.6%'", "0.05"]),
    BrokenDistrict(
      "a share above one", "demand_base.csv", .replace("0.64434,0.45", "0.64434,1.45"),
      ["copy/demand_base.csv:2:15", "1.45 in 'local_share'", "at least 0 and at most 1"]),
    BrokenDistrict(
      "negative money", "funding_plan.csv", .replace("0.34279", "-0.34279"),
      ["copy/funding_plan.csv:2:", "-0.34279 in 'amount_yi'", "at least 0"]),
    BrokenDistrict(
      "a year before the plan", "funding_plan.csv", .replace("central_fiscal,2021", "central_fiscal,2020"),
      ["copy/funding_plan.csv:2:28", "year 2020 is out of range", "2021 to 2035"]),
    BrokenDistrict(
      "half a year", "funding_plan.csv", .replace("central_fiscal,2021", "central_fiscal,2021.5"),
      ["copy/funding_plan.csv:2:28", "'2021.5' in 'year'", "whole number"]),
    BrokenDistrict(
      "an unknown status", "pillars.csv", .replace(",0.5,assumed", ",0.5,asumed"),
      [
        "copy/pillars.csv:2:", "unknown status 'asumed'", "sourced, derived, recalled, assumed",
        "did you mean 'assumed'?",
      ]),
    BrokenDistrict(
      "a number without a source", "pillars.csv", .content(pillarsWithoutSource),
      ["copy/pillars.csv:2:", "'source' is empty"]),
    BrokenDistrict(
      "a status of one column without its source", "project_outcomes.csv", .replace("base_2020_status", "trend_status"),
      ["copy/project_outcomes.csv:1:", "'trend_status' needs a column 'trend_source' beside it"], count: 2),
    BrokenDistrict(
      "an unknown industry", "sectors.csv", .replace("primary,primary,7.6", "primery,primary,7.6"),
      ["copy/sectors.csv:2:", "unknown industry 'primery'", "primary, secondary, tertiary", "did you mean 'primary'?"]),
    BrokenDistrict(
      "a group of another industry", "sectors.csv", .replace("primary,primary,7.6", "tertiary,primary,7.6"),
      ["copy/sectors.csv:2:", "group 'primary' of the sector 'crops'", "'primary'", "'tertiary'"]),
    BrokenDistrict(
      "an id with spaces", "targets.csv", .replace("gdp_100_yi", "gdp 100 yi"),
      ["copy/targets.csv:2:1", "'gdp 100 yi' in 'id' is not an id", "a-z, 0-9 and underscore"]),
    BrokenDistrict(
      "neither yes nor no", "projects.csv", .replace("upgrade,no,", "upgrade,maybe,"),
      ["copy/projects.csv:2:", "unknown placeholder 'maybe'", "yes, no"]),
    BrokenDistrict(
      "a second row for one name", "pillar_elasticities.csv", .append("crops,infrastructure,0.1,assumed,why\n"),
      ["copy/pillar_elasticities.csv:35:7", "'crops.infrastructure' stands twice", "line 2"]),
    BrokenDistrict(
      "another base year", "district.csv", .replace("base_year,2020", "base_year,2019"),
      ["copy/district.csv:7:11", "'2019'", "expected 2020"]),
    BrokenDistrict(
      "a field of the district missing", "district.csv", .dropLine(3),
      ["copy/district.csv", "no row for the field 'name_zh'"]),
  ]

  static let names: [BrokenDistrict] = [
    BrokenDistrict(
      "a plan for an unknown project", "funding_plan.csv", .replace("\ntourism,", "\ntourisme,"),
      ["copy/funding_plan.csv:13:1", "unknown project 'tourisme'", "expected agriculture", "did you mean 'tourism'?"]),
    BrokenDistrict(
      "a plan from an unknown source", "funding_plan.csv", .replace("agriculture,min_ning", "agriculture,minning"),
      ["copy/funding_plan.csv:5:13", "unknown funding source 'minning'", "did you mean 'min_ning'?"]),
    BrokenDistrict(
      "a link to an unknown sector", "project_links.csv", .replace("capital,livestock", "capital,lifestock"),
      ["copy/project_links.csv:3:21", "unknown sector 'lifestock'", "did you mean 'livestock'?"]),
    BrokenDistrict(
      "a link to an unknown pillar", "project_links.csv", .replace("pillar,skills", "pillar,skill"),
      ["copy/project_links.csv:", "unknown pillar 'skill'", "did you mean 'skills'?"]),
    BrokenDistrict(
      "a link to an unknown income line", "project_links.csv", .replace("income,rural_wage", "income,rural_wages"),
      ["copy/project_links.csv:", "unknown income line 'rural_wages'", "did you mean 'rural_wage'?"]),
    BrokenDistrict(
      "a link of an unknown kind", "project_links.csv", .replace("agriculture,capital", "agriculture,capitals"),
      ["copy/project_links.csv:2:13", "unknown kind 'capitals'", "did you mean 'capital'?"]),
    BrokenDistrict(
      "water saved twice over", "project_links.csv", .replace("requirement,0.14", "requirement,1.4"),
      ["copy/project_links.csv:", "1.4 for a link of kind 'water'", "at most 1"]),
    BrokenDistrict(
      "an outcome of an unknown project", "project_outcomes.csv", .replace("wan_mu,agriculture", "wan_mu,agricultur"),
      ["copy/project_outcomes.csv:2:", "unknown project 'agricultur'", "did you mean 'agriculture'?"]),
    BrokenDistrict(
      "a percentage above 100", "project_outcomes.csv",
      .replace("percent,infrastructure,82", "percent,infrastructure,820"),
      ["copy/project_outcomes.csv:", "820 percent", "at most 100"]),
    BrokenDistrict(
      "an income driven by nothing", "income_elasticities.csv", .replace("outside_wage", "outside_wages"),
      ["copy/income_elasticities.csv:11:12", "unknown driver 'outside_wages'", "did you mean 'outside_wage'?"]),
    BrokenDistrict(
      "an elasticity of an unknown sector", "pillar_elasticities.csv", .replace("\ntrade,", "\ntrades,"),
      ["copy/pillar_elasticities.csv:8:1", "unknown sector 'trades'", "did you mean 'trade'?"]),
    BrokenDistrict(
      "an unknown constant", "aggregates.csv", .append("water_quota,1,share,assumed,why\n"),
      ["copy/aggregates.csv:27:1", "unknown constant 'water_quota'"]),
    BrokenDistrict(
      "a constant missing", "aggregates.csv", .dropLine(26),
      ["copy/aggregates.csv", "no row for the constant 'regional_link'"]),
    BrokenDistrict(
      "a constant out of bounds", "aggregates.csv", .replace("tfp_persistence,0.85", "tfp_persistence,1.85"),
      ["copy/aggregates.csv:15:17", "1.85 for the constant 'tfp_persistence'", "at most 1"]),
    BrokenDistrict(
      "a constant in another unit", "aggregates.csv", .replace("19.78,wan_persons", "19.78,persons"),
      ["copy/aggregates.csv:2:23", "unit 'persons' for the constant 'population_2020'", "expected 'wan_persons'"]),
    BrokenDistrict(
      "a column in another unit", "columns.csv",
      .replace("value_added_2020_yi,yi_yuan", "value_added_2020_yi,wan_yuan"),
      [
        "copy/columns.csv:2:33", "unit 'wan_yuan' for the column 'value_added_2020_yi' of sectors.csv",
        "expected 'yi_yuan'",
      ]),
    BrokenDistrict(
      "a column nobody described", "columns.csv", .dropLine(2),
      ["copy/columns.csv", "no row for the column 'value_added_2020_yi' of sectors.csv"]),
    BrokenDistrict(
      "a description of no column", "columns.csv", .append("pillars.csv,base,index_points,基,base\n"),
      ["copy/columns.csv:", "'base' is not a numeric column of pillars.csv", "base_2020, drift_per_year"]),
    BrokenDistrict(
      "comparators in the wrong order", "comparators.csv", .swapLines(2, 3),
      ["copy/comparators.csv", "'ningxia_income_rural', 'ningxia_income_all'", "'<region>_income_all'"]),
    BrokenDistrict(
      "no crops", "sectors.csv", .replace("\ncrops,", "\ncereals,"), ["copy/sectors.csv", "no sector 'crops'"],
      count: nil),
    BrokenDistrict(
      "shocks in another order", "shock_loadings.csv", .swapLines(2, 3),
      ["copy/shock_loadings.csv:2:1", "'tfp_livestock' stands where 'tfp_crops' is expected", "deflator_<industry>"]),
    BrokenDistrict(
      "an unknown shock", "shock_loadings.csv", .replace("\nwater,", "\nwaters,"),
      ["copy/shock_loadings.csv:", "unknown shock 'waters'", "did you mean 'water'?"], count: 2),
  ]

  static let uncertainty: [BrokenDistrict] = [
    BrokenDistrict(
      "an unknown parameter", "uncertain_parameters.csv", .append("crowding_out,fixed,1,,,share,assumed,why\n"),
      ["copy/uncertain_parameters.csv:76:1", "unknown parameter 'crowding_out'", "did you mean 'crowding_in'?"]),
    BrokenDistrict(
      "a parameter missing", "uncertain_parameters.csv", .dropLine(46),
      ["copy/uncertain_parameters.csv", "no row for the parameter 'crowding_in'"]),
    BrokenDistrict(
      "an unknown distribution", "uncertain_parameters.csv", .replace("crowding_in,pert", "crowding_in,perd"),
      ["copy/uncertain_parameters.csv:46:13", "unknown distribution 'perd'", "did you mean 'pert'?"]),
    BrokenDistrict(
      "a mode outside its range", "uncertain_parameters.csv", .replace("-0.2,0.1,0.4", "-0.2,0.5,0.4"),
      ["copy/uncertain_parameters.csv:46:18", "'crowding_in' (pert)", "low <= mode <= high", "-0.2, 0.5, 0.4"]),
    BrokenDistrict(
      "a spread of zero", "uncertain_parameters.csv",
      .replace("income_base.urban,normal,0,0.02", "income_base.urban,normal,0,0"),
      ["copy/uncertain_parameters.csv:69:26", "'income_base.urban' (normal)", "standard deviation above 0"]),
    BrokenDistrict(
      "a number too many", "uncertain_parameters.csv", .replace("0,0.02,,", "0,0.02,1,"),
      ["copy/uncertain_parameters.csv:68:", "'c' must be empty for a normal distribution"]),
    BrokenDistrict(
      "a number too few", "uncertain_parameters.csv", .replace("-0.2,0.1,0.4", "-0.2,0.1,"),
      ["copy/uncertain_parameters.csv:46:", "'c' is empty", "needs 3 numbers"]),
    BrokenDistrict(
      "values the model cannot use", "uncertain_parameters.csv", .replace("elasticity,pert,0.4", "elasticity,pert,0"),
      ["copy/uncertain_parameters.csv:65:23", "'water_elasticity'", "ranges from 0 to 0.8", "more than 0"]),
    BrokenDistrict(
      "a parameter in another unit", "uncertain_parameters.csv", .replace("0.4,share,", "0.4,percent,"),
      ["copy/uncertain_parameters.csv:46:", "unit 'percent' for the parameter 'crowding_in'", "expected 'share'"]),
    BrokenDistrict(
      "a repeated range that differs", "projects.csv", .replace("1.0,0.25,0.4,0.6,", "1.0,0.25,0.45,0.6,"),
      ["copy/projects.csv:4:", "maturation_mode is 0.45", "expected 0.4", "line 30 of uncertain_parameters.csv"]),
    BrokenDistrict(
      "a repeated arrival that differs", "funding_sources.csv", .replace("0.9,0.98,1.02", "0.9,0.98,1.03"),
      ["copy/funding_sources.csv:2:", "arrival_high is 1.03", "expected 1.02"]),
    BrokenDistrict(
      "a dimension used twice", "sampling_dimensions.csv", .replace("value_added_scale,1\n", "value_added_scale,2\n"),
      [
        "copy/sampling_dimensions.csv:3:26",
        "dimension 2 of 'deflator_shift.secondary' already belongs to 'value_added_scale'",
      ]),
    BrokenDistrict(
      "a dimension that the sampler does not have", "sampling_dimensions.csv",
      .replace("value_added_scale,1\n", "value_added_scale,11500\n"),
      ["copy/sampling_dimensions.csv:2:19", "dimension 11500 is out of range", "expected 1 to 1024"], count: 2),
    BrokenDistrict(
      "a parameter without a dimension", "sampling_dimensions.csv", .dropLine(2),
      ["copy/sampling_dimensions.csv", "no dimension for the parameter 'value_added_scale'"]),
    BrokenDistrict(
      "a shock without a dimension", "sampling_dimensions.csv", .replace("water@2035", "water@2036"),
      ["copy/sampling_dimensions.csv", "no dimension for the shock 'water@2035'"]),
    BrokenDistrict(
      "a target on an unknown indicator", "targets.csv", .replace("gdp_nominal", "gdp_nominel"),
      ["copy/targets.csv:2:12", "unknown indicator 'gdp_nominel'", "did you mean 'gdp_nominal'?"]),
    BrokenDistrict(
      "a target against an unknown series", "targets.csv", .replace(">=,ningxia_income_all", ">=,ningxia_income_al"),
      [
        "copy/targets.csv:3:", "unknown indicator 'ningxia_income_al' in 'threshold'",
        "did you mean 'ningxia_income_all'?",
      ]),
    BrokenDistrict(
      "a threshold beyond all indicators", "targets.csv", .replace("gdp_nominal,>,100,", "gdp_nominal,>,1e308,"),
      [
        "copy/targets.csv:2:26", "1e308 in 'threshold' is out of bounds",
        "expected at least -1000000000000 and at most 1000000000000",
      ], count: 1),
    BrokenDistrict(
      "a factor beyond all use", "targets.csv", .replace("gdp_nominal,>,100,1,", "gdp_nominal,>,100,1e308,"),
      ["copy/targets.csv:2:30", "1e308 in 'factor' is out of bounds", "more than 0 and at most 1000"], count: 1),
    BrokenDistrict(
      "an unknown comparator", "targets.csv", .replace("nominal,>,", "nominal,=>,"),
      ["copy/targets.csv:2:24", "unknown comparator '=>'", ">, >=, <, <="]),
    BrokenDistrict(
      "years that run backwards", "targets.csv", .replace("2021-2025", "2025-2021"),
      ["copy/targets.csv:7:", "'2025-2021' in 'year'", "2021-2025"]),
  ]

  static let consistency: [BrokenDistrict] = [
    BrokenDistrict(
      "a balance that does not close", "demand_base.csv", .replace("0.0001,7.8325", "0.0001,7.9325"),
      [
        "copy/demand_base.csv:2:41", "base-year balance of the sector 'crops'", "gross output 11.795", "uses 11.895",
        "export_yi 7.8324",
      ]),
    BrokenDistrict(
      "inputs that leave no room for value added", "io_coefficients.csv", .replace("crops,0.115831", "crops,0.125831"),
      ["copy/io_coefficients.csv:1:7", "inputs of the sector 'crops' sum to 0.36566", "value-added ratio is 0.64434"],
      count: 2),
    BrokenDistrict(
      "an economy that eats itself", "io_coefficients.csv", .content(unproductive),
      ["copy/io_coefficients.csv: error", "spectral radius", "expected less than 1"], count: nil),
    BrokenDistrict(
      "loadings that leave no variance", "shock_loadings.csv", .replace("0.7,0,0,", "0.7,0.8,0,"),
      ["copy/shock_loadings.csv:29:1", "squared loadings of the shock 'export' sum to 1.13", "less than 1"]),
    BrokenDistrict(
      "a loading of one", "shock_loadings.csv", .replace("0.7,0,0,", "1,0,0,"),
      ["copy/shock_loadings.csv:29:", "1 in 'macro'", "less than 1"]),
    BrokenDistrict(
      "more capital than money", "project_links.csv", .append("clean_energy,capital,trade,0.2,assumed,why\n"),
      ["copy/project_links.csv:82:28", "the capital shares of the project 'clean_energy' sum to 1.1", "at most 1"]),
    BrokenDistrict(
      "more purchases than money", "project_links.csv",
      .replace("agriculture,purchase,construction,0.4", "agriculture,purchase,construction,0.5"),
      ["copy/project_links.csv:24:", "the purchase shares of the project 'agriculture' sum to 1.1", "at most 1"]),
    BrokenDistrict(
      "money for a project that costs nothing", "projects.csv", .replace("item 20\",3.5,", "item 20\",0,"),
      ["copy/funding_plan.csv:13:", "0.05356 亿元 for the project 'tourism'", "planned cost is 0", "30 rows"]),
  ]

  /// Every sector uses up nine tenths of its worth of every other.
  private static let unproductive: String = {
    let sectors = [
      "crops", "livestock", "agro_processing", "other_industry", "clean_power", "construction", "trade", "transport",
      "hospitality", "finance_property", "public_services", "other_services",
    ]
    let rows = sectors.map { "\($0),\(sectors.map { _ in "0.9" }.joined(separator: ",")),assumed,why" }
    return (["input,\(sectors.joined(separator: ",")),status,source"] + rows).joined(separator: "\n")
  }()

  private static let pillarsWithoutSource = """
    id,name_zh,name_en,base_2020,drift_per_year,status,source
    infrastructure,基础设施,Infrastructure,82.0,0.5,assumed,
    public_services,公共服务,Public services,83.0,0.5,assumed,why
    environment,人居环境,Living environment,82.0,0.5,assumed,why
    skills,就业与技能,Skills and employment,85.0,0.4,assumed,why
    governance,基层治理,Grass-roots governance,90.0,0.2,assumed,why
    """

  static let all = files + fields + names + uncertainty + consistency
}
