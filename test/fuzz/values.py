"""Random expressions over the variables of a scope: bounded numbers, vectors, matrices.

What is assigned in loops goes through functions that bound it, so that the derivatives of a
program stay comparable with the oracle's.
"""

from attempts import Unspellable
from calls import Calls
from tree import Node, Type


class Scope:
    def __init__(self, outer=None):
        self.variables = list(outer.variables) if outer else []
        # By size: expressions that are places in it.
        self.indices = {k: list(v) for k, v in outer.indices.items()} if outer else {}
        self.integers = list(outer.integers) if outer else []  # expressions
        self.ints = list(outer.ints) if outer else []  # those of them that are `int`
        self.counters = list(outer.counters) if outer else []  # those that may be changed
        self.hashes = list(outer.hashes) if outer else []  # unsigned numbers that wrap
        self.loop = outer.loop if outer else 0
        self.frozen = set(outer.frozen) if outer else set()


class Values(Calls):
    """Writes expressions; a subclass writes statements."""

    def __init__(self, rng, real, pool, helpers):
        self.rng, self.real, self.pool, self.helpers = rng, real, pool, list(helpers)
        self.scope = Scope()
        self.suffix = "f" if real == "float" else ""
        self.nonempty = set()  # lengths of parameters of which an entry is read at a fixed place
        self.sure = set()  # local lists that have an entry

    # ---- choices ----

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, options):
        options = [o for o in options if o[0] > 0]
        return self.rng.choices([f for _, f in options], [w for w, _ in options])[0]()

    def recent(self, variables):
        return self.rng.choices(variables, [2 + i for i in range(len(variables))])[0]

    def size(self):
        return self.rng.choice(self.pool)

    def lit(self, text):
        return text + self.suffix

    def number(self):
        return self.lit(self.rng.choice(["0.5", "1.5", "0.25", "-1.0", "0.7", "-0.75", "2.0"]))

    def S(self):
        return Type("S", real=self.real)

    def M(self, rows, cols="1"):
        return Type("M", rows, cols, self.real)

    def having(self, t):
        return [v for v in self.scope.variables if v.type.same(t)]

    def matrices(self, rows=None, cols=None):
        return [v for v in self.scope.variables if v.type.kind == "M" and rows in (None, v.type.rows) and cols in (None, v.type.cols)]

    def lists(self, entry=None):
        return [v for v in self.scope.variables if v.type.kind == "L" and (entry is None or v.type.entry.same(entry))]

    def size_text(self, size):
        """The size as an integer expression."""
        if size.isdigit():
            return size
        texts = []
        for v in self.scope.variables:
            if v.type.kind == "M" and v.type.rows == size:
                texts.append(f"{v.name}.rows()")
                if v.type.cols == "1":
                    texts.append(f"{v.name}.size()")
            if v.type.kind == "M" and v.type.cols == size:
                texts.append(f"{v.name}.cols()")
        if not texts:
            raise Unspellable()
        return self.rng.choice(texts)

    def index(self, size):
        """A place in a size."""
        places = self.scope.indices.get(size, [])
        if places and self.chance(0.85):
            return self.rng.choice(places)
        if size.isdigit():
            return str(self.rng.randrange(int(size)))
        if self.chance(0.4):
            return self.size_text(size) + " - 1"
        return "0"

    def list_index(self, v):
        """A place in a list, or None."""
        length = v.length
        places = self.scope.indices.get(length, [])
        if places and (self.chance(0.9) or length.startswith("#")):
            return self.rng.choice(places)
        if length.isdigit():
            return str(self.rng.randrange(int(length)))
        if length.startswith("#") and v.name not in self.sure:
            return None
        self.nonempty.add(length)
        return "0"

    def entry_of(self, v):
        """An entry of a list as text."""
        i = self.list_index(v)
        if i is None:
            raise Unspellable()
        if i == "0" and self.chance(0.5):
            return self.rng.choice([f"{v.name}.front()", f"{v.name}.back()"])
        if i.isdigit():
            return f"{v.name}[{i}]"
        return f"{v.name}[{self.as_size(i)}]"

    def as_size(self, i):
        return f"static_cast<std::size_t>({i})"

    # ---- conditions ----

    def condition(self, depth=1):
        rng = self.rng
        scalar = lambda: self.scalar(depth)
        options = [
            (4, lambda: Node(f"$0 {rng.choice(['<', '>', '<=', '>='])} {self.lit(rng.choice(['0.3137', '-0.2113', '0.7131']))}", [scalar()], "B")),
            (2, lambda: Node(f"$0 {rng.choice(['<', '>'])} $1 + {self.lit('0.0713')}", [scalar(), scalar()], "B")),
            (4 if self.scope.integers else 0, lambda: Node(self.integer_condition(), [], "B")),
        ]
        if depth > 0:
            options += [
                (1, lambda: Node("($0) && ($1)", [self.condition(0), self.condition(0)], "B")),
                (1, lambda: Node("($0) || ($1)", [self.condition(0), self.condition(0)], "B")),
                (1, lambda: Node("!($0)", [self.condition(0)], "B")),
            ]
        return self.pick(options)

    def integer_condition(self):
        i = self.rng.choice(self.scope.integers)
        bits = [f"({i} & 1) == 0", f"({i} >> 1) == 0", f"({i} ^ 1) > 1", f"(1 << ({i} & 3)) > 2", f"(({i} > 1) & ({i} != 3))", f"(({i} > 1) ^ ({i} < 3))"]
        return self.rng.choice([f"{i} % 2 == 0", f"{i} > 1", f"{i} < 2", f"{i} == 1", f"{i} != 0", f"{i} >= 1", self.rng.choice(bits)])

    # ---- scalars ----

    def scalar_leaf(self):
        options = []
        scalars = self.having(self.S())
        if scalars:
            options += [(4, lambda: Node(self.recent(scalars).name, [], "S"))]
        vectors = [v for v in self.matrices(cols="1") if v.type.rows != "?"]
        if vectors:
            options.append((4, lambda: self.entry(self.recent(vectors))))
        squares = [v for v in self.matrices() if v.type.cols != "1" and v.type.rows not in ("1", "?") and v.type.cols != "?"]
        if squares:
            options.append((2, lambda: self.entry(self.recent(squares))))
        unknown = [v for v in self.matrices() if "?" in (v.type.rows, v.type.cols)]
        if unknown:
            options.append((3, lambda: Node(f"{self.recent(unknown).name}.{self.rng.choice(['sum()', 'squaredNorm()', 'mean()'])}", [], "S")))
        lists = self.lists(self.S())
        if lists:
            options.append((3, lambda: Node(self.entry_of(self.recent(lists)), [], "S")))
        if self.scope.integers:
            options.append((1, lambda: Node(f"static_cast<{self.real}>({self.rng.choice(self.scope.integers)}) * {self.lit('0.25')}", [], "S")))
        if self.scope.hashes:
            h = self.rng.choice(self.scope.hashes)
            text = self.rng.choice([f"({h} >> 24)", f"({h} % 7u)", f"({h} & 3u)"])
            options.append((2, lambda: Node(f"static_cast<{self.real}>{text} * {self.lit('0.01')}", [], "S")))
        options.append((1 if options else 3, lambda: Node(self.number(), [], "S")))
        try:
            return self.pick(options)
        except Unspellable:
            return Node(self.number(), [], "S")

    def entry(self, v):
        t = v.type
        if t.cols == "1":
            i = self.index(t.rows)
            return Node(self.rng.choice([f"{v.name}({i})", f"{v.name}[{i}]"]), [], "S")
        return Node(f"{v.name}({self.index(t.rows)}, {self.index(t.cols)})", [], "S")

    def scalar(self, depth):
        if depth <= 0:
            return self.scalar_leaf()
        s = lambda: self.scalar(depth - 1)
        N = lambda text, *kids: Node(text, kids, "S")
        rng, lit = self.rng, self.lit

        def vector_pair():
            n = self.size()
            return N(rng.choice(["($0).dot($1)", "($0).dot($1)", "($0).cwiseProduct($1).sum()"]), self.matrix(n, "1", depth - 1), self.matrix(n, "1", depth - 1))

        def reduction():
            e = self.matrix(*self.shape(), depth - 1)
            return N(rng.choice(["($0).sum()", "($0).squaredNorm()", "($0).mean()", f"std::sqrt({lit('1.0')} + ($0).squaredNorm())"]), e)

        def trace():
            n = self.size()
            return N("($0).trace()", self.matrix(n, n, depth - 1))

        def column():
            ms = [v for v in self.matrices() if v.type.cols not in ("1", "?") and v.type.rows not in ("1", "?")]
            if not ms:
                return s()
            v = rng.choice(ms)
            part = rng.choice([f"{v.name}.col({self.index(v.type.cols)})", f"{v.name}.row({self.index(v.type.rows)})"])
            return Node(f"{part}.{rng.choice(['sum()', 'squaredNorm()'])}", [], "S")

        def head():
            # A part whose size the iteration tells.
            vs = [v for v in self.matrices(cols="1") if any(i.isidentifier() for i in self.scope.indices.get(v.type.rows, []))]
            if not vs:
                return s()
            v = rng.choice(vs)
            i = rng.choice([i for i in self.scope.indices[v.type.rows] if i.isidentifier()])
            return Node(f"{v.name}.{rng.choice([f'head({i} + 1)', f'head({i})', f'tail({i} + 1)', f'segment({i}, 1)'])}.{rng.choice(['sum()', 'squaredNorm()'])}", [], "S")

        options = [
            (3, lambda: N("($0 + $1)", s(), s())),
            (2, lambda: N("($0 - $1)", s(), s())),
            (4, lambda: N("$0 * $1", self.factor(s()), self.factor(s()))),
            (2, lambda: N(rng.choice(["std::sin($0)", "std::cos($0)", "std::tanh($0)", "std::exp(-std::cos($0))", f"std::sqrt({lit('1.5')} + std::sin($0))", f"std::log({lit('1.5')} + std::cos($0))"]), s())),
            (2, lambda: N(f"$0 / ({lit('1.5')} + $1 * $1)", self.factor(s()), self.factor(self.scalar_leaf()))),
            (1, lambda: N(f"({self.lit('-0.5')} * $0)", self.factor(s()))),
            (1, lambda: N(f"std::{rng.choice(['max', 'min'])}($0, {lit('0.3137')})", self.real_node(s()))),
            (1, lambda: N("($0 ? $1 : $2)", self.condition(0), s(), s())),
            (3, vector_pair),
            (3, reduction),
            (1, trace),
            (2, column),
            (2, head),
            (4, lambda: self.call(self.S(), depth) or s()),
        ]
        return self.pick(options)

    def real_node(self, node):
        """Not an expression of mixed types: an argument of std::max."""
        return Node(f"{self.real}($0)", [node], "S")

    def factor(self, node):
        if not node.kids and not node.text.startswith("-") and " " not in node.text:
            return node
        return Node("($0)", [node], node.kind)

    def bounded(self, depth):
        """A number between −2 and 2 whose derivative is bounded too."""
        e = self.scalar(depth)
        return Node(self.rng.choice(["std::sin($0)", "std::cos($0)", "std::tanh($0)", "std::atan($0)", f"{self.lit('0.5')} * std::sin($0)"]), [e], "S")

    def shape(self):
        known = [v for v in self.matrices() if "?" not in (v.type.rows, v.type.cols)]
        if known and self.chance(0.7):
            t = self.recent(known).type
            return t.rows, t.cols
        r = self.rng.random()
        return (self.size(), "1") if r < 0.6 else (self.size(), self.size())

    # ---- matrices ----

    def matrix_leaf(self, rows, cols):
        kind = f"M{rows},{cols}"
        options = []
        same, turned = self.matrices(rows, cols), self.matrices(cols, rows)
        if same:
            options.append((5, lambda: Node(self.recent(same).name, [], kind)))
        if turned and rows != cols or (turned and self.chance(0.3)):
            options.append((1, lambda: Node(f"{self.rng.choice(turned).name}.transpose()", [], kind)))
        lists = self.lists(self.M(rows, cols))
        if lists:
            options.append((3, lambda: Node(self.entry_of(self.recent(lists)), [], kind)))
        if cols == "1":
            tall = [v for v in self.matrices(rows=rows) if v.type.cols not in ("1", "?")]
            wide = [v for v in self.matrices(cols=rows) if v.type.rows not in ("1", "?")]
            if tall:
                options.append((3, lambda: self.column(self.recent(tall), kind)))
            if wide:
                options.append((1, lambda: Node(f"{(v := self.recent(wide)).name}.row({self.index(v.type.rows)}).transpose()", [], kind)))
        if not options or self.chance(0.05):
            options.append((1, lambda: self.made(rows, cols, kind)))
        try:
            return self.pick(options)
        except Unspellable:
            return self.made(rows, cols, kind)

    def column(self, v, kind):
        return Node(f"{v.name}.col({self.index(v.type.cols)})", [], kind)

    def made(self, rows, cols, kind):
        t = self.M(rows, cols)
        sizes = [self.size_text(rows)] + ([self.size_text(cols)] if cols != "1" else [])
        how = self.rng.choice(["Ones", "Constant", "Constant"] + (["Identity"] if cols == rows else []))
        arguments = [] if rows.isdigit() and cols.isdigit() else sizes
        if how == "Constant":
            return Node(f"{t.cpp()}::Constant({', '.join(arguments + ['$0'])})", [self.scalar_leaf()], kind)
        return Node(f"{t.cpp()}::{how}({', '.join(arguments)})", [], kind)

    def matrix(self, rows, cols, depth):
        if depth <= 0:
            return self.matrix_leaf(rows, cols)
        kind = f"M{rows},{cols}"
        m = lambda: self.matrix(rows, cols, depth - 1)
        s = lambda: self.scalar(depth - 1)
        N = lambda text, *kids: Node(text, kids, kind)
        rng = self.rng

        def product():
            known = [v.type.cols for v in self.matrices(rows=rows) if v.type.cols not in ("1", "?")]
            k = rng.choice(known) if known and self.chance(0.7) else self.size()
            return N("($0) * ($1)", self.matrix(rows, k, depth - 1), self.matrix(k, cols, depth - 1))

        def outer():
            return N("($0) * ($1).transpose()", self.matrix(rows, "1", depth - 1), self.matrix(cols, "1", depth - 1))

        def diagonal():
            d = self.matrix_leaf(rows, "1")
            return N(f"{self.M(rows, '1').cpp()}($0).asDiagonal() * ($1)", d, m())

        options = [
            (3, lambda: N("($0 + $1)", m(), m())),
            (2, lambda: N("($0 - $1)", m(), m())),
            (3, lambda: N("$0 * ($1)", self.factor(s()), m())),
            (1, lambda: N(f"($0) / ({self.lit('1.5')} + std::cos($1))", m(), s())),
            (5 if cols == "1" else 2, product),
            (2 if cols != "1" else 0, outer),
            (2, lambda: N("($0).cwiseProduct($1)", m(), m())),
            (3, lambda: N(f"($0).array().{rng.choice(['sin()', 'tanh()', 'cos()', 'square()'])}.matrix()", m())),
            (1, lambda: N("(-($0))", m())),
            (1, diagonal),
            (3, lambda: self.call(self.M(rows, cols), depth) or m()),
        ]
        return self.pick(options)

    def bounded_matrix(self, rows, cols, depth):
        e = self.matrix(rows, cols, depth)
        text = self.rng.choice(["($0).array().sin().matrix()", "($0).array().tanh().matrix()", "($0).array().cos().matrix()"])
        return Node(text, [e], e.kind)

    def of_type(self, t, depth):
        return self.scalar(depth) if t.kind == "S" else self.matrix(t.rows, t.cols, depth)
