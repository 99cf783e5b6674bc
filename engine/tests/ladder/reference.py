"""Writes plans.json beside this file: python3 reference.py (needs numpy and scipy).

Generated plans whose odds are known exactly. Wins are Poisson numbers given the parameters (negative binomial where a volume
is overdispersed), the opening pipeline adds binomial numbers, deal values sum to Gamma numbers, customers who stay are
thinned Poisson numbers: laws are convolved on the counts, and uncertain parameters are integrated out over their quantiles.
Where no law is at hand the mean is: the tree's, with the moments of a Beta churn in place of powers of its mean.
"""

import json
import pathlib
import random
from math import fsum, prod

import numpy as np
from scipy.stats import beta, binom, gamma, lognorm, nbinom, poisson

HERE = pathlib.Path(__file__).parent
NODES = 120  # of the integral over one uncertain parameter


def arrived(delays, cv, months, even):
    """By stage from the start on and by month: the share that has arrived by the end of the month."""
    rows, k = [], np.arange(months)
    for j in range(len(delays) + 1):
        mean, variance = sum(delays[:j]), sum((cv * d) ** 2 for d in delays[:j])
        if variance == 0:
            integral = lambda x: np.maximum(x - mean, 0.0)
            within = lambda x: np.where(x > mean, 1.0, 0.0)
        else:
            a, theta = mean**2 / variance, variance / mean
            within = lambda x: gamma.cdf(x, a, scale=theta)
            integral = lambda x: x * gamma.cdf(x, a, scale=theta) - a * theta * gamma.cdf(x, a + 1, scale=theta)
        row = integral(k + 1.0) - integral(k * 1.0) if even else within(k + 1.0)
        rows.append(row if not rows else np.minimum(row, rows[-1]))
    return rows


class Funnel:
    """A plan at one value of every parameter."""

    def __init__(self, plan, rates=None, volumes=None):
        self.plan, self.months = plan, plan["period"]["months"]
        self.ids = [stage["id"] for stage in plan["stages"]]
        self.rates, self.volumes = rates or {}, volumes or {}

    def rate(self, stage, channel=None):
        own = (channel or {}).get("rates", {})
        source = f"rate:{stage['id']}@{channel['id']}" if stage["id"] in own else f"rate:{stage['id']}"
        mean = own.get(stage["id"], stage["rate"])["mean"]
        return self.rates.get(source, mean)

    def path(self, start, channel=None):
        steps = self.plan["stages"][start + 1 :]
        rates = [self.rate(stage, channel) for stage in steps]
        delays = [stage.get("delay_months", 0) for stage in steps]
        return prod(rates), arrived(delays, self.plan["delay_cv"], self.months, channel is not None)[-1]

    def entries(self, channel):
        """Entries by month; means decide how many entries explain a count, whatever the rates are."""
        volume, start = channel["volume"]["monthly_entries"], self.ids.index(channel["enters"])
        counted = self.ids.index(channel.get("counted_at", channel["enters"]))
        means = [channel.get("rates", {}).get(s["id"], s.get("rate"))["mean"] for s in self.plan["stages"][start + 1 : counted + 1]]
        each = volume if isinstance(volume, list) else [volume] * self.months
        return np.array(each) / prod(means) * self.volumes.get(channel["id"], 1.0)

    def channel_wins(self, channel):
        """Expected wins in the period by month of entry, and by month of winning."""
        reach, shares = self.path(self.ids.index(channel["enters"]), channel)
        entries = self.entries(channel)
        kernel = np.diff(shares, prepend=0.0)
        by_entry = entries * reach * shares[::-1]
        by_month = reach * np.array([np.dot(entries[: t + 1], kernel[t::-1]) for t in range(self.months)])
        return by_entry, by_month

    def standing_wins(self):
        """How many stand where, and the share of them that is won by the end of each month."""
        for stage, count in self.plan.get("pipeline", {}).items():
            reach, shares = self.path(self.ids.index(stage))
            yield count, reach * shares


