"""Random statements: declarations, assignments, loops, branches."""

from aliases import Aliases
from attempts import Unspellable
from lists import Lists
from tree import Node, Statement, Variable
from values import Scope

class Control(Aliases, Lists):
    def __init__(self, rng, real, pool, helpers, result, budget):
        super().__init__(rng, real, pool, helpers)
        self.result, self.budget = result, budget

    # ---- blocks ----

    def block(self, count, depth, prepare=None):
        """Statements in a scope of their own."""
        outer = self.scope
        self.scope = Scope(outer)
        if prepare:
            prepare()
        known = {v.name for v in outer.variables}
        statements = self.statements(count, depth)
        # What a block computes ends in something that is read behind it.
        state = [v for v in self.mutables() if v.name in known]
        if state and self.chance(0.9):
            try:
                statements.append(self.assignment(self.recent(state)))
            except Unspellable:
                pass
        self.scope = outer
        return statements

    def statements(self, count, depth):
        result = []
        for _ in range(count):
            for _ in range(6):
                if self.budget <= 0:
                    break
                before = list(self.scope.variables)
                try:
                    made = self.statement(depth)
                except (Unspellable, IndexError):
                    self.scope.variables = before
                    continue
                self.budget -= 1
                result += made if isinstance(made, list) else [made]
                break
        return result

    def few(self):
        return self.rng.choice([1, 1, 2, 2, 3])

    def statement(self, depth):
        nest = depth > 0
        lists = [v for v in self.lists() if v.mutable and v.name not in self.scope.frozen]
        state = self.mutables()
        options = [
            (5, self.declaration),
            (9 if state else 0, lambda: self.assignment(self.recent(state))),
            (7 if nest else 0, lambda: self.for_loop(depth)),
            (3 if nest and self.lists() else 0, lambda: self.range_loop(depth)),
            (3 if nest else 0, lambda: self.while_loop(depth)),
            (6 if nest else 0, lambda: self.branch(depth)),
            (2 if nest and self.scope.integers else 0, lambda: self.switch(depth)),
            (2, self.local_list),
            (5 if lists else 0, lambda: self.change_list(self.recent(lists))),
            (2 if self.scope.loop else 0, self.leave_loop),
            (1 if self.budget > 3 else 0, self.early_return),
            (2, self.output_call),
            (4, self.aliased),
            (1, self.counter),
            (3 if self.scope.counters else 0, self.count),
            (4 if any(v.type.chain for v in self.lists()) else 0, self.chain),
            (1, self.hash),
            (3 if self.scope.hashes else 0, self.stir),
            (1 if self.scope.integers else 0, self.table),
            (1, self.stages),
        ]
        return self.pick(options)

    def counter(self):
        name = self.fresh("c")
        for names in (self.scope.integers, self.scope.ints, self.scope.counters):
            names.append(name)
        return Statement(f"int {name} = {self.rng.choice(['0', '1', '2'])};")

    def count(self):
        c = self.rng.choice(self.scope.counters)
        return Statement(self.rng.choice([f"++{c};", f"{c} += 2;", f"--{c};", f"{c} = {c} + 1;", f"{c} = 2 * {c};", f"{c} = {c} % 3;", f"{c} ^= 1;", f"{c} |= 2;", f"{c} = ({c} << 1) & 7;", f"{c} >>= 1;"]))

    def hash(self):
        name = self.fresh("h")
        self.scope.hashes.append(name)
        return Statement(f"unsigned {name} = {self.rng.choice(['5381u', '2166136261u', '7u', '4294967290u', '-1u'])};")

    def stir(self):
        h = self.rng.choice(self.scope.hashes)
        return Statement(self.rng.choice([f"{h} = {h} * 1664525u + 1013904223u;", f"{h} = ({h} << 5) + {h} + 7u;", f"{h} ^= {h} >> 3;", f"{h} *= 16777619u;", f"{h} -= 0x9e3779b9u;", f"++{h};", f"{h} += 11u;"]))

    def table(self):
        """A table of integers that is read at a place known while running only."""
        name, c = self.fresh("T"), self.fresh("c")
        i = self.rng.choice(self.scope.integers)
        self.scope.integers.append(c)
        return [Statement(f"static constexpr int {name}[] = {{1, 0, 2, 1}};"), Statement(f"const int {c} = {name}[{i} & 3];")]

    def mutables(self):
        return [v for v in self.scope.variables if v.mutable and v.type.kind in "SM" and v.name not in self.scope.frozen]

    # ---- declarations ----

    def new_type(self):
        if self.chance(0.45):
            return self.S()
        return self.M(*self.shape())

    def declaration(self, state=False):
        t = self.new_type()
        mutable = state or self.chance(0.6)
        const = "" if mutable else "const "
        if t.kind == "S":
            name = self.fresh(self.rng.choice("stuw"))
            e = self.bounded(1) if self.chance(0.7) else Node(self.lit(self.rng.choice(["0.0", "1.0"])), [], "S")
            statement = Statement(f"{const}{t.cpp()} {name} = $0;", [e])
        else:
            name = self.fresh(self.rng.choice("vzy") if t.cols == "1" else self.rng.choice("CYK"))
            sizes = [self.size_text(t.rows)] + ([self.size_text(t.cols)] if t.cols != "1" else [])
            fixed = t.rows.isdigit() and t.cols.isdigit()
            if mutable and self.chance(0.4):
                start = f"{t.cpp()}::Zero({'' if fixed else ', '.join(sizes)})"
                statement = Statement(f"{t.cpp()} {name} = {start};")
            else:
                statement = Statement(f"{const}{t.cpp()} {name} = $0;", [self.bounded_matrix(t.rows, t.cols, 1) if self.chance(0.6) else self.matrix(t.rows, t.cols, 1)])
        self.scope.variables.append(Variable(name, t, mutable))
        return statement

    # ---- assignments ----

    def reads(self, nodes, name):
        import re

        return any(re.search(rf"\b{name}\b", n.render()) for n in nodes)

    def assignment(self, v):
        if v.type.kind == "S":
            return self.scalar_assignment(v.name)
        return self.part_assignment(v) if self.chance(0.6) else self.whole_assignment(v)

    def scalar_assignment(self, name):
        depth = self.rng.choice([1, 1, 2])
        form = self.rng.random()
        e = self.bounded(depth)
        if form < 0.4:
            return Statement(f"{name} {self.rng.choice(['+=', '+=', '-='])} $0;", [e])
        if form < 0.6:
            return Statement(f"{name} = {self.lit('0.5')} * {name} + $0;", [e])
        if form < 0.7:
            return Statement(f"{name} *= {self.lit('0.5')} * $0;", [self.factor(e)])
        if form < 0.75:
            return Statement(f"{name} /= {self.lit('2.5')} + $0;", [e])
        return Statement(f"{name} = $0;", [e])

    def safe(self, e, name):
        """A right side that may read what is written."""
        return Node("($0).eval()", [e], e.kind) if self.reads([e], name) else e

    def whole_assignment(self, v):
        t, depth = v.type, self.rng.choice([1, 1, 2])
        if "?" in (t.rows, t.cols):
            raise Unspellable()
        e = self.safe(self.bounded_matrix(t.rows, t.cols, depth), v.name)
        form = self.rng.random()
        if form < 0.12:
            return Statement(f"{v.name} *= $0;", [self.bounded(1)])
        if form < 0.24:
            k = self.size()
            a, b = self.matrix(t.rows, k, 0), self.matrix(k, t.cols, 0)
            if not self.reads([a, b], v.name):
                return Statement(f"{v.name}.noalias() {self.rng.choice(['=', '+=', '-='])} {self.lit('0.5')} * ($0) * ($1);", [a, b])
        if form < 0.4:
            return Statement(f"{v.name} {self.rng.choice(['+=', '-='])} $0;", [e])
        if form < 0.5:
            return Statement(f"{v.name} = {self.lit('0.5')} * {v.name} + $0;", [e])
        return Statement(f"{v.name} = $0;", [e])

    def part_assignment(self, v):
        t, rng = v.type, self.rng
        if "?" in (t.rows, t.cols):
            raise Unspellable()
        sign = rng.choice(["=", "+=", "+=", "-="])
        if t.cols == "1" or self.chance(0.35):
            place = f"{v.name}({self.index(t.rows)})" if t.cols == "1" else f"{v.name}({self.index(t.rows)}, {self.index(t.cols)})"
            if self.chance(0.12) and t.cols == "1":
                return self.span_assignment(v, sign)
            if self.chance(0.1):
                return Statement(f"{place} *= $0;", [self.bounded(1)])
            return Statement(f"{place} {sign} $0;", [self.bounded(rng.choice([1, 1, 2]))])
        form = rng.random()
        if form < 0.5:
            e = self.bounded_matrix(t.rows, "1", 1)
            return Statement(f"{v.name}.col({self.index(t.cols)}) {sign} $0;", [self.safe(e, v.name)])
        if form < 0.75:
            e = self.bounded_matrix(t.cols, "1", 1)
            return Statement(f"{v.name}.row({self.index(t.rows)}) {sign} $0.transpose();", [self.safe(Node("($0)", [e], e.kind), v.name)])
        if form < 0.85:
            return Statement(f"{v.name}.col({self.index(t.cols)}) *= $0;", [self.bounded(1)])
        if form < 0.88 and t.rows.isdigit() and t.cols.isdigit() and int(t.rows) * int(t.cols) <= 6:
            count = int(t.rows) * int(t.cols)
            return Statement(f"{v.name} << {', '.join(f'${i}' for i in range(count))};", [Node(f"{self.real}($0)", [self.bounded(1)], "S") for _ in range(count)])
        if t.rows == t.cols and form < 0.92:
            return Statement(f"{v.name}.diagonal() {sign} $0;", [self.safe(self.bounded_matrix(t.rows, "1", 1), v.name)])
        return Statement(f"{v.name}.{rng.choice(['row', 'row'])}({self.index(t.rows)}).setZero();")

    def span_assignment(self, v, sign):
        """Entries from a place on."""
        places = [i for i in self.scope.indices.get(v.type.rows, []) if i.isidentifier()]
        same = [w for w in self.matrices(v.type.rows, "1") if w.name != v.name]
        if not places or not same:
            raise Unspellable()
        i, w = self.rng.choice(places), self.recent(same)
        part = self.rng.choice([f"head({i} + 1)", f"tail({i} + 1)", f"segment({i}, 1)"])
        return Statement(f"{v.name}.{part} {sign} $0 * {w.name}.{part};", [self.factor(self.bounded(1))])

    # ---- loops ----

    def for_loop(self, depth):
        rng = self.rng
        i = self.fresh(rng.choice("ijk"))
        size = None
        form = rng.random()
        if form < 0.6:
            size = self.size()
            S = self.size_text(size)
            kind = "int" if size.isdigit() else "Eigen::Index"
            head, places = rng.choice([
                (f"{kind} {i} = 0; {i} < {S}; ++{i}", [i]),
                (f"{kind} {i} = 0; {i} < {S}; {i}++", [i]),
                (f"{kind} {i} = {S} - 1; {i} >= 0; --{i}", [i]),
                (f"{kind} {i} = 1; {i} < {S}; ++{i}", [i, f"{i} - 1"]),
                (f"{kind} {i} = 0; {i} + 1 < {S}; ++{i}", [i, f"{i} + 1"]),
                (f"{kind} {i} = 0; {i} < {S}; {i} += 2", [i]),
                (f"{kind} {i} = {S}; {i} > 0; {i} -= 2", [f"{i} - 1"]),
                (f"{kind} {i} = {S} - 1; {i} > 0; --{i}", [i, f"{i} - 1"]),
                (f"{kind} {i} = 0; {i} <= {S} - 1; ++{i}", [i]),
            ])
            inner = [j for j in self.scope.indices.get(size, []) if j.isidentifier()]
            if inner and self.chance(0.35):
                j = rng.choice(inner)
                head = rng.choice([f"{kind} {i} = {j} + 1; {i} < {S}; ++{i}", f"{kind} {i} = 0; {i} < {j}; ++{i}", f"{kind} {i} = 0; {i} <= {j}; ++{i}", f"{kind} {i} = {S} - 1; {i} > {j}; --{i}", f"{kind} {i} = {j}; {i} >= 0; --{i}"])
                places = [i]
        elif form < 0.75 and self.lists():
            v = self.recent(self.lists())
            size = v.length
            head, places = rng.choice([
                (f"std::size_t {i} = 0; {i} < {v.name}.size(); ++{i}", [i]),
                (f"Eigen::Index {i} = 0; {i} < static_cast<Eigen::Index>({v.name}.size()); ++{i}", [i]),
                (f"Eigen::Index {i} = static_cast<Eigen::Index>({v.name}.size()) - 1; {i} >= 0; --{i}", [i]),
                (f"std::size_t {i} = {v.name}.size(); {i} > 0; --{i}", [f"{i} - 1"]),
                (f"std::size_t {i} = 1; {i} < {v.name}.size(); ++{i}", [i, f"{i} - 1"]),
                (f"std::size_t {i} = 0; {i} < {v.name}.size(); {i} += 2", [i]),
            ])
        else:
            places = []
            ints = [k for k in self.scope.ints if k not in self.scope.counters]
            k = rng.choice(ints) if ints else "2"
            head = rng.choice([f"int {i} = 0; {i} < 3; ++{i}", f"int {i} = 2; {i} > 0; --{i}", f"int {i} = 0; {i} < {k}; ++{i}", f"int {i} = {k}; {i} > 0; --{i}", f"int {i} = 0; {i} <= {k}; ++{i}", f"int {i} = -1; {i} < {k}; {i} += 2", f"int {i} = {k}; {i} < {k} + 2; ++{i}", f"int {i} = {k}; {i} < 1; ++{i}", f"int {i} = 1; {i} < 2; ++{i}"])

        def prepare():
            if size:
                self.scope.indices.setdefault(size, [])
                self.scope.indices[size] = self.scope.indices[size] + places
            self.scope.integers.append(i)
            if head.startswith("int "):
                self.scope.ints.append(i)
            self.scope.loop += 1
            if size and size.startswith("#"):
                # It must not grow while it is counted.
                self.scope.frozen.update(v.name for v in self.lists() if v.length == size)

        body = self.body_of_loop(depth, prepare)
        return Statement("", [], [(f"for ({head}) {{", body, "}")])

    def body_of_loop(self, depth, prepare):
        body = self.block(self.few(), depth - 1, prepare)
        if not body:
            raise Unspellable()
        return body

    def range_loop(self, depth):
        v = self.recent(self.lists())
        entry = v.type.entry
        name = self.fresh("e")
        how = self.rng.choice(["const {0} &", "const auto &", "{0} "]) if entry.kind != "S" else self.rng.choice(["{0} ", "const {0} ", "auto "])
        how = how.format(entry.cpp())

        def prepare():
            self.scope.variables.append(Variable(name, entry))
            self.scope.frozen.add(v.name)
            self.scope.loop += 1

        body = self.body_of_loop(depth, prepare)
        return Statement("", [], [(f"for ({how}{name} : {v.name}) {{", body, "}")])

    def while_loop(self, depth):
        k = self.fresh("k")
        limit = self.rng.choice(["3", "2", "1", "4"])

        def prepare():
            self.scope.integers.append(k)
            self.scope.ints.append(k)
            self.scope.loop += 1

        first = Statement(f"int {k} = 0;")
        body = self.body_of_loop(depth, prepare)
        step = Statement(f"++{k};")
        # A continue must not skip the step.
        position = 0 if any("continue" in s.text for t in body for s in t.walk()) else len(body)
        body.insert(position, step)
        form = self.rng.random()
        if form < 0.4:
            return [first, Statement("", [self.condition(1)], [(f"while ({k} < {limit} && ($0)) {{", body, "}")])]
        if form < 0.5:
            return [first, Statement("", [], [(f"while ({k} < {limit}) {{", body, "}")])]
        if form < 0.6:
            body.insert(position + 1, Statement("", [self.condition(1)], [(f"if ({k} > {limit} || ($0)) {{", [Statement("break;")], "}")]))
            return [first, Statement("", [], [("while (true) {", body, "}")])]
        if form < 0.85:
            return [first, Statement("", [self.condition(1)], [("do {", body, f"}} while ({k} < {limit} && ($0));")])]
        return [first, Statement("", [], [("do {", body, f"}} while ({k} < {limit});")])]

    def leave_loop(self):
        return Statement("", [self.condition(1)], [("if ($0) {", [Statement(self.rng.choice(["break;", "continue;"]))], "}")])

    # ---- branches ----

    def branch(self, depth):
        nodes, parts = [self.condition(1)], []
        parts.append(("if ($0) {", self.block(self.few(), depth - 1), "}"))
        while self.chance(0.25) and len(nodes) < 3:
            nodes.append(self.condition(1))
            parts.append((f"else if (${len(nodes) - 1}) {{", self.block(self.few(), depth - 1), "}"))
        if self.chance(0.6):
            parts.append(("else {", self.block(self.few(), depth - 1), "}"))
        return Statement("", nodes, parts)

    def switch(self, depth):
        k = self.rng.choice(self.scope.integers)
        # In a switch a break would leave the switch only.
        loop, self.scope.loop = self.scope.loop, 0
        parts = [(f"case {c}: {{", self.block(self.few(), depth - 1), "break;\n}") for c in self.rng.sample(["0", "1", "2"], self.rng.choice([1, 2, 3]))]
        if self.chance(0.7):
            parts.append(("default: {", self.block(self.few(), depth - 1), "}"))
        self.scope.loop = loop
        return Statement(f"switch ({k}) {{", [], parts, "}")

    def early_return(self):
        if self.result is None:
            return Statement("", [self.condition(1)], [("if ($0) {", [Statement("return;")], "}")])
        e = self.of_type(self.result, 1)
        return Statement("", [self.condition(1)], [("if ($0) {", [Statement("return $0;", [e])], "}")])
