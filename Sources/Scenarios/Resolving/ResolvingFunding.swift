import District

/// The money of a scenario, resolved.
package struct ResolvedFunding {
  /// The plan named, to the horizon.
  package let before: FundingPlan
  /// The plan adjusted, to the horizon.
  package let after: FundingPlan
  /// What delays moved past the horizon.
  package let pastHorizon: [FundingPastHorizon]
  /// All the money after the horizon.
  package let afterHorizon: FundingAfterHorizon
  /// The lines of `adjust` that are in the run.
  package let adjustments: [FundingAdjustment]
  /// `planned`, `none`, or an absolute path.
  package let reference: String
}

extension ScenarioResolver {
  /// `funding`: the plan named, its adjustments applied on all its years, then cut at the horizon.
  mutating func resolveFunding() -> ResolvedFunding? {
    let section = tree["funding"]?.value
    guard let (plan, reference) = resolvePlan(section) else { return nil }
    if reference != "none" { lastPlannedYear = plan.firstYear + plan.years - 1 }
    guard let adjustments = readAdjustments(section) else { return nil }
    let delays = adjustments.reduce(0) { sum, line in
      if case .delay(let years) = line.operation { sum + years } else { sum }
    }
    var ledger = FundingLedger(
      plan, horizon: horizon, costs: district.projects.map(\.plannedCost), delays: delays)
    let before = ledger.plan
    let plannedAfterHorizon = ledger.afterHorizon
    for line in adjustments { note(ledger.apply(line), of: line) }
    let after = ledger.plan
    for (year, index) in zip(ScenarioKeys.firstYear...horizon, 0...) {
      let amounts = after.amounts[
        (index * after.projects * after.sources)..<((index + 1) * after.projects * after.sources)]
      let planned = before.amounts[
        (index * after.projects * after.sources)..<((index + 1) * after.projects * after.sources)]
      listTotal(year, amounts.reduce(0, +), before: planned.reduce(0, +))
    }
    notePlannedCost(after)
    let past = ledger.pastHorizon
    if !past.isEmpty { notePastHorizon(past) }
    return ResolvedFunding(
      before: before, after: after, pastHorizon: past,
      afterHorizon: FundingAfterHorizon(before: plannedAfterHorizon, after: ledger.afterHorizon),
      adjustments: adjustments, reference: reference)
  }

  private mutating func resolvePlan(_ section: YAMLTree?) -> (FundingPlan, String)? {
    let entry = section?["plan"]
    guard let entry else {
      list("funding.plan", "planned", nil)
      return (district.plan, "planned")
    }
    guard isSound(entry.value), let text = entry.value.string else { return nil }
    list("funding.plan", text, entry)
    switch text {
    case "planned": return (district.plan, text)
    case "none":
      let plan = FundingPlan(
        firstYear: district.plan.firstYear, years: 1, projects: district.projects.count, sources: district.sources.count
      )
      return (plan, text)
    default: return readPlan(text, entry)
    }
  }

  private mutating func readPlan(_ text: String, _ entry: YAMLTree.Entry) -> (FundingPlan, String)? {
    let path = ScenarioPath.resolved(text, writtenIn: entry.place.file)
    let place = entry.value.place
    if let refusal = ScenarioPath.refusal(of: text, writtenIn: entry.place.file) {
      fail(at: place, "`funding.plan`: \(refusal)")
      return nil
    }
    if let real = ScenarioPath.realPathLeadingElsewhere(text, writtenIn: entry.place.file) {
      warn(at: place, "`funding.plan`: '\(clipped(text))' is reached through a symbolic link; the file read is \(real)")
    }
    do {
      return (try library.plan(path, district), library.keepsPlanNames ? text : ScenarioPath.absolute(path))
    } catch let error as FileAccessError {
      let near = text.contains("/") || text.contains(".") ? nil : nearestName(to: text, among: ["planned", "none"])
      fail(
        at: place,
        "`funding.plan`: found '\(clipped(text))', expected planned, none, or the path of a CSV file; "
          + "'\(path)' cannot be read: \(error.reason)", suggestion: near)
    } catch let error as Diagnostics {
      messages += error.messages
    } catch let error as Diagnostic {
      messages.append(error)
    } catch {
      fail(at: place, "`funding.plan`: \(error)")
    }
    return nil
  }

