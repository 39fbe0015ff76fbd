"""Matrices of real numbers and what functions of mx compute with them, written from the definitions."""

import math


class Undefined(Exception):
    """Nothing is promised of the function at this point."""


class Margin:
    """How near to a singular point a function is still defined: a rewritten function is given some
    more room than the one that it is compared with."""

    is_reference, pivot, gap = True, 1e-5, 1e-3

    @classmethod
    def set(cls, is_reference):
        cls.is_reference = is_reference
        cls.pivot, cls.gap = (1e-5, 1e-3) if is_reference else (1e-13, 1e-9)


class Matrix:
    def __init__(self, rows, cols, entry):
        self.rows, self.cols = rows, cols
        self.at = [[entry(i, j) for j in range(cols)] for i in range(rows)]

    def __getitem__(self, place):
        return self.at[place[0]][place[1]]

    def __setitem__(self, place, value):
        self.at[place[0]][place[1]] = value

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.at == other.at and self.cols == other.cols

    @property
    def shape(self):
        return self.rows, self.cols

    def places(self):
        """Column by column, as the entries stand in memory."""
        return [(i, j) for j in range(self.cols) for i in range(self.rows)]

    def entries(self):
        return [self[p] for p in self.places()]

    def map(self, f, *others):
        return Matrix(self.rows, self.cols, lambda i, j: f(self[i, j], *(o[i, j] for o in others)))

    def transpose(self):
        return Matrix(self.cols, self.rows, lambda i, j: self[j, i])

    def block(self, row, col, rows, cols):
        check(0 <= row and 0 <= col and row + rows <= self.rows and col + cols <= self.cols, "a block is outside")
        return Matrix(rows, cols, lambda i, j: self[row + i, col + j])

    def copy(self):
        return self.map(lambda x: x)


class Broken(Exception):
    """The function is not what a function of mx may be."""


def check(holds, why):
    if not holds:
        raise Broken(why)


def as_matrix(v):
    return v if isinstance(v, Matrix) else Matrix(1, 1, lambda i, j: v)


def as_typed(kind, value):
    """A number as a matrix of one entry, or the reverse, as the type says."""
    if kind[0] == "matrix":
        return as_matrix(value)
    return value[0, 0] if isinstance(value, Matrix) and value.shape == (1, 1) else value


def entrywise(f, *values):
    if isinstance(values[0], Matrix):
        for v in values:
            check(v.shape == values[0].shape, "shapes differ")
        return values[0].map(f, *values[1:])
    return f(*values)


def identity(n, m=None):
    return Matrix(n, n if m is None else m, lambda i, j: float(i == j))


def times(a, b):
    check(a.cols == b.rows, f"a product of {a.shape} and {b.shape}")
    return Matrix(a.rows, b.cols, lambda i, j: math.fsum(a[i, k] * b[k, j] for k in range(a.cols)))


def inner(a, b):
    check(a.shape == b.shape, "an inner product of two shapes")
    return math.fsum(x * y for x, y in zip(a.entries(), b.entries()))


def columns(values):
    return Matrix(len(values), 1, lambda i, j: values[i])


# --- Equations -----------------------------------------------------------------------------


def effective(kind, a, table):
    """The matrix that a factorisation of the kind reads: of some only a part. Nothing is promised of
    another matrix than the kind is for."""
    row = table[kind]
    read = part(row, a)
    if Margin.is_reference and any(abs(a[p] - read[p]) > 1e-9 for p in a.places()):
        raise Undefined("a matrix of another kind")
    return read


def part(row, a):
    if row["view"]:
        lower, unit = "Lower" in row["view"], "Unit" in row["view"]
        return Matrix(
            a.rows, a.cols,
            lambda i, j: 1.0 if unit and i == j else a[i, j] if i == j or (i > j) == lower else 0.0,
        )  # fmt: skip
    if row["symmetric"]:
        return Matrix(a.rows, a.cols, lambda i, j: a[max(i, j), min(i, j)])
    return a


def eliminate(a, b):
    """The determinant of a, and a⁻¹ b."""
    n, a, b = a.rows, a.copy(), b.copy()
    determinant = 1.0
    largest = max((abs(x) for x in a.entries()), default=0.0)
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(a[i, k]))
        if abs(a[pivot, k]) <= Margin.pivot * largest:
            raise Undefined("singular")
        if pivot != k:
            determinant = -determinant
            a.at[k], a.at[pivot] = a.at[pivot], a.at[k]
            b.at[k], b.at[pivot] = b.at[pivot], b.at[k]
        determinant *= a[k, k]
        for i in range(n):
            if i != k:
                factor = a[i, k] / a[k, k]
                a.at[i] = [x - factor * y for x, y in zip(a.at[i], a.at[k])]
                b.at[i] = [x - factor * y for x, y in zip(b.at[i], b.at[k])]
    for i in range(n):
        b.at[i] = [x / a[i, i] for x in b.at[i]]
    return determinant, b


def solve(a, b):
    """a⁻¹ b, by least squares where a has more rows."""
    check(a.rows == b.rows, "an equation whose sides differ")
    if a.rows == a.cols:
        return eliminate(a, b)[1]
    return eliminate(times(a.transpose(), a), times(a.transpose(), b))[1]


def inverse(a):
    return solve(a, identity(a.rows))


def determinant(a):
    return eliminate(a, Matrix(a.rows, 0, None))[0]


