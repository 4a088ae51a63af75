"""Tests of the NumPy reference: known answers, the corners they do not reach, money, and the reading of scenario files.

The district folder is the environment variable HSB_DISTRICT, or else the first folder with a sectors.csv under Sources of the repository
these tests stand in. known_trace.json, eight random members with every series at full precision, stands beside this file.
"""

import copy
import json
import os
from pathlib import Path

import numpy as np
import pytest

import check_trace
from random_scenarios import write_edge_district, write_scenarios
from reference_funding import ScenarioError, resolve
from reference_model import central_parameters, draw_parameters, load_district, planned_funding, run

HERE = Path(__file__).parent
KNOWN_TRACE = HERE / "known_trace.json"

# The central run: every parameter at its mode, no shocks. 2020 to 2025 with the plan, 2025 without money, 2035 with the plan.
CENTRAL = """
gdp_nominal              72.000000 79.191975 86.223528 93.018994 99.074403 106.013920 96.864375 190.846003
gdp_real                 72.000000 77.767218 83.147784 88.082908 92.117831 96.784244 88.454753 145.223934
income_all               16614.000000 18389.867181 20203.793219 22032.788601 23734.725571 25639.844316 23776.330091 51041.975611
income_rural             11000.000000 12136.681900 13441.919048 14835.013950 16226.400151 17701.257959 15684.809621 36132.181174
income_urban             25000.000000 27284.902058 29367.199714 31328.539731 32978.576458 34959.054387 33275.071513 61927.673280
jobs                     10.100000 10.258851 10.383512 10.482615 10.551427 10.636957 10.483840 11.462327
stable_job_share         0.940000 0.951094 0.965628 0.979487 0.989477 0.997055 0.943730 1.000000
water_tightness          0.980000 0.989624 1.002309 1.008123 1.006936 1.003336 1.013022 1.034492
value_added.crops        7.600000 8.059730 8.689683 9.380058 10.057572 10.694835 8.981572 14.799548
value_added.clean_power  12.500000 13.173471 14.088716 15.107815 16.136375 17.115017 15.177871 24.443785
value_added.construction 8.500000 9.826487 10.416876 10.593262 10.470136 10.722167 10.203832 14.919416
value_added.trade        3.600000 3.877104 4.131563 4.358092 4.545143 4.751590 4.509890 7.459044
executed.infrastructure  0.000000 5.326949 6.110769 3.559754 0.116551 0.000004 0.000000 0.000000
unspent.clean_energy     0.000000 0.136384 0.433442 0.682917 0.478906 0.253476 0.000000 0.000000
pillar.environment       82.000000 85.227331 89.911267 94.403520 97.234761 99.037599 79.500000 95.832875
maturity.agriculture     0.000000 0.074151 0.212280 0.386478 0.560976 0.715426 0.000000 0.952734
outcome.cattle_raised    11.200000 11.945315 13.143043 14.597914 16.059644 17.385897 12.377914 21.787555
income.rural.business    3700.000000 4023.188095 4428.185365 4871.348117 5320.837437 5777.082371 5052.648880 10751.950430
ningxia_income_all       25735.000000 27433.510000 29244.121660 31174.233690 33231.733113 35425.027499 35425.027499 67124.682260
"""


def district_folder():
    if "HSB_DISTRICT" in os.environ:
        return Path(os.environ["HSB_DISTRICT"])
    for folder in HERE.parents:
        if (folder / "Package.swift").exists():
            found = sorted((folder / "Sources").glob("**/sectors.csv"))
            if found:
                return found[0].parent
    raise FileNotFoundError("no district folder: set HSB_DISTRICT to a folder of the district's CSV files")


@pytest.fixture(scope="module")
def district():
    return load_district(district_folder())


