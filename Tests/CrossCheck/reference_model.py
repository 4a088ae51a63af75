"""The projection model in NumPy, written from its equations alone.

An independent implementation for cross-checking the main program, and the vectorised NumPy peer of its
benchmarks. Every quantity is an array whose last axis is the member; members are taken in chunks small
enough for a chunk's working set to stay in cache. Comments carry the equation numbers (1) to (14).

    district = load_district(folder)
    series = run(district, parameters, z, events, plan, horizon)      # {name: [years from 2020][members]}

Money is in yi yuan (1e8 yuan) at 2020 prices unless it says nominal, incomes in yuan a head, nominal. Small letters are logs
relative to the base year. Time t counts years from 2020.

    python reference_model.py FOLDER [--members N] [--horizon YEAR] [--chunk N]     measures the speed

Readings, where the equations leave a choice:
  - The sector groups of `tfp_trend_shift` follow the `industry` column, construction apart, so that a district
    with other sectors still has groups: primary; industry = secondary but construction; construction; services = tertiary.
  - The ceiling of 0.85 on the urban share and of 100 on percentages hold in 2020 as in any other year.
"""

import argparse
import csv
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np

BASE_YEAR = 2020
LAST_YEAR = 2035
ALPHA_BOUNDS = (0.05, 0.95)  # (7)
WATER_SAVING_LIMIT = 0.6  # (8)
WATER_SHARPNESS = 40.0  # (8)
URBAN_SHARE_LIMIT = 0.85  # (12)
JOBS_TO_STABLE_JOBS = 0.10  # (13)


# ---------------------------------------------------------------------------------------------- the district


