"""Writes samplers.json beside this file: python3 reference.py (needs numpy and scipy).

For every law and parameter point: its distribution function at up to 100 places, its mean, variance and fourth central
moment, all from SciPy.
"""

import json
import pathlib

import numpy as np
from scipy import stats

HERE = pathlib.Path(__file__).parent
PLACES = np.linspace(0.005, 0.995, 100)

gammas = [0.01, 0.1, 1 / 2.25, 0.9, 1.0, 1.5, 1 / 0.36, 8.0, 40.0, 533.0, 1e5, 1e9]
poissons = [1e-3, 0.1, 1.0, 3.3, 9.99, 10.0, 11.0, 20.0, 47.0, 150.0, 533.3, 3000.0, 1e5, 1e7]
binomials = [(1, 0.5), (5, 0.1), (19, 0.5), (20, 0.5), (21, 0.51), (40, 0.012), (80, 0.25), (80, 0.9), (533, 0.15),
             (1000, 0.0101), (10000, 0.4), (1000000, 1e-5), (1000000, 0.25), (1000000000, 0.012)]
betas = [(0.05, 0.05), (0.025, 0.075), (0.5, 0.5), (1, 1), (0.3, 5), (2, 8), (18, 102), (20, 60), (30, 170), (1.2, 98.8),
         (3000, 1000), (1.2e7, 9.88e8)]
factors = [0.05, 0.2, 0.5, 1.0, 5.0]
sums = [(1, 0.35), (3, 0.5), (20, 0.35), (20, 2.5), (1000, 1.0), (1, 5.0)]
parts = [(1, 2, 0.5), (5, 20, 0.35), (19, 20, 1.5), (300, 1000, 0.5), (1, 40, 3.0)]


def lognormal(cv):
    s2 = np.log1p(cv * cv)
    return stats.lognorm(np.sqrt(s2), scale=np.exp(-s2 / 2))


laws = [("normal", [], stats.norm())]
laws += [("gamma", [a], stats.gamma(a)) for a in gammas]
laws += [("poisson", [m], stats.poisson(m)) for m in poissons]
laws += [("binomial", [n, p], stats.binom(n, p)) for n, p in binomials]
laws += [("beta", [a, b], stats.beta(a, b)) for a, b in betas]
laws += [("factor", [cv], lognormal(cv)) for cv in factors]
laws += [("sum", [n, c], stats.gamma(n / c**2, scale=c**2)) for n, c in sums]
laws += [("part", [k, n, c], stats.beta(k / c**2, (n - k) / c**2)) for k, n, c in parts]

cases = []
for law, parameters, distribution in laws:
    # Beside 1 floats lie too coarse for a distribution that is steep there.
    places = sorted({float(x) for x in distribution.ppf(PLACES) if law != "beta" or x < 1 - 1e-9})
    mean, variance, _, kurtosis = (float(moment) for moment in distribution.stats("mvsk"))
    cases.append({
        "law": law, "parameters": [float(p) for p in parameters], "mean": mean, "variance": variance,
        "fourth": (kurtosis + 3) * variance**2, "points": [[x, float(distribution.cdf(x))] for x in places],
    })
with open(HERE / "samplers.json", "w") as file:
    json.dump(cases, file, separators=(",", ":"))
    file.write("\n")
print(len(cases))