class Random:
    """Random members with the built-in plan and some events."""

    def __init__(self, district, horizon=2035, members=200, seed=7):
        rng = np.random.default_rng(seed)
        years = horizon - 2020
        self.district, self.horizon = district, horizon
        self.parameters = draw_parameters(district, members, rng)
        self.z = rng.standard_normal((years, len(district.shocks), members))
        self.events = np.zeros((years, len(district.shocks)))
        self.plan = planned_funding(district, horizon)

    def run(self, district=None, **changes):
        arguments = {"parameters": self.parameters, "z": self.z, "events": self.events, "plan": self.plan, "horizon": self.horizon}
        return run(district or self.district, **(arguments | changes))


@pytest.fixture(scope="module")
def random(district):
    return Random(district)


def changed(district, **values):
    """A district with some of its arrays replaced."""
    other = copy.copy(district)
    for name, value in values.items():
        setattr(other, name, value)
    return other


def column(values):
    return np.asarray(values)[:, None]


# ------------------------------------------------------------------------------------------- known answers


def test_known_trace_agrees_on_every_series(district):
    trace = check_trace.read_trace(KNOWN_TRACE, district)
    series = run(district, trace.parameters, trace.z, trace.events, trace.plan, trace.horizon)
    deviations = check_trace.compare_series(trace.series, series)
    assert len(deviations) == 103
    assert max(deviation for deviation, *_ in deviations.values()) < 1e-9


def test_central_run_gives_the_published_table(district):
    years = 15
    parameters, nothing = central_parameters(district), np.zeros((years, len(district.shocks)))
    planned = run(district, parameters, nothing[:, :, None], nothing, planned_funding(district, 2035), 2035)
    unfunded = run(district, parameters, nothing[:, :, None], nothing, np.zeros_like(planned_funding(district, 2035)), 2035)
    lines = [line.split() for line in CENTRAL.strip().splitlines()]
    assert len(lines) == 19
    for name, *values in lines:
        found = [*planned[name][:6, 0], unfunded[name][5, 0], planned[name][15, 0]]
        assert found == pytest.approx([float(v) for v in values], abs=1.01e-6, rel=0), name


def test_series_are_the_103_of_the_contract(random):
    names = list(random.run())
    assert len(names) == len(set(names)) == 103
    assert set(names) == set(json.loads(KNOWN_TRACE.read_text())["series"])


# ------------------------------------------------------------------------------------------- properties


def test_no_money_is_lost(random):
    series = random.run()
    for p in random.district.projects:
        arrived, executed = series[f"arrived.{p}"].cumsum(axis=0), series[f"executed.{p}"].cumsum(axis=0)
        np.testing.assert_allclose(arrived, executed + series[f"unspent.{p}"], rtol=1e-12, atol=1e-12)


def test_no_funding_executes_nothing(random):
    series = random.run(plan=np.zeros_like(random.plan))
    for p in random.district.projects:
        for block in ("arrived", "executed", "unspent", "completion", "maturity"):
            assert not series[f"{block}.{p}"].any()


def test_aggregates_are_sums_of_their_parts(random):
    series, d = random.run(), random.district
    np.testing.assert_allclose(series["gdp_real"], sum(series[f"value_added.{s}"] for s in d.sectors), rtol=1e-13)
    for h in ("rural", "urban"):
        parts = [series[f"income.{h}.{c}"] for household, c in zip(d.household, d.component) if household == h]
        np.testing.assert_allclose(series[f"income_{h}"], sum(parts), rtol=1e-13)


def test_a_longer_horizon_repeats_the_shorter(random):
    long = random.run()
    short = random.run(z=random.z[:5], events=random.events[:5], plan=random.plan[:5], horizon=2025)
    for name, values in short.items():
        np.testing.assert_array_equal(values, long[name][:6])


def test_the_size_of_a_chunk_does_not_matter(random):
    whole, pieces = random.run(), random.run(chunk=37)
    for name, values in whole.items():
        np.testing.assert_allclose(pieces[name], values, rtol=1e-11, atol=1e-11 * np.abs(values).max())