  /// The lines of `adjust` that are in the run; nil when one has a fault, so that no further fault follows from it.
  private mutating func readAdjustments(_ section: YAMLTree?) -> [FundingAdjustment]? {
    guard let entry = section?["adjust"] else { return [] }
    guard isSound(entry.value), case .list(let lines) = entry.value.content else { return nil }
    var adjustments: [FundingAdjustment] = []
    for (index, line) in lines.enumerated() {
      guard let adjustment = FundingAdjustment(line, district: district) else { continue }
      list("funding.adjust[\(index)]", line.text, YAMLTree.Entry(key: "", place: line.place, value: line))
      if case .move(let from, let to, _) = adjustment.operation, to.contains(from), let place = line["to"]?.value.place
      {
        fail(at: place, "`funding.adjust[\(index)]`: '\(district.projects[from].id)' stands in both `from` and `to`")
      } else if isInRun(adjustment, index: index) {
        adjustments.append(adjustment)
      }
    }
    return adjustments
  }

  private mutating func isInRun(_ line: FundingAdjustment, index: Int) -> Bool {
    guard let years = line.years, let last = years.max(), last > horizon else { return true }
    let past = years.filter { $0 > horizon }.map(String.init).joined(separator: ", ")
    if years.allSatisfy({ $0 > horizon }) {
      noteUnread(at: line.place, "`funding.adjust[\(index)]`: \(past) lies past the horizon \(horizon)")
      return false
    }
    warn(at: line.place, "`funding.adjust[\(index)]`: \(past) lies past the horizon \(horizon) and is not in the run")
    return true
  }

  private mutating func note(_ outcome: FundingLedger.Outcome, of line: FundingAdjustment) {
    switch outcome {
    case .changed: break
    case .unchanged:
      warn(at: line.place, "the adjustment changes nothing: no money within the horizon is altered by it")
    case .noPlannedCost:
      fail(
        at: line.place, "every project in `to` has a planned cost of 0, so there is no proportion to split the money by"
      )
    case .refused(let year, let project, let source, let before, let after):
      let cell = "project \(district.projects[project].id), source \(district.sources[source].id), year \(year)"
      let change = "\(YAMLText.number(before)) 亿元 before the line, \(YAMLText.number(after)) after it"
      fail(
        at: line.place,
        after < 0
          ? "the adjustment makes the money of \(cell) negative: \(change)"
          : "the adjustment makes the money of \(cell) too large: \(change); expected at most 1000000")
    }
  }

  private mutating func notePlannedCost(_ plan: FundingPlan) {
    guard let place = tree["funding"]?.place else { return }
    for (project, description) in district.projects.enumerated() where description.plannedCost <= 0 {
      let money = (0..<plan.years).contains { year in
        (0..<plan.sources).contains { plan[year, project, $0] > 0 }
      }
      if money {
        fail(at: place, "`funding` plans money for '\(description.id)', whose planned cost is 0")
      }
    }
  }

  private mutating func notePastHorizon(_ past: [FundingPastHorizon]) {
    let total = past.reduce(0) { $0 + $1.amount }
    let rounded = (total * 1e6).rounded() / 1e6
    guard let place = tree["funding"]?.value["adjust"]?.place else { return }
    warn(
      at: place,
      "`funding.adjust` moves \(YAMLText.number(rounded)) 亿元 past the horizon \(horizon): it is not spent in the run")
    for (project, name) in district.projects.map(\.id).enumerated() {
      let part = past.reduce(0) { $1.project == project ? $0 + $1.amount : $0 }
      if part == 0 { continue }
      values.append(
        ResolvedValue(
          path: "funding.past_horizon.\(name)", value: YAMLText.number((part * 1e6).rounded() / 1e6),
          origin: place.origin, overrides: nil, status: "derived"))
    }
  }

  private mutating func listTotal(_ year: Int, _ total: Double, before: Double) {
    func text(_ value: Double) -> String { YAMLText.number((value * 1e6).rounded() / 1e6) }
    values.append(
      ResolvedValue(
        path: "funding.total.\(year)", value: text(total), origin: "sum of the adjusted plan",
        overrides: total == before ? nil : "\(text(before)) (the plan before adjustments)", status: "derived"))
  }
}
