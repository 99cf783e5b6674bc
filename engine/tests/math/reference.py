"""Writes the reference tables beside this file: python3 reference.py (needs mpmath).

Every input is an f64 written with repr and taken as the exact number it is; every value is computed at 50 or
more digits and written with 25. The tails of the incomplete functions come from series of positive terms when
a shape is small and from quadrature of the density when the shapes are large; both ways are compared first.
"""

import csv
import math
import pathlib
import random

from mpmath import betainc, erfc, gammainc, loggamma, mp, mpf, nstr, quad

HERE = pathlib.Path(__file__).parent
DIGITS = 50
TAIL_DIGITS = 420  # a tail of 1e-300 is left after subtracting the other one from 1
SMALL_SHAPE = 50
SMALLEST = mpf("1e-300")
SHAPES = [1e-4, 1e-3, 0.0175, 0.1, 0.37, 0.5, 0.99, 1.0, 1.5, 2.0, 3.7, 9.99, 10.0, 17.3, 45.0, 52.5, 120.0,
          149.5, 199.0, 200.5, 333.3, 1e3, 4321.0, 1e4, 1e5, 1e6, 2.5e7, 1e9]
PAIR_SHAPES = [1e-4, 1e-2, 0.3, 1.0, 2.0, 7.5, 12.0, 60.0, 155.0, 1e3, 31622.7, 1e6, 1e9]
DEVIATIONS = [0, 0.01, -0.01, 0.6, -0.6, 1.5, -1.5, 3, -3, 6, -6, 11, -11, 20, -20, 34, -34]
FEWER_DEVIATIONS = [0, 0.01, 0.6, -0.6, 3, -3, 11, -11, 34, -34]
LEVELS = ["1e-280", "1e-100", "1e-30", "1e-10", "1e-4", "0.03", "0.3", "0.6", "0.9", "0.999"]


def positive_series(first_ratio):
    """1 + r0 + r0 r1 + ..., where first_ratio(n) gives r_n."""
    total = term = mpf(1)
    n = 0
    while term > total * mpf(10) ** -mp.dps:
        term *= first_ratio(n)
        total += term
        n += 1
    return total


def gamma_series(a, x):
    lower = mp.exp(a * mp.log(x) - x - loggamma(a + 1)) * positive_series(lambda n: x / (a + 1 + n))
    return lower, 1 - lower