def size_for(mean):
    return int(mean + 12 * mean**0.5 + 60)


def wins_law(funnel):
    """The probabilities of each number of wins in the period."""
    law, steady = np.ones(1), 0.0
    for channel in funnel.plan["channels"]:
        by_entry, _ = funnel.channel_wins(channel)
        spread = channel.get("overdispersion", 0.0)
        if spread == 0:
            steady += by_entry.sum()
            continue
        size = 1 / spread**2
        for mean in by_entry[by_entry > 0]:
            part = nbinom.pmf(np.arange(size_for(mean) + int(30 * mean * spread)), size, size / (size + mean))
            law = np.convolve(law, part)
    law = np.convolve(law, poisson.pmf(np.arange(size_for(steady)), steady))
    for count, shares in funnel.standing_wins():
        law = np.convolve(law, binom.pmf(np.arange(count + 1), count, shares[-1]))
    return law


def deals_probability(law, value, spread, needed):
    """P(the sum of a number of deals reaches what is needed)."""
    if needed <= 0:
        return 1.0
    counts = np.arange(len(law))
    if spread == 0:
        return law[counts * value >= needed * (1 - 1e-9)].sum()
    reached = gamma.sf(needed * (1 - 1e-9), np.maximum(counts, 1) / spread**2, scale=value * spread**2)
    return np.dot(law[1:], reached[1:])


def quantile_nodes():
    """Points and weights on (0, 1) that crowd towards the ends, where quantile functions are steep."""
    x, w = np.polynomial.legendre.leggauss(NODES)
    t = 0.5 + 0.5 * x
    return t**3 * (10 - 15 * t + 6 * t**2), 0.5 * w * 30 * t**2 * (1 - t) ** 2


def quantiles(plan, source, u):
    """The quantiles of an uncertain parameter."""
    kind, _, name = source.partition(":")
    stages = {stage["id"]: stage for stage in plan["stages"]}
    channels = {channel["id"]: channel for channel in plan["channels"]}
    if kind == "rate" and "@" in name:
        stage, channel = name.split("@")
        law = channels[channel]["rates"][stage]
    elif kind == "rate":
        law = stages[name]["rate"]
    elif kind == "churn":
        law = plan["customers"]["monthly_churn"]
    elif kind == "expansion":
        law = next(each for each in plan["customers"]["expansions"] if each["id"] == name)["yearly_rate"]
    else:
        cv = channels[name]["uncertainty"] if kind == "volume" else plan["deal"]["value"]["uncertainty"]
        s2 = np.log1p(cv * cv)
        return lognorm.ppf(u, np.sqrt(s2), scale=np.exp(-s2 / 2))
    return beta.ppf(u, law["mean"] * law["evidence"], (1 - law["mean"]) * law["evidence"])


def mixed(plan, source, probability):
    """The mean of a probability over one uncertain parameter; without one, the probability itself."""
    if source is None:
        return probability(None)
    u, weights = quantile_nodes()
    return fsum(w * probability(value) for value, w in zip(quantiles(plan, source, u), weights))


def one_off_probability(plan, source):
    deal, target = plan["deal"]["value"], plan["goal"]["target"]

    def at(value):
        kind, _, name = (source or "").partition(":")
        rates = {source: value} if kind == "rate" else {}
        volumes = {name: value} if kind == "volume" else {}
        mean = deal["mean"] * (value if kind == "deal_value" else 1.0)
        return deals_probability(wins_law(Funnel(plan, rates, volumes)), mean, deal.get("spread", 0.0), target)

    return mixed(plan, source, at)


