#!/usr/bin/env python3
"""Writes random well-typed functions annotated for delgen.

    generate.py --seed 7 --count 20 > random.h

The same seed gives the same functions. Every operation and statement that delgen accepts
has a rule here; the domains of functions like log are kept safe by what is put into them.
run.py compares what delgen makes of such functions with the oracle.

A function is kept as a tree, `Function` of `Statement`s of `Node`s, which run.py takes
apart to find a small function that still fails.
"""

import argparse
import random

import attempts
import tree
from attempts import Unspellable

# Sizes are names: a letter stands for a dynamic size that takes several values at run time,
# a number for itself, fixed or dynamic in the C++ type.
LETTERS = "nmkl"


class Type:
    """kind 'S' (scalar), 'M' (matrix) or 'A' (array); fixed sizes are those of the C++ type."""

    def __init__(self, kind, rows="1", cols="1", real="double", fixed=(False, False), row_major=False):
        self.kind, self.rows, self.cols, self.real = kind, rows, cols, real
        self.fixed = (fixed[0] or rows == "1", fixed[1] or cols == "1")
        self.row_major = row_major and rows != "1" and cols != "1"

    def same(self, other):
        return (self.kind, self.rows, self.cols, self.real) == (
            other.kind,
            other.rows,
            other.cols,
            other.real,
        )

    def is_vector(self):
        return self.kind != "S" and (self.rows == "1" or self.cols == "1")

    def cpp(self):
        if self.kind == "S":
            return self.real
        side = lambda name, fixed: name if fixed else "Eigen::Dynamic"
        rows, cols = side(self.rows, self.fixed[0]), side(self.cols, self.fixed[1])
        suffix = self.real[0]
        short = {"Eigen::Dynamic": "X", "2": "2", "3": "3", "4": "4"}
        if not self.row_major:
            if cols == "1" and rows in short:
                return f"Eigen::{'Vector' if self.kind == 'M' else 'Array'}{short[rows]}{suffix}"
            if rows == "1" and cols in short and self.kind == "M":
                return f"Eigen::RowVector{short[cols]}{suffix}"
            if rows == cols and rows in short and (self.kind == "M" or rows == "Eigen::Dynamic"):
                double = short[rows] if self.kind == "A" else ""
                return f"Eigen::{'Matrix' if self.kind == 'M' else 'Array'}{short[rows]}{double}{suffix}"
        options = ", Eigen::RowMajor" if self.row_major else ""
        name = "Matrix" if self.kind == "M" else "Array"
        return f"Eigen::{name}<{self.real}, {rows}, {cols}{options}>"

    def with_(self, **changes):
        values = dict(
            kind=self.kind,
            rows=self.rows,
            cols=self.cols,
            real=self.real,
            fixed=self.fixed,
            row_major=self.row_major,
        )
        values.update(changes)
        return Type(**values)


class Node(tree.Node):
    """An expression: a text with {0}, {1} for its children."""

    def __init__(self, text, kids, type, leaf=None):
        self.text, self.kids, self.type, self.leaf = text, kids, type, leaf

    def render(self):
        if self.leaf is not None:
            return self.leaf
        return self.text.format(*[k.render() for k in self.kids])


class Variable:
    def __init__(self, name, type, mutable=False, zero_safe=True):
        self.name, self.type, self.mutable = name, type, mutable


class Statement:
    """text with {0}, {1} for expressions and, for declarations, {name}."""

    def __init__(self, text, nodes, declares=(), modifies=(), children=None):
        self.text, self.nodes = text, list(nodes)
        self.declares, self.modifies = list(declares), list(modifies)

    def render(self):
        return self.text.format(*[n.render() for n in self.nodes])


# Requests other than del, and what their functions have in their names.
READINGS = {"gradient": "grad", "value_and_gradient": "value_and_grad", "hvp": "hvp", "vjp": "vjp",
            "jacobian": "jac", "hessian": "hess", "directional": "dir2", "taylor": "taylor2"}


def request(r):
    """A request as DELGEN(...) spells it."""
    if r[0] in ("directional", "taylor"):
        return f"{r[0]}({r[1]}, 2)"
    return f"{r[0]}({', '.join(r[1:])})" if r[0] in READINGS else f"del({', '.join(r)})"


class Function:
    def __init__(self, name, result, parameters, how, statements, requests, helpers, real):
        self.name, self.result, self.parameters = name, result, parameters
        self.how = how  # how parameters are passed, by name
        self.statements, self.requests, self.helpers, self.real = (
            statements,
            requests,
            helpers,
            real,
        )

    def declaration(self, name):
        return ", ".join(self.how[p.name].format(p.type.cpp(), p.name) for p in self.parameters)

    def body(self):
        import re

        lines = [s.render() for s in self.statements]
        # What ends up unread must not be a warning.
        read = "\n".join(n.render() for s in self.statements for n in s.nodes)
        read += "\n".join(s.text for s in self.statements if "auto" in s.text)
        unread = [n for s in self.statements for n in s.declares]
        unread = [n for n in unread if len(re.findall(rf"\b{n}\b", read)) == (f"auto {n} " in read or f"&{n} " in read)]
        lines[-1:-1] = [f"(void){n};" for n in unread]
        for p in self.parameters:
            if not re.search(rf"\b{p.name}\b", read):
                lines.insert(0, f"(void){p.name};")
        return "".join(f"  {l}\n" for l in lines)

    def render(self):
        text = ""
        used = set()

        def need(f):
            for h in f.helpers:
                if any(h.name + "(" in s.render() for s in f.statements) and h.name not in used:
                    need(h)
                    used.add(h.name)
                    order.append(h)

        order = []
        need(self)
        for h in order:
            text += f"inline {h.result.cpp()} {h.name}({h.declaration(h.name)}) {{\n{h.body()}}}\n"
        if self.requests:
            text += f"DELGEN({', '.join(request(r) for r in self.requests)})\n"
        text += f"inline {self.result.cpp()} {self.name}({self.declaration(self.name)}) {{\n{self.body()}}}\n"
        return text

    def suffixes(self):
        """The generated functions: d1_x, d2_x_A, …"""
        result = []
        for r in self.requests:
            if r[0] in READINGS:
                names = [f"{READINGS[r[0]]}_{'_'.join(r[1:])}"]
            elif len(r) == 1:
                names = [f"d1_{r[0]}"]
            elif r[1].isdigit():
                names = [f"d{k}_{r[0]}" for k in range(1, int(r[1]) + 1)]
            elif len(set(r)) == 1:
                # All the same name is also spelled with it once, where that is how it is.
                names = [f"d{len(r)}_{r[0]}"]
            else:
                names = [f"d{len(r)}_{'_'.join(r)}"]
            result += [n for n in names if n not in result]
        return result

    def shapes(self):
        """The parameters as test/Inputs/law.h reads them."""
        words = []
        for p in self.parameters:
            if p.type.kind == "I":
                words.append(f"{p.name}=1")
            elif p.type.kind == "S":
                words.append(p.name)
            elif p.type.rows == "1" or p.type.cols == "1":
                words.append(f"{p.name}[{p.type.cols if p.type.rows == '1' else p.type.rows}]")
            else:
                words.append(f"{p.name}[{p.type.rows},{p.type.cols}]")
        return " ".join(words)

    def text(self):
        return self.render()


