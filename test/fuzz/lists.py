"""Random statements about lists, and calls of functions with outputs."""

from attempts import Unspellable
from tree import Node, Statement, Type, Variable
from values import Values

# Names that generated code might use itself.
TAKEN = ["t0", "t1", "d1_x", "d_x", "grad_x", "bar", "n", "m", "h", "self", "rows", "size", "value", "Eigen_", "i0", "d2_x", "p2"]


class Lists(Values):
    """Makes lists and changes them; names what is declared."""

    def __init__(self, rng, real, pool, helpers):
        super().__init__(rng, real, pool, helpers)
        self.names = set()

    def fresh(self, stem):
        if self.chance(0.06):
            taken = [n for n in TAKEN if n not in self.names]
            if taken:
                name = self.rng.choice(taken)
                self.names.add(name)
                return name
        i = 0
        while f"{stem}{i or ''}" in self.names:
            i += 1
        name = f"{stem}{i or ''}"
        self.names.add(name)
        return name

    # ---- lists ----

    def local_list(self):
        entry = self.S() if self.chance(0.3) else self.M(*self.shape())
        name = self.fresh(self.rng.choice(["hs", "ls", "ws"]))
        t = Type("L", real=self.real, entry=entry)
        form = self.rng.random()
        kids = lambda count: [self.of_type(entry, 1) for _ in range(count)]
        v = Variable(name, t, True, f"#{name}")
        if form < 0.3:
            statement = Statement(f"{t.cpp()} {name};")
        elif form < 0.6:
            count = self.rng.choice([1, 2, 3])
            statement = Statement(f"{t.cpp()} {name} = {{{', '.join(f'${i}' for i in range(count))}}};", kids(count))
            self.sure.add(name)
        elif form < 0.8:
            count = self.rng.choice(["2", "3"])
            statement = Statement(f"{t.cpp()} {name}({count}, $0);", kids(1))
            self.sure.add(name)
        else:
            count = self.rng.choice([1, 2, 3])
            t.array, t.length = True, str(count)
            v.length = str(count)
            statement = Statement(f"{t.cpp()} {name} = {{{', '.join(f'${i}' for i in range(count))}}};", kids(count))
        self.scope.variables.append(v)
        return statement

    def change_list(self, v):
        entry = v.type.entry
        e = self.bounded(1) if entry.kind == "S" else self.bounded_matrix(entry.rows, entry.cols, 1)
        if self.chance(0.5) and v.length.startswith("#"):
            return Statement(f"{v.name}.{self.rng.choice(['push_back', 'push_back', 'emplace_back'])}($0);", [e])
        place = self.entry_of(v)
        sign = self.rng.choice(["=", "+=", "-="])
        if entry.kind == "M":
            if self.chance(0.3) and entry.cols == "1":
                return Statement(f"{place}({self.index(entry.rows)}) {sign} $0;", [self.bounded(1)])
            e = self.safe(e, v.name)
        return Statement(f"{place} {sign} $0;", [e])

    # ---- calls of functions with outputs ----

    def output_call(self):
        helpers = [h for h in self.helpers if h.result is None and h.real == self.real]
        if not helpers:
            return self.declaration()
        h = self.rng.choice(helpers)
        inputs = [p for p in h.parameters if p.name != h.output]
        copy = type(h)(h.name, None, inputs, [], [], [])
        copy.real, copy.needs_entries = h.real, h.needs_entries
        sizes = {}
        arguments = self.arguments(copy, sizes, 1)
        if arguments is None:
            raise Unspellable()
        t = next(p.type for p in h.parameters if p.name == h.output)
        own = [s if s.isdigit() else sizes.setdefault(s, self.rng.choice(self.pool)) for s in (t.rows, t.cols)] if t.kind == "M" else None
        t = self.S() if own is None else self.M(*own)
        name = self.fresh("o")
        start = f"{t.cpp()} {name} = $0;"
        first = Statement(start, [self.of_type(t, 1)])
        texts = iter(range(len(arguments)))
        call = ", ".join(name if p.name == h.output else f"${next(texts)}" for p in h.parameters)
        self.scope.variables.append(Variable(name, t, True))
        return [first, Statement(f"{h.name}({call});", arguments)]

    def chain(self):
        """Matrices one after the other, of sizes that follow one another."""
        v = self.rng.choice([v for v in self.lists() if v.type.chain])
        h, e = self.fresh("h"), self.fresh("e")
        first = Statement(f"{self.M('?').cpp()} {h} = $0;", [self.matrix_leaf(v.type.chain, "1")])
        f = self.rng.choice(["tanh", "sin", "cos"])
        self.scope.variables.append(Variable(h, self.M("?"), False))
        body = [Statement(f"{h} = ({e} * {h}).array().{f}().matrix();")]
        if self.chance(0.3):
            body = [Statement(f"const {self.M('?').cpp()} {e}_ = {e} * {h};"), Statement(f"{h} = $0 * {e}_.array().{f}().matrix();", [self.factor(self.bounded(1))])]
        if self.chance(0.3):
            body.insert(0, Statement("", [self.condition(0)], [("if ($0) {", [Statement("break;")], "}")]))
        form = self.rng.random()
        if form < 0.6:
            return [first, Statement("", [], [(f"for (const {v.type.entry.cpp()} &{e} : {v.name}) {{", body, "}")])]
        i = self.fresh("i")
        body.insert(0, Statement(f"const {v.type.entry.cpp()} &{e} = {v.name}[{i}];"))
        return [first, Statement("", [], [(f"for (std::size_t {i} = 0; {i} < {v.name}.size(); ++{i}) {{", body, "}")])]

    def stages(self):
        """Entries that get their sizes one by one, and are read by those behind them."""
        t = self.M(self.size(), "1")
        k, z, i, j, r = (self.fresh(n) for n in ("k", "z", "i", "j", "z"))
        first = self.rng.choice([f"{t.cpp()} {k}[3];", f"std::vector<{t.cpp()}> {k}(3);", f"std::array<{t.cpp()}, 3> {k};"])
        start = self.bounded_matrix(t.rows, "1", 1)
        inner = Statement(f"{z} += $0 * {k}[{j}];", [self.factor(self.bounded(0))])
        body = [Statement(f"{t.cpp()} {z} = $0;", [start]), Statement("", [], [(f"for (std::size_t {j} = 0; {j} < {i}; ++{j}) {{", [inner], "}")])]
        if self.chance(0.5):
            body.append(Statement("", [], [(f"if ({i} > 0) {{", [Statement(f"{z} += $0 * {k}[{i} - 1];", [self.factor(self.bounded(0))])], "}")]))
        body.append(Statement(f"{k}[{i}] = {z}.array().sin().matrix();"))
        loop = Statement("", [], [(f"for (std::size_t {i} = 0; {i} < 3; ++{i}) {{", body, "}")])
        self.scope.variables.append(Variable(r, t, True))
        return [Statement(first), loop, Statement(f"{t.cpp()} {r} = {k}[2] + {self.lit('0.5')} * {k}[0];")]