def beta_series(a, b, x, y):
    if x > y:
        upper, lower = beta_series(b, a, y, x)
        return lower, upper
    front = mp.exp(a * mp.log(x) + b * mp.log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    lower = front * positive_series(lambda n: (a + b + n) * x / (a + 1 + n))
    return lower, 1 - lower


def tail_by_quadrature(log_density, start, mode, direction, width):
    """Integral of exp(log_density) from start to infinity in the direction given."""
    peak_at = start if (start - mode) * direction > 0 else mode
    peak = log_density(peak_at)
    cuts = [start] if peak_at == start else [start, peak_at]
    step = width / 8
    for drop in [1, 3, 8, 16, 30, 50, 80, 140]:
        here = cuts[-1]
        while log_density(here) > peak - drop:
            here += direction * step
            step = step * 1.25
        step = step / 4
        if here != cuts[-1]:
            cuts.append(here)
    # quad's own error bound is absolute, so the integrand is brought to 1 at its highest.
    value = quad(lambda t: mp.exp(log_density(t) - peak), cuts, method="gauss-legendre", maxdegree=7)
    return abs(value) * mp.exp(peak)


def gamma_quadrature(a, x):
    front = loggamma(a)
    density = lambda t: a * t - mp.exp(t) - front
    start, mode = mp.log(x), mp.log(a)
    return tuple(tail_by_quadrature(density, start, mode, d, 1 / mp.sqrt(a) / (1 + abs(start - mode) * mp.sqrt(a)))
                 for d in (-1, 1))


def beta_quadrature(a, b, x, y):
    front = loggamma(a) + loggamma(b) - loggamma(a + b)
    density = lambda t: -a * mp.log(1 + mp.exp(-t)) - b * mp.log(1 + mp.exp(t)) - front
    start, mode = mp.log(x / y), mp.log(a / b)
    narrow = mp.sqrt(a * b / (a + b))
    return tuple(tail_by_quadrature(density, start, mode, d, 1 / narrow / (1 + abs(start - mode) * narrow))
                 for d in (-1, 1))


def gamma_tails(a, x):
    if a < SMALL_SHAPE:
        mp.dps = TAIL_DIGITS
        tails = gamma_series(mpf(a), mpf(x))
        mp.dps = DIGITS
        return tails
    return gamma_quadrature(mpf(a), mpf(x))


def beta_tails(a, b, x):
    a, b, x = mpf(a), mpf(b), mpf(x)
    if min(a, b) < SMALL_SHAPE:
        mp.dps = TAIL_DIGITS
        tails = beta_series(a, b, x, 1 - x)
        mp.dps = DIGITS
        return tails
    return beta_quadrature(a, b, x, 1 - x)


def compare_the_two_ways():
    mp.dps = TAIL_DIGITS
    pairs = [(gamma_series, gamma_quadrature, (mpf(60), mpf(x))) for x in (2, 20, 59, 61, 150, 700)]
    pairs += [(beta_series, beta_quadrature, (mpf(60), mpf(75), mpf(x) / 16, 1 - mpf(x) / 16)) for x in (2, 7, 8, 13)]
    for series, quadrature, point in pairs:
        exact = series(*point)
        mp.dps = DIGITS
        for left, right in zip(exact, quadrature(*point)):
            assert abs(left / right - 1) < mpf("1e-24"), (point, left, right)
        mp.dps = TAIL_DIGITS
    mp.dps = DIGITS
    assert abs(gammainc(2.5, 0, 3, regularized=True) / gamma_tails(2.5, 3.0)[0] - 1) < mpf("1e-40")
    assert abs(betainc(2.5, 4, 0, 0.25, regularized=True) / beta_tails(2.5, 4.0, 0.25)[0] - 1) < mpf("1e-40")


def usable(x):
    return 1e-300 < x < 1e300


def gamma_points(a):
    big = mpf(a)
    points = {float(big * mp.exp(k / mp.sqrt(big))) for k in DEVIATIONS}
    points |= {float(big * (1 + k / mp.sqrt(big))) for k in DEVIATIONS if 1 + k / mp.sqrt(big) > 0}
    points |= {float((mpf(p) * mp.gamma(big + 1)) ** (1 / big)) for p in LEVELS} if a < SMALL_SHAPE else set()
    points |= {1e-20, 1e-3, 0.3, 1.0, 1.09, 1.11, 2.0, 30.0, 300.0, 650.0} if a < SMALL_SHAPE else set()
    return sorted(x for x in points if usable(x) and x < 800 + 3 * a + 40 * a**0.5)


def beta_points(a, b):
    a, b = mpf(a), mpf(b)
    narrow = mp.sqrt(a * b / (a + b))
    logits = {mp.log(a / b) + k / narrow for k in (DEVIATIONS if min(a, b) < SMALL_SHAPE else FEWER_DEVIATIONS)}
    if min(a, b) < SMALL_SHAPE:
        logits |= {(mp.log(mpf(p)) + mp.log(a) + mp.log(mp.beta(a, b))) / a for p in LEVELS}
        logits |= {-(mp.log(mpf(p)) + mp.log(b) + mp.log(mp.beta(a, b))) / b for p in LEVELS}
        logits |= {mp.log((a + 1) / (b + 1)) + k for k in (-0.01, 0.01, 1, -1, 3)}
    reach = lambda t: -a * mp.log(1 + mp.exp(-t)) - b * mp.log(1 + mp.exp(t)) - mp.log(mp.beta(a, b))
    points = {float(1 / (1 + mp.exp(-t))) for t in logits if abs(t) < 690 and reach(t) > -750}
    return sorted(x for x in points if usable(x) and x < 1)


def text(value):
    return nstr(value, 25)


def write(name, header, rows):
    with open(HERE / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(name, len(rows))


def nearest_row(x, exact):
    """The f64 nearest to a value, and what it lacks in units of its last place."""
    nearest = float(exact)
    return [repr(x), repr(nearest), nstr((exact - mpf(nearest)) / mpf(math.ulp(nearest)), 6)]


def write_exp():
    chance = random.Random(1)
    points = [chance.uniform(-708, 709.78) for _ in range(700)] + [chance.uniform(-745.1, -707.9) for _ in range(300)]
    points += [chance.uniform(-1, 1) for _ in range(500)] + [s * 10.0**-k for k in range(1, 25) for s in (1, -1)]
    # Where the nearest entry of the engine's table changes, its polynomial is used farthest out.
    for step in [*range(-100, 100), *(chance.randrange(-33_000, 32_700) for _ in range(200))]:
        edge = float((mpf(step) + mpf(1) / 2) * mp.log(2) / 32)
        points += [math.nextafter(edge, -math.inf), edge]
    points += [709.782712893384, -708.3964185322641, -708.3964185322642, -745.1332191019411, 700.0, -700.0, 5e-324]
    write("exp", ["x", "nearest", "rest"], [nearest_row(x, mp.exp(mpf(x))) for x in sorted(points)])


def write_ln():
    chance = random.Random(2)
    points = [chance.uniform(1, 2) * 2.0 ** chance.randrange(-1022, 1024) for _ in range(600)]
    points += [chance.randrange(1, 1 << chance.randrange(1, 52)) * 5e-324 for _ in range(150)]
    points += [chance.uniform(0.7, 1.42) for _ in range(900)] + [chance.random() for _ in range(300)]
    points += [1 + s * 10 ** -chance.uniform(0.5, 15.5) for _ in range(250) for s in (1, -1)]
    # Where the engine's table goes from one entry to the next, around 1 too.
    one = 0x3FF << 52
    for interval in range(33):
        edge = ((one - (18 * 3 + 2) * (1 << 47) // 3 + interval * (1 << 47)) / 2**52) - 1023
        edge = (1 + edge - math.floor(edge)) * 2.0 ** math.floor(edge)
        points += [edge, math.nextafter(edge, 0), 8 * edge]
    points += [math.nextafter(1, 0), math.nextafter(1, 2), 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308]
    write("ln", ["x", "nearest", "rest"], [nearest_row(x, mp.log(mpf(x))) for x in sorted(set(points) - {1.0})])


def write_ln_1p():
    chance = random.Random(3)
    points = [s * 10 ** -chance.uniform(0, 20) for _ in range(400) for s in (1, -1)]
    points += [chance.uniform(-1, 1) for _ in range(300)] + [10 ** chance.uniform(0, 300) for _ in range(100)]
    points += [chance.uniform(1, 2) * 2.0**k for k in range(1, 60)] + [5e-324, -5e-324, -1 + 2.0**-53, 1e-300]
    write("ln_1p", ["x", "nearest", "rest"], [nearest_row(x, mp.log1p(mpf(x))) for x in sorted(points)])


def inverse_row(parameters, x, lower, upper, density):
    """The quantile of the f64 nearest to lower: x moved by the rounding over the density."""
    level = float(lower)
    if not 1e-290 < level or upper < mpf("1e-8"):
        return []
    quantile = mpf(x) + (mpf(level) - lower) / density
    return [[*map(repr, parameters), repr(level), text(quantile), text(density)]]


def write_gamma():
    forward, backward = [], []
    for a in SHAPES:
        for x in gamma_points(a):
            lower, upper = gamma_tails(a, x)
            if min(lower, upper) > SMALLEST:
                forward.append([repr(a), repr(x), text(lower), text(upper)])
            density = mp.exp((mpf(a) - 1) * mp.log(mpf(x)) - mpf(x) - loggamma(mpf(a)))
            backward += inverse_row([a], x, lower, upper, density)
    write("gamma", ["a", "x", "p", "q"], forward)
    write("gamma_inverse", ["a", "p", "x", "density"], backward)


def shortfall(a, x):
    """The mean of max(x - X, 0), (x - a) P(a, x) + x^a e^-x / Gamma(a), small shapes without its cancellation."""
    a, x = mpf(a), mpf(x)
    density = mp.exp(a * mp.log(x) - x - loggamma(a))
    if a < SMALL_SHAPE:
        series = positive_series(lambda n: x / (a + 2 + n))
        return density * (x / a + (x - a) / a * x / (a + 1) * series)
    return (x - a) * gamma_tails(float(a), float(x))[0] + density


def write_shortfall():
    for a, x in [(0.5, 0.7), (2.5, 4.0), (7.3, 5.0)]:
        direct = quad(lambda t: gammainc(a, 0, t, regularized=True), [0, x])
        assert abs(direct / shortfall(a, x) - 1) < mpf("1e-15"), (a, x, direct, shortfall(a, x))
    shapes = [1e-4, 0.1, 1 / 9, 0.5, 1.0, 1 / 0.36, 7.3, 45.0, 199.0, 1e3, 1e5, 1e9]
    rows = [[repr(a), repr(x), text(shortfall(a, x))] for a in shapes for x in gamma_points(a)]
    write("gamma_shortfall", ["a", "x", "shortfall"], rows)


def write_beta():
    forward, backward = [], []
    for a in PAIR_SHAPES:
        for b in PAIR_SHAPES:
            if a > b > SMALL_SHAPE:
                continue  # the mirror image of a pair already written, and slow to compute
            for x in beta_points(a, b):
                lower, upper = beta_tails(a, b, x)
                if min(lower, upper) > SMALLEST:
                    forward.append([repr(a), repr(b), repr(x), text(lower), text(upper)])
                big = mpf(a), mpf(b), mpf(x)
                front = loggamma(big[0]) + loggamma(big[1]) - loggamma(big[0] + big[1])
                density = mp.exp((big[0] - 1) * mp.log(big[2]) + (big[1] - 1) * mp.log(1 - big[2]) - front)
                backward += inverse_row([a, b], x, lower, upper, density)
    write("beta", ["a", "b", "x", "i", "complement"], forward)
    write("beta_inverse", ["a", "b", "p", "x", "density"], backward)


def write_logarithms():
    near = [1 + s * d for d in (1e-15, 1e-9, 1e-4, 0.03) for s in (1, -1)]
    points = SHAPES + near + [2 * v for v in near] + [1e-300, 1e-30, 1e12, 1e15, 1e100, 2.9, 7.7, 8.01, 23.0]
    write("ln_gamma", ["x", "value"], [[repr(x), text(loggamma(mpf(x)))] for x in sorted(points)])
    rows = []
    for a in SHAPES:
        for b in SHAPES:
            value = loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + mpf(b))
            rows.append([repr(a), repr(b), text(value)])
    write("ln_beta", ["a", "b", "value"], rows)


def write_normal():
    points = sorted({s * k / 13 for k in range(0, 484, 3) for s in (1, -1)} | {1e-300, 1e-9, -1e-9})
    rows = [[repr(z), text(erfc(-mpf(z) / mp.sqrt(2)) / 2)] for z in points]
    write("normal", ["z", "p"], rows)
    backward = []
    for z in sorted({*points, *(k / 97 for k in range(-300, 300))}):
        lower, upper = erfc(-mpf(z) / mp.sqrt(2)) / 2, erfc(mpf(z) / mp.sqrt(2)) / 2
        density = mp.exp(-mpf(z) ** 2 / 2) / mp.sqrt(2 * mp.pi)
        backward += inverse_row([], z, lower, upper, density)
    write("normal_inverse", ["p", "z", "density"], backward)


if __name__ == "__main__":
    mp.dps = DIGITS
    write_exp()
    write_ln()
    write_ln_1p()
    compare_the_two_ways()
    write_logarithms()
    write_normal()
    write_gamma()
    write_shortfall()
    write_beta()