class Builder:
    """Writes one function: its variables so far, and expressions over them."""

    def __init__(self, rng, real, pool, helpers, fixed_share):
        self.rng, self.real, self.pool, self.helpers = rng, real, pool, helpers
        self.fixed_share = fixed_share  # how often a size that is a number is fixed
        self.variables = []
        self.integers = []
        self.calls = {}
        self.made = {}  # expressions so far, to be repeated now and then

    # ---- choices ----

    def chance(self, p):
        return self.rng.random() < p

    def size(self):
        return self.rng.choice(self.pool)

    def fixed(self, rows, cols):
        return tuple(s.isdigit() and self.chance(self.fixed_share) for s in (rows, cols))

    def plain(self, kind, rows="1", cols="1"):
        if kind == "S":
            return Type("S", real=self.real)
        return Type(kind, rows, cols, self.real, self.fixed(rows, cols), self.chance(0.12))

    def any_type(self, kinds="SMA"):
        kind = self.rng.choice(kinds)
        if kind == "S":
            return self.plain("S")
        shape = self.rng.random()
        if shape < 0.5:
            return self.plain(kind, self.size(), "1")
        if shape < 0.62:
            return self.plain(kind, "1", self.size())
        rows = self.size()
        return self.plain(kind, rows, rows if self.chance(0.4) else self.size())

    def wanted(self, kind, rows="1", cols="1"):
        return Type(kind, rows, cols, self.real)

    def number(self, choices=("0.5", "1.5", "2.0", "3.0", "0.25", "-1.0", "0.1", "-0.75")):
        return self.rng.choice(choices) + ("f" if self.real == "float" else "")

    def recent(self, variables):
        """One of these, more often one that was declared last."""
        return self.rng.choices(variables, [1 + i for i in range(len(variables))])[0]

    def leaf(self, variable):
        return Node("", [], variable.type, leaf=variable.name)

    def having(self, t):
        return [v for v in self.variables if v.type.same(t)]

    def size_text(self, name, as_real=False):
        """An integer expression for a size, or None."""
        texts = [name] * 2 if name.isdigit() else []
        for v in self.variables:
            if v.type.kind in "MA":
                if v.type.rows == name and not (v.type.rows == "1"):
                    texts.append(f"{v.name}.rows()")
                    if v.type.cols == "1":
                        texts.append(f"{v.name}.size()")
                if v.type.cols == name and v.type.cols != "1":
                    texts.append(f"{v.name}.cols()")
        return self.rng.choice(texts) if texts else None

    # ---- scalars ----

    def again(self, kind, rows, cols, depth, make):
        """A new expression, or one that stands somewhere already."""
        made = self.made.setdefault((kind, rows, cols), [])
        if made and depth > 0 and self.chance(0.13):
            return self.rng.choice(made)
        node = make()
        if 1 < node.size() < 12:
            made.append(node)
        return node

    def scalar(self, depth):
        return self.again("S", "1", "1", depth, lambda: self.new_scalar(depth))

    def matrix(self, rows, cols, depth):
        return self.again("M", rows, cols, depth, lambda: self.new_matrix(rows, cols, depth))

    def array(self, rows, cols, depth):
        return self.again("A", rows, cols, depth, lambda: self.new_array(rows, cols, depth))

    def new_scalar(self, depth):
        r, rng = self.real, self.rng
        T = self.wanted("S")
        N = lambda text, *kids: Node(text, list(kids), T)
        leaves = self.having(T)
        if depth <= 0:
            options = [lambda: self.leaf(self.recent(leaves))] * 4 if leaves else []
            vectors = [v for v in self.variables if v.type.is_vector()]
            matrices = [v for v in self.variables if v.type.kind in "MA"]
            if vectors:
                options.append(lambda: Node("", [], T, leaf=self.entry(rng.choice(vectors))))
            if matrices:
                options.append(lambda: N("{0}.sum()", self.leaf(self.recent(matrices))))
            options.append(lambda: Node("", [], T, leaf=self.number()))
            if not options[:-1]:
                return options[-1]()
            return rng.choice(options)()
        s = lambda: self.scalar(depth - 1 - rng.randrange(2))
        f = "f" if r == "float" else ""

        def element_wise():
            return N(
                rng.choice(
                    [
                        "std::sin({0})",
                        "std::cos({0})",
                        "std::tanh({0})",
                        "std::atan({0})",
                        "std::erf({0})",
                        "std::exp(std::sin({0}))",
                        "std::exp(-std::cos({0}))",
                        f"std::log(1.5{f} + std::sin({{0}}))",
                        f"std::log1p(0.5{f} * std::cos({{0}}))",
                        "std::expm1(std::tanh({0}))",
                        f"std::sqrt(1.5{f} + std::cos({{0}}))",
                        f"std::cbrt(2.0{f} + std::sin({{0}}))",
                        f"std::asin(0.75{f} * std::sin({{0}}))",
                        f"std::acos(0.7{f} * std::tanh({{0}}))",
                        f"std::tan(0.5{f} * std::sin({{0}}))",
                        "std::sinh(std::sin({0}))",
                        "std::cosh(std::tanh({0}))",
                        "std::asinh({0})",
                        "std::erfc({0})",
                        f"std::acosh(2.5{f} + std::sin({{0}}))",
                        f"std::atanh(0.5{f} * std::sin({{0}}))",
                        f"std::lgamma(2.5{f} + std::sin({{0}}))",
                        f"std::hypot({{0}}, 2.5{f} + std::sin({{0}}))",
                        f"std::atan2({{0}}, 2.5{f} + std::cos({{0}}))",
                        "std::log(1 + std::exp(std::sin({0})))",
                        "std::log1p(std::exp(-std::cos({0})))",
                        "(1 / (1 + std::exp(std::sin({0}))))",
                        # At a number that nothing else is equal to.
                        f"std::max({{0}}, 0.3137{f})",
                        f"std::fmin({{0}}, std::cos({{0}}) + 0.3137{f})",
                        f"({{0}} > 0.3137{f} ? std::sin({{0}}) : std::cos({{0}}))",
                        f"({{0}} > 0.3137{f} && {{0}} < 0.7131{f} ? {{0}} : {{0}} * {{0}})",
                        f"std::abs({{0}} - 0.3137{f})",
                    ]
                ),
                self.factor(s()),
            )

        def power():
            base = s()
            safe = f"(1.5{f} + std::sin({{0}}))"
            if r == "double":
                options = ["std::pow({0}, 2)", "std::pow({0}, 3)", f"std::pow({safe}, -2)", f"std::pow({safe}, 2.5)", f"std::pow({safe}, -0.5)", f"std::pow({safe}, 0)", f"std::pow({safe}, std::tanh({{1}}))", "std::pow(2.0, std::sin({0}))"]
                if self.integers:
                    options.append(f"std::pow({{0}}, {rng.choice(self.integers)})")
            else:
                options = [f"std::pow({safe}, 2.5f)", f"std::pow({safe}, -1.0f)", "static_cast<float>(std::pow({0}, 2))", f"std::pow({safe}, std::tanh({{1}}))"]
            text = rng.choice(options)
            return N(text, base, s()) if "{1}" in text else N(text, base)

        def powers():
            base = N("(2 + std::sin({0}))", s()) if r == "double" else N("(2.0f + std::sin({0}))", s())
            ends = ["std::sqrt({0})", "1 / {0}", "{0} * {0}", "1 / ({0} * {0})", "std::sqrt({0} * {0})", "std::log({0})", "1 / std::sqrt({0})"]
            if r == "double":
                ends += ["std::pow({0}, 3)", "std::pow({0}, 1.5)", "std::pow({0}, -2.5)", "std::pow(std::sqrt({0}), 3)"]
            ends = rng.sample(ends, rng.choice([2, 3]))
            return N("(" + "".join(rng.choice([" * ", " * ", " + ", " - "]) + f"({e})" for e in ends)[3:] + ")", base)

        def vector_reduction():
            n = self.size()
            kinds = [("1", n), (n, "1")]
            a = self.matrix(*rng.choice(kinds), depth - 1)
            b = self.matrix(*rng.choice(kinds), depth - 2)
            return N("({0}).dot({1})", a, b)

        def matrix_reduction():
            a = self.matrix(*self.shape(), depth - 1)
            return N(rng.choice(["({0}).squaredNorm()", "({0}).sum()", f"std::sqrt(1.0{f} + ({{0}}).squaredNorm())", "({0}).mean()", "({0}).maxCoeff()", "({0}).array().sin().minCoeff()", f"(({{0}}).array().tanh() + 0.5{f}).prod()"]), a)

        def norm():
            vs = [v for v in self.variables if v.type.kind == "M" and len(v.name) == 1]
            if not vs:
                return s()
            return N(rng.choice(["{0}.norm()", "{0}.stableNorm()", "(1 / {0}.norm())"]), self.leaf(rng.choice(vs)))

        def trace():
            n = self.size()
            return N(rng.choice(["({0}).trace()", "({0}).diagonal().sum()"]), self.matrix(n, n, depth - 1))

        def array_reduction():
            return N(rng.choice(["({0}).sum()", "({0}).mean()"]), self.array(*self.shape(), depth - 1))

        def one_by_one():
            n = self.size()
            row, col = self.matrix("1", n, depth - 1), self.matrix(n, "1", depth - 1)
            if self.chance(0.4):
                middle = self.matrix(n, n, depth - 2)
                return N(rng.choice(["({0} * {1} * {2}).value()", "({0} * {1} * {2})(0, 0)", "({0} * {1} * {2}).sum()", "({0} * ({1} * {2})).trace()"]), row, middle, col)
            return N(rng.choice(["({0} * {1}).value()", "({0} * {1})(0)", "({0} * {1})(0, 0)", "({0} * {1}).trace()", f"{r}({{0}} * {{1}})"]), row, col)

        def entry():
            kind = rng.choice("MA")
            rows, cols = self.shape()
            e = (self.matrix if kind == "M" else self.array)(rows, cols, depth - 1)
            i = lambda size: str(rng.randrange(int(size))) if size.isdigit() else "0"
            index = i(rows) if cols == "1" else i(cols) if rows == "1" and self.chance(0.5) else f"{i(rows)}, {i(cols)}"
            return N("({0})(" + index + ")", e)

        def integer():
            if not self.integers:
                return s()
            k = rng.choice(self.integers)
            texts = [f"{k} * {{0}}", f"({k} + 1) * {{0}}", f"{{0}} / ({k} + 2)", f"{{0}} - 2 * {k}"]
            if r == "float":
                texts = [f"static_cast<float>({k}) * {{0}}", f"{{0}} / static_cast<float>({k} + 2)"]
            return N("(" + rng.choice(texts) + ")", s())

        def extent():
            text = self.size_text(self.size())
            if not text:
                return s()
            return N(rng.choice([f"({{0}} / static_cast<{r}>({text} + 1))", f"(static_cast<{r}>({text}) * {{0}})"]), s())

        options = [
            (3, lambda: N("({0} + {1})", s(), s())),
            (2, lambda: N("({0} - {1})", s(), s())),
            (4, lambda: N("{0} * {1}", self.factor(s()), self.factor(s()))),
            (1, lambda: N("{0} * {1} * {0}", self.factor(self.scalar(0)), self.factor(s()))),
            (1, lambda: N("(-{0})", self.factor(s()))),
            (1, lambda: N("({0} / 3)", self.factor(s()))),
            (1, lambda: N("(2 * {0} - 1)", self.factor(s()))),
            (2, lambda: N(f"({{0}} / (2.0{f} + std::sin({{1}})))", self.factor(s()), s())),
            (1, lambda: N("(1 / (1 + {0} * {0}))", self.factor(self.scalar(0)))),
            (3, element_wise),
            (1, power),
            (1, powers),
            (3, vector_reduction),
            (3, matrix_reduction),
            (1, norm),
            (2, trace),
            (2, array_reduction),
            (3, one_by_one),
            (1, entry),
            (1, integer),
            (1, extent),
            (3, lambda: self.call(T, depth)),
        ]
        return self.pick(options)

    def pick(self, options):
        weights = [w for w, _ in options]
        result = self.rng.choices([f for _, f in options], weights)[0]()
        return result

    def factor(self, node):
        """Something that may stand next to a `*` or after a `-`."""
        if node.leaf is not None and not node.leaf.startswith("-"):
            return node
        return Node("({0})", [node], node.type)

    def entry(self, v):
        size = v.type.rows if v.type.cols == "1" else v.type.cols
        i = self.rng.randrange(int(size)) if size.isdigit() else 0
        texts = [f"{v.name}({i})", f"{v.name}[{i}]"]
        if size.isdigit():
            texts.append(f"{v.name}.coeff({i})") # which asserts nothing
        if size.isdigit() and v.type.fixed == (True, True):
            texts.append(f"{v.name}.{'xyzw'[i]}()")
        if self.integers and size.isdigit() and int(size) > 1:
            texts.append(f"{v.name}({self.integers[0]})")
        return self.rng.choice(texts)

    def shape(self):
        r = self.rng.random()
        if r < 0.5:
            return self.size(), "1"
        if r < 0.6:
            return "1", self.size()
        return self.size(), self.size()

    # ---- matrices ----

    def new_matrix(self, rows, cols, depth):
        T = self.wanted("M", rows, cols)
        rng = self.rng
        N = lambda text, *kids: Node(text, list(kids), T)
        f = "f" if self.real == "float" else ""
        leaves = self.having(T)
        turned = self.having(self.wanted("M", cols, rows))
        arrays = self.having(self.wanted("A", rows, cols))
        if depth <= 0:
            options = [lambda: self.leaf(self.recent(leaves))] * 3 if leaves else []
            if turned and (rows, cols) != ("1", "1"):
                options.append(lambda: N("{0}.transpose()", self.leaf(rng.choice(turned))))
            if arrays:
                options.append(lambda: N("{0}.matrix()", self.leaf(rng.choice(arrays))))
            if not options:
                options.append(lambda: self.from_vectors(rows, cols, T))
            return rng.choice(options)()
        m = lambda: self.matrix(rows, cols, depth - 1 - rng.randrange(2))
        s = lambda: self.scalar(depth - 1 - rng.randrange(2))

        def product():
            count = rng.choice([2, 2, 2, 3, 3, 4, 5])
            sizes = [rows]
            for _ in range(count - 1):
                sizes.append("1" if self.chance(0.12) else self.size())
            sizes.append(cols)
            # A factor that is 1x1 is a matrix of Eigen, which multiplies no other.
            factors = [self.matrix(a, b, depth - (1 if count < 4 else 2)) for a, b in zip(sizes, sizes[1:]) if (a, b) != ("1", "1")]
            if not factors:
                return m()
            texts = ["{%d}" % i if k.leaf is not None else "({%d})" % i for i, k in enumerate(factors)]
            if len(texts) == 2 and self.chance(0.1):
                return N("({0}).lazyProduct({1})", *factors)
            if len(texts) >= 3 and self.chance(0.5):
                i = rng.randrange(len(texts) - 1)
                texts[i : i + 2] = [f"({texts[i]} * {texts[i + 1]})"]
            return N(" * ".join(texts), *factors)

        def outer():
            return N("({0}) * ({1})", self.matrix(rows, "1", depth - 1), self.matrix("1", cols, depth - 1))

        def diagonal_factor():
            left = self.chance(0.5)
            n = rows if left else cols
            d = self.matrix(*rng.choice([(n, "1"), ("1", n)]), depth - 2)
            if n == "1":
                return m()
            text = "{0}.asDiagonal()" if d.leaf is not None else "({0}).eval().asDiagonal()"
            if self.chance(0.15):
                text = "(2 * " + text + ")"
            return N(text + " * ({1})" if left else "({1}) * " + text, d, m())

        def vector_of_matrix():
            if cols == "1" and rows != "1":
                return N("({0}).diagonal()", self.matrix(rows, rows, depth - 1))
            if rows == cols:
                d = self.matrix(rows, "1", depth - 1)
                t = self.wanted("M", rows, cols).with_(fixed=self.fixed(rows, cols))
                return N(rng.choice([t.cpp() + "(({0}).eval().asDiagonal())", "({0}).eval().asDiagonal().toDenseMatrix()"]), d)
            return m()

        def constant():
            t = self.plain("M", rows, cols)
            return self.constant(t, T, depth)

        def normalized():
            if leaves and self.chance(0.7):
                return N(rng.choice(["{0}.normalized()", "{0}.stableNormalized()"]) if cols == "1" or rows == "1" else "{0}.normalized()", self.leaf(self.recent(leaves)))
            return m()

        def transposed():
            e = self.matrix(cols, rows, depth - 1)
            return N(rng.choice(["({0}).transpose()"] * 4 + ["({0}).adjoint()"]), e)

        def by_columns():
            v = self.matrix(rows, "1", depth - 2)
            return N(rng.choice(["(({0}).colwise() + {1})", "(({0}).colwise() - {1})", "(({0}).array().colwise() * ({1}).array()).matrix()"]), m(), self.factor(v))

        def by_rows():
            v = self.matrix("1", cols, depth - 2)
            return N(rng.choice(["(({0}).rowwise() + {1})", "(({0}).rowwise() - {1})", "(({0}).array().rowwise() * ({1}).array()).matrix()"]), m(), self.factor(v))

        def reduced():
            name = rng.choice(["sum", "mean", "squaredNorm", "maxCoeff", "minCoeff", "prod"])
            base = "({0}).array().tanh().matrix()" if name == "prod" else "({0})"
            if cols == "1":
                return N(f"{base}.rowwise().{name}()", self.matrix(rows, self.size(), depth - 1))
            return N(f"{base}.colwise().{name}()", self.matrix(self.size(), cols, depth - 1))

        isMatrix = rows != "1" and cols != "1"
        options = [
            (5, lambda: self.part(rows, cols, T, depth, m)),
            (2, lambda: self.assembled(rows, cols, T, depth, m)),
            (2 if isMatrix else 0, by_columns),
            (2 if isMatrix else 0, by_rows),
            (0 if isMatrix else 2, reduced),
            (1, lambda: N(rng.choice([f"({{0}}).cwiseMax(0.3137{f})", f"({{0}}).cwiseMin(0.3137{f})"]), m())),
            (4, lambda: N("({0} + {1})", m(), m())),
            (3, lambda: N("({0} - {1})", m(), m())),
            (1, lambda: N("(-({0}))", m())),
            (2, lambda: N("{0} * ({1})", self.factor(s()), m())),
            (2, lambda: N("({0}) * {1}", m(), self.factor(s()))),
            (1, lambda: N(f"({{0}}) / (2.0{f} + std::cos({{1}}))", m(), s())),
            (1, lambda: N(rng.choice(["2 * ({0})", "({0}) / 3", "({0}) * 4"]), m())),
            (6, product),
            (3, outer),
            (2, transposed),
            (2, lambda: N("({0}).cwiseProduct({1})", m(), m())),
            (1, lambda: N("({0}).cwiseQuotient(({1}).cwiseAbs2() + " + "{2})", m(), m(), self.ones(rows, cols)) if self.ones(rows, cols) else m()),
            (1, lambda: N("({0}).cwiseAbs2()", m())),
            (1, lambda: N("(({0}).array().square() + 1).matrix().cwiseSqrt()", m())),
            (1, lambda: N("(({0}).array().sin() + 2).matrix().cwiseInverse()", m())),
            (3, lambda: N("({0}).matrix()", self.array(rows, cols, depth - 1))),
            (2, diagonal_factor),
            (2, vector_of_matrix),
            (1, constant),
            (1, normalized),
            (1, lambda: N("({0}).eval()", m())),
            (3, lambda: self.call(T, depth)),
        ]
        return self.pick(options)

    def index(self, size, most=None):
        """A place in a size, a number or 0, so that `most` entries follow."""
        return self.rng.randrange(int(size) - (most or 1) + 1) if size.isdigit() else 0

    def larger(self, size):
        """A size that is no smaller, which is known to be so."""
        if not size.isdigit():
            return size
        return self.rng.choice([size] + [n for n in self.pool if n.isdigit() and int(n) >= int(size)])

    def part(self, rows, cols, T, depth, other):
        """A part of a larger matrix, or its entries in another order."""
        rng = self.rng
        m, n = self.larger(rows), self.larger(cols)
        N = lambda text, *kids: Node(text, list(kids), T)
        form = rng.random()
        if (rows, cols) == ("1", "1"):
            return other()
        if form < 0.2:
            texts = ["({0}).reverse()", "({0}).rowwise().reverse()", "({0}).colwise().reverse()"]
            return N(rng.choice(texts), self.matrix(rows, cols, depth - 1))
        if cols == "1" and form < 0.6:
            if form < 0.35 and rows.isdigit():
                k, start = int(rows), self.index(m, int(rows))
                texts = [f"({{0}}).segment({start}, {k})", f"({{0}}).segment<{k}>({start})"]
                texts += [f"({{0}}).head({k})", f"({{0}}).tail<{k}>()", f"({{0}}).head<{k}>()", f"({{0}}).tail({k})"]
                return N(rng.choice(texts), self.matrix(m, "1", depth - 1))
            k = self.size()
            return N(f"({{0}}).col({self.index(k)})", self.matrix(rows, k, depth - 1))
        if rows == "1" and form < 0.6:
            k = self.size()
            return N(f"({{0}}).row({self.index(k)})", self.matrix(k, cols, depth - 1))
        if not (rows.isdigit() and cols.isdigit()):
            if rows.isdigit():
                k = int(rows)
                texts = [f"({{0}}).topRows({k})", f"({{0}}).bottomRows<{k}>()", f"({{0}}).middleRows({self.index(m, k)}, {k})"]
                return N(rng.choice(texts), self.matrix(m, cols, depth - 1))
            if cols.isdigit():
                k = int(cols)
                texts = [f"({{0}}).leftCols<{k}>()", f"({{0}}).rightCols({k})", f"({{0}}).middleCols<{k}>({self.index(n, k)})"]
                return N(rng.choice(texts), self.matrix(rows, n, depth - 1))
            return other()
        i, j = self.index(m, int(rows)), self.index(n, int(cols))
        texts = [f"({{0}}).block({i}, {j}, {rows}, {cols})", f"({{0}}).block<{rows}, {cols}>({i}, {j})"]
        texts += [f"({{0}}).topRightCorner({rows}, {cols})", f"({{0}}).bottomLeftCorner<{rows}, {cols}>()"]
        e = self.matrix(m, n, depth - 1)
        # A block is never a vector for Eigen unless the type says so.
        text = rng.choice(texts if rows != "1" and cols != "1" else texts[1::2])
        return N(text, e)

    def assembled(self, rows, cols, T, depth, other):
        """A comma initialiser of entries and blocks."""
        if not (rows.isdigit() and cols.isdigit()) or int(rows) * int(cols) > 9 or rows == cols == "1":
            return other()
        t = self.plain("M", rows, cols)
        sizes = "" if all(t.fixed) else rows if cols == "1" else cols if rows == "1" else f"{rows}, {cols}"
        kids = []
        entry = lambda: Node("", [], self.wanted("S"), leaf=self.number()) if self.chance(0.2) else self.scalar(depth - 2)
        if cols == "1" and self.chance(0.5):
            left = int(rows)
            while left:
                k = self.rng.choice([n for n in self.pool + ["1"] if n.isdigit() and int(n) <= left])
                kids.append(entry() if k == "1" else self.matrix(k, "1", depth - 1))
                left -= int(k)
        elif self.chance(0.4) and cols != "1":
            kids = [self.matrix(rows, "1", depth - 1) if rows != "1" else entry() for _ in range(int(cols))]
        else:
            kids = [entry() for _ in range(int(rows) * int(cols))]
        return Node(f"({t.cpp()}({sizes}) << " + ", ".join("{%d}" % i for i in range(len(kids))) + ").finished()", kids, T)

    def ones(self, rows, cols):
        t = self.plain("M", rows, cols)
        t.row_major = False
        if all(t.fixed):
            return Node("", [], t, leaf=t.cpp() + "::Ones()")
        sizes = [self.size_text(s) for s in ((rows, cols) if not t.is_vector() else (cols if rows == "1" else rows,))]
        if None in sizes:
            return None
        return Node("", [], t, leaf=f"{t.cpp()}::Ones({', '.join(sizes)})")

    def from_vectors(self, rows, cols, T):
        """A leaf where no variable has this shape: an outer product, or a constant."""
        left = [v for v in self.variables if v.type.kind == "M" and v.type.rows == rows]
        right = [v for v in self.variables if v.type.kind == "M" and v.type.cols == cols]
        options = []
        for a in left:
            for b in self.variables:
                if b.type.kind == "M" and (b.type.rows, b.type.cols) == (a.type.cols, cols) and (rows, a.type.cols) != ("1", "1") and (a.type.cols, cols) != ("1", "1"):
                    options.append(f"({a.name} * {b.name})")
                if b.type.kind == "M" and (b.type.cols, b.type.rows) == (a.type.cols, cols) and (rows, a.type.cols) != ("1", "1") and (a.type.cols, cols) != ("1", "1"):
                    options.append(f"({a.name} * {b.name}.transpose())")
        if options:
            return Node("", [], T, leaf=self.rng.choice(options))
        t = self.plain("M", rows, cols)
        t.row_major = False
        return self.constant(t, T, 0)

    def constant(self, t, T, depth):
        t = t.with_(row_major=False)
        names = ["Ones", "Constant", "Constant"] + (["Identity"] * 2 if t.kind == "M" and t.rows == t.cols and t.rows != "1" else []) + ["Zero"]
        name = self.rng.choice(names)
        args = []
        if not all(t.fixed):
            args = [self.size_text(s) for s in ((t.rows, t.cols) if not t.is_vector() else (t.cols if t.rows == "1" else t.rows,))]
            if None in args:
                # Only a size that some variable has can be spelled.
                t = t.with_(fixed=(t.rows.isdigit(), t.cols.isdigit()))
                if not all(t.fixed):
                    raise Unspellable()
                args = []
        if name == "Constant":
            value = self.scalar(depth - 1) if depth > 0 else Node("", [], self.wanted("S"), leaf=self.number())
            return Node(f"{t.cpp()}::Constant({', '.join(args + ['{0}'])})", [value], T)
        return Node("", [], T, leaf=f"{t.cpp()}::{name}({', '.join(args)})")

    # ---- arrays ----

    def new_array(self, rows, cols, depth):
        T = self.wanted("A", rows, cols)
        rng = self.rng
        N = lambda text, *kids: Node(text, list(kids), T)
        f = "f" if self.real == "float" else ""
        leaves = self.having(T)
        if depth <= 0:
            if leaves and self.chance(0.7):
                return self.leaf(self.recent(leaves))
            return N("({0}).array()", self.matrix(rows, cols, 0))
        a = lambda: self.array(rows, cols, depth - 1 - rng.randrange(2))
        s = lambda: self.factor(self.scalar(depth - 2))

        def element_wise():
            return N(
                rng.choice(
                    [
                        "({0}).sin()",
                        "({0}).cos()",
                        "({0}).tanh()",
                        "({0}).atan()",
                        "({0}).sin().exp()",
                        f"(({{0}}).sin() + 1.5{f}).log()",
                        f"(0.5{f} * ({{0}}).cos()).log1p()",
                        "({0}).tanh().expm1()",
                        f"(({{0}}).cos() + 2).sqrt()",
                        f"(({{0}}).cos() + 2).rsqrt()",
                        f"(0.75{f} * ({{0}}).sin()).asin()",
                        f"(({{0}}).tanh() / 2).acos()",
                        f"(({{0}}).sin() / 2).tan()",
                        "({0}).sin().sinh()",
                        "({0}).cos().cosh()",
                        "({0}).square()",
                        "({0}).abs2()",
                        "({0}).cube()",
                        "(2 + ({0}).sin()).inverse()",
                        "(2 + ({0}).sin()).pow(3)",
                        f"(2 + ({{0}}).sin()).pow(-1.5{f})",
                        "Eigen::exp(-Eigen::cos({0}))",
                        "Eigen::sin({0})",
                        "Eigen::sqrt(1 + Eigen::square({0}))",
                        "Eigen::log(1 + Eigen::abs2({0}))",
                        "Eigen::inverse(1 + ({0}).square())",
                        f"Eigen::pow(2 + Eigen::cos({{0}}), 2.5{f})",
                        "Eigen::tanh({0})",
                        "({0}).asinh()",
                        "({0}).erfc()",
                        "({0}).logistic()",
                        f"(0.5{f} * ({{0}}).sin()).atanh()",
                        "(({0}).sin() + 2).lgamma()",
                        "(({0}).sin() + 2).digamma()",
                        "(1 + ({0}).sin().exp()).log()",
                        f"Eigen::pow(1.5{f}, ({{0}}).sin())",
                        "(({0}).sin() + 2).pow(({0}).cos())",
                        f"({{0}}).max(0.3137{f})",
                        f"({{0}}).min(({{0}}).cos() + 0.3137{f})",
                        f"(({{0}}) > 0.3137{f}).select(({{0}}).sin(), ({{0}}).cos())",
                        f"(({{0}}) - 0.3137{f}).abs()",
                        f"({{0}}).unaryExpr([]({self.real} t) {{{{ return t > 0.3137{f} ? t * t : std::sin(t); }}}})",
                    ]
                ),
                a(),
            )

        def powers():
            base = Node("(2 + ({0}).sin())", [a()], T)
            ends = rng.sample([".pow(1.5)", ".sqrt()", ".square()", ".inverse()", ".pow(-2)", ".cube()", ".rsqrt()", ".log()", ".pow(0.5).square()", ".square().sqrt()"], rng.choice([2, 3]))
            text = "{0}" + ends[0]
            for end in ends[1:]:
                text += rng.choice([" * ", " * ", " + ", " / "]) + "{0}" + end
            return N("(" + text + ")", base)

        def to_scalar_power():
            return N("(2 + ({0}).sin()).pow(std::sin({1}))", a(), s())

        options = [
            (3, lambda: N("({0} + {1})", a(), a())),
            (2, lambda: N("({0} - {1})", a(), a())),
            (1, lambda: N("(-({0}))", a())),
            (4, lambda: N("({0}) * ({1})", a(), a())),
            (2, lambda: N("({0}) / (2 + ({1}).sin())", a(), a())),
            (1, lambda: N("({0}) / (1 + ({1}).square())", a(), a())),
            (1, lambda: N(rng.choice(["({1} + {0})", "({0} + {1})", "({1} - {0})", "({0} - {1})"]), self.factor(a()), s())),
            (1, lambda: N("{1} / (2 + ({0}).cos())", a(), s())),
            (1, lambda: N(rng.choice(["{1} * ({0})", "({0}) * {1}", f"({{0}}) / (2.0{f} + std::sin({{1}}))"]), a(), s())),
            (1, lambda: N(rng.choice(["(1 + ({0}))", "(({0}) - 2)", "(3 - ({0}))", "2 * ({0})", "({0}) / 2"]), a())),
            (6, element_wise),
            (1, to_scalar_power),
            (1, powers),
            (1, lambda: N("({0}).transpose()", self.array(cols, rows, depth - 1))),
            (4, lambda: N("({0}).array()", self.matrix(rows, cols, depth - 1))),
            (1, lambda: N("({0}).eval()", a())),
            (1, lambda: self.constant(self.plain("A", rows, cols), T, depth)),
            (1, lambda: N("({0}).cwiseProduct({1})", a(), a())),
            (2, lambda: self.call(T, depth)),
        ]
        return self.pick(options)

    def expression(self, t, depth):
        if t.kind == "S":
            return self.scalar(depth)
        return (self.matrix if t.kind == "M" else self.array)(t.rows, t.cols, depth)

    # ---- calls ----

    def call(self, T, depth):
        """A call of a helper whose result has this type, or something else."""
        possible = []
        for h in self.helpers:
            bound = {}
            if h.result.kind != T.kind or h.real != self.real:
                continue
            good = True
            if T.kind != "S":
                for mine, its in ((T.rows, h.result.rows), (T.cols, h.result.cols)):
                    if its in "pq":
                        if mine == "1" or bound.setdefault(its, mine) != mine:
                            good = False
                    elif its != mine:
                        good = False
            if good and self.calls.get(h.name, 0) < 3:
                possible.append((h, bound))
        if not possible:
            return self.expression(T, depth - 1)
        h, bound = self.rng.choice(possible)
        self.calls[h.name] = self.calls.get(h.name, 0) + 1
        kids = []
        repeat = {}
        for p in h.parameters:
            t = p.type
            if t.kind == "I":
                kids.append(Node("", [], t, leaf=self.rng.choice(self.integers + ["2"])))
                continue
            if t.kind != "S":
                rows, cols = (bound.setdefault(s, self.size()) if s in "pq" else s for s in (t.rows, t.cols))
            else:
                rows, cols = "1", "1"
            key = (t.kind, rows, cols)
            if key in repeat and self.chance(0.3):
                kids.append(repeat[key])
                continue
            kid = self.expression(self.wanted(t.kind, rows, cols), self.rng.choice([0, 0, 1, depth - 2]))
            repeat[key] = kid
            kids.append(kid)
        return Node(h.name + "(" + ", ".join("{%d}" % i for i in range(len(kids))) + ")", kids, T)

    # ---- statements ----

    def aliases(self, node, name):
        import re

        return re.search(rf"\b{name}\b", node.render()) is not None

    def statement(self, index, depth):
        rng = self.rng
        mutable = [v for v in self.variables if v.mutable]
        if mutable and self.chance(0.4):
            s = self.assignment(rng.choice(mutable), depth)
            if self.chance(0.06):
                s.text = "{{ " + s.text + " }}"
            return s
        t = self.any_type()
        name = f"{rng.choice('tuvwyz')}{index}"
        e = self.expression(t, depth)
        form = rng.random()
        mutable = self.chance(0.55)
        const = "" if mutable else "const "
        if t.kind == "S":
            if form < 0.12:
                e2 = self.scalar(depth - 1)
                s = Statement(f"{const}{t.cpp()} {name} = {{0}}, {name}b = {{1}};", [e, e2], [name, name + "b"])
                self.variables.append(Variable(name + "b", t, mutable))
            elif form < 0.2:
                s = Statement(f"{t.cpp()} {name}; {name} = {{0}};", [e], [name])
                mutable = True
            elif form < 0.3:
                # With the oracle's numbers, a constant stays a double.
                s = Statement(f"const auto {name} = {{0}};", [e], [name])
                mutable = False
            elif form < 0.4:
                s = Statement(f"{const}{t.cpp()} {name}({{0}});", [e], [name])
            elif form < 0.47:
                s = Statement(f"{const}{t.cpp()} {name}{{{{{{0}}}}}};", [e], [name])
            elif form < 0.6:
                n = self.size()
                row, col = self.matrix("1", n, depth - 1), self.matrix(n, "1", depth - 1)
                s = Statement(f"{const}{t.cpp()} {name} = ({{0}}) * ({{1}});", [row, col], [name])
            else:
                s = Statement(f"{const}{t.cpp()} {name} = {{0}};", [e], [name])
        else:
            if form < 0.12:
                e2 = self.expression(t, depth - 1)
                s = Statement(f"{const}{t.cpp()} {name} = {{0}}, {name}b = {{1}};", [e, e2], [name, name + "b"])
                self.variables.append(Variable(name + "b", t, mutable))
            elif form < 0.2:
                s = Statement(f"{t.cpp()} {name}; {name} = {{0}};", [e], [name])
                mutable = True
            elif form < 0.27 and self.in_pieces(t, name, depth):
                s = self.in_pieces(t, name, depth)
                mutable = True
            elif form < 0.35:
                s = Statement(f"const auto {name} = ({{0}}).eval();", [e], [name])
                mutable = False
            elif form < 0.43:
                s = Statement(f"{const}{t.cpp()} {name}({{0}});", [e], [name])
            elif form < 0.5 and self.having(t):
                # An expression of Eigen, evaluated where it is used.
                vs = [v for v in self.having(t) if not v.mutable]
                if vs:
                    a, b = rng.choice(vs), rng.choice(vs)
                    s = Statement(f"const auto {name} = {a.name} + {b.name};" if self.chance(0.6) else f"const auto &{name} = {a.name};", [], [name])
                else:
                    s = Statement(f"{const}{t.cpp()} {name} = {{0}};", [e], [name])
                mutable = mutable and not vs
            else:
                s = Statement(f"{const}{t.cpp()} {name} = {{0}};", [e], [name])
        self.variables.append(Variable(name, t, mutable))
        return s

    def assignment(self, v, depth):
        t, rng = v.type, self.rng
        f = "f" if self.real == "float" else ""
        e = self.expression(t, depth)
        if t.kind == "S":
            form = rng.choice(["{v} = {{0}};", "{v} += {{0}};", "{v} -= {{0}};", "{v} *= {{0}};", f"{{v}} /= 2.0{f} + std::sin({{{{0}}}});"])
            return Statement(form.format(v=v.name), [e], modifies=[v.name])
        right = "({0}).eval()" if self.aliases(e, v.name) else "{0}"
        scalar = lambda: self.scalar(depth - 1)
        square = t.kind == "M" and t.rows == t.cols
        forms = [
            lambda: Statement(f"{v.name} = {right};", [e], modifies=[v.name]),
            lambda: Statement(f"{v.name} += {right};", [e], modifies=[v.name]),
            lambda: Statement(f"{v.name} -= {right};", [e], modifies=[v.name]),
            lambda: Statement(f"{v.name} *= {{0}};", [scalar()], modifies=[v.name]),
            lambda: Statement(f"{v.name} /= 2.0{f} + std::cos({{0}});", [scalar()], modifies=[v.name]),
        ]
        if square:
            forms.append(lambda: Statement(f"{v.name} *= {right};", [e], modifies=[v.name]))
        forms += [lambda: self.part_assignment(v, depth)] * 4
        if t.kind == "M":
            n = self.size()
            a, b = self.matrix(t.rows, n, depth - 1), self.matrix(n, t.cols, depth - 1)
            if not self.aliases(a, v.name) and not self.aliases(b, v.name):
                sign = rng.choice(["=", "+=", "-="])
                forms += [lambda: Statement(f"{v.name}.noalias() {sign} ({{0}}) * ({{1}});", [a, b], modifies=[v.name])] * 2
            forms.append(lambda: Statement(f"{v.name}.array() += {{0}};", [scalar()], modifies=[v.name]))
            x = self.array(t.rows, t.cols, depth - 1)
            right2 = "({0}).eval()" if self.aliases(x, v.name) else "{0}"
            forms.append(lambda: Statement(f"{v.name}.array() *= {right2};", [x], modifies=[v.name]))
        else:
            forms += [
                lambda: Statement(f"{v.name} *= {right};", [e], modifies=[v.name]),
                lambda: Statement(f"{v.name} /= (2 + ({{0}}).sin()).eval();", [e], modifies=[v.name]),
                lambda: Statement(f"{v.name} += {{0}};", [scalar()], modifies=[v.name]),
                lambda: Statement(f"{v.name} -= {{0}};", [scalar()], modifies=[v.name]),
                lambda: Statement(f"{v.name} = 2 * ({{0}}).eval();", [e], modifies=[v.name]),
            ]
        return rng.choice(forms)()


    def in_pieces(self, t, name, depth):
        """A declaration with sizes only, and the writes that give it a value."""
        names = (t.rows, t.cols) if not t.is_vector() else (t.cols if t.rows == "1" else t.rows,)
        sizes = [self.size_text(n) for n in names]
        if not all(t.fixed) and None in sizes:
            return None
        text = f"{t.cpp()} {name}" + ("" if all(t.fixed) else f"({', '.join(sizes)})") + "; "
        make = self.matrix if t.kind == "M" else self.array
        if t.is_vector():
            if names[0] == "1":
                return None
            return Statement(text + f"{name}.setConstant({{0}}); {name}(0) = {{1}};", [self.scalar(depth - 1), self.scalar(depth - 1)], [name])
        first, rest = (make("1", t.cols, depth - 1), self.scalar(depth - 1))
        return Statement(text + f"{name}.setConstant({{1}}); {name}.row({self.index(t.rows)}) = {{0}};", [first, rest], [name])

    def part_assignment(self, v, depth):
        """A write to a part of a variable."""
        t, rng = v.type, self.rng
        f = "f" if self.real == "float" else ""
        vector = t.is_vector()
        length = t.cols if t.rows == "1" else t.rows
        form = rng.random()
        signs = ["=", "+=", "-="]
        quoted = lambda e: "({0}).eval()" if self.aliases(e, v.name) else "{0}"
        if form < 0.3:
            place = f"({self.index(length)})" if vector else f"({self.index(t.rows)}, {self.index(t.cols)})"
            s = self.scalar(depth - 1)
            return Statement(f"{v.name}{place} {rng.choice(signs + ['*='])} {{0}};", [s], modifies=[v.name])
        if form < 0.45:
            part = ".head(1)" if vector else rng.choice([f".row({self.index(t.rows)})", f".col({self.index(t.cols)})"])
            end = rng.choice(["setZero()", "setOnes()", "setConstant({0})", "array() += {0}", "array() *= {0}"] if t.kind == "M" else ["setZero()", "setConstant({0})"])
            if "{0}" in end:
                return Statement(f"{v.name}{part}.{end};", [self.scalar(depth - 1)], modifies=[v.name])
            return Statement(f"{v.name}{part}.{end};", [], modifies=[v.name])
        if vector:
            if not length.isdigit():
                # All but one.
                s = self.scalar(depth - 1)
                part = rng.choice(["head", "tail"])
                return Statement(f"{v.name}.{part}({v.name}.size() - 1) *= {{0}};", [s], modifies=[v.name])
            k = str(rng.randint(1, int(length)))
            if k == "1" or k not in self.pool:
                return Statement(f"{v.name}.segment({self.index(length)}, 1) /= 2.0{f} + std::cos({{0}});", [self.scalar(depth - 1)], modifies=[v.name])
            start = self.index(length, int(k))
            shape = ("1", k) if t.rows == "1" else (k, "1")
            e = (self.matrix if t.kind == "M" else self.array)(*shape, depth - 1)
            part = rng.choice([f"segment({start}, {k})", f"segment<{k}>({start})", f"head({k})", f"tail<{k}>()"])
            return Statement(f"{v.name}.{part} {rng.choice(signs)} {quoted(e)};", [e], modifies=[v.name])
        if t.kind == "M" and t.rows == t.cols and form < 0.55:
            e = self.matrix(t.rows, "1", depth - 1)
            return Statement(f"{v.name}.diagonal() {rng.choice(signs)} {quoted(e)};", [e], modifies=[v.name])
        row = self.chance(0.5)
        shape = ("1", t.cols) if row else (t.rows, "1")
        e = (self.matrix if t.kind == "M" else self.array)(*shape, depth - 1)
        part = f"row({self.index(t.rows)})" if row else f"col({self.index(t.cols)})"
        return Statement(f"{v.name}.{part} {rng.choice(signs)} {quoted(e)};", [e], modifies=[v.name])