def exit_probability(plan, source):
    """Exit ARR with equal fees: those who are still there are Poisson numbers, the opening ones binomial."""
    fee, target, months = plan["deal"]["monthly_fee"]["mean"], plan["goal"]["target"], plan["period"]["months"]

    def at(value):
        kind = (source or "").partition(":")[0]
        funnel = Funnel(plan, {source: value} if kind == "rate" else {})
        stay = 1 - (value if kind == "churn" else plan["customers"]["monthly_churn"]["mean"])
        staying = stay ** np.arange(months - 1, -1, -1)
        mean = sum(np.dot(funnel.channel_wins(channel)[1], staying) for channel in plan["channels"])
        law = poisson.pmf(np.arange(size_for(mean)), mean)
        opening = plan["customers"]["opening"]
        law = np.convolve(law, binom.pmf(np.arange(opening + 1), opening, stay**months))
        for count, shares in funnel.standing_wins():
            there = np.dot(np.diff(shares, prepend=0.0), staying)
            law = np.convolve(law, binom.pmf(np.arange(count + 1), count, there))
        return law[np.arange(len(law)) * 12 * fee >= target * (1 - 1e-9)].sum()

    return mixed(plan, source, at)


def expansion_probability(plan, source):
    """One-off deals and one-off expansions of half a deal's value; nobody leaves."""
    months, customers = plan["period"]["months"], plan["customers"]
    half, expansion = plan["deal"]["value"]["mean"] / 2, plan["customers"]["expansions"][0]
    fees = customers["opening"] * customers["monthly_fee"] * months

    def at(value):
        rate = (expansion["yearly_rate"]["mean"] if value is None else value) / 12
        wins = wins_law(Funnel(plan))
        doubled = np.zeros(2 * len(wins))
        doubled[::2] = wins
        asked = customers["opening"] * months
        law = np.convolve(doubled, binom.pmf(np.arange(asked + 1), asked, rate))
        return law[np.arange(len(law)) * half >= plan["goal"]["target"] * (1 - 1e-9) - fees].sum()

    return mixed(plan, source, at)


def exact_mean(plan):
    """The mean of the goal, whatever is uncertain, as long as parameters know nothing of each other."""
    months, customers = plan["period"]["months"], plan.get("customers")
    funnel = Funnel(plan)
    wins = sum(funnel.channel_wins(channel)[1] for channel in plan["channels"])
    wins = wins + sum(count * np.diff(shares, prepend=0.0) for count, shares in funnel.standing_wins())
    recurring = plan["deal"]["kind"] == "recurring"
    value = plan["deal"]["monthly_fee" if recurring else "value"]["mean"]
    churn = (customers or {}).get("monthly_churn", {"mean": 0.0})
    n = churn.get("evidence")
    if n and churn["mean"] > 0:
        moment = [prod(((1 - churn["mean"]) * n + i) / (n + i) for i in range(k)) for k in range(months + 1)]
    else:
        moment = [(1 - churn["mean"]) ** k for k in range(months + 1)]
    opening = customers["opening"] if customers and customers["counted"] else 0
    joined = wins if recurring else np.zeros(months)
    fees, once = np.zeros(months), np.zeros(months)
    for t in range(months):
        # Who was won in month s and is there in month t; what they pay, and what each expansion before has left.
        active = opening * moment[t + 1] + fsum(joined[s] * moment[t - s] for s in range(t + 1))
        fees[t] += opening * moment[t + 1] * (customers["monthly_fee"] if customers else 0)
        fees[t] += value * fsum(joined[s] * moment[t - s] for s in range(t + 1))
        once[t] += 0.0 if recurring else wins[t] * value
        for expansion in customers["expansions"] if customers else []:
            rate = expansion["yearly_rate"]["mean"] / 12
            if expansion["kind"] == "one_off":
                once[t] += active * rate * expansion["value"]
            else:
                there = opening * moment[t + 1] * (t + 1) + fsum(joined[s] * moment[t - s] * (t - s + 1) for s in range(t + 1))
                fees[t] += there * rate * expansion["value"]
    return 12 * fees[-1] if plan["goal"]["measure"] == "exit_arr" else fees.sum() + once.sum()


