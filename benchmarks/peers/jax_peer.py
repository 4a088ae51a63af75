"""The JAX peer: the same equations in jax.numpy, one jit-compiled function of all years, double precision.

    python jax_peer.py DRAWS

Prints a line of JSON: the deviation from the program's trace, and for the fastest number of members in a call the nanoseconds a
member of processor time on one core; with --all-cores those on the wall. Comments carry the equation numbers (1) to (14) as in reference_model.py.
"""

import argparse
import os
import sys
from types import SimpleNamespace

# One core unless asked otherwise, settled before the library makes its threads: processor time on a core is what a busy machine
# changes least.
if "--all-cores" not in sys.argv:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import jax  # noqa: E402

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402

import common  # noqa: E402
import reference_model as reference  # noqa: E402


def col(values):
    return np.asarray(values)[:, None]


def softplus(y):
    return jnp.maximum(y, 0.0) + jnp.log1p(jnp.exp(-reference.WATER_SHARPNESS * jnp.abs(y))) / reference.WATER_SHARPNESS


def model(d, events, plan, horizon):
    """A function of ({parameter: [M]}, z[year][shock][M]) that gives {block: [year][series][M]}; the rest is constant."""
    c = SimpleNamespace(**d.constants)
    years = horizon - reference.BASE_YEAR
    rows = {shock: at for at, shock in enumerate(d.shocks)}
    tfp = np.array([rows[f"tfp_{s}"] for s in d.sectors])
    arrivals = np.array([rows[f"arrival_{f}"] for f in d.sources])
    comparators = np.array([rows[m] for m in d.comparators])
    deflators = np.array([rows[f"deflator_{k}"] for k in d.industries])
    cost = col(np.where(d.cost > 0, d.cost, 1.0))
    curved = col(d.curvature != 0)
    minus_curvature = col(np.where(d.curvature != 0, -d.curvature, 1.0))
    curve_scale = 1 / np.expm1(minus_curvature)
    crops = d.sectors.index("crops")
    w0 = np.log(c.water_tightness_2020)
    sp0 = np.maximum(w0, 0) + np.log1p(np.exp(-reference.WATER_SHARPNESS * abs(w0))) / reference.WATER_SHARPNESS
    industry_total = np.array([[float(k == of) for of in d.industry] for k in d.industries])
    rural = np.array([i for i, h in enumerate(d.household) if h == "rural"])
    urban = np.array([i for i, h in enumerate(d.household) if h == "urban"])
    regional = np.zeros((len(d.lines), len(d.comparators)))
    for i, household in enumerate(d.household):
        name = "ningxia_income_" + {"rural": "rural", "urban": "all"}[household]
        regional[i, d.comparators.index(name)] = c.regional_link
    jobs_2020 = d.jobs2020.sum()
    percent = col(np.where(d.outcome_percent, 100.0, np.inf))
    infrastructure = d.outcomes.index("infrastructure_completion") if "infrastructure_completion" in d.outcomes else None
    multiplier = d.leontief / col(d.x0)
    household_demand = col(multiplier @ d.C0)
    purchase_demand = multiplier @ (col(d.local) * d.H)

    def share(t):
        slope = (c.urban_share_2025 - c.urban_share_2020) / 5
        return min(reference.URBAN_SHARE_LIMIT, c.urban_share_2020 + slope * t)

    def all_years(parameters, z):
        def stack(name, keys):
            return jnp.stack([parameters[f"{name}.{key}"] for key in keys])

        members = z.shape[2]
        capacity = stack("absorption", d.projects) * cost
        efficacy, maturation = stack("efficacy", d.projects), stack("maturation", d.projects)
        arrival = stack("arrival", d.sources)
        pillar_scale = stack("pillar_elasticity_scale", d.pillars) / 100
        income_scale = stack("income_elasticity_scale", d.component)
        V0 = col(d.V2020) * parameters["value_added_scale"]
        K0 = col(d.kv) * V0
        alpha = jnp.clip(col(d.capital_elasticity) * parameters["capital_elasticity_scale"], *reference.ALPHA_BOUNDS)
        labour = (1 - alpha) * col(c.employment_feedback * d.nu)
        trend = col(d.g) + stack("tfp_trend_shift", d.group)
        deflator = col([getattr(c, f"deflator_{k}") for k in d.industries]) + stack("deflator_shift", d.industries)
        deflator_sigma = col([getattr(c, f"deflator_sigma_{k}") for k in d.industries])
        comparator_shift = stack("comparator_growth_shift", [m.removeprefix("ningxia_income_") for m in d.comparators])
        y0 = col(d.y2020) * jnp.exp(stack("income_base", d.household))
        line_trend = col(d.income_trend + c.consumer_price) + stack("income_trend_shift", d.household)
        elasticity = parameters["water_elasticity"]
        J_base = col(d.J2020) + stack("pillar_base", d.pillars)

        zero = jnp.zeros((len(d.projects), members))
        u, q, E, effect = zero, zero, zero, zero
        K, V, v, a = K0, V0, jnp.zeros_like(V0), jnp.zeros_like(V0)
        J_gain = jnp.zeros_like(J_base)
        xi, omega, r = jnp.zeros(members), jnp.zeros(members), jnp.zeros(members)
        lnP = jnp.zeros((len(d.industries), members))
        lead = jnp.zeros((len(d.comparators), members))

        def incomes(t, y):
            income_rural, income_urban = y[rural].sum(axis=0), y[urban].sum(axis=0)
            return share(t) * income_urban + (1 - share(t)) * income_rural, income_rural, income_urban

        def outcomes(t, effect, q):
            O = col(d.gain) * effect[d.outcome_project] + col(d.O2020 * np.exp(d.outcome_trend * t))
            O = jnp.minimum(O, percent)
            if infrastructure is not None:
                O = O.at[infrastructure].set(100 * jnp.minimum(1.0, q[d.outcome_project[infrastructure]]))
            return O

        income_0 = incomes(0, y0)
        gdp_0 = V0.sum(axis=0)
        record = {
            "scalars": [jnp.stack((gdp_0, gdp_0, *income_0))],
            "comparators": [jnp.broadcast_to(col(d.Y2020), lead.shape)],
            "labour_water": [
                jnp.stack((jnp.full(members, jobs_2020), parameters["stable_job_base"], jnp.full(members, c.water_tightness_2020)))
            ],
            "value_added": [V0], "pillar": [J_base], "arrived": [zero], "executed": [zero], "unspent": [zero],
            "completion": [zero], "maturity": [zero], "outcome": [outcomes(0, effect, q)], "income": [y0],
        }  # fmt: skip
        for t in range(1, years + 1):
            e = d.cholesky @ z[t - 1] + col(events[t - 1])
            phi = arrival * jnp.exp(col(d.sigma_arrival) * e[arrivals] - col(d.sigma_arrival**2 / 2))  # (1)
            A = (plan[t - 1] * np.exp(-c.investment_price * t)) @ jnp.minimum(phi, c.arrival_cap)
            b = u + A  # (2)
            x = b / jnp.sqrt(1 + (b / capacity) ** 2)
            u = b - x
            q = q + x / cost  # (3)
            capped = jnp.minimum(q, c.completion_cap)
            pi = jnp.where(curved, jnp.expm1(minus_curvature * capped) * curve_scale, capped)
            E = E + maturation * (pi - E)
            effect_before, effect = effect, efficacy * E
            I = (d.B @ x) * (1 + parameters["crowding_in"]) + col((d.delta + c.baseline_capital_growth) * d.kv) * V  # (4)
            K_before, K = K, col(1 - d.delta) * K + I
            k = jnp.log((K + K_before) / (K0 * (1 + 1 / (1 + c.baseline_capital_growth))))
            J_gain = J_gain + d.G @ (effect - effect_before) - col(d.drift)  # (5)
            a = c.tfp_persistence * a + col(d.sigma_tfp) * e[tfp]  # (6), (7)
            potential = trend * t + a + alpha * k + labour * v + d.Theta @ (pillar_scale * J_gain) + d.GV @ effect
            h = jnp.minimum(reference.WATER_SAVING_LIMIT, d.W @ effect)  # (8)
            w = w0 + elasticity * potential[crops] + jnp.log1p(-h) - c.water_quota_growth * t - c.water_sigma * e[rows["water"]]
            potential = potential.at[crops].add(-(softplus(w) - sp0) / elasticity)
            xi = xi + c.export_sigma * e[rows["export"]]  # (9)
            autonomous = multiplier @ (d.G0 * np.exp(c.government_growth * t) + d.I0 * np.exp(c.base_investment_growth * t))
            exports = multiplier @ (d.X0 * np.exp(d.export_trend * t))
            demand = purchase_demand @ (parameters["purchase_additionality"] * x)
            demand = demand + household_demand * jnp.exp(parameters["consumption_scale"] * r)
            demand = demand + col(exports) * jnp.exp(parameters["export_trend_shift"] * t + xi) + col(autonomous)
            v = col(d.tau) * potential + (1 - col(d.tau)) * jnp.log(demand)  # (10)
            V = V0 * jnp.exp(v)
            lnP = lnP + deflator + deflator_sigma * e[deflators]  # (11)
            nominal = ((industry_total @ V) * jnp.exp(lnP)).sum(axis=0)
            lead = lead + comparator_shift + col(d.sigma_m) * e[comparators]
            Y = col(d.Y2020 * (1 + d.growth_m) ** t) * jnp.exp(lead)
            omega = omega + parameters["outside_wage_trend"] + c.outside_wage_sigma * e[rows["outside_wage"]]  # (12)
            response = d.Lambda @ (v - c.population_growth * t) + d.Lambda_out * omega
            y = y0 * jnp.exp(income_scale * response + line_trend * t + regional @ lead + d.GY @ effect)
            income = incomes(t, y)
            r = jnp.log(income[0] / income_0[0]) + (c.population_growth - c.consumer_price) * t
            jobs = d.jobs2020 @ jnp.exp(col(d.nu) * v)  # (13)
            stable = parameters["stable_job_base"] + d.SJ @ effect / 100
            stable = stable + reference.JOBS_TO_STABLE_JOBS * jnp.log(jobs / jobs_2020)
            record["scalars"].append(jnp.stack((nominal, V.sum(axis=0), *income)))
            record["comparators"].append(Y)
            record["labour_water"].append(jnp.stack((jobs, jnp.minimum(1.0, stable), jnp.exp(w))))
            record["value_added"].append(V)
            record["pillar"].append(J_base + J_gain)
            record["arrived"].append(A)
            record["executed"].append(x)
            record["unspent"].append(u)
            record["completion"].append(jnp.minimum(1.0, q))
            record["maturity"].append(E)
            record["outcome"].append(outcomes(t, effect, q))  # (14)
            record["income"].append(y)
        # One array a block and year: joining them would only be a copy.
        return record

    return jax.jit(all_years)