def passing(rng, t):
    """How a parameter of this type is written."""
    if t.kind in "SI":
        return rng.choice(["{0} {1}"] * 6 + ["const {0} {1}", "const {0} &{1}"])
    r = rng.random()
    if r < 0.12:
        return "const Eigen::Ref<const {0}> &{1}"
    if r < 0.17:
        return "Eigen::Ref<const {0}> {1}"
    if r < 0.25:
        return "{0} {1}"
    if r < 0.29:
        return "const {0} {1}"
    return "const {0} &{1}"


def make_body(b, rng, count, result, depth):
    statements = []
    for i in range(count):
        for _ in range(8):
            before = list(b.variables)
            try:
                s = b.statement(i, depth)
            except Unspellable:
                b.variables = before
                continue
            if len(s.render()) < 420:
                statements.append(s)
                break
            b.variables = before
    for _ in range(40):
        try:
            e = b.expression(result, depth + 1)
        except Unspellable:
            continue
        # Use what was computed last, most of the time.
        if len(e.render()) < 500:
            locals_ = [v for v in b.variables if v.name[-1].isdigit() or v.name.endswith("b")]
            text = "{0}"
            kids = [e]
            for v in locals_[-3:]:
                if v.type.same(result) and result.kind != "S":
                    text += " + {%d}" % len(kids)
                    kids.append(b.leaf(v))
                elif v.type.kind in "MA" and result.kind == "S":
                    text += " + {%d}.sum()" % len(kids)
                    kids.append(b.leaf(v))
                elif v.type.kind == "S" and result.kind == "S":
                    text += " * {%d}" % len(kids) if rng.random() < 0.3 else " + {%d}" % len(kids)
                    kids.append(b.leaf(v))
            if len(kids) > 1:
                e = Node(text, kids, e.type)
            statements.append(Statement("return {0};", [e]))
            return statements
    raise Unspellable()


