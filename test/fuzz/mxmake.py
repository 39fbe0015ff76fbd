"""Random functions of mx, correct in their types, over every operation that has a record."""

import json
import subprocess

from mxtext import Body, Number, Numbers, Op, Raw, function_text

F64, INDEX = ("f64",), ("index",)
SYMBOLS = ["n", "m", "p"]


class Records:
    """What the records of Operations.td say."""

    def __init__(self, llvm, include):
        text = subprocess.run(
            [f"{llvm}/bin/llvm-tblgen", "--dump-json", f"-I{include}", f"-I{llvm}/include",
             f"{include}/delgen/Mx/Operations.td"],
            check=True, stdout=subprocess.PIPE,
        ).stdout  # fmt: skip
        table = json.loads(text)
        of = lambda kind: [table[name] for name in table["!instanceof"][kind]]
        self.operations = sorted(r["opName"] for r in of("Op") if r["opDialect"]["def"] == "Mx_Dialect")
        self.pairs = [r["opName"] for r in of("Mx_EntrywisePair")]
        self.functions = {r["name"]: r["domain"] for r in of("Function")}
        self.factorizations = {r["name"]: r for r in of("Factorization")}
        makers = {name[5:] for name in dir(Maker) if name.startswith("make_")}
        missing = set(self.operations) - makers - set(self.pairs) - {"yield"}
        if missing:
            raise SystemExit(f"no function is made with mx.{', mx.'.join(sorted(missing))}: see mxmake.py")


def matrix(rows, cols, element="f64"):
    return (element,) if rows == 1 and cols == 1 else ("matrix", rows, cols, element)


def is_matrix(kind):
    return kind[0] == "matrix"


def is_real(kind):
    return kind[0] in ("matrix", "f64", "f32")


def element(kind):
    return (kind[3],) if is_matrix(kind) else kind


def shape(kind):
    return (kind[1], kind[2]) if is_matrix(kind) else (1, 1)


class Scope:
    """A body that grows."""

    def __init__(self, outer=None):
        self.outer, self.body = outer, Body()
        self.types, self.used = {}, set()
        self.passed = []  # values of the outer scope that the body is given
        self.counts = {}  # values of index type that are below a size, by the size

    def argument(self, name, kind):
        self.body.arguments.append(name)
        self.body.types.append(kind)
        self.types[name] = kind


