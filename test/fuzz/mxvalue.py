"""The value of a function of mx at a point: an interpreter that knows no rewriting."""

import math

import mxmatrix as mx
from mxmatrix import Broken, Matrix, Undefined, as_matrix, as_typed, check, entrywise

LARGEST = 1e7


class Evaluator:
    """Evaluates functions of a module; `factorizations` are the rows of Factorization.td by name."""

    def __init__(self, functions, factorizations, steps=4000):
        self.functions, self.factorizations = functions, factorizations
        self.steps = steps
        self.scale = 1.0  # the largest number on the way

    def call(self, name, arguments):
        """The results of a function."""
        function = self.functions[name]
        return self.run(function.bodies[0], arguments, {})

    # --- Sizes and types ---

    def bind(self, size, number, sizes, local):
        if isinstance(size, int):
            check(size == number, f"a size is {number} and not {size}")
        elif size == "_":
            pass
        elif local or size not in sizes:
            sizes[size] = number
        else:
            check(sizes[size] == number, f"the size {size} is {sizes[size]} and {number}")

    def fits(self, kind, value, sizes, local=False):
        """Checks that the value is of the type; symbols without a value yet, or with `local` all,
        stand for the sizes of the value from here on."""
        if kind[0] in ("f64", "f32"):
            check(isinstance(value, float), f"a value is no {kind[0]} but {type(value).__name__}")
            if math.isnan(value) or abs(value) > LARGEST:
                raise Undefined("too large")
            self.scale = max(self.scale, abs(value))
        elif kind[0] == "index":
            check(isinstance(value, int), "a value is no index")
        elif kind[0] == "matrix":
            check(isinstance(value, Matrix), "a value is no matrix")
            self.bind(kind[1], value.rows, sizes, local)
            self.bind(kind[2], value.cols, sizes, local)
            for x in value.entries():
                self.fits((kind[3],), x, sizes)
        elif kind[0] == "list":
            check(isinstance(value, list), "a value is no list")
            for x in value:
                self.fits(kind[1], x, sizes, local)
        elif kind[0] == "factorization":
            self.fits(kind[1], value[1], sizes, local)

    def shape(self, kind, sizes):
        if kind[0] != "matrix":
            return 1, 1
        for size in kind[1:3]:
            check(isinstance(size, int) or size in sizes, f"nothing tells the size {size}")
        return tuple(s if isinstance(s, int) else sizes[s] for s in kind[1:3])

    # --- Statements ---

    def run(self, body, arguments, sizes, locals_=0):
        """What a body yields; the first `locals_` arguments may bind symbols again."""
        sizes = dict(sizes)
        values = {}
        check(len(arguments) == len(body.arguments), "a body is given too few or many values")
        for i, (name, kind, value) in enumerate(zip(body.arguments, body.types, arguments)):
            self.fits(kind, value, sizes, i < locals_)
            values[name] = value
        for op in body.ops:
            self.steps -= 1
            if self.steps < 0:
                raise Undefined("too long")
            args = [values[o] for o in op.operands]
            if op.name in ("func.return", "mx.yield"):
                return args
            results = self.evaluate(op, args, sizes)
            check(len(results) == len(op.results), f"{op.name} has {len(op.results)} results")
            for name, kind, value in zip(op.results, op.types, results):
                value = as_typed(kind, value)
                try:
                    self.fits(kind, value, sizes, op.name in ("mx.loop", "mx.if", "mx.at"))
                except Broken as why:
                    raise Broken(f"{op.name}: {why}") from None
                values[name] = value
        raise Broken("a body does not end")

    def evaluate(self, op, args, sizes):
        attributes = op.attributes
        kind = op.name.split(".")
        try:
            if op.name == "mx.loop":
                return self.loop(op, args, sizes)
            if op.name == "mx.if":
                return self.run(op.bodies[0 if args[0] != 0 else 1], args[1:], sizes)
            if op.name == "mx.call":
                return self.call(attributes["callee"].strip("@"), args)
            if op.name == "mx.bind":
                self.bind(attributes["symbol"], args[0], sizes, True)
                return []
            if kind[0] == "arith":
                return [self.arith(kind[1], attributes, args)]
            method = getattr(self, "op_" + kind[1])
            return [method(args, attributes, op.types[0], sizes, op)]
        except (ValueError, ZeroDivisionError, OverflowError) as why:
            raise Undefined(str(why)) from None

    def loop(self, op, args, sizes):
        times, inits, others = op.attributes["operandSegmentSizes"].values
        count = args[0] if times else None
        state, rest = args[times : times + inits], args[times + inits :]
        k = 0
        while count is None or k < count:
            made = self.run(op.bodies[0], [k] + state + rest, sizes, 1 + inits)
            k += 1
            if count is None:
                flag, made = made[0], made[1:]
            state = made
            if count is None and flag == 0:
                break
        return state

    def arith(self, name, attributes, args):
        if name == "constant":
            return int(attributes["value"])
        a, b = args
        if name in ("divsi", "remsi"):
            if b == 0:
                raise Undefined("division by zero")
            quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
            return quotient if name == "divsi" else a - b * quotient
        return {"addi": a + b, "subi": a - b, "muli": a * b}[name]

    # --- Operations, each from what its record says ---

    def op_constant(self, args, attributes, kind, sizes, op):
        return float(attributes["value"])

    def op_identity(self, args, attributes, kind, sizes, op):
        return mx.identity(*self.shape(kind, sizes))

    def op_extent(self, args, attributes, kind, sizes, op):
        check(attributes["symbol"] in sizes, f"nothing tells the size {attributes['symbol']}")
        return sizes[attributes["symbol"]]

    def op_dim(self, args, attributes, kind, sizes, op):
        return args[0].cols if int(attributes["axis"]) else args[0].rows

    def op_real(self, args, attributes, kind, sizes, op):
        return float(args[0])

    def op_fill(self, args, attributes, kind, sizes, op):
        return Matrix(*self.shape(kind, sizes), lambda i, j: args[0])

    def op_cast(self, args, attributes, kind, sizes, op):
        return args[0]

    def op_mirror(self, args, attributes, kind, sizes, op):
        return args[0]

    def op_add(self, args, attributes, kind, sizes, op):
        return entrywise(lambda *x: math.fsum(x), *args)

    def op_hadamard(self, args, attributes, kind, sizes, op):
        return entrywise(lambda *x: math.prod(x), *args)

    def op_mul(self, args, attributes, kind, sizes, op):
        scalar = math.prod(a for a in args if not isinstance(a, Matrix))
        chain = None
        for a in args:
            if isinstance(a, Matrix):
                chain = a if chain is None else mx.times(chain, a)
        return float(scalar) if chain is None else chain.map(lambda x: scalar * x)

    def op_inner(self, args, attributes, kind, sizes, op):
        return mx.inner(*args)

    def op_transpose(self, args, attributes, kind, sizes, op):
        return as_matrix(args[0]).transpose()

    def op_trace(self, args, attributes, kind, sizes, op):
        a = as_matrix(args[0])
        return math.fsum(a[i, i] for i in range(a.rows))

    def op_sum(self, args, attributes, kind, sizes, op):
        return math.fsum(as_matrix(args[0]).entries())

    def op_diagonal(self, args, attributes, kind, sizes, op):
        a = as_matrix(args[0])
        return Matrix(a.rows, 1, lambda i, j: a[i, i])

    def op_diag(self, args, attributes, kind, sizes, op):
        v = args[0].entries()
        return Matrix(len(v), len(v), lambda i, j: v[i] if i == j else 0.0)

    def op_element(self, args, attributes, kind, sizes, op):
        return args[0].block(args[1], args[2], 1, 1)[0, 0]

    def op_slice(self, args, attributes, kind, sizes, op):
        return args[0].block(args[1], args[2], *self.shape(kind, sizes))

    def op_assemble(self, args, attributes, kind, sizes, op):
        y = Matrix(*self.shape(kind, sizes), lambda i, j: 0.0)
        n = len(args) // 3
        for block, row, col in zip(args[:n], args[n : 2 * n], args[2 * n :]):
            self.put(as_matrix(block), y, row, col)
        return y

    def op_insert(self, args, attributes, kind, sizes, op):
        y = args[1].copy()
        self.put(as_matrix(args[0]), y, args[2], args[3])
        return y

    def put(self, block, y, row, col):
        y.block(row, col, *block.shape)  # checks that it is inside
        for i, j in block.places():
            y[row + i, col + j] = block[i, j]

    def op_reverse(self, args, attributes, kind, sizes, op):
        a = as_matrix(args[0])
        rows, cols = attributes["rows"], attributes["cols"]
        return Matrix(
            *a.shape, lambda i, j: a[a.rows - 1 - i if rows else i, a.cols - 1 - j if cols else j],
        )  # fmt: skip

    def op_reshape(self, args, attributes, kind, sizes, op):
        entries = as_matrix(args[0]).entries()
        rows, cols = self.shape(kind, sizes)
        check(rows * cols == len(entries), "another number of entries")
        return Matrix(rows, cols, lambda i, j: entries[i + rows * j])

    def over(self, a, kind):
        """What is reduced, told from the type of the result."""
        return "all" if kind[0] != "matrix" else "rows" if kind[2] == 1 else "cols"

    def op_prod(self, args, attributes, kind, sizes, op):
        return mx.reduce(args[0], self.over(args[0], kind), lambda g: mx.polarised([[a[p] for p in g] for a in args]))

    def op_prod_others(self, args, attributes, kind, sizes, op):
        y = args[0].copy()
        for group in mx.groups(y.shape, attributes["over"]):
            for place in group:
                y[place] = mx.polarised([[a[p] for p in group if p != place] for a in args])
        return y

    def op_pick(self, args, attributes, kind, sizes, op):
        a, b = args
        return mx.reduce(a, self.over(a, kind), lambda g: b[mx.extreme(a, g, attributes["extremum"])])

    def op_extremal(self, args, attributes, kind, sizes, op):
        y = args[0].map(lambda x: 0.0)
        for group in mx.groups(y.shape, attributes["over"]):
            y[mx.extreme(args[0], group, attributes["extremum"])] = 1.0
        return y

    def op_cross(self, args, attributes, kind, sizes, op):
        a, b = (x.entries() for x in args)
        v = [a[(i + 1) % 3] * b[(i + 2) % 3] - a[(i + 2) % 3] * b[(i + 1) % 3] for i in range(3)]
        return Matrix(*args[0].shape, lambda i, j: v[i + j])

    def op_kron(self, args, attributes, kind, sizes, op):
        a, b = args
        return Matrix(
            a.rows * b.rows, a.cols * b.cols,
            lambda i, j: a[i // b.rows, j // b.cols] * b[i % b.rows, j % b.cols],
        )  # fmt: skip

    def op_block_inner(self, args, attributes, kind, sizes, op):
        a, b = args
        rows, cols = self.shape(kind, sizes)
        return Matrix(rows, cols, lambda i, j: mx.inner(a.block(i * b.rows, j * b.cols, *b.shape), b))

    def op_block_sum(self, args, attributes, kind, sizes, op):
        a, b = args
        rows, cols = self.shape(kind, sizes)
        return Matrix(
            rows, cols, lambda i, j: math.fsum(a[p] * b[p[0] * rows + i, p[1] * cols + j] for p in a.places()),
        )  # fmt: skip

    def op_triangle(self, args, attributes, kind, sizes, op):
        a, lower, factor = args[0], attributes["lower"], float(attributes["diagonal"])
        return Matrix(*a.shape, lambda i, j: factor * a[i, j] if i == j else a[i, j] if (i > j) == lower else 0.0)

    def op_symmetric(self, args, attributes, kind, sizes, op):
        a = args[0]
        pick = max if attributes["lower"] else min
        return Matrix(*a.shape, lambda i, j: a[pick(i, j), i + j - pick(i, j)])

    # --- Equations ---

    def factored(self, value, attributes):
        """The matrix that an operation on a matrix or its factorisation reads, and the row."""
        name, a = value if isinstance(value, tuple) else (attributes["kind"], value)
        return mx.effective(name, as_matrix(a), self.factorizations), self.factorizations[name]

    def op_factorize(self, args, attributes, kind, sizes, op):
        return attributes["kind"], args[0]

    def op_solve(self, args, attributes, kind, sizes, op):
        a, _ = self.factored(args[0], attributes)
        if attributes["transposed"]:
            return mx.times(mx.inverse(a).transpose(), as_matrix(args[1]))
        return mx.solve(a, as_matrix(args[1]))

    def op_inverse(self, args, attributes, kind, sizes, op):
        return mx.inverse(self.factored(args[0], attributes)[0])

    def op_det(self, args, attributes, kind, sizes, op):
        a, row = self.factored(args[0], attributes)
        d = mx.determinant(a)
        return abs(d) if row["rectangular"] else d

    def op_logdet(self, args, attributes, kind, sizes, op):
        return math.log(abs(mx.determinant(self.factored(args[0], attributes)[0])))

    def op_cholesky(self, args, attributes, kind, sizes, op):
        a = args[0] if isinstance(args[0], tuple) else ("llt", args[0])
        return mx.cholesky(mx.effective("llt", as_matrix(a[1]), self.factorizations))

    def op_eigenvalues(self, args, attributes, kind, sizes, op):
        return mx.spectrum(args[0])[0]

    def op_eigenvectors(self, args, attributes, kind, sizes, op):
        return mx.spectrum(args[0])[1]

    def op_gaps(self, args, attributes, kind, sizes, op):
        a = args[0].entries()
        return Matrix(len(a), len(a), lambda i, j: 0.0 if i == j else 1 / (a[j] - a[i]))

    def op_columnwise(self, args, attributes, kind, sizes, op):
        n = op.attributes["operandSegmentSizes"].values[0]
        rows, cols = self.shape(kind, sizes)
        y = Matrix(rows, cols, lambda i, j: 0.0)
        for j in range(cols):
            given = []
            for a, t in zip(args[:n], op.bodies[0].types):
                r, c = self.shape(t, sizes)
                check(r * c == a.rows, "a column of another length")
                given.append(as_typed(t, Matrix(r, c, lambda i, k, a=a, r=r: a[i + r * k, j])))
            made = as_matrix(self.run(op.bodies[0], given + args[n:], sizes)[0]).entries()
            check(len(made) == rows, "a column of another length is made")
            for i, x in enumerate(made):
                y[i, j] = x
        return y

    # --- Functions of entries ---

    def op_pow(self, args, attributes, kind, sizes, op):
        exponent = float(attributes["exponent"])
        return entrywise(lambda x: x**exponent if exponent.is_integer() else math.pow(x, exponent), args[0])

    def op_power(self, args, attributes, kind, sizes, op):
        if isinstance(args[1], Matrix):
            return entrywise(math.pow, *args)
        return entrywise(lambda x: math.pow(x, args[1]), args[0])

    def op_atan2(self, args, attributes, kind, sizes, op):
        return entrywise(math.atan2, *args)

    def op_hypot(self, args, attributes, kind, sizes, op):
        return entrywise(math.hypot, *args)

    def op_max(self, args, attributes, kind, sizes, op):
        return entrywise(max, *args)

    def op_min(self, args, attributes, kind, sizes, op):
        return entrywise(min, *args)

    def op_polygamma(self, args, attributes, kind, sizes, op):
        return entrywise(lambda x: mx.polygamma(int(attributes["order"]), x), args[0])

    def op_map(self, args, attributes, kind, sizes, op):
        name = attributes["function"]
        return entrywise(mx.NAMED.get(name) or getattr(math, name), args[0])

    def op_compare(self, args, attributes, kind, sizes, op):
        return entrywise(lambda a, b: mx.holds(attributes["relation"], a, b), *args)

    def op_select(self, args, attributes, kind, sizes, op):
        return entrywise(lambda c, a, b: a if c != 0 else b, *args)

    # --- Lists ---

    def entry(self, a, i):
        check(0 <= i < len(a), "an entry outside of a list")
        return i

    def op_make_list(self, args, attributes, kind, sizes, op):
        return list(args)

    def op_zeros_like(self, args, attributes, kind, sizes, op):
        return [zero(x) for x in args[0]]

    def op_length(self, args, attributes, kind, sizes, op):
        return len(args[0])

    def op_at(self, args, attributes, kind, sizes, op):
        value = args[0][self.entry(args[0], args[1])]
        if len(args) > 2:
            check(zero(value) == zero(args[2][self.entry(args[2], args[1])]), "entries of other sizes")
        return value

    def op_set_at(self, args, attributes, kind, sizes, op):
        y = list(args[0])
        y[self.entry(y, args[1])] = args[2]
        return y

    def op_append(self, args, attributes, kind, sizes, op):
        return args[0] + [args[1]]

    def op_drop_last(self, args, attributes, kind, sizes, op):
        check(args[0], "an empty list has no last entry")
        return args[0][:-1]

    def op_add_lists(self, args, attributes, kind, sizes, op):
        check(len(args[0]) == len(args[1]), "lists of two lengths")
        return [add(x, y) for x, y in zip(*args)]


def zero(value):
    if isinstance(value, list):
        return [zero(x) for x in value]
    if isinstance(value, Matrix):
        return value.map(lambda x: 0.0)
    return 0.0 if isinstance(value, float) else 0


def add(a, b):
    if isinstance(a, list):
        return [add(x, y) for x, y in zip(a, b)]
    return entrywise(lambda x, y: x + y, a, b)
