"""Prints the tables and polynomials of the engine's exp and ln: python3 elementary.py (needs mpmath).

They stand in engine/src/math, in exponential.rs and logarithm.rs; reference.py has the values that
test them.
"""

from mpmath import factorial, log, lu_solve, matrix, mp, mpf

EXP_STEPS = 32
LN_STEPS = 32
LN_STEPS_BELOW_ONE = 18
BITS_OF_ONE = 0x3FF << 52


def round_to_bits(value, bits):
    """The nearest number of so many significant bits, as an f64."""
    with mp.workprec(bits):
        return float(+value)


def fit(series, count, reach, power):
    """The polynomial of `count` terms nearest to `series` within `reach`, where errors weigh as |x|^power does.

    Least squares at Chebyshev points, with weights moved towards the largest errors (Lawson 1961).
    """
    points = [mp.cos(mp.pi * (2 * i + 1) / 240) for i in range(120)]
    values = [series(reach * x) for x in points]
    weights = [mpf(1)] * len(points)
    for _ in range(12):
        rows = [[x**j * abs(x) ** power * sqrt(w) for j in range(count)] for x, w in zip(points, weights)]
        right = [v * abs(x) ** power * sqrt(w) for x, v, w in zip(points, values, weights)]
        design = matrix(rows)
        found = lu_solve(design.T * design, design.T * matrix(right))
        errors = [abs(x) ** power * abs(v - sum(found[j] * x**j for j in range(count))) for x, v in zip(points, values)]
        weights = [w * (e / max(errors) + mpf("1e-3")) for w, e in zip(weights, errors)]
    return [float(found[j] / reach**j) for j in range(count)], max(errors) * reach**power


def print_exp():
    print("exp: 2^(i/32) and what it lacks, relative")
    for i in range(EXP_STEPS):
        exact = mpf(2) ** (mpf(i) / EXP_STEPS)
        nearest = float(exact)
        print(f"    ({nearest!r}, {round_to_bits((exact - nearest) / nearest, 12)!r}),")
    step = log(2) / EXP_STEPS
    high = round_to_bits(step, 32)
    print("step", repr(high), repr(float(step - high)), "steps per unit", repr(float(1 / step)))
    series = lambda r: sum(r**k / factorial(k + 3) for k in range(25))
    terms, error = fit(series, 4, step / 2 * mpf("1.0001"), 3)
    print("from r^3 on", terms, "absolute error", mp.nstr(error, 3))


def ln_entry(low, high):
    """A reciprocal of 24 bits of the interval's middle, and minus its logarithm, which is nearly an f64."""
    middle = 2 / (low + high)
    unit = mpf(2) ** -23 if middle >= 1 else mpf(2) ** -24
    for distance in range(1 << 15):
        for side in (1, -1):
            reciprocal = (int(middle / unit) + side * distance) * unit
            value = -log(reciprocal)
            nearest = float(value)
            if abs(value - nearest) < mpf(2) ** -68:
                return float(reciprocal), nearest
    raise ValueError("no reciprocal with a logarithm near an f64")


def number_of(place):
    """The number whose bits are those of 1 moved by so many of the table's intervals."""
    return mpf(2) ** mp.floor(place / LN_STEPS) * (1 + place / LN_STEPS - mp.floor(place / LN_STEPS))


def print_ln():
    interval = (1 << 52) // LN_STEPS
    first = BITS_OF_ONE - LN_STEPS_BELOW_ONE * interval - 2 * interval // 3
    print("ln: first interval from", hex(first))
    reach = mpf(0)
    for i in range(LN_STEPS):
        start = mpf(first - BITS_OF_ONE + i * interval) / interval
        low, high = number_of(start), number_of(start + 1)
        reciprocal, logarithm = (1.0, 0.0) if low < 1 < high else ln_entry(low, high)
        reach = max(reach, abs(low * reciprocal - 1), abs(high * reciprocal - 1))
        print(f"    ({reciprocal!r}, {logarithm!r}),")
    high = round_to_bits(log(2), 41)
    print("ln 2", repr(high), repr(float(log(2) - high)), "reach", mp.nstr(reach, 8))
    series = lambda r: sum((-r) ** k / (k + 3) for k in range(30))
    terms, error = fit(series, 6, reach, 3)
    print("from r^3 on", terms, "absolute error", mp.nstr(error, 3))


if __name__ == "__main__":
    mp.dps = 50
    print_exp()
    print_ln()