def test_an_event_adds_to_the_correlated_shock(random):
    d = random.district
    events = np.zeros_like(random.events)
    events[2, d.shocks.index("water")] = 1.5
    moved, still = random.run(events=events), random.run()
    sigma = d.constants["water_sigma"]
    np.testing.assert_array_equal(moved["water_tightness"][:3], still["water_tightness"][:3])
    np.testing.assert_allclose(moved["water_tightness"][3], still["water_tightness"][3] * np.exp(-1.5 * sigma), rtol=1e-12)


def test_a_constant_can_be_replaced_and_an_unknown_one_is_refused(random):
    moved, still = random.run(constants={"water_quota_growth": -0.03}), random.run()
    difference = np.exp(random.district.constants["water_quota_growth"] + 0.03)
    np.testing.assert_allclose(moved["water_tightness"][1], still["water_tightness"][1] * difference, rtol=1e-12)
    with pytest.raises(ValueError, match="no_such"):
        random.run(constants={"no_such": 1.0})


# ------------------------------------------------------------------------------------------- corners


def test_alpha_is_clamped(random):
    """Elasticities scaled far past a bound do what a scale that just reaches the bound does."""
    ones = np.ones_like(random.parameters["capital_elasticity_scale"])
    for bound, scale in ((0.95, 100.0), (0.05, 1e-3)):
        wild = random.run(parameters=random.parameters | {"capital_elasticity_scale": scale * ones})
        flat = changed(random.district, capital_elasticity=np.full(len(random.district.sectors), bound))
        exact = random.run(flat, parameters=random.parameters | {"capital_elasticity_scale": ones})
        for name, values in wild.items():
            np.testing.assert_array_equal(values, exact[name])


def test_water_saving_stops_at_six_tenths(random):
    d = random.district
    plenty, more = (random.run(changed(d, W=d.W * factor)) for factor in (1e4, 1e5))
    for name, values in plenty.items():
        np.testing.assert_array_equal(values, more[name])
    # with and without the limit reached, the first year's requirement differs by (1 - 0.6) / (1 - h)
    normal = random.run()
    p = d.projects.index("water_saving")
    h = d.W[p] * random.parameters["efficacy.water_saving"] * normal["maturity.water_saving"][1]
    np.testing.assert_allclose(plenty["water_tightness"][1], normal["water_tightness"][1] * 0.4 / (1 - h), rtol=1e-12)


def test_maturity_follows_the_curve_up_to_the_completion_cap(random):
    """(3) from the executed money alone, with three times the plan so that the cap of 1.2 binds, and without curvature."""
    for curvature in (random.district.curvature, np.zeros_like(random.district.curvature)):
        d = changed(random.district, curvature=curvature)
        series = random.run(d, plan=3 * random.plan)
        for p, cost, c in zip(d.projects, d.cost, curvature):
            q = series[f"executed.{p}"].cumsum(axis=0) / cost
            assert (q[-1] > d.constants["completion_cap"]).any()
            q_capped = np.minimum(q, d.constants["completion_cap"])
            pi = (1 - np.exp(-c * q_capped)) / (1 - np.exp(-c)) if c else q_capped
            E = np.zeros_like(q)
            for t in range(1, len(q)):
                E[t] = E[t - 1] + random.parameters[f"maturation.{p}"] * (pi[t] - E[t - 1])
            np.testing.assert_allclose(series[f"maturity.{p}"], E, rtol=1e-10, atol=1e-13)
            np.testing.assert_allclose(series[f"completion.{p}"], np.minimum(1, q), rtol=1e-12)


