"""Writes src/training/elementaryFixture.json: arguments, correctly rounded values, and what the rounding took off.

Run as: python3 scripts/elementaryFixture.py   (needs mpmath)
A row is [argument, value] or, for two arguments, [base, exponent, value], followed by the exact value's distance
from the rounded one in millionths of an ulp (the spacing of doubles at the value).
"""

import json
import math
import random
from pathlib import Path

import mpmath
from mpmath import mp, mpf

# 1400 bits: an argument of 2^1023 needs 1024 of them for its multiple of pi/2 alone.
mp.prec = 1400
TARGET = Path(__file__).parent.parent / "src" / "training" / "elementaryFixture.json"
generator = random.Random(20240607)


def spread(low, high, count):
    return [generator.uniform(low, high) for _ in range(count)]


def magnitudes(low, high, count):
    """Numbers of both signs whose logarithms are uniform."""
    return [generator.choice((-1, 1)) * math.exp(generator.uniform(math.log(low), math.log(high))) for _ in range(count)]


def positive(numbers):
    return [abs(number) for number in numbers]


def neighbours(*numbers):
    """Each number and the doubles beside it: where a branch of an algorithm may begin."""
    return [near for x in numbers for near in (math.nextafter(x, -math.inf), x, math.nextafter(x, math.inf))]


SUBNORMAL = [5e-324, 1e-323, 3e-320, 2.5e-310, 2.2250738585072009e-308, 2.2250738585072014e-308, 1e-300]
SIGNED_SUBNORMAL = SUBNORMAL + [-x for x in SUBNORMAL]
LARGEST = 1.7976931348623157e308

ANGLES = (
    spread(-20, 20, 80)
    + magnitudes(1e-20, 1, 20)
    + magnitudes(20, 2**20, 30)
    + magnitudes(2**20, LARGEST, 40)
    # The double nearest to a multiple of pi/2 leaves the least to reduce; the last four are the hardest known.
    + [k * math.pi / 2 for k in (1, -1, 2, -3, 4, 5, 6, 7, 11, 22, 33, 355, 710, 52174, 573204)]
    + neighbours(math.pi / 4, 3 * math.pi / 4, 2.0**20, 2.0**53)
    + [6381956970095103.0 * 2.0**797, 5.319372648326541e255, 1e22, -LARGEST]
    + SIGNED_SUBNORMAL
)

ARGUMENTS = {
    "exp": spread(-20, 20, 80) + spread(-0.05, 0.05, 30) + magnitudes(1e-18, 700, 60) + spread(-745, -708, 25)
    + neighbours(-708, 709, 1, -1, math.log(2) / 64) + [709.782712893384, -745.1332191019411] + SIGNED_SUBNORMAL,
    "log": spread(0, 20, 80) + spread(0.98, 1.02, 40) + positive(magnitudes(1e-300, 1e300, 60)) + [0.5, 2, 10, LARGEST]
    + neighbours(1, math.sqrt(2), math.sqrt(0.5)) + SUBNORMAL,
    "log1p": spread(-1, 1, 80) + positive(magnitudes(1e-9, 1, 40)) + magnitudes(1e-300, 0.9, 40)
    + positive(magnitudes(1, 1e300, 30)) + neighbours(-0.29, 0.41, math.sqrt(2) - 1, 1) + [2.0**53, LARGEST]
    + [math.nextafter(-1, 0)] + SIGNED_SUBNORMAL,
    "tanh": spread(-1, 1, 80) + spread(-0.02, 0.02, 60) + spread(-10, 10, 60) + magnitudes(1e-18, 1, 30)
    + neighbours(22, math.log(2) / 128) + [-30, 1e300] + SIGNED_SUBNORMAL,
    "sigmoid": spread(-20, 20, 80) + spread(-4, 4, 80) + spread(-745, -20, 40) + spread(20, 100, 10)
    + magnitudes(1e-18, 1, 20) + neighbours(-40, 40) + [1e300] + SIGNED_SUBNORMAL,
    "sin": ANGLES,
    "cos": ANGLES,
}

FUNCTIONS = {
    "exp": mpmath.exp,
    "log": mpmath.log,
    # 1400 bits leave log(1 + x) right down to the smallest subnormal.
    "log1p": lambda x: mpmath.log(1 + x),
    "tanh": lambda x: mpmath.sign(x) * (1 - mpmath.exp(-2 * abs(x))) / (1 + mpmath.exp(-2 * abs(x))),
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "sin": mpmath.sin,
    "cos": mpmath.cos,
}

POWERS = (
    [(abs(base), exponent) for base, exponent in zip(magnitudes(1e-3, 1e3, 60), spread(-20, 20, 60))]
    + list(zip(spread(0.9, 1, 40), spread(0, 1000, 40)))
    + [(base, generator.uniform(-740, 700) / math.log(base)) for base in positive(magnitudes(1e-320, 1e308, 60))]
    + [(1 + offset, generator.uniform(1e6, 1e8)) for offset in magnitudes(1e-9, 1e-6, 20)]
    + [(0.5, 1074), (0.5, 1073.5), (2, 1023), (2, 0.5), (10, 308), (10, -323), (5e-324, 0.5), (LARGEST, -1)]
)

INTEGER_POWERS = (
    [(base, generator.randrange(3, 2000)) for base in spread(0.9, 1, 40)]
    + [(base, generator.randrange(3, 60)) for base in spread(-30, 30, 40)]
    + [(0.9, n) for n in (1, 2, 3, 10, 100, 5000)]
    + [(0.999, n) for n in (1, 2, 3, 1000, 100000, 700000)]
    + [(-0.99, 1001), (1.0000001, 2**32 + 1), (0.9999999999, 10**12)]
)

# Drawn last, so that the numbers above stay what they were.
ERROR_FUNCTION = (
    spread(-3, 3, 120) + spread(-0.84375, 0.84375, 40) + spread(0.84375, 1.25, 40) + spread(1.25, 6.1, 60)
    + magnitudes(1e-18, 1, 30) + neighbours(0.84375, -0.84375, 1.25, -1.25, 1 / 0.35, 6) + [30, -1e300] + SIGNED_SUBNORMAL
)


def row(arguments, exact):
    value = float(exact)
    rest = (exact - mpf(value)) / mpf(math.ulp(value))
    return [*arguments, value, int(mpmath.nint(rest * 10**6))]


table = {name: [row([x], FUNCTIONS[name](mpf(x))) for x in ARGUMENTS[name]] for name in FUNCTIONS}
table["power"] = [row([b, e], mpmath.power(mpf(b), mpf(e))) for b, e in POWERS]
table["powerInteger"] = [row([b, e], mpf(b) ** e) for b, e in INTEGER_POWERS]
table["erf"] = [row([x], mpmath.erf(mpf(x))) for x in ERROR_FUNCTION]
lines = [f'"{name}": [\n' + ",\n".join(json.dumps(entry) for entry in rows) + "\n]" for name, rows in table.items()]
TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")
print({name: len(rows) for name, rows in table.items()})