def make_pool(rng):
    style = rng.random()
    if style < 0.45:
        return rng.sample(LETTERS[:3], rng.choice([1, 2, 2, 3])), 0.0
    if style < 0.48:
        return rng.sample("123", 2), 1.0
    if style < 0.75:
        return rng.sample("234", rng.choice([1, 2])), 1.0
    numbers = rng.sample("234", rng.choice([1, 2]))
    return rng.sample(LETTERS[:3], rng.choice([0, 1])) + numbers, 0.5


def make_helper(rng, name, real, helpers, pool):
    pool = ["p", "q"][: rng.choice([1, 2])] if rng.random() < 0.7 or all(s in LETTERS for s in pool) else [s for s in pool if s.isdigit()]
    b = Builder(rng, real, pool, list(helpers), 0.6)
    how = {}
    parameters = []
    for n in rng.sample(["a", "b", "c", "x", "y"], rng.choice([1, 2, 2, 3])):
        p = Variable(n, b.any_type("SMMA"))
        parameters.append(p)
        how[n] = passing(rng, p.type)
        p.mutable = how[n] == "{0} {1}" and rng.random() < 0.5
        b.variables.append(p)
    if rng.random() < 0.15:
        p = Variable("k", Type("I", real="int"))
        p.type.cpp = lambda: "int"
        parameters.append(p)
        how["k"] = "{0} {1}"
        b.integers.append("k")
    sizes = sorted({s for p in parameters if p.type.kind in "MA" for s in (p.type.rows, p.type.cols)} - {"1"})
    result = b.plain("S")
    if sizes and rng.random() < 0.6:
        b.pool = sizes
        result = b.any_type("MA")
    elif sizes:
        b.pool = sizes
    statements = make_body(b, rng, rng.choice([0, 0, 1, 1, 2, 3]), result, rng.choice([1, 2]))
    return Function(name, result, parameters, how, statements, [], list(helpers), real)


