"""Writes trees.json beside this file: python3 reference.py (needs mpmath and scipy).

Plans drawn at random over the whole of the plan format, each with its tree worked out a second time and another way than
the engine's: delays by the difference formula in 40 digits, customers by closed sums over the month they were won
instead of month after month, goals by summing over channels, and every solved quantity by Brent's method on the
whole forward calculation.
"""

import json
import pathlib
import random
from copy import deepcopy
from functools import cache
from math import fsum, prod

from mpmath import gammainc, mp, mpf
from scipy.optimize import brentq

HERE = pathlib.Path(__file__).parent
PLANS = 60
mp.dps = 40


@cache
def distribution(shape, scale, x):
    """F(x) of a Gamma, in many digits."""
    return gammainc(shape, 0, mpf(x) / scale, regularized=True) if x > 0 else mpf(0)


@cache
def arrived_shares(delays, cv, months, even):
    """By stage from the start on and by month: the share that has arrived by the end of the month."""
    rows = []
    for j in range(len(delays) + 1):
        steps = [mpf(d) for d in delays[:j]]
        mean, variance = sum(steps, mpf(0)), sum(((mpf(cv) * d) ** 2 for d in steps), mpf(0))

        def integral(x):
            if x <= 0:
                return mpf(0)
            if variance == 0:
                return max(x - mean, mpf(0))
            a, theta = mean**2 / variance, variance / mean
            return x * distribution(a, theta, x) - a * theta * distribution(a + 1, theta, x)

        def within(x):
            if variance == 0:
                return mpf(1) if x > mean else mpf(0)
            return distribution(mean**2 / variance, variance / mean, x)

        mass = lambda k: max(integral(k + 1) - 2 * integral(k) + integral(k - 1), mpf(0))
        row, total = [], mpf(0)
        for k in range(months):
            total = total + mass(k) if even else within(k + 1)
            row.append(total if not rows else min(total, rows[-1][k]))
        rows.append(row)
    return [[float(share) for share in row] for row in rows]


def rates_of(plan, enters, own):
    return [own.get(stage["id"], stage["rate"])["mean"] for stage in plan["stages"][enters + 1 :]]


def weights(plan):
    first = int(plan["period"]["start"][5:]) - 1
    chosen = [plan["seasonality"][(first + t) % 12] for t in range(plan["period"]["months"])]
    return [weight * len(chosen) / fsum(chosen) for weight in chosen]


def counted(plan, volume):
    numbers = volume.get("monthly_entries", volume.get("monthly_budget"))
    each = numbers if isinstance(numbers, list) else [numbers * weight for weight in weights(plan)]
    return [number / volume.get("cost_per_entry", 1) for number in each]


def arrivals_of_channel(plan, channel):
    ids = [stage["id"] for stage in plan["stages"]]
    months, enters = plan["period"]["months"], ids.index(channel["enters"])
    rates = rates_of(plan, enters, channel["rates"])
    share = prod(rates[: ids.index(channel["counted_at"]) - enters])
    entries = [count / share for count in counted(plan, channel["volume"])]
    delays = tuple(stage["delay_months"] for stage in plan["stages"][enters + 1 :])
    shares = arrived_shares(delays, plan["delay_cv"], months, True)
    stages = [[0.0] * months for _ in ids]
    for j, row in enumerate(shares):
        kernel = [row[0]] + [late - early for early, late in zip(row, row[1:])]
        reach = prod(rates[:j])
        stages[enters + j] = [reach * fsum(entries[s] * kernel[t - s] for s in range(t + 1)) for t in range(months)]
    return stages


def arrivals_of_opening(plan, stage, count):
    ids = [each["id"] for each in plan["stages"]]
    months, start = plan["period"]["months"], ids.index(stage)
    rates = rates_of(plan, start, {})
    delays = tuple(each["delay_months"] for each in plan["stages"][start + 1 :])
    shares = arrived_shares(delays, plan["delay_cv"], months, False)
    stages = [[0.0] * months for _ in ids]
    for j, row in list(enumerate(shares))[1:]:
        reach = prod(rates[:j])
        stages[start + j] = [count * reach * (late - early) for early, late in zip([0.0] + row, row)]
    return stages


def add(left, right):
    return [[a + b for a, b in zip(x, y)] for x, y in zip(left, right)]