class Maker:
    def __init__(self, rng, records, without=()):
        self.rng, self.records, self.without = rng, records, ("yield", *without)
        self.names = self.sizes = 0
        self.finished = []  # functions that may be called

    # --- Values ---

    def name(self):
        self.names += 1
        return f"%v{self.names}"

    def emit(self, scope, op, operands, kind, attributes=None, bodies=()):
        """Adds an operation of one result, or of as many as `kind` lists."""
        kinds = kind if isinstance(kind, list) else [kind]
        base = self.name()
        results = [base] if len(kinds) == 1 else [f"{base}#{i}" for i in range(len(kinds))]
        scope.body.ops.append(Op(op, results, list(operands), attributes or {}, kinds, list(bodies)))
        scope.types.update(zip(results, kinds))
        scope.used.update(operands)
        return results if isinstance(kind, list) else base

    def get(self, scope, kind, fresh=0.25):
        """A value of the type."""
        known = [n for n, t in scope.types.items() if t == kind]
        if known and self.rng.random() > fresh:
            return self.rng.choice(known[-4:])
        return self.leaf(scope, kind)

    def leaf(self, scope, kind):
        roll = self.rng.random()
        if kind == INDEX:
            return self.index(scope, self.rng.randint(0, 3))
        if kind[0] in ("f64", "f32") and roll < 0.3:
            return self.constant(scope, self.rng.choice([-2, -1, -0.5, 0, 0.5, 1, 2, 3]), kind)
        if is_matrix(kind) and roll < 0.12:
            return self.emit(scope, "mx.fill", [self.get(scope, element(kind))], kind)
        if is_matrix(kind) and roll < 0.2:
            return self.emit(scope, "mx.identity", [], kind)
        if not self.is_visible(scope.outer, kind):
            return self.emit(scope, "mx.fill", [self.get(scope, element(kind))], kind)
        name = self.name()
        if scope.outer is None:
            scope.argument(name, kind)
            return name
        scope.passed.append(self.get(scope.outer, kind))
        scope.outer.used.add(scope.passed[-1])
        scope.argument(name, kind)
        return name

    def is_visible(self, scope, kind):
        """Sizes that are computed mean nothing outside."""
        is_computed = any(str(s).startswith("q") for s in kind[1:3])
        return not is_computed or scope is not None and kind in scope.types.values()

    def constant(self, scope, value, kind=F64):
        return self.emit(scope, "mx.constant", [], kind, {"value": Number(repr(float(value)), "f64")})

    def index(self, scope, value):
        return self.emit(scope, "arith.constant", [], INDEX, {"value": Number(str(value), "index")})

    def extent(self, scope, size):
        if isinstance(size, int):
            return self.index(scope, size)
        return self.emit(scope, "mx.extent", [], INDEX, {"symbol": size})

    def place(self, scope, size):
        """An index below the size."""
        below = scope.counts.get(size, [])
        if below and self.rng.random() < 0.6:
            return self.rng.choice(below)
        if isinstance(size, int):
            return self.index(scope, self.rng.randrange(size))
        if self.rng.random() < 0.5:
            return self.index(scope, 0)
        return self.emit(scope, "arith.subi", [self.extent(scope, size), self.index(scope, 1)], INDEX)

    def size(self):
        return self.rng.choice(self.symbols * 2 + [1, 2, 3])

    def any_real(self, scope):
        """A type, often one of which there are values."""
        known = [t for t in scope.types.values() if is_real(t)]
        if known and self.rng.random() < 0.7:
            return self.rng.choice(known)
        return matrix(self.size(), self.size(), self.element)

    def any_matrix(self, scope, square=False):
        known = [t for t in scope.types.values() if is_matrix(t) and (not square or t[1] == t[2])]
        if known and self.rng.random() < 0.7:
            return self.rng.choice(known)
        while True:
            rows = self.size()
            kind = matrix(rows, rows if square else self.size(), self.element)
            if is_matrix(kind):
                return kind

    def vector(self):
        size = self.rng.choice(self.symbols * 2 + [2, 3])
        return matrix(size, 1, self.element) if self.rng.random() < 0.7 else matrix(1, size, self.element)

    # --- Values that lie where a function is defined ---

    def scaled(self, scope, v, factor):
        kind = scope.types[v]
        return self.emit(scope, "mx.mul", [self.constant(scope, factor, element(kind)), v], kind)

    def shifted(self, scope, v, by):
        kind = scope.types[v]
        c = self.constant(scope, by, element(kind))
        if is_matrix(kind):
            c = self.emit(scope, "mx.fill", [c], kind)
        return self.emit(scope, "mx.add", [v, c], kind)

    def mapped(self, scope, v, function):
        return self.emit(scope, "mx.map", [v], scope.types[v], {"function": function})

    def positive(self, scope, v, least=0.5):
        square = self.emit(scope, "mx.pow", [v], scope.types[v], {"exponent": Number("2.0", "f64")})
        return self.shifted(scope, square, least)

    def inside(self, scope, v, domain):
        """The value moved into the domain that a record states."""
        if domain == "ℝ":
            return self.mapped(scope, v, "sin") if self.rng.random() < 0.3 else v
        if domain.startswith("a > "):
            return self.positive(scope, v)
        if domain == "a ≥ 1":
            return self.positive(scope, v, 1.5)
        if domain.startswith("−1"):
            return self.scaled(scope, self.mapped(scope, v, "tanh"), 0.75)
        return self.mapped(scope, v, "atan")

    def definite(self, scope, kind):
        """A positive definite matrix."""
        a = self.get(scope, kind)
        square = self.emit(scope, "mx.mul", [a, self.emit(scope, "mx.transpose", [a], kind)], kind)
        eye = self.emit(scope, "mx.identity", [], kind)
        return self.emit(scope, "mx.add", [square, eye], kind)

    def solvable(self, scope, kind, row):
        """A matrix that the factorisation takes."""
        if row["symmetric"]:
            return self.definite(scope, kind)
        if row["view"]:
            attributes = {"lower": "Lower" in row["view"], "diagonal": Number("0.0", "f64")}
            half = self.emit(scope, "mx.triangle", [self.get(scope, kind)], kind, attributes)
            eye = self.emit(scope, "mx.identity", [], kind)
            if "Unit" not in row["view"]:
                eye = self.emit(scope, "mx.hadamard", [eye, self.positive(scope, self.get(scope, kind))], kind)
            return self.emit(scope, "mx.add", [half, eye], kind)
        if self.rng.random() < 0.5:
            eye = self.scaled(scope, self.emit(scope, "mx.identity", [], kind), 2)
            return self.emit(scope, "mx.add", [self.get(scope, kind), eye], kind)
        return self.get(scope, kind) if shape(kind)[0] != shape(kind)[1] else self.definite(scope, kind)

    # --- Operations, each a method that is named after it ---

    def make_add(self, scope):
        kind = self.any_real(scope)
        return self.emit(scope, "mx.add", [self.get(scope, kind) for _ in range(self.rng.randint(1, 3))], kind)

    def make_mul(self, scope):
        if self.rng.random() < 0.4:
            kind = self.any_real(scope)
            return self.emit(scope, "mx.mul", [self.get(scope, element(kind)), self.get(scope, kind)], kind)
        first = self.any_matrix(scope)
        factors, cols = [self.get(scope, first)], first[2]
        for _ in range(self.rng.randint(1, 2)):
            near = [t for t in scope.types.values() if is_matrix(t) and t[1] == cols and t[3] == first[3]]
            kind = self.rng.choice(near) if near and self.rng.random() < 0.7 else matrix(cols, self.size(), first[3])
            factors.append(self.get(scope, kind))
            cols = shape(kind)[1] if is_matrix(kind) else cols
        return self.emit(scope, "mx.mul", factors, matrix(first[1], cols, first[3]))

    def make_hadamard(self, scope):
        kind = self.any_matrix(scope)
        return self.emit(scope, "mx.hadamard", [self.get(scope, kind) for _ in range(self.rng.randint(1, 3))], kind)

    def make_inner(self, scope):
        kind = self.any_matrix(scope)
        return self.emit(scope, "mx.inner", [self.get(scope, kind), self.get(scope, kind)], element(kind))

    def unary(self, scope, op, kind, result, attributes=None):
        return self.emit(scope, f"mx.{op}", [self.get(scope, kind)], result, attributes)

    def make_transpose(self, scope):
        kind = self.any_matrix(scope)
        return self.unary(scope, "transpose", kind, matrix(kind[2], kind[1], kind[3]))

    def make_trace(self, scope):
        kind = self.any_matrix(scope, square=True)
        return self.unary(scope, "trace", kind, element(kind))

    def make_sum(self, scope):
        kind = self.any_matrix(scope)
        return self.unary(scope, "sum", kind, element(kind))

    def make_diagonal(self, scope):
        kind = self.any_matrix(scope, square=True)
        return self.unary(scope, "diagonal", kind, matrix(kind[1], 1, kind[3]))

    def make_diag(self, scope):
        kind = self.vector()
        size = kind[1] if kind[2] == 1 else kind[2]
        return self.unary(scope, "diag", kind, matrix(size, size, kind[3]))

    def make_element(self, scope):
        kind = self.any_matrix(scope)
        a, row, col = self.get(scope, kind), self.place(scope, kind[1]), self.place(scope, kind[2])
        return self.emit(scope, "mx.element", [a, row, col], element(kind))

    def part(self, scope, kind):
        """A shape that fits into the other, and a place for it."""
        sizes, places = [], []
        for size in shape(kind):
            if isinstance(size, int) and self.rng.random() < 0.5:
                sizes.append(self.rng.randint(1, size))
                places.append(self.index(scope, self.rng.randint(0, size - sizes[-1])))
            elif self.rng.random() < 0.4:
                sizes.append(size)
                places.append(self.index(scope, 0))
            else:
                sizes.append(1)
                places.append(self.place(scope, size))
        return matrix(*sizes, kind[3]), places

    def make_slice(self, scope):
        for _ in range(20):
            kind = self.any_matrix(scope)
            a = self.get(scope, kind)
            block, places = self.part(scope, kind)
            if is_matrix(block):
                return self.emit(scope, "mx.slice", [a] + places, block)

    def make_insert(self, scope):
        kind = self.any_matrix(scope)
        block, places = self.part(scope, kind)
        return self.emit(scope, "mx.insert", [self.get(scope, block), self.get(scope, kind)] + places, kind)

    def make_assemble(self, scope):
        kind = self.any_matrix(scope)
        if kind[1] in (2, 3) and self.rng.random() < 0.7:
            top = matrix(1, kind[2], kind[3])
            rest = matrix(kind[1] - 1, kind[2], kind[3])
            zero = self.index(scope, 0)
            places = [zero, self.index(scope, 1), zero, zero]
            return self.emit(scope, "mx.assemble", [self.get(scope, top), self.get(scope, rest)] + places, kind)
        block, places = self.part(scope, kind)
        return self.emit(scope, "mx.assemble", [self.get(scope, block)] + places, kind)

    def make_reverse(self, scope):
        kind = self.any_matrix(scope)
        attributes = {"rows": self.rng.random() < 0.6, "cols": self.rng.random() < 0.6}
        return self.unary(scope, "reverse", kind, kind, attributes)

    def computed_size(self, scope, sizes):
        """A size that is the product of two."""
        if all(isinstance(s, int) for s in sizes):
            return sizes[0] * sizes[1]
        if 1 in sizes:
            return sizes[0] if sizes[1] == 1 else sizes[1]
        self.sizes += 1
        product = self.emit(scope, "arith.muli", [self.extent(scope, s) for s in sizes], INDEX)
        scope.body.ops.append(Op("mx.bind", [], [product], {"symbol": f"q{self.sizes}"}, []))
        scope.used.add(product)
        return f"q{self.sizes}"

    def make_reshape(self, scope):
        kind = self.any_matrix(scope)
        if self.rng.random() < 0.3:
            shapes = (kind[2], kind[1])
        else:
            shapes = (self.computed_size(scope, shape(kind)), 1)
            shapes = shapes if self.rng.random() < 0.7 else shapes[::-1]
        return self.unary(scope, "reshape", kind, matrix(*shapes, kind[3]))

    def reduced(self, kind):
        return self.rng.choice([element(kind), matrix(kind[1], 1, kind[3]), matrix(1, kind[2], kind[3])])

    def make_prod(self, scope):
        kind = self.any_matrix(scope)
        args = [self.get(scope, kind) for _ in range(self.rng.choice([1, 1, 2, 3]))]
        return self.emit(scope, "mx.prod", args, self.reduced(kind))

    def make_prod_others(self, scope):
        kind = self.any_matrix(scope)
        args = [self.get(scope, kind) for _ in range(self.rng.choice([1, 1, 2]))]
        return self.emit(scope, "mx.prod_others", args, kind, {"over": self.rng.choice(["all", "rows", "cols"])})

    def make_pick(self, scope):
        kind = self.any_matrix(scope)
        attributes = {"extremum": self.rng.choice(["max", "min"])}
        return self.emit(scope, "mx.pick", [self.get(scope, kind), self.get(scope, kind)], self.reduced(kind), attributes)

    def make_extremal(self, scope):
        kind = self.any_matrix(scope)
        attributes = {"extremum": self.rng.choice(["max", "min"]), "over": self.rng.choice(["all", "rows", "cols"])}
        return self.unary(scope, "extremal", kind, kind, attributes)

    def make_cross(self, scope):
        kind = self.rng.choice([matrix(3, 1, self.element), matrix(1, 3, self.element)])
        return self.emit(scope, "mx.cross", [self.get(scope, kind), self.get(scope, kind)], kind)

    def blocks(self, scope):
        """The types of a, of b and of a ⊗ b."""
        a, b = self.any_matrix(scope), self.any_matrix(scope)
        b = b[:3] + (a[3],)
        sizes = [self.computed_size(scope, pair) for pair in zip(shape(a), shape(b))]
        return a, b, matrix(*sizes, a[3])

    def make_kron(self, scope):
        a, b, y = self.blocks(scope)
        return self.emit(scope, "mx.kron", [self.get(scope, a), self.get(scope, b)], y)

    def make_block_inner(self, scope):
        a, b, y = self.blocks(scope)
        return self.emit(scope, "mx.block_inner", [self.get(scope, y), self.get(scope, b)], a)

    def make_block_sum(self, scope):
        a, b, y = self.blocks(scope)
        return self.emit(scope, "mx.block_sum", [self.get(scope, a), self.get(scope, y)], b)

    def make_bind(self, scope):
        size = self.computed_size(scope, [self.rng.choice(self.symbols), 2])
        kind = matrix(size, 1, self.element)
        return self.emit(scope, "mx.fill", [self.get(scope, element(kind))], kind)

    def make_triangle(self, scope):
        kind = self.any_matrix(scope)
        factor = Number(self.rng.choice(["1.0", "0.5", "0.0"]), "f64")
        return self.unary(scope, "triangle", kind, kind, {"lower": self.rng.random() < 0.5, "diagonal": factor})

    def make_symmetric(self, scope):
        kind = self.any_matrix(scope, square=True)
        return self.unary(scope, "symmetric", kind, kind, {"lower": self.rng.random() < 0.5})

    def make_mirror(self, scope):
        kind = self.any_matrix(scope, square=True)
        return self.emit(scope, "mx.mirror", [self.definite(scope, kind)], kind)

    # --- Linear algebra ---

    def kind_of(self, square, kinds=None):
        rows = self.records.factorizations
        names = [n for n in kinds or rows if square or rows[n]["rectangular"]]
        return self.rng.choice(names)

    def factored(self, scope, kind, row, way):
        """The matrix, or its factorisation."""
        a = self.solvable(scope, kind, row)
        if "factorize" in self.without or self.rng.random() < 0.7:
            return a
        return self.emit(scope, "mx.factorize", [a], ("factorization", kind), {"kind": way})

    def make_inverse(self, scope):
        kind = self.any_matrix(scope, square=True)
        if self.rng.random() < 0.2:
            kind = matrix(3, 2, self.element)
        way = self.kind_of(kind[1] == kind[2])
        a = self.factored(scope, kind, self.records.factorizations[way], way)
        return self.emit(scope, "mx.inverse", [a], matrix(kind[2], kind[1], kind[3]), {"kind": way})

    def determinant(self, scope, op):
        kind = self.any_matrix(scope, square=True)
        way = self.kind_of(True)
        a = self.factored(scope, kind, self.records.factorizations[way], way)
        d = self.emit(scope, op, [a], element(kind), {"kind": way})
        return self.mapped(scope, d, "abs") if op == "mx.det" else d  # of some its sign is not known

    def make_det(self, scope):
        return self.determinant(scope, "mx.det")

    def make_logdet(self, scope):
        return self.determinant(scope, "mx.logdet")

    def make_factorize(self, scope):
        return self.make_solve(scope)

    def make_solve(self, scope):
        kind = self.any_matrix(scope, square=True)
        way = self.kind_of(True)
        a = self.solvable(scope, kind, self.records.factorizations[way])
        f = self.emit(scope, "mx.factorize", [a], ("factorization", kind), {"kind": way})
        side = matrix(kind[1], self.size(), kind[3])
        side = side if is_matrix(side) else kind
        transposed = self.rng.random() < 0.3
        return self.emit(scope, "mx.solve", [f, self.get(scope, side)], side, {"transposed": transposed})

    def make_cholesky(self, scope):
        kind = self.any_matrix(scope, square=True)
        a = self.factored(scope, kind, self.records.factorizations["llt"], "llt")
        return self.emit(scope, "mx.cholesky", [a], kind)

    def spread(self, scope):
        """A symmetric matrix whose eigenvalues differ."""
        size = self.rng.choice([2, 3])
        kind = matrix(size, size, self.element)
        a = self.emit(scope, "mx.symmetric", [self.get(scope, kind)], kind, {"lower": True})
        ramp = self.emit(
            scope, "mx.assemble",
            [self.constant(scope, 3 * i, element(kind)) for i in range(size)] + [self.index(scope, i) for i in range(size)] * 2,
            kind,
        )  # fmt: skip
        return self.emit(scope, "mx.add", [a, ramp], kind), kind

    def make_eigenvalues(self, scope):
        a, kind = self.spread(scope)
        return self.emit(scope, "mx.eigenvalues", [a], matrix(kind[1], 1, kind[3]))

    def make_eigenvectors(self, scope):
        a, kind = self.spread(scope)
        v = self.emit(scope, "mx.eigenvectors", [a], kind)
        return self.emit(scope, "mx.hadamard", [v, v], kind)  # of their signs nothing is promised

    def make_gaps(self, scope):
        return self.emit(scope, "mx.gaps", [self.make_eigenvalues(scope)], self.last_square(scope))

    def last_square(self, scope):
        size = scope.body.ops[-1].types[0][1]
        return matrix(size, size, self.element)

    def make_columnwise(self, scope):
        rows, cols, size = self.rng.choice([2, 3]), self.rng.choice([1, 2]), self.rng.choice(self.symbols)
        source = matrix(rows * cols, size, self.element)
        inner = Scope(scope)
        inner.argument(self.name(), matrix(rows, cols, self.element))
        column = inner.body.arguments[0]
        made = self.grow(inner, 2, matrix(rows, cols, self.element), column)
        inner.body.ops.append(Op("mx.yield", [], [made]))
        a = self.get(scope, source)
        attributes = {"operandSegmentSizes": Numbers("i32", [1, len(inner.passed)])}
        return self.emit(scope, "mx.columnwise", [a] + inner.passed, source, attributes, [inner.body])

    # --- Entries ---

    def make_fill(self, scope):
        kind = self.any_matrix(scope)
        return self.emit(scope, "mx.fill", [self.get(scope, element(kind))], kind)

    def make_cast(self, scope):
        kind = self.any_real(scope)
        other = "f32" if element(kind) == F64 else "f64"
        return self.unary(scope, "cast", kind, matrix(*shape(kind), other))

    def make_pow(self, scope):
        kind, exponent = self.any_real(scope), self.rng.choice([2, 3, -1, -2, 0.5, -0.5, 1.5, 0, 1])
        a = self.get(scope, kind)
        if exponent not in (0, 1, 2, 3):
            a = self.positive(scope, a)
        return self.emit(scope, "mx.pow", [a], kind, {"exponent": Number(repr(float(exponent)), "f64")})

    def make_power(self, scope):
        kind = self.any_real(scope)
        exponent = kind if self.rng.random() < 0.6 else element(kind)
        a = self.positive(scope, self.get(scope, kind))
        return self.emit(scope, "mx.power", [a, self.get(scope, exponent)], kind)

    def pair(self, scope, op):
        kind = self.any_real(scope)
        return self.emit(scope, f"mx.{op}", [self.get(scope, kind), self.get(scope, kind)], kind)

    def make_polygamma(self, scope):
        kind = self.any_real(scope)
        a = self.positive(scope, self.get(scope, kind))
        return self.emit(scope, "mx.polygamma", [a], kind, {"order": Number(str(self.rng.randint(-1, 3)), "i64")})

    def make_map(self, scope):
        kind = self.any_real(scope)
        function = self.rng.choice(list(self.records.functions))
        a = self.inside(scope, self.get(scope, kind), self.records.functions[function])
        return self.mapped(scope, a, function)

    def compare(self, scope, kind):
        relation = self.rng.choice(["lt", "le", "gt", "ge", "eq", "ne"])
        return self.emit(scope, "mx.compare", [self.get(scope, kind), self.get(scope, kind)], kind, {"relation": relation})

    def make_compare(self, scope):
        return self.compare(scope, self.any_real(scope))

    def make_select(self, scope):
        kind = self.any_real(scope)
        c = self.compare(scope, kind)
        if self.rng.random() < 0.2:
            c = self.emit(scope, self.rng.choice(["mx.max", "mx.min"]), [c, self.compare(scope, kind)], kind)
        return self.emit(scope, "mx.select", [c, self.get(scope, kind), self.get(scope, kind)], kind)

    def make_constant(self, scope):
        return self.constant(scope, self.rng.choice([-2, -1, -0.5, 0, 0.5, 1, 2, 3]), (self.element,))

    def make_identity(self, scope):
        return self.emit(scope, "mx.identity", [], self.any_matrix(scope))

    def make_extent(self, scope):
        return self.make_real(scope)

    def make_real(self, scope):
        i = self.extent(scope, self.rng.choice(self.symbols))
        if self.rng.random() < 0.5:
            op = self.rng.choice(["addi", "subi", "muli", "divsi", "remsi"])
            i = self.emit(scope, f"arith.{op}", [i, self.index(scope, self.rng.randint(1, 3))], INDEX)
        return self.emit(scope, "mx.real", [i], (self.element,))

    def make_call(self, scope):
        if not self.finished:
            return None
        name, kinds, result = self.rng.choice(self.finished)
        sizes = {s: self.rng.choice(self.symbols + [2]) for s in SYMBOLS}
        kinds, result = [with_sizes(k, sizes) for k in kinds], with_sizes(result, sizes)
        args = [self.get(scope, k) for k in kinds]
        return self.emit(scope, "mx.call", args, result, {"callee": Raw("@" + name)})

    # --- Control flow ---

    def grow(self, scope, steps, kind=None, start=None):
        """Adds some operations; a value of the type that depends on `start`, bounded."""
        for _ in range(steps):
            self.step(scope)
        if kind is None:
            return None
        if not is_real(kind):
            return start
        terms = [start, self.get(scope, kind, 0)]
        y = self.emit(scope, "mx.add", terms, kind)
        return self.mapped(scope, y, "tanh") if self.rng.random() < 0.6 else self.scaled(scope, y, 0.5)

    def make_loop(self, scope):
        carried = [self.any_real(scope) for _ in range(self.rng.choice([1, 1, 2]))]
        lists = [n for n, t in scope.types.items() if t[0] == "list"]
        if lists and self.rng.random() < 0.4:
            carried.append(scope.types[self.rng.choice(lists)])
        inits = [self.get(scope, k) for k in carried]
        inner = Scope(scope)
        k = self.name()
        inner.argument(k, INDEX)
        for kind in carried:
            inner.argument(self.name(), kind)
        states = inner.body.arguments[1:]
        counted = self.rng.random() < 0.75
        times = []
        if counted:
            if self.rng.random() < 0.2:
                times = [self.get(scope, INDEX)]
            else:
                size = self.rng.choice(self.symbols + [2, 3])
                inner.counts[size] = [k]
                times = [self.extent(scope, size)]
        yielded = [self.grow(inner, self.rng.randint(0, 2), kind, s) for kind, s in zip(carried, states)]
        for i, kind in enumerate(carried):
            if kind[0] == "list" and self.rng.random() < 0.7 and not has_any(kind):
                yielded[i] = self.emit(inner, "mx.append", [states[i], self.get(inner, kind[1])], kind)
        if not counted:
            limit = self.constant(inner, self.rng.choice([0.5, 2.5]))
            go = self.emit(inner, "mx.compare", [self.emit(inner, "mx.real", [k], F64), limit], F64, {"relation": "lt"})
            if self.rng.random() < 0.5:
                go = self.emit(inner, "mx.mul", [go, self.compare(inner, F64)], F64)
            yielded.insert(0, go)
        inner.body.ops.append(Op("mx.yield", [], yielded))
        attributes = {"operandSegmentSizes": Numbers("i32", [len(times), len(carried), len(inner.passed)])}
        results = self.emit(scope, "mx.loop", times + inits + inner.passed, list(carried), attributes, [inner.body])
        return results[0]

    def make_if(self, scope):
        kinds = [self.any_real(scope) for _ in range(self.rng.choice([1, 1, 2]))]
        condition = self.compare(scope, F64)
        bodies = [Scope(scope), Scope(scope)]
        for kind in kinds:  # what both are given, so that they are given the same
            outer = self.get(scope, kind)
            for body in bodies:
                body.passed.append(outer)
                body.argument(self.name(), kind)
        for body in bodies:
            made = [self.grow(body, self.rng.randint(0, 2), k, a) for k, a in zip(kinds, list(body.body.arguments))]
            body.body.ops.append(Op("mx.yield", [], made))
        given = bodies[0].passed + bodies[1].passed[len(kinds) :]
        for mine, other, behind in ((0, 1, True), (1, 0, False)):
            extra = bodies[other].body.types[len(kinds) :] if behind else bodies[other].body.types[len(kinds) : len(bodies[0].passed)]
            arguments = bodies[mine].body.arguments
            at = len(arguments) if behind else len(kinds)
            arguments[at:at] = [self.name() for _ in extra]
            bodies[mine].body.types[at:at] = extra
        return self.emit(scope, "mx.if", [condition] + given, kinds, {}, [b.body for b in bodies])[0]

    # --- Lists ---

    def list_of(self, scope):
        """A list of which at least one entry is there, and whether it may have more types."""
        known = [n for n, t in scope.types.items() if t[0] == "list"]
        if known and self.rng.random() < 0.6:
            return self.rng.choice(known)
        return self.make_make_list(scope)

    def make_make_list(self, scope):
        if scope.outer is None and self.rng.random() < 0.4:
            name = self.name()
            scope.argument(name, ("list", self.entry_type(scope)))
            return name
        if self.rng.random() < 0.3:
            a, b = self.rng.choice(self.symbols), self.rng.choice(self.symbols)
            values = [self.get(scope, matrix(s, 1, self.element)) for s in (a, b)]
            return self.emit(scope, "mx.make_list", values, ("list", ("matrix", "_", 1, self.element)))
        kind = self.entry_type(scope)
        values = [self.get(scope, kind) for _ in range(self.rng.randint(1, 3))]
        return self.emit(scope, "mx.make_list", values, ("list", kind))

    def entry_type(self, scope):
        kind = self.any_real(scope)
        return matrix(*(2 if str(s).startswith("q") else s for s in shape(kind)), element(kind)[0])

    def make_zeros_like(self, scope):
        a = self.list_of(scope)
        return self.emit(scope, "mx.zeros_like", [a], scope.types[a])

    def make_length(self, scope):
        length = self.emit(scope, "mx.length", [self.list_of(scope)], INDEX)
        return self.emit(scope, "mx.real", [length], (self.element,))

    def make_dim(self, scope):
        matrices = [v for v, kind in scope.types.items() if is_real(kind) and len(kind) > 1]
        if not matrices:
            return None
        axis = {"axis": Number(str(self.rng.randrange(2)), "i64")}
        dim = self.emit(scope, "mx.dim", [self.rng.choice(matrices)], INDEX, axis)
        return self.emit(scope, "mx.real", [dim], (self.element,))

    def make_at(self, scope):
        a = self.list_of(scope)
        kind = scope.types[a][1]
        if has_any(kind):
            self.sizes += 1
            kind = tuple(f"q{self.sizes}" if s == "_" else s for s in kind)
        i = self.index(scope, 0)
        if self.rng.random() < 0.4:
            length = self.emit(scope, "mx.length", [a], INDEX)
            i = self.emit(scope, "arith.subi", [length, self.index(scope, 1)], INDEX)
        like = [a] if self.rng.random() < 0.1 else []
        return self.emit(scope, "mx.at", [a, i] + like, kind)

    def make_set_at(self, scope):
        a = self.list_of(scope)
        kind = scope.types[a]
        entry = kind[1] if not has_any(kind) else matrix(self.rng.choice(self.symbols), 1, kind[1][3])
        return self.emit(scope, "mx.set_at", [a, self.index(scope, 0), self.get(scope, entry)], kind)

    def make_append(self, scope):
        a = self.list_of(scope)
        kind = scope.types[a]
        entry = kind[1] if not has_any(kind) else matrix(self.rng.choice(self.symbols), 1, kind[1][3])
        return self.emit(scope, "mx.append", [a, self.get(scope, entry)], kind)

    def make_drop_last(self, scope):
        a = self.make_append(scope)
        return self.emit(scope, "mx.drop_last", [a], scope.types[a])

    def make_add_lists(self, scope):
        a = self.list_of(scope)
        b = a if self.rng.random() < 0.5 else self.emit(scope, "mx.zeros_like", [a], scope.types[a])
        return self.emit(scope, "mx.add_lists", [a, b], scope.types[a])

    # --- Functions ---

    def step(self, scope):
        names = [n for n in self.records.operations if n not in self.without]
        if scope.outer is not None:  # bodies in bodies are few
            names = [n for n in names if n not in ("loop", "if", "columnwise") or self.rng.random() < 0.3]
        if self.rng.random() < 0.1:
            names = ["loop", "if", "at", "mul", "add", "inner"]
        name = self.rng.choice(names)
        if name in self.records.pairs and not hasattr(self, f"make_{name}"):
            return self.pair(scope, name)
        return getattr(self, f"make_{name}")(scope)

    def scalar_of(self, scope, v):
        """A real number that depends on the value, or None."""
        kind = scope.types[v]
        if kind[0] == "list":
            size = self.emit(scope, "mx.length", [v], INDEX)
            return self.emit(scope, "mx.real", [size], F64)
        if not is_real(kind):
            return None
        if is_matrix(kind):
            op, other = self.rng.choice([("mx.sum", []), ("mx.inner", [v])])
            v = self.emit(scope, op, [v] + other, element(kind))
        return v if scope.types[v] == F64 else self.emit(scope, "mx.cast", [v], F64)

    def function(self, name, steps):
        """A random function, as an operation."""
        self.element = "f64" if self.rng.random() < 0.9 else "f32"
        self.symbols = self.rng.sample(SYMBOLS, self.rng.randint(1, 2))
        scope = Scope()
        for _ in range(steps):
            self.step(scope)
        loose = [v for v in scope.types if v not in scope.used]
        numbers = [s for s in (self.scalar_of(scope, v) for v in loose) if s]
        numbers = numbers or [self.constant(scope, 1)]
        result = self.emit(scope, "mx.add", numbers, F64)
        if self.rng.random() < 0.4:
            kind = matrix(*shape(self.any_real(scope)))
            if not any(str(s).startswith("q") for s in shape(kind)):
                result = self.emit(scope, "mx.mul", [result, self.get(scope, kind, 0)], kind)
        told = str(scope.body.types)
        for symbol in self.symbols:
            if f"'{symbol}'" not in told:
                scope.argument(self.name(), matrix(symbol, 1))
        scope.body.ops.append(Op("func.return", [], [result]))
        kinds = scope.body.types
        attributes = {"sym_name": name, "mx.cpp_name": name}
        attributes["arg_attrs"] = [{"mx.name": f"x{i}"} for i in range(len(kinds))]
        if all(is_real(k) for k in kinds) and not any("_" in k for k in kinds):
            self.finished.append((name, list(kinds), scope.types[result]))
        return Op("func.func", [], [], attributes, [], [scope.body])


def has_any(kind):
    return "_" in kind or any(isinstance(k, tuple) and has_any(k) for k in kind)


def with_sizes(kind, sizes):
    if not is_matrix(kind):
        return kind
    return matrix(*(sizes.get(s, s) for s in kind[1:3]), kind[3])


def module_text(functions):
    return '"builtin.module"() ({\n' + "\n".join(function_text(f) for f in functions) + "\n}) : () -> ()\n"
