#!/usr/bin/env python3
"""Writes random programs annotated for delgen: loops, branches, lists, objects, calls.

    programs.py --seed 7 --count 20 > random.h

generate.py does the same for what is in one expression. The same seed gives the same
programs; run.py compares what delgen makes of them with the oracle.
"""

import argparse
import random
import re

import attempts
from attempts import Unspellable
from control import Control
from tree import Function, Node, Statement, Struct, Type, Variable

PROLOGUE = """#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <delgen/delgen.h>
#include <tuple>
#include <vector>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"

"""
EPILOGUE = "#pragma GCC diagnostic pop\n"

NAMES = ["x", "y", "A", "B", "a", "r", "X", "p", "q", "W"]
COLLIDING = ["d1_x", "t0", "n", "m", "bar", "grad_x", "d_x", "k", "i"]


def make_pool(rng):
    """Names of the sizes of a function."""
    if rng.random() < 0.65:
        return rng.sample("nmk", rng.choice([1, 2, 2, 3]))
    return rng.sample("234", rng.choice([1, 2]))


class Maker:
    """Parameters of one function."""

    def __init__(self, rng, real, pool, name):
        self.rng, self.real, self.pool, self.name = rng, real, pool, name
        self.structs = 0

    def matrix(self):
        n = self.rng.choice(self.pool)
        if self.rng.random() < 0.6:
            return Type("M", n, "1", self.real)
        return Type("M", n, self.rng.choice(self.pool), self.real)

    def scalar(self):
        return Type("S", real=self.real)

    def list(self):
        form = self.rng.random()
        if form > 0.85 and not self.pool[0].isdigit():
            return Type("L", real=self.real, entry=Type("M", "?", "?", self.real), chain=self.pool[0])
        if form < 0.25:
            entry = self.scalar()
        elif form < 0.8 or self.pool[0].isdigit():
            entry = self.matrix()
        else:
            entry = Type("M", "?", self.rng.choice(["1", "1", "?"]), self.real)
        if self.rng.random() < 0.25 and entry.rows != "?":
            return Type("L", real=self.real, entry=entry, array=True, length=self.rng.choice("123"))
        return Type("L", real=self.real, entry=entry)

    def struct(self, level=0):
        rng = self.rng
        base = self.struct(2) if level < 2 and rng.random() < 0.2 else None
        own = rng.sample(["W", "b", "c", "l", "k", "q"], rng.choice([2, 2, 3]))
        fields = []
        for n in own:
            if n == "c":
                t = self.scalar()
            elif n == "k":
                t = Type("I")
            elif n == "l":
                t = self.list()
            elif n == "q" and level < 1:
                t = Type("R", struct=self.struct(level + 1))
            else:
                t = self.matrix()
            fields.append((n + (str(level) if level else ""), t))
        self.structs += 1
        return Struct(f"{self.name}_{'PQRSTUVW'[self.structs - 1]}", fields, base)

    def any(self):
        form = self.rng.random()
        if form < 0.25:
            return self.scalar()
        if form < 0.65:
            return self.matrix()
        if form < 0.85:
            return self.list()
        return Type("R", struct=self.struct())


def length_of(rng, t):
    """How long a list is: a name that several may share."""
    return t.length if t.array else rng.choice(["p", "p", "q"])


def leaves(path, t, rng):
    """The fields of a parameter, as variables that an expression may name."""
    if t.kind == "R":
        for n, field in t.struct.all_fields():
            yield from leaves(f"{path}.{n}", field, rng)
    elif t.kind == "L":
        yield Variable(path, t, length=length_of(rng, t), parameter=True)
    else:
        yield Variable(path, t, parameter=True)


def make_body(c, result, count, depth):
    body = [c.declaration(True) for _ in range(c.rng.choice([1, 1, 2]))] if count else []
    body += c.statements(count, depth)
    parts = []
    for v in [v for v in c.scope.variables if not v.parameter][-4:]:
        if result.kind == "S":
            if v.type.kind == "S":
                parts.append(Node(v.name, [], "S"))
            elif v.type.kind == "M":
                parts.append(Node(f"{v.name}.{c.rng.choice(['sum()', 'squaredNorm()', 'sum()'])}", [], "S"))
        elif v.type.same(result):
            parts.append(Node(v.name, [], f"M{result.rows},{result.cols}"))
    e = c.of_type(result, c.rng.choice([0, 1, 1, 2]))
    for p in parts:
        e = Node(c.rng.choice(["$0 + $1", "$0 + $1", "$0 - $1"]), [e, p], e.kind)
    body.append(Statement("return $0;", [e]))
    return body