def random_funnel(draw, months, mean=None):
    stages = [{"id": "stage_0"}]
    for n in range(1, draw.randrange(2, 5)):
        delay = draw.choice([0, 0, 1, 2.5, round(draw.uniform(0, 4), 2)])
        stages.append({"id": f"stage_{n}", "rate": {"mean": round(draw.uniform(0.15, 0.8), 2)}, "delay_months": delay})
    channels = []
    for n in range(draw.randrange(1, 4)):
        enters = 0 if n == 0 else draw.randrange(0, len(stages) - 1)
        channel = {"id": f"channel_{n}", "enters": stages[enters]["id"], "fixed": n > 0 and draw.random() < 0.4}
        each = lambda: round(draw.uniform(0.5, 12), 2)
        channel["volume"] = {"monthly_entries": [each() for _ in range(months)] if draw.random() < 0.4 else each()}
        own = [stage["id"] for stage in stages[enters + 1 :] if draw.random() < 0.3]
        channel["rates"] = {stage: {"mean": round(draw.uniform(0.2, 0.8), 2)} for stage in own}
        if draw.random() < 0.2:
            channel["counted_at"] = stages[draw.randrange(enters, len(stages))]["id"]
        channels.append(channel)
    return {
        "version": 1,
        "period": {"start": "2026-04", "months": months},
        "goal": {"measure": "period_revenue", "target": 0},
        "stages": stages,
        "delay_cv": draw.choice([0, 0.6, 0.6, 1.2]),
        "channels": channels,
        "pipeline": {stage["id"]: draw.randrange(1, 25) for stage in stages[:-1] if draw.random() < 0.35},
        "solve_for": "none",
        "simulation": {"seed": draw.randrange(1 << 53), "trials": 20000},
    }


def uncertain_source(draw, plan):
    """Makes one rate or volume that is used uncertain, and names it."""
    choices = [("volume", channel) for channel in plan["channels"]]
    for channel in plan["channels"]:
        choices += [("own", channel, stage) for stage in channel["rates"]]
    choices += [("rate", stage) for stage in plan["stages"][1:]] * 2
    kind, *what = draw.choice(choices)
    if kind == "volume":
        what[0]["uncertainty"] = draw.choice([0.2, 0.6])
        return f"volume:{what[0]['id']}"
    evidence = draw.choice([4, 25, 200])
    if kind == "own":
        what[0]["rates"][what[1]]["evidence"] = evidence
        return f"rate:{what[1]}@{what[0]['id']}"
    what[0]["rate"]["evidence"] = evidence
    return f"rate:{what[0]['id']}"


def one_off(draw, uncertain, overdispersed):
    plan = random_funnel(draw, draw.choice([1, 3, 6, 12, 24]))
    plan["deal"] = {"kind": "one_off", "value": {"mean": 1000000, "spread": draw.choice([0, 0.5, 1.3])}}
    if overdispersed:
        draw.choice(plan["channels"])["overdispersion"] = draw.choice([0.3, 0.8, 1.5])
    source = None
    if uncertain:
        source = "deal_value" if draw.random() < 0.2 else uncertain_source(draw, plan)
        if source == "deal_value":
            plan["deal"]["value"]["uncertainty"] = 0.3
    mean = exact_mean(plan)
    plan["goal"]["target"] = max(1, round(mean / 1e6 * draw.uniform(0.7, 1.3))) * 1000000
    return plan, one_off_probability(plan, source)