def test_a_project_without_cost_does_nothing(random):
    p = random.district.projects.index("governance")
    cost, plan = random.district.cost.copy(), random.plan.copy()
    cost[p], plan[:, p] = 0.0, 0.0
    costless, unfunded = random.run(changed(random.district, cost=cost), plan=plan), random.run(plan=plan)
    for name, values in costless.items():
        np.testing.assert_array_equal(values, unfunded[name])
    assert not costless["completion.governance"].any() and not costless["maturity.governance"].any()
    with pytest.raises(ValueError, match="planned cost is 0"):
        random.run(changed(random.district, cost=cost))


def test_the_urban_share_stops_at_its_ceiling(random):
    series = random.run(constants={"urban_share_2025": 0.7})
    share = (series["income_all"] - series["income_rural"]) / (series["income_urban"] - series["income_rural"])
    base = random.district.constants["urban_share_2020"]
    expected = np.minimum(0.85, base + (0.7 - base) / 5 * np.arange(16))
    assert expected[-1] == 0.85
    np.testing.assert_allclose(share, np.broadcast_to(column(expected), share.shape), rtol=1e-9)


def test_extra_columns_and_another_order_of_rows_change_nothing(random, tmp_path):
    for path in random.district.folder.glob("*.csv"):
        head, *rows = path.read_text(encoding="utf-8-sig").strip().splitlines()
        if path.stem in ("demand_base", "io_coefficients", "aggregates", "project_links", "income_elasticities", "uncertain_parameters"):
            rows.reverse()
        text = "\n".join([head + ",anything", *(row + ",what a note says" for row in rows)])
        (tmp_path / path.name).write_text(text + "\n", encoding="utf-8")
    other = random.run(load_district(tmp_path))
    for name, values in random.run().items():
        np.testing.assert_array_equal(values, other[name])


# ------------------------------------------------------------------------------------------- scenario files