def make_helper(rng, name, real, helpers, pool):
    dynamic = [s for s in pool if not s.isdigit()]
    pool = ["u", "v"][: len(dynamic)] if dynamic else pool
    m = Maker(rng, real, pool, name)
    output = rng.random() < 0.2
    kind = rng.random()
    result = m.scalar() if kind < 0.5 else m.matrix()
    c = Control(rng, real, pool, helpers, None if output else result, rng.choice([2, 4, 6, 9]))
    parameters = []
    for n in rng.sample(["x", "a", "b", "s", "l"], rng.choice([1, 2, 2, 3])):
        t = m.scalar() if n == "s" else m.list() if n == "l" else m.matrix()
        p = Variable(n, t, parameter=True)
        if t.kind == "L":
            p.length = t.length if t.array else "p"
        parameters.append(p)
        c.names.add(n)
        c.scope.variables.append(p)
    if rng.random() < 0.2:
        parameters.append(Variable("k", Type("I"), parameter=True))
        c.scope.integers.append("k")
        c.scope.ints.append("k")
        c.names.add("k")
    if result.kind == "M":
        known = set().union(*[p.type.sizes() for p in parameters if p.type.kind == "M"])
        if not result.sizes() <= known | set("234"):
            raise Unspellable()
    count = rng.choice([0, 1, 2, 3, 3, 4])
    body = make_body(c, result, count, rng.choice([1, 2]))
    h = Function(name, result, parameters, body, [], helpers)
    h.needs_entries = "p" in c.nonempty
    h.real = real
    if output:
        h.result, h.output = None, "out"
        h.parameters = parameters + [Variable("out", result)]
        h.pass_by["out"] = "{0} &{1}"
        body[-1] = Statement(f"out = {'' if result.kind == 'S' else ''}$0;", body[-1].nodes)
        if any(s.text == "return;" for b in body for s in b.walk()):
            body.insert(0, Statement("out = $0;", [c.of_type(result, 0)] if False else [zero(c, result, parameters)]))
    return h


def zero(c, result, parameters):
    """A start for an output, of parameters only."""
    if result.kind == "S":
        return Node(c.lit("0.5"), [], "S")
    c.scope.variables = [p for p in parameters]
    return c.made(result.rows, result.cols, f"M{result.rows},{result.cols}")


def point(rng, function, number, nonempty):
    """The sizes, lengths and integers of a place at which derivatives are compared."""
    sizes = [{"n": 3, "m": 2, "k": 4}, {"n": 1, "m": 1, "k": 1}, {"n": 2, "m": 4, "k": 1}][number]
    lengths = {}
    for name in "pq":
        low = 1 if name in nonempty else 0
        lengths[name] = max(low, [2, 0 if rng.random() < 0.5 else 1, 3][number])
    words = []

    def shape(t, length):
        if t.kind == "S":
            return "s"
        if t.kind == "I":
            return f"={rng.choice([0, 1, 2, 3])}"
        if t.kind == "M":
            side = lambda s: int(s) if s.isdigit() else rng.choice([1, 2, 3]) if s == "?" else sizes[s]
            return f"{side(t.rows)},{side(t.cols)}"
        count = int(length) if length.isdigit() else lengths[length]
        if t.chain:
            between = [sizes[t.chain]] + [rng.choice([1, 2, 3, 4]) for _ in range(count)]
            return "[" + ";".join(f"{b},{a}" for a, b in zip(between, between[1:])) + "]"
        return "[" + ";".join(shape(t.entry, None) for _ in range(count)) + "]"

    for v in function.leaves:
        words.append(f"{v.name}:{shape(v.type, v.length)}")
    return " ".join(words)