def recurring(draw, uncertain):
    plan = random_funnel(draw, draw.choice([3, 6, 12, 24]))
    plan["deal"] = {"kind": "recurring", "monthly_fee": {"mean": 50000}}
    plan["goal"]["measure"] = "exit_arr"
    plan["customers"] = {
        "opening": draw.choice([0, 8, 40]), "counted": True, "monthly_fee": 50000, "expansions": [],
        "monthly_churn": {"mean": round(draw.uniform(0.01, 0.15), 3)},
    }
    source = None
    if uncertain:
        source = draw.choice(["churn", None])
        if source:
            plan["customers"]["monthly_churn"]["evidence"] = draw.choice([20, 200])
        else:
            stage = draw.choice(plan["stages"][1:])
            stage["rate"]["evidence"] = draw.choice([4, 60])
            source = f"rate:{stage['id']}"
    plan["goal"]["target"] = max(1, round(exact_mean(plan) / 600000 * draw.uniform(0.8, 1.2))) * 600000
    return plan, exit_probability(plan, source)


def expanding(draw, uncertain):
    plan = random_funnel(draw, draw.choice([3, 6, 12]))
    plan["deal"] = {"kind": "one_off", "value": {"mean": 400000}}
    rate = {"mean": round(draw.uniform(0.1, 0.9), 2)}
    if uncertain:
        rate["evidence"] = draw.choice([5, 60])
    plan["customers"] = {
        "opening": draw.randrange(3, 30), "counted": True, "monthly_fee": 10000,
        "expansions": [{"id": "more", "yearly_rate": rate, "value": 200000, "kind": "one_off"}],
    }
    plan["goal"]["target"] = max(1, round(exact_mean(plan) / 200000 * draw.uniform(0.8, 1.2))) * 200000
    return plan, expansion_probability(plan, "expansion:more" if uncertain else None)


def anything(draw):
    """Every mechanism at once; only the mean is known."""
    plan = random_funnel(draw, draw.choice([3, 12, 24, 36]))
    kind = draw.choice(["one_off", "recurring"])
    amount = {"mean": 300000, "spread": draw.choice([0, 0.5]), "uncertainty": draw.choice([0, 0.2])}
    plan["deal"] = {"kind": kind, "value" if kind == "one_off" else "monthly_fee": amount}
    if kind == "recurring" and draw.random() < 0.5:
        plan["goal"]["measure"] = "exit_arr"
    for _ in range(3):
        uncertain_source(draw, plan)
    draw.choice(plan["channels"])["overdispersion"] = 0.5
    expansion = lambda n: {
        "id": f"more_{n}", "yearly_rate": {"mean": round(draw.uniform(0.1, 0.9), 2), "evidence": 40},
        "value": draw.randrange(1000, 90000), "kind": draw.choice(["one_off", "recurring"]),
    }
    plan["customers"] = {
        "counted": draw.random() < 0.8, "opening": draw.choice([0, 12, 50]), "monthly_fee": 40000,
        "fee_spread": draw.choice([0, 0.7]), "monthly_churn": {"mean": 0.04, "evidence": draw.choice([30, 400])},
        "expansions": [expansion(n) for n in range(draw.randrange(0, 3))],
    }
    plan["goal"]["target"] = 1e7
    return plan, None


def case(plan, probability):
    known = {"plan": plan, "mean": exact_mean(plan)}
    return known if probability is None else {**known, "probability": float(probability)}


if __name__ == "__main__":
    draw = random.Random(7)
    families = [(lambda: one_off(draw, False, False), 35), (lambda: one_off(draw, True, False), 45),
                (lambda: one_off(draw, False, True), 30), (lambda: recurring(draw, False), 20),
                (lambda: recurring(draw, True), 25), (lambda: expanding(draw, False), 15),
                (lambda: expanding(draw, True), 20), (lambda: anything(draw), 40)]
    cases = []
    for make, count in families:
        made = 0
        while made < count:
            found = case(*make())
            # Odds too near to an end tell nothing of a few thousand trials.
            if 0.02 < found.get("probability", 0.5) < 0.98 and found["mean"] > 0:
                cases.append(found)
                made += 1
    with open(HERE / "plans.json", "w") as file:
        json.dump(cases, file, separators=(",", ":"))
        file.write("\n")
    print(len(cases))
