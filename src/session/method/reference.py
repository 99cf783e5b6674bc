"""Writes cases.json beside this file: python3 reference.py (needs mpmath).

Plans whose answer is known in closed form, or as a sum or integral that mpmath takes at 30 digits: what the self-check of
the method page holds the simulation against. Nothing here knows the engine.
"""

import json
import pathlib

from mpmath import beta as beta_function
from mpmath import binomial, exp, factorial, findroot, gammainc, log, mp, mpf, quad, sqrt

mp.dps = 30
HERE = pathlib.Path(__file__).parent
MILLION = 1_000_000


def plan(target, stages, deal, **rest):
    names = ["lead", "opportunity", "won"][-len(stages) - 1 :]
    steps = [{"id": names[0]}] + [{"id": name, **step} for name, step in zip(names[1:], stages)]
    return {"version": 1, "period": {"start": "2026-04"}, "goal": {"target": target}, "stages": steps, "deal": deal, **rest}


def one_off(mean, **rest):
    return {"kind": "one_off", "value": {"mean": mean, **rest}}


def channel(name, monthly, **rest):
    return {"id": name, "volume": {"monthly_entries": monthly}, **rest}


def rate(mean, evidence=None):
    return {"rate": {"mean": mean} if evidence is None else {"mean": mean, "evidence": evidence}}


def poisson(k, mean):
    return exp(-mean) * mpf(mean) ** k / factorial(k)


def poisson_at_least(k, mean):
    """P(a Poisson number is at least k): a Gamma time is over."""
    return gammainc(k, 0, mean, regularized=True)


def gamma_at_least(x, shape, scale):
    return gammainc(shape, mpf(x) / scale, regularized=True)


def density_of_beta(x, a, b):
    return x ** (a - 1) * (1 - x) ** (b - 1) / beta_function(a, b)


FORWARD = {"solve_for": "none"}
CASES = []


def case(name, figure, document, exact, **rest):
    CASES.append({"id": name, "figure": figure, "plan": document, "exact": float(exact), **rest})


# 533.33 entries, 3.75 % of them won, 20 wins of 5 million needed.
ARTICLE = [rate(0.15), rate(0.25)]
case("poisson", "probability", plan(100 * MILLION, ARTICLE, one_off(5 * MILLION)), poisson_at_least(20, 20))

# The rate of winning is Beta(20, 60): the Poisson mean is 80 times it.
a, b = mpf(20), mpf(60)
mixture = quad(lambda p: density_of_beta(p, a, b) * poisson_at_least(20, 80 * p), [0, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6, 1])
case("beta", "probability", plan(100 * MILLION, [rate(0.15), rate(0.25, 80)], one_off(5 * MILLION)), mixture)

# Deals of a Gamma law whose standard deviation is 0.8 of their mean: the sum of n is Gamma(n / 0.64).
spread = sum(poisson(n, 20) * gamma_at_least(100, n / mpf("0.64"), 5 * mpf("0.64")) for n in range(1, 140))
case("gamma", "probability", plan(100 * MILLION, ARTICLE, one_off(5 * MILLION, spread=0.8)), spread)

# The mean deal value is log-normal with a coefficient of variation of 0.3, and all deals have it.
s2 = log(1 + mpf("0.3") ** 2)


def normal_at_least(z):
    return (1 - mp.erf(z / sqrt(2))) / 2


known = sum(poisson(n, 20) * normal_at_least((log(mpf(100) / (5 * n)) + s2 / 2) / sqrt(s2)) for n in range(1, 140))
case("log_normal", "probability", plan(100 * MILLION, ARTICLE, one_off(5 * MILLION, uncertainty=0.3)), known)


# 10 a month, a Gamma delay of 4 months on the way to won (cv 0.6), entries even inside their month.
def landed(months, mean, cv):
    """Entries of so many months that have arrived by their end, in months of entries."""
    shape, scale = 1 / mpf(cv) ** 2, mean * mpf(cv) ** 2
    within = lambda x, extra: gammainc(shape + extra, 0, mpf(x) / scale, regularized=True)
    return months * within(months, 0) - shape * scale * within(months, 1)


delayed = plan(25 * MILLION, [{**rate(0.4), "delay_months": 4}], one_off(MILLION), delay_cv=0.6, channels=[channel("a", 10, enters="opportunity")], **FORWARD)
case("delay", "probability", delayed, poisson_at_least(25, 10 * mpf("0.4") * landed(12, 4, "0.6")))

# 60 stand in the stage before won, nobody else comes: a binomial number.
standing = plan(16 * MILLION, ARTICLE, one_off(MILLION), pipeline={"opportunity": 60}, channels=[channel("a", 0, enters="lead")], **FORWARD)
quarter = mpf("0.25")
of_60 = [binomial(60, k) * quarter**k * (1 - quarter) ** (60 - k) for k in range(61)]
case("binomial", "probability", standing, sum(of_60[16:]))

# The same 60, and 20 leads a month besides: a binomial and a Poisson number.
both = plan(25 * MILLION, ARTICLE, one_off(MILLION), pipeline={"opportunity": 60}, channels=[channel("a", 20, enters="lead")], **FORWARD)
sum_law = sum(share * (poisson_at_least(25 - k, 9) if k < 25 else 1) for k, share in enumerate(of_60))
case("pipeline", "probability", both, sum_law)