def make_function(seed, index):
    return attempts.make("", seed, index, try_function)


def try_function(rng, name):
    real = "float" if rng.random() < 0.12 else "double"
    pool, share = make_pool(rng)
    helpers = []
    for i in range(rng.choice([0, 0, 1, 1, 2, 3])):
        try:
            helpers.append(make_helper(rng, f"{name}h{i}", real, helpers, pool))
        except (Unspellable, IndexError):
            pass
    b = Builder(rng, real, pool, helpers, share)
    parameters, how = [], {}
    for n in rng.sample(["x", "y", "s", "A", "B", "X", "a", "r"], rng.choice([1, 2, 2, 3, 3, 4])):
        kinds = "S" if n == "s" else "A" if n == "a" else "M"
        p = Variable(n, b.any_type(kinds))
        parameters.append(p)
        how[n] = passing(rng, p.type)
        p.mutable = how[n] == "{0} {1}" and rng.random() < 0.5
        b.variables.append(p)
    if rng.random() < 0.1:
        # A parameter of the other precision.
        other = "float" if real == "double" else "double"
        t = b.any_type("MA")
        p = Variable("z", t.with_(real=other))
        parameters.append(p)
        how["z"] = passing(rng, p.type)
        b.variables.append(Variable(f"z.cast<{real}>()", t))
    if rng.random() < 0.25:
        p = Variable("k", Type("I", real="int"))
        integer = rng.choice(["int", "Eigen::Index", "long", "unsigned"])
        if real == "double" and integer != "int":
            integer = "int"
        p.type.cpp = lambda: integer
        parameters.append(p)
        how["k"] = "{0} {1}"
        b.integers.append("k")
    sizes = sorted({s for p in parameters if p.type.kind in "MA" for s in (p.type.rows, p.type.cols)} - {"1"})
    if sizes:
        b.pool = sizes
    result = b.any_type("SSMMA") if sizes else b.plain("S")
    result.row_major = result.row_major and sizes != []
    count = rng.choice([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 12, 16, 25])
    depth = rng.choice([1, 2, 2, 3]) if count < 6 else rng.choice([1, 1, 2])
    statements = make_body(b, rng, count, result, depth)
    # Requests of an order that such a function can bear.
    top = 4 if count <= 2 and depth <= 2 else 3 if count <= 5 else 2 if count <= 14 else 2
    names = [p.name for p in parameters if p.type.kind != "I"]
    requests = []
    for _ in range(rng.choice([1, 2, 2, 3])):
        x, y = rng.choice(names), rng.choice(names)
        form = rng.random()
        if form < 0.6 or x == y:
            n = rng.choice([1, 2, 2, 3, 4])
            r = [x] if n == 1 else [x, str(min(n, top))]
        elif form < 0.9 or top < 3:
            r = [x, y]
        else:
            r = rng.choice([[x, x, y], [x, y, x], [y, x, x]])
        if r not in requests:
            requests.append(r)
    # What is read off: a second order of a long function takes long to compile.
    x, y = rng.choice(names), rng.choice(names)
    if result.kind == "S":
        choices = [["gradient", x], ["hvp", x], ["value_and_gradient", *dict.fromkeys([x, y])]]
        choices += [["hessian", x], ["hessian", *dict.fromkeys([x, y])]] if count <= 5 else []
    else:
        choices = [["vjp", x]] + ([["jacobian", x]] if count <= 8 else [])
    choices += [["directional", x], ["taylor", x]] if count <= 8 else []
    requests.append(rng.choice(choices))
    return Function(name, result, parameters, how, statements, requests, helpers, real)


PROLOGUE = """#include <Eigen/Dense>
#include <unsupported/Eigen/SpecialFunctions>
#include <algorithm>
#include <cmath>
#include <delgen/delgen.h>

"""


def make_header(functions):
    return PROLOGUE + "\n".join(f.text() for f in functions)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=20)
    arguments = parser.parse_args()
    print(make_header([make_function(arguments.seed, i) for i in range(arguments.count)]), end="")