def revenue(plan, wins, with_opening):
    """Fees and single payments of each month, by closed sums."""
    months, customers = plan["period"]["months"], plan.get("customers")
    recurring = plan["deal"]["kind"] == "recurring"
    value = plan["deal"]["monthly_fee" if recurring else "value"]["mean"]
    churn = customers["monthly_churn"]["mean"] if customers else 0.0
    stay = 1.0 - churn
    opening = customers["opening"] if customers and customers["counted"] and with_opening else 0
    joined = wins if recurring else [0.0] * months
    active = [opening * stay ** (t + 1) + fsum(joined[s] * stay ** (t - s) for s in range(t + 1)) for t in range(months)]
    fees, once = [], []
    for t in range(months):
        fee = opening * customers["monthly_fee"] * stay ** (t + 1) if opening else 0.0
        fee += fsum(joined[s] * value * stay ** (t - s) for s in range(t + 1))
        paid = 0.0 if recurring else wins[t] * value
        for expansion in customers["expansions"] if customers else []:
            rate = expansion["yearly_rate"]["mean"] / 12
            if expansion["kind"] == "recurring":
                fee += fsum(active[s] * rate * expansion["value"] * stay ** (t - s) for s in range(t + 1))
            else:
                paid += active[t] * rate * expansion["value"]
        fees.append(fee)
        once.append(paid)
    return fees, once


def forward(plan):
    """Arrivals and goal, of what is fixed and of what is scaled, at multiplier 1."""
    months = plan["period"]["months"]
    fixed = [[0.0] * months for _ in plan["stages"]]
    scaled = deepcopy(fixed)
    for channel in plan["channels"]:
        arrivals = arrivals_of_channel(plan, channel)
        if channel["fixed"]:
            fixed = add(fixed, arrivals)
        else:
            scaled = add(scaled, arrivals)
    for stage, count in plan["pipeline"].items():
        fixed = add(fixed, arrivals_of_opening(plan, stage, count))
    result = {"fixed": fixed, "scaled": scaled}
    for part, arrivals in list(result.items()):
        fees, once = revenue(plan, arrivals[-1], part == "fixed")
        result[part + "_revenue"] = [a + b for a, b in zip(fees, once)]
        exit_arr = plan["goal"]["measure"] == "exit_arr"
        result[part + "_goal"] = 12 * fees[-1] if exit_arr else fsum(fees) + fsum(once)
    return result


def goal(plan):
    result = forward(plan)
    return result["fixed_goal"] + result["scaled_goal"]


def with_value(plan, quantity, value):
    plan = deepcopy(plan)
    kind, _, name = quantity.partition(":")
    stages = {stage["id"]: stage for stage in plan["stages"]}
    if kind == "deal_value":
        next(iter(v for k, v in plan["deal"].items() if k in ("value", "monthly_fee")))["mean"] = value
    elif kind == "rate":
        stages[name]["rate"]["mean"] = value
    elif kind == "delay":
        stages[name]["delay_months"] = value
    elif kind == "churn":
        plan["customers"]["monthly_churn"]["mean"] = value
    elif kind == "budget":
        volume = next(channel for channel in plan["channels"] if channel["id"] == name)["volume"]
        budget = volume["monthly_budget"]
        mean = fsum(budget) / len(budget) if isinstance(budget, list) else budget
        volume["monthly_budget"] = [b * value / mean for b in budget] if isinstance(budget, list) else value
    return plan


def entered(plan, quantity):
    kind, _, name = quantity.partition(":")
    stage = next((stage for stage in plan["stages"] if stage["id"] == name), {})
    if kind == "delay":
        return stage["delay_months"]
    return None


def solve(plan):
    """The solved value, the multiplier, and the plan with the value put in; None where no value in range does it."""
    quantity, target = plan["solve_for"], plan["goal"]["target"]
    if quantity == "none":
        return goal(plan), 1.0, plan
    if quantity == "volume":
        result = forward(plan)
        if result["fixed_goal"] >= target or result["scaled_goal"] == 0:
            return None
        multiplier = (target - result["fixed_goal"]) / result["scaled_goal"]
        return multiplier, multiplier, plan
    distance = lambda value: goal(with_value(plan, quantity, value)) / target - 1
    low, high = {"rate": (1e-9, 1), "churn": (0, 1), "deal_value": (0, 1e12), "budget": (1e-3, 1e12)}.get(
        quantity.partition(":")[0], (0, 36)
    )
    if quantity.startswith("delay"):
        value = nearest_crossing(distance, entered(plan, quantity), high)
    else:
        value = brentq(distance, low, high, xtol=1e-300, rtol=1e-15) if distance(low) * distance(high) < 0 else None
    return value and (value, 1.0, with_value(plan, quantity, value))


def nearest_crossing(distance, start, end):
    """The crossing nearest to the start, on a grid finer than the engine's."""
    grid = sorted({k / 10 for k in range(0, 10 * end + 1)} | {start})
    values = [distance(x) for x in grid]
    brackets = [(a, b) for a, b, u, v in zip(grid, grid[1:], values, values[1:]) if u * v < 0]
    roots = [brentq(distance, a, b, xtol=1e-14, rtol=1e-15) for a, b in brackets]
    return min(roots, key=lambda x: abs(x - start)) if roots else None


def random_rate(draw, low=0.02, high=0.9):
    return {"mean": round(draw.uniform(low, high), 3), "evidence": draw.choice([0.1, 20, 300, 1e9])}