def read_csv(path):
    """The rows of a CSV file as dictionaries; columns nobody asks for do no harm."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def load_district(folder):
    """Read a district folder; columns are found by name and rows by id, so neither order nor extra columns matter."""
    folder = Path(folder)
    table = {path.stem: read_csv(path) for path in sorted(folder.glob("*.csv"))}
    d = SimpleNamespace(folder=folder)

    def ids(name, column="id"):
        return [row[column] for row in table[name]]

    def column(name, key, rows=None):
        return np.array([float(row[key]) for row in (table[name] if rows is None else rows)])

    def matrix(rows, columns, entries):
        """Dense [rows][columns] from (row id, column id, value); entries named twice add up."""
        row_at, column_at = {r: i for i, r in enumerate(rows)}, {c: i for i, c in enumerate(columns)}
        dense = np.zeros((len(rows), len(columns)))
        for r, c, value in entries:
            dense[row_at[r], column_at[c]] += float(value)
        return dense

    def in_order(name, key, wanted):
        by_id = {row[key]: row for row in table[name]}
        return [by_id[i] for i in wanted]

    d.constants = {row["id"]: float(row["value"]) for row in table["aggregates"]}
    d.constant_units = {row["id"]: row.get("unit", "") for row in table["aggregates"]}
    d.parameters = {  # id -> (family, arguments)
        row["id"]: (row["distribution"], [float(row[k]) for k in "abc" if row[k].strip()])
        for row in table["uncertain_parameters"]
    }

    # Sectors, and the groups that share a productivity trend
    d.sectors, d.industry = ids("sectors"), ids("sectors", "industry")
    d.industries = list(dict.fromkeys(d.industry))
    group_of = {"primary": "primary", "secondary": "industry", "tertiary": "services"}
    d.group = ["construction" if s == "construction" else group_of[k] for s, k in zip(d.sectors, d.industry)]
    d.V2020 = column("sectors", "value_added_2020_yi")
    d.kv = column("sectors", "capital_output_ratio")
    d.capital_elasticity = column("sectors", "capital_elasticity")
    d.delta = column("sectors", "depreciation")
    d.g = column("sectors", "tfp_trend")
    d.sigma_tfp = column("sectors", "tfp_sigma")
    d.tau = column("sectors", "tradability")
    d.jobs2020 = column("sectors", "jobs_2020_wan")
    d.nu = column("sectors", "employment_elasticity")
    d.export_trend = column("sectors", "export_trend")

    # Demand and the Leontief inverse of local production
    demand = in_order("demand_base", "sector", d.sectors)
    d.local = column("demand_base", "local_share", demand)
    d.C0 = column("demand_base", "household_yi", demand)
    d.G0 = column("demand_base", "government_yi", demand)
    d.I0 = column("demand_base", "investment_yi", demand)
    d.X0 = column("demand_base", "export_yi", demand)
    d.x0 = d.V2020 / column("demand_base", "value_added_ratio", demand)
    inputs = in_order("io_coefficients", "input", d.sectors)
    A = np.array([[float(row[s]) for s in d.sectors] for row in inputs])
    d.leontief = np.linalg.inv(np.eye(len(d.sectors)) - d.local[:, None] * A)

    # Projects, sources of money, and the built-in plan
    d.projects = ids("projects")
    d.cost = column("projects", "planned_cost_yi")
    d.curvature = column("projects", "curvature")
    d.sources = ids("funding_sources")
    d.sigma_arrival = column("funding_sources", "arrival_sigma")
    d.funding_plan = [(r["project"], r["source"], int(r["year"]), float(r["amount_yi"])) for r in table["funding_plan"]]

    # Pillars and income lines
    d.pillars = ids("pillars")
    d.J2020 = column("pillars", "base_2020")
    d.drift = column("pillars", "drift_per_year")
    elasticities = [(r["sector"], r["pillar"], r["log_output_per_100_points"]) for r in table["pillar_elasticities"]]
    d.Theta = matrix(d.sectors, d.pillars, elasticities)
    d.household, d.component = ids("incomes", "household"), ids("incomes", "component")
    d.lines = [f"{h}_{c}" for h, c in zip(d.household, d.component)]
    d.y2020 = column("incomes", "base_2020_yuan")
    d.income_trend = column("incomes", "trend")
    drivers = d.sectors + ["outside_wage"]
    loads = [(f"{r['household']}_{r['component']}", r["driver"], r["elasticity"]) for r in table["income_elasticities"]]
    d.Lambda, d.Lambda_out = np.split(matrix(d.lines, drivers, loads), [len(d.sectors)], axis=1)

    # What projects act on
    def links(kind, rows):
        chosen = [row for row in table["project_links"] if row["kind"] == kind]
        return matrix(rows, d.projects, [(row["target"], row["project"], row["value"]) for row in chosen])

    d.B, d.H = links("capital", d.sectors), links("purchase", d.sectors)
    d.G, d.GV = links("pillar", d.pillars), links("productivity", d.sectors)
    d.GY = links("income", d.lines)
    d.W, d.SJ = links("water", ["requirement"])[0], links("stable_job", ["share"])[0]

    # Physical outcomes
    d.outcomes = ids("project_outcomes")
    d.outcome_project = np.array([d.projects.index(p) for p in ids("project_outcomes", "project")])
    d.outcome_percent = np.array([unit == "percent" for unit in ids("project_outcomes", "unit")])
    d.O2020 = column("project_outcomes", "base_2020")
    d.outcome_trend = column("project_outcomes", "trend")
    d.gain = column("project_outcomes", "gain_at_completion")

    # Comparators
    d.comparators = ids("comparators")
    d.Y2020 = column("comparators", "base_2020_yuan")
    d.growth_m = column("comparators", "growth")
    d.sigma_m = column("comparators", "sigma")

    # Shocks: e = L z, R_ab = sum_k w_ak w_bk off the diagonal and 1 on it
    d.shocks = ids("shock_loadings", "shock")
    w = np.stack([column("shock_loadings", k) for k in ("macro", "agriculture", "fiscal")], axis=1)
    R = w @ w.T
    np.fill_diagonal(R, 1.0)
    d.cholesky = np.linalg.cholesky(R)
    return d


def series_blocks(d):
    """The recorded series, block by block: (block, names)."""
    return [
        ("scalars", ["gdp_nominal", "gdp_real", "income_all", "income_rural", "income_urban"]),
        ("comparators", d.comparators),
        ("labour_water", ["jobs", "stable_job_share", "water_tightness"]),
        ("value_added", [f"value_added.{s}" for s in d.sectors]),
        ("pillar", [f"pillar.{j}" for j in d.pillars]),
        ("arrived", [f"arrived.{p}" for p in d.projects]),
        ("executed", [f"executed.{p}" for p in d.projects]),
        ("unspent", [f"unspent.{p}" for p in d.projects]),
        ("completion", [f"completion.{p}" for p in d.projects]),
        ("maturity", [f"maturity.{p}" for p in d.projects]),
        ("outcome", [f"outcome.{o}" for o in d.outcomes]),
        ("income", [f"income.{h}.{c}" for h, c in zip(d.household, d.component)]),
    ]


def planned_funding(d, horizon):
    """The built-in plan as [years][projects][sources], nominal; rows after the horizon are left out."""
    plan = np.zeros((horizon - BASE_YEAR, len(d.projects), len(d.sources)))
    for project, source, year, amount in d.funding_plan:
        if year <= horizon:
            plan[year - BASE_YEAR - 1, d.projects.index(project), d.sources.index(source)] += amount
    return plan


def central_parameters(d):
    """Every parameter at its mode: the b of a PERT, the a of a normal."""
    return {name: arguments[1] if family == "pert" else arguments[0] for name, (family, arguments) in d.parameters.items()}


def draw_parameters(d, members, rng):
    """Random members, for tests and for the speed measurement."""

    def draw(family, arguments):
        if family == "normal":
            return rng.normal(arguments[0], arguments[1], members)
        a, b, c = arguments
        return a + (c - a) * rng.beta(1 + 4 * (b - a) / (c - a), 1 + 4 * (c - b) / (c - a), members)

    return {name: draw(family, arguments) for name, (family, arguments) in d.parameters.items()}


# ------------------------------------------------------------------------------------------------- the model


def run(district, parameters, z, events, plan, horizon, constants=None, chunk=4096, out=None):
    """Project every member from 2020 to the horizon.

    parameters   {id: [M] or a number}, all the uncertain parameters
    z            [years from 2021][shocks][M], independent standard normals
    events       [years][shocks], added to the correlated shocks
    plan         [years][projects][sources], nominal yi yuan
    constants    values that replace those of aggregates.csv
    chunk        members taken together; changes the speed and, at most, the last bit of a result
    out          [series][years + 1][M], where to put the series: saves new memory when runs are repeated
    Returns {series name: [years from 2020][M]}.
    """
    d = district
    z = np.asarray(z, dtype=float)
    events, plan = np.asarray(events, dtype=float), np.asarray(plan, dtype=float)
    years, members = horizon - BASE_YEAR, z.shape[2]
    if not 1 <= years <= LAST_YEAR - BASE_YEAR:
        raise ValueError(f"horizon {horizon} is not in {BASE_YEAR + 1}..{LAST_YEAR}")
    for what, array, shape in (
        ("z", z, (years, len(d.shocks), members)),
        ("events", events, (years, len(d.shocks))),
        ("plan", plan, (years, len(d.projects), len(d.sources))),
    ):
        if array.shape != shape:
            raise ValueError(f"{what} has shape {array.shape}, expected {shape}")
    if set(parameters) != set(d.parameters):
        raise ValueError(f"parameters missing or unknown: {sorted(set(parameters) ^ set(d.parameters))}")
    unknown = set(constants or {}) - set(d.constants)
    if unknown:
        raise ValueError(f"unknown constants: {sorted(unknown)}")
    if plan[:, d.cost == 0].any():
        raise ValueError("money is planned for a project whose planned cost is 0")

    constants = SimpleNamespace(**{**d.constants, **(constants or {})})
    parameters = {name: np.broadcast_to(np.asarray(v, dtype=float), members) for name, v in parameters.items()}
    blocks = series_blocks(d)
    names = [name for _, block in blocks for name in block]
    series = np.empty((len(names), years + 1, members)) if out is None else out
    if series.shape != (len(names), years + 1, members):
        raise ValueError(f"out has shape {series.shape}, expected {(len(names), years + 1, members)}")
    for first in range(0, members, chunk):
        part = slice(first, min(first + chunk, members))
        record, row = {}, 0
        for block, block_names in blocks:
            record[block] = series[row : row + len(block_names), :, part]
            row += len(block_names)
        run_chunk(d, constants, {n: v[part] for n, v in parameters.items()}, z[:, :, part], events, plan, record)
    return dict(zip(names, series))


def column_vector(values):
    return np.asarray(values)[:, None]


def rows_of(names, wanted):
    """Where `wanted` stand in `names`: a slice when they are neighbours (a view), else an index array (a copy)."""
    return slice_if_neighbours([names.index(name) for name in wanted])


def slice_if_neighbours(at):
    return slice(at[0], at[-1] + 1) if at == list(range(at[0], at[0] + len(at))) else np.array(at)


def softplus(y):
    """ln(1 + exp(40 y))/40, written so that nothing overflows."""
    return np.maximum(y, 0.0) + np.log1p(np.exp(-WATER_SHARPNESS * np.abs(y))) / WATER_SHARPNESS


def run_chunk(d, c, parameters, z, events, plan, record):
    """All years of one chunk of members; `record[block]` is written as [series][year][member]."""
    years, _, members = z.shape
    col = column_vector

    def stack(name, keys):
        return np.stack([parameters[f"{name}.{key}"] for key in keys])

    # Uncertain parameters of these members
    value_added_scale, crowding_in = parameters["value_added_scale"], parameters["crowding_in"]
    purchase_additionality = parameters["purchase_additionality"]
    water_elasticity, consumption_scale = parameters["water_elasticity"], parameters["consumption_scale"]
    export_trend_shift, outside_wage_trend = parameters["export_trend_shift"], parameters["outside_wage_trend"]
    stable_job_base = parameters["stable_job_base"]
    efficacy, maturation = stack("efficacy", d.projects), stack("maturation", d.projects)
    arrival = stack("arrival", d.sources)
    pillar_scale = stack("pillar_elasticity_scale", d.pillars) / 100  # per point of the index
    income_scale = stack("income_elasticity_scale", d.component)
    deflator_shift = stack("deflator_shift", d.industries)
    comparator_shift = stack("comparator_growth_shift", [m.removeprefix("ningxia_income_") for m in d.comparators])

    # Where the shocks stand
    tfp_rows = rows_of(d.shocks, [f"tfp_{s}" for s in d.sectors])
    arrival_rows = rows_of(d.shocks, [f"arrival_{f}" for f in d.sources])
    comparator_rows = rows_of(d.shocks, d.comparators)
    deflator_rows = rows_of(d.shocks, [f"deflator_{k}" for k in d.industries])
    wage_row, water_row, export_row = (d.shocks.index(name) for name in ("outside_wage", "water", "export"))

    # What does not change over the years
    cost = col(np.where(d.cost > 0, d.cost, 1.0))  # without planned cost there is no money either: all stays 0
    capacity = stack("absorption", d.projects) * cost  # cap_p
    curved = col(d.curvature != 0)
    minus_curvature = col(np.where(d.curvature != 0, -d.curvature, 1.0))
    curve_scale = 1 / np.expm1(minus_curvature)
    sigma_f, arrival_drift = col(d.sigma_arrival), col(d.sigma_arrival**2 / 2)
    V0 = col(d.V2020) * value_added_scale
    K0 = col(d.kv) * V0
    mean_capital_2020 = K0 * (1 + 1 / (1 + c.baseline_capital_growth))
    survival = col(1 - d.delta)
    replacement = col((d.delta + c.baseline_capital_growth) * d.kv)
    alpha = np.clip(col(d.capital_elasticity) * parameters["capital_elasticity_scale"], *ALPHA_BOUNDS)
    labour_share = (1 - alpha) * col(c.employment_feedback * d.nu)  # (1 - alpha_s) l_s = this v_s,t-1
    tfp_trend = col(d.g) + stack("tfp_trend_shift", d.group)
    sigma_s, tau = col(d.sigma_tfp), col(d.tau)
    crops = d.sectors.index("crops")
    w0 = np.log(c.water_tightness_2020)
    industry_total = np.array([[float(k == of) for of in d.industry] for k in d.industries])
    deflator = col([getattr(c, f"deflator_{k}") for k in d.industries]) + deflator_shift
    deflator_sigma = col([getattr(c, f"deflator_sigma_{k}") for k in d.industries])
    rural, urban = (slice_if_neighbours([i for i, h in enumerate(d.household) if h == kind]) for kind in ("rural", "urban"))
    y0 = col(d.y2020) * np.exp(stack("income_base", d.household))
    line_trend = col(d.income_trend + c.consumer_price) + stack("income_trend_shift", d.household)
    regional = np.zeros((len(d.lines), len(d.comparators)))  # which comparator pulls a line: rural by rural, urban by all
    for i, household in enumerate(d.household):
        regional[i, d.comparators.index("ningxia_income_" + {"rural": "rural", "urban": "all"}[household])] = c.regional_link
    jobs_2020 = d.jobs2020.sum()
    percent = np.flatnonzero(d.outcome_percent)
    infrastructure_task = d.outcomes.index("infrastructure_completion") if "infrastructure_completion" in d.outcomes else None
    # (9) is linear in final demand: output over its base = household part + exports + the rest + project purchases
    multiplier = d.leontief / col(d.x0)
    household_demand = multiplier @ d.C0
    purchase_demand = multiplier @ (col(d.local) * d.H)

    # The state at t = 0
    u, q = np.zeros((len(d.projects), members)), np.zeros((len(d.projects), members))
    E, effect = np.zeros_like(u), np.zeros_like(u)  # effect_p = efficacy_p E_p
    K, V, v = K0, V0, np.zeros_like(V0)
    a = np.zeros_like(V0)
    J_base = col(d.J2020) + stack("pillar_base", d.pillars)  # J_jb
    J_gain = np.zeros_like(J_base)  # J_j - J_jb
    xi, omega, r = np.zeros(members), np.zeros(members), np.zeros(members)
    lnP = np.zeros((len(d.industries), members))
    lead = np.zeros((len(d.comparators), members))  # ln Y_m - ln Y_m0 - t ln(1 + growth_m)

    def urban_share(t):
        slope = (c.urban_share_2025 - c.urban_share_2020) / 5
        return min(URBAN_SHARE_LIMIT, c.urban_share_2020 + slope * t)

    def household_incomes(t, y):
        income_rural, income_urban = y[rural].sum(axis=0), y[urban].sum(axis=0)
        s = urban_share(t)
        return s * income_urban + (1 - s) * income_rural, income_rural, income_urban

    def outcomes(t):
        O = col(d.gain) * effect[d.outcome_project]
        O += col(d.O2020 * np.exp(d.outcome_trend * t))
        O[percent] = np.minimum(O[percent], 100.0)
        if infrastructure_task is not None:
            O[infrastructure_task] = 100 * np.minimum(1.0, q[d.outcome_project[infrastructure_task]])
        return O

    income_0 = household_incomes(0, y0)
    gdp_0 = V0.sum(axis=0)
    record["scalars"][:, 0] = (gdp_0, gdp_0, *income_0)
    record["comparators"][:, 0] = col(d.Y2020)
    record["labour_water"][:, 0] = (
        np.full(members, jobs_2020),
        stable_job_base,
        np.full(members, c.water_tightness_2020),
    )
    record["value_added"][:, 0] = V0
    record["pillar"][:, 0] = J_base
    for block in ("arrived", "executed", "unspent", "completion", "maturity"):
        record[block][:, 0] = 0.0
    record["outcome"][:, 0] = outcomes(0)
    record["income"][:, 0] = y0

    for t in range(1, years + 1):
        e = d.cholesky @ z[t - 1]
        e += col(events[t - 1])

        # (1) Money arrives
        phi = np.exp(sigma_f * e[arrival_rows] - arrival_drift)
        phi *= arrival
        np.minimum(phi, c.arrival_cap, out=phi)
        A = (plan[t - 1] * np.exp(-c.investment_price * t)) @ phi

        # (2) Absorption
        b = u + A
        x = b / capacity
        x *= x
        x += 1
        np.divide(b, np.sqrt(x, out=x), out=x)  # x_p = b_p / sqrt(1 + (b_p/cap_p)^2)
        u = b - x

        # (3) Progress and maturity
        q += x / cost
        q_capped = np.minimum(q, c.completion_cap)
        pi = np.expm1(minus_curvature * q_capped)
        pi *= curve_scale
        if not curved.all():
            pi = np.where(curved, pi, q_capped)
        pi -= E
        pi *= maturation
        E += pi
        effect_before, effect = effect, efficacy * E

        # (4) Capital
        I = d.B @ x
        I *= 1 + crowding_in
        I += replacement * V
        K_before, K = K, survival * K + I
        k = K + K_before
        k /= mean_capital_2020
        np.log(k, out=k)

        # (5) Pillars
        J_gain += d.G @ (effect - effect_before) - col(d.drift)

        # (6) Labour and (7) potential output
        a *= c.tfp_persistence
        a += sigma_s * e[tfp_rows]
        v_potential = tfp_trend * t
        v_potential += a
        v_potential += np.multiply(alpha, k, out=k)
        v_potential += labour_share * v
        v_potential += d.Theta @ (pillar_scale * J_gain)
        v_potential += d.GV @ effect

        # (8) Water decides output
        h = np.minimum(WATER_SAVING_LIMIT, d.W @ effect)
        w = w0 + water_elasticity * v_potential[crops] + np.log1p(-h) - c.water_quota_growth * t - c.water_sigma * e[water_row]
        v_potential[crops] -= (softplus(w) - softplus(w0)) / water_elasticity

        # (9) Demand
        xi += c.export_sigma * e[export_row]
        autonomous = multiplier @ (d.G0 * np.exp(c.government_growth * t) + d.I0 * np.exp(c.base_investment_growth * t))
        export_demand = multiplier @ (d.X0 * np.exp(d.export_trend * t))
        v_demand = purchase_demand @ (purchase_additionality * x)
        v_demand += col(household_demand) * np.exp(consumption_scale * r)
        v_demand += col(export_demand) * np.exp(export_trend_shift * t + xi)
        v_demand += col(autonomous)
        np.log(v_demand, out=v_demand)

        # (10) Closure
        v = tau * v_potential
        v += (1 - tau) * v_demand
        V = np.exp(v)
        V *= V0

        # (11) Prices and comparators
        lnP += deflator
        lnP += deflator_sigma * e[deflator_rows]
        gdp_nominal = np.einsum("km,km->m", industry_total @ V, np.exp(lnP))
        lead += comparator_shift
        lead += col(d.sigma_m) * e[comparator_rows]
        Y = col(d.Y2020 * (1 + d.growth_m) ** t) * np.exp(lead)

        # (12) Incomes
        omega += outside_wage_trend
        omega += c.outside_wage_sigma * e[wage_row]
        y = d.Lambda @ (v - c.population_growth * t)
        y += d.Lambda_out * omega
        y *= income_scale
        y += line_trend * t
        y += regional @ lead
        y += d.GY @ effect
        np.exp(y, out=y)
        y *= y0
        income = household_incomes(t, y)
        r = np.log(income[0] / income_0[0]) + (c.population_growth - c.consumer_price) * t  # for the next year's (9)

        # (13) Jobs
        jobs = d.jobs2020 @ np.exp(col(d.nu) * v)
        stable = stable_job_base + d.SJ @ effect / 100 + JOBS_TO_STABLE_JOBS * np.log(jobs / jobs_2020)

        record["scalars"][:, t] = (gdp_nominal, V.sum(axis=0), *income)
        record["comparators"][:, t] = Y
        record["labour_water"][:, t] = (jobs, np.minimum(1.0, stable), np.exp(w))
        record["value_added"][:, t] = V
        np.add(J_base, J_gain, out=record["pillar"][:, t])
        record["arrived"][:, t] = A
        record["executed"][:, t] = x
        record["unspent"][:, t] = u
        np.minimum(1.0, q, out=record["completion"][:, t])
        record["maturity"][:, t] = E
        record["outcome"][:, t] = outcomes(t)  # (14) Physical outcomes
        record["income"][:, t] = y


# --------------------------------------------------------------------------------------------------- the speed


def main():
    """Time the model alone: draws exist beforehand, every series is kept."""
    parser = argparse.ArgumentParser(description="Measure the speed of the NumPy model.")
    parser.add_argument("district", help="folder of the district's CSV files")
    parser.add_argument("--members", type=int, default=20000)
    parser.add_argument("--horizon", type=int, default=2025)
    parser.add_argument("--chunk", type=int, default=4096)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    d = load_district(arguments.district)
    rng = np.random.default_rng(20210410)
    years = arguments.horizon - BASE_YEAR
    parameters = draw_parameters(d, arguments.members, rng)
    z = rng.standard_normal((years, len(d.shocks), arguments.members))
    events, plan = np.zeros((years, len(d.shocks))), planned_funding(d, arguments.horizon)
    out = np.empty((sum(len(names) for _, names in series_blocks(d)), years + 1, arguments.members))
    seconds = []
    for _ in range(arguments.repeats):
        wall, cpu = time.perf_counter(), time.process_time()
        series = run(d, parameters, z, events, plan, arguments.horizon, chunk=arguments.chunk, out=out)
        seconds.append((time.perf_counter() - wall, time.process_time() - cpu))
    wall, cpu = min(seconds)
    print(
        f"{arguments.members} members, 2021-{arguments.horizon}, chunk {arguments.chunk}: best of {arguments.repeats} "
        f"{wall:.4f} s wall, {cpu:.4f} s cpu, {arguments.members / wall:,.0f} members/s; "
        f"mean nominal GDP of {arguments.horizon}: {series['gdp_nominal'][-1].mean():.6f}"
    )


if __name__ == "__main__":
    main()