# Two channels, one with an own rate of winning: 12 * (20 * 0.15 * 0.25 + 3 * 0.5) wins.
own = plan(
    30 * MILLION,
    ARTICLE,
    one_off(MILLION),
    channels=[channel("a", 20, enters="lead"), channel("b", 3, enters="opportunity", rates={"won": {"mean": 0.5}})],
    **FORWARD,
)
case("own_rates", "probability", own, poisson_at_least(30, 12 * (20 * mpf("0.0375") + 3 * mpf("0.5"))))

# Months that are good or bad as a whole: a Gamma factor with coefficient of variation 0.8 a month makes each month's wins
# negative binomial; over twelve like months they are again.
uneven = plan(10 * MILLION, ARTICLE, one_off(MILLION), channels=[channel("a", 20, enters="lead", overdispersion=0.8)], **FORWARD)
size, mean = 12 / mpf("0.64"), 12 * 20 * mpf("0.0375")
success = size / (size + mean)
negative = [mp.gamma(k + size) / (mp.gamma(size) * factorial(k)) * success**size * (1 - success) ** k for k in range(10)]
case("negative_binomial", "probability", uneven, 1 - sum(negative))

# Fees month by month, 40 customers at the start, a monthly churn of Beta(1.5, 48.5) that is drawn once a trial: who has faced
# k churns is still there with probability E[(1 - p)^k] = prod ((1 - m) n + i) / (n + i).
churn, evidence = mpf("0.03"), mpf(50)


def stays(k):
    product = mpf(1)
    for i in range(k):
        product *= ((1 - churn) * evidence + i) / (evidence + i)
    return product


fees = 0
for month in range(12):
    fees += 40 * 90_000 * stays(month + 1)
    fees += sum(20 * mpf("0.0375") * 100_000 * stays(month - won) for won in range(month + 1))
subscription = plan(
    45 * MILLION,
    ARTICLE,
    {"kind": "recurring", "monthly_fee": {"mean": 100_000, "spread": 0.5}},
    customers={"opening": 40, "monthly_fee": 90_000, "monthly_churn": {"mean": 0.03, "evidence": 50}},
    channels=[channel("a", 20, enters="lead")],
    **FORWARD,
)
case("churn_mean", "mean", subscription, fees)

# Fees at the end of the year, all of 100,000, a churn of 3 % that is known: binomial and thinned Poisson numbers.
stay = 1 - mpf("0.03")
there = sum(20 * mpf("0.0375") * stay**k for k in range(12))
opening = [binomial(40, k) * (stay**12) ** k * (1 - stay**12) ** (40 - k) for k in range(41)]
needed = 36
at_end = plan(
    needed * 1_200_000,
    ARTICLE,
    {"kind": "recurring", "monthly_fee": {"mean": 100_000}},
    customers={"opening": 40, "monthly_fee": 100_000, "monthly_churn": {"mean": 0.03}},
    channels=[channel("a", 20, enters="lead")],
    **FORWARD,
)
at_end["goal"]["measure"] = "exit_arr"
case("exit_arr", "probability", at_end, sum(share * (poisson_at_least(needed - k, there) if k < needed else 1) for k, share in enumerate(opening)))

# What the page opens with: worked backwards to exactly the target, so the mean of the goal is the target.
rates = [rate(0.15, 120), rate(0.25, 80)]
value = {"spread": 0.35, "uncertainty": 0.078}
default = plan(100 * MILLION, rates, one_off(5 * MILLION, **value))
case("tree_mean", "mean", default, 100 * MILLION)

# The variance of one channel without delay, by the moments of its factors.
v, w, c, u = mpf(5 * MILLION), mpf("0.1"), mpf("0.5"), mpf("0.2")
entries, steps = mpf(100) / 5 / mpf("0.0375"), [(mpf("0.15"), 200), (mpf("0.25"), 80)]
q = mpf("0.0375")
q2 = mpf(1)
for m, n in steps:
    q2 *= m**2 + m * (1 - m) / (n + 1)
v2, u2 = v**2 * (1 + w**2), 1 + u**2
variance = entries * q * v2 * (1 + c**2) + entries**2 * (u2 * q2 * v2 - q**2 * v**2)
wide = plan(
    100 * MILLION,
    [rate(0.15, 200), rate(0.25, 80)],
    one_off(5 * MILLION, spread=0.5, uncertainty=0.1),
    channels=[channel("a", 40, enters="lead", uncertainty=0.2)],
)
case("variance", "variance", wide, variance, mean=100_000_000.0)

# How many leads reach 20 wins 80 times in 100.
leads = findroot(lambda wins: poisson_at_least(20, wins) - mpf("0.8"), (20, 30), solver="anderson") / q
monthly = plan(100 * MILLION, ARTICLE, one_off(5 * MILLION), channels=[channel("a", 10, enters="lead")])
case("required", "required", monthly, leads, unit=120.0)

(HERE / "cases.json").write_text("[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in CASES) + "\n]\n")
for each in CASES:
    print(each["id"], each["figure"], each["exact"])