def random_volume(draw, months):
    each = lambda make: [make() for _ in range(months)] if draw.random() < 0.4 else make()
    if draw.random() < 0.5:
        return {"monthly_entries": each(lambda: round(draw.uniform(0.5, 300), 2))}
    return {
        "monthly_budget": each(lambda: draw.randrange(50_000, 3_000_000, 1000)),
        "cost_per_entry": draw.randrange(500, 90_000),
    }


def random_channel(draw, number, stages, months):
    enters = draw.randrange(0, len(stages) - 1) if number else 0
    counted_at = draw.randrange(enters, len(stages)) if draw.random() < 0.3 else enters
    own = [stage["id"] for stage in stages[enters + 1 :] if draw.random() < 0.25]
    return {
        "id": f"channel_{number}",
        "enters": stages[enters]["id"],
        "counted_at": stages[counted_at]["id"],
        "volume": random_volume(draw, months),
        "fixed": number > 0 and draw.random() < 0.3,
        "rates": {stage: random_rate(draw) for stage in own},
    }


def random_customers(draw):
    expansion = lambda n: {
        "id": f"more_{n}",
        "yearly_rate": random_rate(draw),
        "value": draw.randrange(1000, 900_000),
        "kind": draw.choice(["one_off", "recurring"]),
    }
    return {
        "counted": draw.random() < 0.7,
        "opening": draw.choice([0, 7, 60]),
        "monthly_fee": draw.randrange(10_000, 200_000),
        "monthly_churn": random_rate(draw, 0.002, 0.2),
        "expansions": [expansion(n) for n in range(draw.randrange(0, 5))],
    }


def random_plan(draw):
    months = draw.choice([1, 3, 12, 12, 18, 36, 60])
    delay = lambda: draw.choice([0, 0, round(draw.uniform(0, 3), 2), draw.randrange(0, 9)])
    stages = [{"id": "stage_0"}]
    for n in range(1, draw.randrange(2, 7)):
        stages.append({"id": f"stage_{n}", "rate": random_rate(draw), "delay_months": delay()})
    recurring = draw.random() < 0.5
    deal = {"kind": "recurring" if recurring else "one_off"}
    mean = draw.randrange(20_000, 300_000) if recurring else draw.randrange(100_000, 9_000_000)
    deal["monthly_fee" if recurring else "value"] = {"mean": mean}
    plan = {
        "version": 1,
        "period": {"start": f"2026-{draw.randrange(1, 13):02d}", "months": months},
        "goal": {"measure": "exit_arr" if recurring and draw.random() < 0.5 else "period_revenue", "target": 0},
        "stages": stages,
        "delay_cv": draw.choice([0, 0.3, 0.6, 0.6, 1, 3]),
        "deal": deal,
        "channels": [random_channel(draw, n, stages, months) for n in range(draw.randrange(1, 5))],
        "seasonality": [round(draw.uniform(0.2, 2), 2) for _ in range(12)],
        "pipeline": {stage["id"]: draw.randrange(1, 50) for stage in stages[:-1] if draw.random() < 0.3},
    }
    if draw.random() < 0.6:
        plan["customers"] = random_customers(draw)
    plan["goal"]["target"] = float(f"{goal(plan) * draw.uniform(0.8, 1.3):.4g}")
    plan["solve_for"] = random_quantity(draw, plan)
    return plan


def random_quantity(draw, plan):
    """What is asked of a plan: each kind as often as any other, the volume twice."""
    budgets = [f"budget:{c['id']}" for c in plan["channels"] if "monthly_budget" in c["volume"]]
    steps = [[f"{kind}:{stage['id']}" for stage in plan["stages"][1:]] for kind in ("rate", "delay")]
    kinds = [["none"], ["volume"], ["volume"], ["deal_value"], budgets, *steps]
    kinds.append(["churn"] if "customers" in plan else [])
    return draw.choice(draw.choice([kind for kind in kinds if kind]))


def case(plan):
    answer = solve(plan) if plan["goal"]["target"] > 0 else None
    if answer is None:
        return None
    value, multiplier, solved = answer
    result = forward(solved)
    sums = [fsum(fixed) + multiplier * fsum(scaled) for fixed, scaled in zip(result["fixed"], result["scaled"])]
    months = zip(result["fixed_revenue"], result["scaled_revenue"])
    return {
        "plan": plan,
        "solved_value": value,
        "multiplier": multiplier,
        "base": result["fixed_goal"],
        "expected_goal": result["fixed_goal"] + multiplier * result["scaled_goal"],
        "stages": sums,
        "monthly_revenue": [fixed + multiplier * scaled for fixed, scaled in months],
    }


if __name__ == "__main__":
    draw = random.Random(20260401)
    cases = []
    while len(cases) < PLANS:
        found = case(random_plan(draw))
        if found and found["expected_goal"] > 0:
            cases.append(found)
            print(len(cases), found["plan"]["solve_for"], found["solved_value"], flush=True)
    with open(HERE / "trees.json", "w") as file:
        json.dump(cases, file, separators=(",", ":"))
        file.write("\n")