@pytest.fixture
def scenario(tmp_path, district):
    """Write scenario text to a file and resolve it."""

    def write_and_resolve(text, name="a.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return resolve(path, district)

    return write_and_resolve


def test_an_empty_scenario_is_the_built_in_plan(scenario, district):
    resolved = scenario("scenario: a")
    np.testing.assert_array_equal(resolved.plan, planned_funding(district, 2025))
    assert resolved.horizon == 2025 and not resolved.events.any() and resolved.constants == district.constants
    assert scenario("{scenario: a, horizon: 2023}").plan.shape[0] == 3


def test_adjustments_apply_in_order_to_what_they_name(scenario, district):
    base = planned_funding(district, 2025)
    p, f = district.projects.index, district.sources.index
    lines = "scenario: a\nfunding:\n  adjust:\n"
    expected = base * 0.7
    expected[2:5, :, f("min_ning")] = 0
    expected[3, [p("tourism"), p("employment")], f("enterprise")] += 0.5
    lines += "  - {multiply: 0.7}\n  - {source: min_ning, years: 2023-2025, multiply: 0}\n"
    lines += "  - {project: [tourism, employment], year: 2024, source: enterprise, add: 0.5}\n"
    np.testing.assert_allclose(scenario(lines).plan, expected, rtol=1e-15)
    reordered = scenario(lines.replace("  - {multiply: 0.7}\n", "") + "  - {multiply: 0.7}\n").plan
    assert reordered[3, p("tourism"), f("enterprise")] == pytest.approx(0.7 * (base[3, p("tourism"), f("enterprise")] + 0.5))


def test_delay_moves_all_cells_at_once_and_counts_what_falls_off(scenario, district):
    base = planned_funding(district, 2025)
    p = district.projects.index("clean_energy")
    resolved = scenario("{scenario: a, funding: {adjust: [{project: clean_energy, delay: 2}]}}")
    np.testing.assert_array_equal(resolved.plan[:, p], np.concatenate([np.zeros_like(base[:2, p]), base[:3, p]]))
    np.testing.assert_allclose(resolved.lost_past_horizon[p], base[3:, p].sum(axis=0))
    np.testing.assert_allclose(resolved.plan.sum() + resolved.lost_past_horizon.sum(), base.sum())
    resolved = scenario("{scenario: a, funding: {adjust: [{project: clean_energy, years: 2021-2022, delay: 1}]}}")
    expected = base.copy()
    expected[0, p], expected[1, p], expected[2, p] = 0, base[0, p], base[2, p] + base[1, p]
    np.testing.assert_array_equal(resolved.plan, expected)


def test_a_share_moves_between_projects_in_proportion_to_cost(scenario, district):
    base = planned_funding(district, 2025)
    line = "{from: clean_energy, to: [employment, agriculture], share: 0.1, source: enterprise}"
    plan = scenario(f"{{scenario: a, funding: {{adjust: [{line}]}}}}").plan
    np.testing.assert_allclose(plan.sum(axis=1), base.sum(axis=1), rtol=1e-14)
    moved = plan - base
    giver, one, two = (district.projects.index(name) for name in ("clean_energy", "employment", "agriculture"))
    f = district.sources.index("enterprise")
    np.testing.assert_allclose(moved[:, giver, f], -0.1 * base[:, giver, f], rtol=1e-12)
    np.testing.assert_allclose(moved[:, one, f] * district.cost[two], moved[:, two, f] * district.cost[one], rtol=1e-12)
    moved[:, :, f] = 0
    assert not moved.any()


def test_children_merge_maps_and_replace_lists_and_scalars(tmp_path, scenario, district):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "plan.csv").write_text("project,source,year,amount_yi\ntourism,min_ning,2022,1.5\n")
    parent = (
        "scenario: parent\nhorizon: 2027\nfunding: {plan: plan.csv, adjust: [{multiply: 2}]}\n"
        "events: [{year: 2022, shock: water, sd: 1}, {year: 2022, shock: water, sd: 0.5}]\n"
        "parameters: {crowding_in: {pert: [0, 0.1, 0.2]}, efficacy.tourism: 0.6}\nconstants: {water_quota_growth: -3e-2}\n"
    )
    (tmp_path / "deep" / "parent.yaml").write_text(parent)
    child = scenario("scenario: child\nextends: deep/parent.yaml\nparameters: {crowding_in: {normal: [0.1, 0.02]}}\n")
    p, f = district.projects.index("tourism"), district.sources.index("min_ning")
    assert child.plan.shape[0] == 7 and child.plan[1, p, f] == 3.0 and child.plan.sum() == 3.0
    assert child.events[1, district.shocks.index("water")] == 1.5
    assert child.parameters == {"crowding_in": ("normal", [0.1, 0.02]), "efficacy.tourism": 0.6}
    assert child.constants["water_quota_growth"] == -0.03
    replaced = scenario("scenario: c\nextends: deep/parent.yaml\nfunding: {adjust: []}\nevents: []\n")
    assert replaced.plan.sum() == 1.5 and not replaced.events.any()


@pytest.mark.parametrize(
    "text",
    [
        "extends: a.yaml",
        "horizon: 2036",
        "constants: {no_such: 1}",
        "parameters: {no_such: 1}",
        "parameters: {crowding_in: {pert: [0, 1]}}",
        "events: [{year: 2022, shock: no_such, sd: 1}]",
        "funding: {adjust: [{multiply: 1, delay: 1}]}",
        "funding: {adjust: [{project: no_such, multiply: 1}]}",
        "funding: {adjust: [{from: tourism, to: tourism, share: 0.1}]}",
        "funding: {adjust: [{project: tourism, source: min_ning, add: -9}]}",
        "horizon: 2024\nhorizon: 2025",
    ],
)
def test_a_broken_scenario_is_refused(scenario, text):
    with pytest.raises(ScenarioError):
        scenario("scenario: a\n" + text)


# ------------------------------------------------------------------------------------------- random scenarios and traces