def make_requests(rng, function, cost):
    """What is asked for: everything that this function supports."""
    named = []
    text = "".join(s.render() for s in function.body)
    reads = lambda name: re.search(rf"\b{re.escape(name)}\b", text) or rng.random() < 0.05
    for p in function.parameters:
        if not reads(p.name):
            continue
        if p.type.kind == "R":
            fields = [v for v in function.leaves if v.name.startswith(p.name + ".") and v.type.kind != "I" and reads(v.name)]
            named += [(v.name, v.type) for v in fields]
            if fields:
                named.append((p.name, p.type))
        elif p.type.kind != "I":
            named.append((p.name, p.type))
    if not named:
        raise Unspellable()
    top = 3 if cost < 8 else 2
    requests = []
    for _ in range(rng.choice([1, 1, 1, 2])):
        x, t = rng.choice(named)
        y, u = rng.choice(named)
        matrix = t.kind in "SM"
        overlaps = x.split(".")[0] == y.split(".")[0] and x != y and (x.startswith(y + ".") or y.startswith(x + "."))
        options = [("del", [x], rng.choice([None, 2, top])), ("directional", [x], rng.choice([1, 2, top])), ("taylor", [x], rng.choice([1, 2, top]))]
        if not overlaps and x != y:
            options.append(("del", [x, y], None))
        if function.result.kind == "S":
            options += [("gradient", [x], None)] * 4 + [("hvp", [x], None)] * 2
            options += [("value_and_gradient", [x] if overlaps or x == y else [x, y], None)] * 2
            if matrix:
                options += [("hessian", [x], None)] * 2
                if u.kind in "SM" and x != y:
                    options.append(("hessian", [x, y], None))
        else:
            options += [("vjp", [x], None)] * 3
            if matrix:
                options += [("jacobian", [x], None)] * 2
        r = rng.choice(options)
        if r not in requests:
            requests.append(r)
    return requests


def make_function(seed, index):
    return attempts.make("program ", seed, index, try_function)


def try_function(rng, name):
    real = "float" if rng.random() < 0.08 else "double"
    pool = make_pool(rng)
    helpers = []
    for i in range(rng.choice([0, 0, 0, 1, 1, 2])):
        try:
            helpers.append(make_helper(rng, f"{name}h{i}", real, list(helpers), pool))
        except (Unspellable, IndexError):
            pass
    m = Maker(rng, real, pool, name)
    parameters, variables = [], []
    names = rng.sample(NAMES, rng.choice([1, 2, 2, 3, 3, 4]))
    if rng.random() < 0.12:
        names[0] = rng.choice(COLLIDING)
    for n in names:
        p = Variable(n, m.any(), parameter=True)
        parameters.append(p)
        variables += list(leaves(n, p.type, rng))
    if rng.random() < 0.35 and "k" not in names:
        parameters.append(Variable("k", Type("I"), parameter=True))
        variables += list(leaves("k", Type("I"), rng))
    known = set().union(*[v.type.sizes() for v in variables if v.type.kind == "M"]) or {"3"}
    pool = [s for s in pool if s in known] or sorted(known)
    size = rng.choice([1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30])
    result = m.scalar()
    if rng.random() < 0.3:
        n = rng.choice(pool)
        result = Type("M", n, rng.choice(["1", "1", rng.choice(pool)]), real)
    c = Control(rng, real, pool, helpers, result, size)
    c.names.update(names + ["k"])
    c.scope.variables = [v for v in variables if v.type.kind != "I"]
    c.scope.integers = [v.name for v in variables if v.type.kind == "I"]
    c.scope.ints = list(c.scope.integers)
    body = make_body(c, result, rng.choice([1, 2, 3, 3, 4, 5]) if size > 2 else size, rng.choice([1, 2, 2, 3]))
    f = Function(name, result, parameters, body, [], helpers)
    f.real, f.leaves = real, variables
    for p in parameters:
        if p.type.kind in "MLR" and rng.random() < 0.08:
            f.pass_by[p.name] = "{0} {1}"
    f.points = [point(rng, f, i, c.nonempty) for i in range(3)]
    f.requests = make_requests(rng, f, size - c.budget)
    return f


def make_header(functions):
    return PROLOGUE + "\n".join(f.text() + f.ties() for f in functions) + EPILOGUE


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=20)
    arguments = parser.parse_args()
    print(make_header([make_function(arguments.seed, i) for i in range(arguments.count)]), end="")
