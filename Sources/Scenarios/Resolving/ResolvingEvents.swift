import District

extension ScenarioResolver {
  /// `events`, those within the horizon.
  mutating func resolveEvents() -> [(event: Event, place: Place)] {
    guard case .list(let items)? = tree["events"]?.value.content else { return [] }
    var events: [(event: Event, place: Place)] = []
    for (index, item) in items.enumerated() where isSound(item) {
      guard let year = item["year"]?.value.integer, let name = item["shock"]?.value.string,
        let shock = district.shocks.firstIndex(where: { $0.id == name }), let sd = item["sd"]?.value.number
      else { continue }
      list("events[\(index)]", item.text, YAMLTree.Entry(key: "", place: item.place, value: item))
      if year > horizon {
        noteUnread(at: item.place, "`events[\(index)]`: the year \(year) lies past the horizon \(horizon)")
        continue
      }
      if sd == 0 { warn(at: item.place, "`events[\(index)]`: an event of 0 standard deviations changes nothing") }
      events.append((Event(year: year, shock: shock, standardDeviations: sd), item.place))
    }
    return events
  }
}