def cholesky(a):
    low = Matrix(a.rows, a.rows, lambda i, j: 0.0)
    for j in range(a.rows):
        for i in range(j, a.rows):
            rest = a[i, j] - math.fsum(low[i, k] * low[j, k] for k in range(j))
            if i == j and rest <= Margin.pivot:
                raise Undefined("not positive definite")
            low[i, j] = math.sqrt(rest) if i == j else rest / low[j, j]
    return low


def spectrum(a):
    """Eigenvalues, ascending, and eigenvectors, by Jacobi's rotations; of each vector the entry of
    largest magnitude is positive."""
    n = a.rows
    a = Matrix(n, n, lambda i, j: a[max(i, j), min(i, j)])
    v = identity(n)
    for _ in range(60):
        for p in range(n):
            for q in range(p + 1, n):
                if abs(a[p, q]) < 1e-300:
                    continue
                t = (a[q, q] - a[p, p]) / (2 * a[p, q])
                t = (1.0 if t >= 0 else -1.0) / (abs(t) + math.hypot(t, 1.0))
                c = 1 / math.hypot(t, 1.0)
                s = t * c
                turn = identity(n)
                turn[p, p], turn[q, q], turn[p, q], turn[q, p] = c, c, s, -s
                a = times(turn.transpose(), times(a, turn))
                v = times(v, turn)
    order = sorted(range(n), key=lambda i: a[i, i])
    values = [a[i, i] for i in order]
    if any(y - x < Margin.gap for x, y in zip(values, values[1:])):
        raise Undefined("equal eigenvalues")
    vectors = Matrix(n, n, lambda i, j: v[i, order[j]])
    for j in range(n):
        largest = max((vectors[i, j] for i in range(n)), key=abs)
        for i in range(n):
            vectors[i, j] = math.copysign(vectors[i, j], vectors[i, j] * largest)
    return columns(values), vectors


# --- Functions of numbers ------------------------------------------------------------------


def logistic(x):
    return 1 / (1 + math.exp(-x)) if x > 0 else math.exp(x) / (1 + math.exp(x))


def rounded(x):
    """Halves away from zero."""
    return math.copysign(math.floor(abs(x) + 0.5), x)


# By the names of ElementWise.td that Python does not know by the same name in math.
NAMED = {
    "cbrt": lambda x: math.copysign(abs(x) ** (1 / 3), x),
    "logistic": logistic,
    "softplus": lambda x: max(x, 0.0) + math.log1p(math.exp(-abs(x))),
    "abs": abs,
    "sign": lambda x: float((x > 0) - (x < 0)),
    "floor": lambda x: float(math.floor(x)),
    "ceil": lambda x: float(math.ceil(x)),
    "trunc": lambda x: float(math.trunc(x)),
    "rint": lambda x: float(round(x)),
    "round": rounded,
}

# B₂ₖ/(2k)!
BERNOULLI = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160]


def polygamma(order, x):
    """By Euler and Maclaurin's sum, beyond x = 20."""
    if x <= 0:
        raise Undefined("beyond a pole")
    if order < 0:
        return math.lgamma(x)
    total = 0.0
    sign = (-1) ** (order + 1) * math.factorial(order)
    while x < 20:
        total += sign / x ** (order + 1)
        x += 1
    if order == 0:
        return total + math.log(x) - 1 / (2 * x) - sum(
            b * math.factorial(2 * k + 1) / x ** (2 * k + 2) for k, b in enumerate(BERNOULLI)
        )  # fmt: skip
    tail = 1 / (order * x**order) + 1 / (2 * x ** (order + 1))
    rising = order + 1
    for k, b in enumerate(BERNOULLI):
        tail += b * rising / x ** (order + 2 * k + 2)
        rising *= (order + 2 * k + 2) * (order + 2 * k + 3)
    return total + sign * tail


def holds(relation, a, b):
    """A comparison as a number; what rounding decides is a kink."""
    if Margin.is_reference and a != b and abs(a - b) < 1e-9:
        raise Undefined("a kink")
    return float(RELATIONS[relation](a, b))


RELATIONS = {
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
}


# --- Products of entries, and the largest --------------------------------------------------


def polarised(lists):
    """The part of ∏(a + d₁ + … + dₖ) that is linear in each d."""
    first, directions = lists[0], lists[1:]
    terms = {0: 1.0}  # by the set of directions that were used
    for n, a in enumerate(first):
        grown = {}
        for used, value in terms.items():
            grown[used] = grown.get(used, 0.0) + value * a
            for k, d in enumerate(directions):
                if not used >> k & 1:
                    grown[used | 1 << k] = grown.get(used | 1 << k, 0.0) + value * d[n]
        terms = grown
    return terms.get((1 << len(directions)) - 1, 0.0)


def groups(shape, over):
    """The places over which is reduced, group by group."""
    rows, cols = shape
    if over == "all":
        return [[(i, j) for j in range(cols) for i in range(rows)]]
    if over == "rows":
        return [[(i, j) for j in range(cols)] for i in range(rows)]
    return [[(i, j) for i in range(rows)] for j in range(cols)]


def reduce(a, over, f):
    """The value f(places) of each group, as a scalar, a column or a row."""
    values = [f(g) for g in groups(a.shape, over)]
    if over == "all":
        return values[0]
    return columns(values) if over == "rows" else columns(values).transpose()


def extreme(a, places, extremum):
    """The first place where the entry is extreme."""
    if not places:
        raise Undefined("an extremum of nothing")
    sign = 1 if extremum == "max" else -1
    best = max(places, key=lambda p: sign * a[p])
    if Margin.is_reference and any(p != best and abs(a[p] - a[best]) < 1e-9 for p in places):
        raise Undefined("a kink")
    return best