def run(district, parameters, z, events, plan, horizon):
    """As reference_model.run, for the check."""
    record = model(district, events, plan, horizon)({n: jnp.asarray(v) for n, v in parameters.items()}, jnp.asarray(z))
    series = {}
    for block, names in reference.series_blocks(district):
        for row, name in enumerate(names):
            series[name] = np.stack([np.asarray(year)[row] for year in record[block]])
    return series


def fastest(draws, compiled):
    """(processor, wall nanoseconds a member, members) of the number of members a call that takes the least processor time."""
    found = []
    for members in (512, 1024, 2048, 4096, 8192):
        parameters = {name: jnp.asarray(values[:members]) for name, values in draws.parameters.items()}
        z = jnp.asarray(draws.normals[:, :, :members])
        body = lambda: jax.block_until_ready(compiled(parameters, z))  # noqa: E731
        body()
        wall, cpu = common.best(body, 20, least_seconds=1.5)
        found.append((1e9 * cpu / members, 1e9 * wall / members, members))
    return min(found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("draws")
    parser.add_argument("--all-cores", action="store_true", help="report the wall time with all cores")
    arguments = parser.parse_args()
    deviation = common.check(arguments.draws, run)
    draws = common.load_draws(arguments.draws)
    compiled = model(draws.district, draws.events, draws.plan, draws.horizon)
    cpu, wall, members = fastest(draws, compiled)
    loop = wall if arguments.all_cores else cpu
    common.report(jax=jax.__version__, deviation=deviation, chunk=members, loop=loop, cores=len(os.sched_getaffinity(0)))


if __name__ == "__main__":
    main()