def trace_of(resolved, district, rng, members=3):
    """What the main program would write for a scenario, made with the reference model."""
    years = resolved.horizon - 2020
    parameters = draw_parameters(district, members, rng)
    for name, override in resolved.parameters.items():
        parameters[name] = np.full(members, override if isinstance(override, float) else np.mean(override[1][:2]))
    z = rng.standard_normal((years, len(district.shocks), members))
    series = run(district, parameters, z, resolved.events, resolved.plan, resolved.horizon, resolved.constants)
    return {
        "schema": "hsb/trace/1",
        "scenario": resolved.id,
        "years": list(range(2020, resolved.horizon + 1)),
        "parameters": {name: values.tolist() for name, values in parameters.items()},
        "shocks": {"names": district.shocks, "values": z.tolist()},
        "events": resolved.events.tolist(),
        "plan": {
            "projects": district.projects,
            "sources": district.sources,
            "years": list(range(2021, resolved.horizon + 1)),
            "values": resolved.plan.tolist(),
        },
        "series": {name: values.tolist() for name, values in series.items()},
    }


@pytest.mark.parametrize("edges", [False, True])
def test_random_scenarios_resolve_and_run(tmp_path, district, edges):
    rng = np.random.default_rng(1)
    for path in write_scenarios(district, 60, 3, tmp_path / "one", edges=edges):
        resolved = resolve(path, district)
        assert (resolved.plan >= 0).all() and not resolved.notes
        trace = trace_of(resolved, district, rng)
        assert all(np.isfinite(values).all() for values in trace["series"].values())
    again = write_scenarios(district, 60, 3, tmp_path / "two", edges=edges)
    assert all(path.read_bytes() == (tmp_path / "one" / path.name).read_bytes() for path in again)


def test_random_scenarios_respect_a_costless_project(tmp_path, district):
    write_edge_district(district.folder, tmp_path / "district")
    edge = load_district(tmp_path / "district")
    assert (edge.cost == 0).sum() == 1 and (edge.curvature == 0).sum() == 1
    for path in write_scenarios(edge, 60, 4, tmp_path / "scenarios", district_name="../district"):
        trace = trace_of(resolve(path, edge), edge, np.random.default_rng(2))
        assert all(np.isfinite(values).all() for values in trace["series"].values())


def test_the_check_passes_a_true_trace_and_finds_each_false_one(tmp_path, district, capsys):
    [path] = write_scenarios(district, 1, 11, tmp_path)
    path.write_text("{scenario: a, horizon: 2023, constants: {regional_link: 0.4}, parameters: {crowding_in: 0.1}}\n")
    true = trace_of(resolve(path, district), district, np.random.default_rng(5))

    def outcome(change):
        trace = copy.deepcopy(true)
        change(trace)
        (tmp_path / "trace.json").write_text(json.dumps(trace))
        call = ["--district", str(district.folder), "--scenario", str(path), str(tmp_path / "trace.json")]
        return check_trace.main(call), capsys.readouterr().out

    assert outcome(lambda trace: None)[0] == 0

    def off_by_a_little(trace):
        trace["series"]["jobs"][2][1] *= 1 + 1e-8

    falsehoods = {
        "jobs": off_by_a_little,
        "plan 2022 agriculture": lambda trace: trace["plan"]["values"][1][0].__setitem__(0, 9.0),
        "event 2021 tfp_crops": lambda trace: trace["events"][0].__setitem__(0, 1e-9),
        "crowding_in": lambda trace: trace["parameters"]["crowding_in"].__setitem__(0, 0.1000001),
        "unspent.tourism": lambda trace: trace["series"].pop("unspent.tourism"),
        "absorption.tourism": lambda trace: trace["parameters"].pop("absorption.tourism"),
        "gdp_real": lambda trace: trace["series"]["gdp_real"][1].__setitem__(0, float("nan")),
        "schema": lambda trace: trace.update(schema="hsb/trace/2"),
    }
    for words, change in falsehoods.items():
        code, text = outcome(change)
        assert code == 1 and words in text, (words, text)
