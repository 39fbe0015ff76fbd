"""Random programs as trees: types, expressions, statements, functions.

A tree renders as C++ and yields smaller trees, with which run.py reduces what fails. In texts
`$0`, `$1` stand for the expressions of a node or statement.
"""

import copy
import re

READINGS = {"gradient": "grad", "value_and_gradient": "value_and_grad", "hvp": "hvp", "vjp": "vjp",
            "jacobian": "jac", "hessian": "hess", "directional": "dir", "taylor": "taylor"}


class Type:
    """'S' a real number, 'I' an integer, 'M' a matrix, 'L' a list, 'R' an object.

    Sizes are names: letters are dynamic, numbers fixed, '?' is any size, by entry of a list.
    """

    def __init__(self, kind, rows="1", cols="1", real="double", entry=None, length=None, array=False, struct=None, chain=None):
        self.chain = chain  # of a list of matrices that may be multiplied: the size that the first takes
        self.kind, self.rows, self.cols, self.real = kind, rows, cols, real
        self.entry, self.length, self.array, self.struct = entry, length, array, struct

    def key(self):
        inner = self.entry.key() if self.entry else None
        return (self.kind, self.rows, self.cols, self.real, inner, self.array, self.struct and self.struct.name)

    def same(self, other):
        return self.key() == other.key()

    def sizes(self):
        if self.kind == "M":
            return {self.rows, self.cols} - {"1", "?"}
        return self.entry.sizes() if self.entry else set()

    def cpp(self):
        if self.kind == "S":
            return self.real
        if self.kind == "I":
            return "int"
        if self.kind == "R":
            return self.struct.name
        if self.kind == "L":
            inner = self.entry.cpp()
            return f"std::array<{inner}, {self.length}>" if self.array else f"std::vector<{inner}>"
        side = lambda size: size if size.isdigit() else "X"
        rows, cols, suffix = side(self.rows), side(self.cols), self.real[0]
        if cols == "1" and rows != "1":
            return f"Eigen::Vector{rows}{suffix}"
        if rows == cols != "1":
            return f"Eigen::Matrix{rows}{suffix}"
        if "X" in (rows, cols) and "1" not in (rows, cols):
            return f"Eigen::Matrix{rows}{cols}{suffix}"
        spelled = [s if s != "X" else "Eigen::Dynamic" for s in (rows, cols)]
        return f"Eigen::Matrix<{self.real}, {spelled[0]}, {spelled[1]}>"


class Struct:
    def __init__(self, name, fields, base=None):
        self.name, self.fields, self.base = name, fields, base  # (name, Type)

    def all_fields(self):
        return (self.base.all_fields() if self.base else []) + self.fields

    def needed(self):
        """This one and those that it is made of, those first."""
        found = self.base.needed() if self.base else []
        for _, t in self.fields:
            if t.kind == "R":
                found += t.struct.needed()
        return found + [self]

    def render(self):
        base = f" : {self.base.name}" if self.base else ""
        lines = "".join(f"  {t.cpp()} {n}{{}};\n" for n, t in self.fields)
        return f"struct {self.name}{base} {{\n{lines}}};\n"

    def tie(self):
        names = ", ".join(f"s.{n}" for n, _ in self.all_fields())
        return f"inline auto fields({self.name} &s) {{ return ::std::tie({names}); }}\n"


def fill(text, kids):
    return re.sub(r"\$(\d)", lambda m: kids[int(m[1])], text)


class Node:
    """An expression."""

    def __init__(self, text, kids=(), kind=None):
        self.text, self.kids, self.kind = text, list(kids), kind

    def render(self):
        return fill(self.text, [k.render() for k in self.kids])

    def walk(self):
        yield self
        for k in self.kids:
            yield from k.walk()

    def size(self):
        return 1 + sum(k.size() for k in self.kids)


class Statement:
    """One with blocks has `parts`, (what opens the block, the block, what ends it)."""

    def __init__(self, text, nodes=(), parts=(), close=""):
        self.text, self.nodes, self.close = text, list(nodes), close
        self.parts = [list(p) for p in parts]

    def render(self, indent="  "):
        kids = [n.render() for n in self.nodes]
        text = indent + fill(self.text, kids) + "\n" if self.text else ""
        for opening, block, ending in self.parts:
            text += indent + fill(opening, kids) + "\n"
            text += "".join(s.render(indent + "  ") for s in block)
            text += indent + fill(ending, kids) + "\n"
        return text + (indent + self.close + "\n" if self.close else "")

    def walk(self):
        yield self
        for _, block, _ in self.parts:
            for s in block:
                yield from s.walk()


def request(r):
    """A request as DELGEN(...) spells it: ('del', names, order)."""
    kind, names, order = r
    return f"{kind}({', '.join(names)}{f', {order}' if order else ''})"


class Variable:
    def __init__(self, name, type, mutable=False, length=None, parameter=False):
        self.name, self.type, self.mutable = name, type, mutable
        self.length, self.parameter = length, parameter


class Function:
    def __init__(self, name, result, parameters, body, requests, helpers, points=()):
        self.name, self.result, self.parameters = name, result, parameters
        self.body, self.requests, self.helpers, self.points = body, requests, helpers, list(points)
        self.pass_by = {}

    def structs(self):
        found = []
        for f in self.helpers + [self]:
            for p in f.parameters:
                if p.type.kind == "R":
                    found += [s for s in p.type.struct.needed() if s not in found]
        return found

    def signature(self):
        shown = []
        for p in self.parameters:
            how = self.pass_by.get(p.name) or ("{0} {1}" if p.type.kind in "SI" else "const {0} &{1}")
            shown.append(how.format(p.type.cpp(), p.name))
        result = self.result.cpp() if self.result else "void"
        return f"inline {result} {self.name}({', '.join(shown)})"

    def definition(self):
        return f"{self.signature()} {{\n{''.join(s.render() for s in self.body)}}}\n"

    def used_helpers(self):
        used, text = [], "".join(s.render() for s in self.body)
        for h in reversed(self.helpers):
            if re.search(rf"\b{h.name}\(", text):
                used.insert(0, h)
                text += h.definition()
        return used

    def text(self):
        text = "".join(s.render() for s in self.structs())
        text += "".join(h.definition() for h in self.used_helpers())
        if self.requests:
            text += f"DELGEN({', '.join(request(r) for r in self.requests)})\n"
        return text + self.definition()

    def ties(self):
        return "".join(s.tie() for s in self.structs())

    def generated(self):
        """(suffix of the generated function, kind, names, order)."""
        found = {}
        for kind, names, order in self.requests:
            flat = "_".join(n.replace(".", "_") for n in names)
            if kind == "gradient":
                for n in names:
                    found.setdefault(f"grad_{n.replace('.', '_')}", ("grad", [n], 1))
            elif kind == "del" and len(names) == 1:
                for k in range(1, (order or 1) + 1):
                    found.setdefault(f"d{k}_{flat}", ("del", names * k, k))
            elif kind == "del":
                found.setdefault(f"d{len(names)}_{flat}", ("del", names, len(names)))
            elif kind == "directional":
                for k in range(1, order + 1):
                    found.setdefault(f"dir{k}_{flat}", ("dir", names, k))
            else:
                short = READINGS[kind]
                found.setdefault(f"{short}{order or ''}_{flat}", (short, names, order or 1))
        return found

    def suffixes(self):
        return list(self.generated())

    def tests(self):
        """Statements that compare what was generated with the oracle."""
        points = ", ".join(f'"{p}"' for p in self.points)
        lines = [f'  {{ fuzz::Program p("{self.name}", {{{points}}}, &{self.name});']
        for suffix, (kind, names, order) in self.generated().items():
            called = f"{self.name}_{suffix}"
            lines.append(f'  p.check("{suffix}", fuzz::{kind}, "{" ".join(names)}", {order}, &{called});')
        return lines + ["  }"]


#===-- Smaller functions -------------------------------------------------===#


def without(function, change):
    """A copy of the function that `change` has changed, or None."""
    g = copy.deepcopy(function)
    return g if change(g) is not False else None


def blocks(function):
    """Every block of statements, that of the function first."""
    yield function.body
    for s in function.body:
        for t in s.walk():
            for part in t.parts:
                yield part[1]


def smaller_body(function):
    """Ways to change the body, applied to a copy of the function."""
    for b, block in enumerate(blocks(function)):
        end = len(block) - (b == 0)
        for size in {end, end // 2, end // 4} - {0, 1}:
            for i in range(0, end, size):
                def cut(g, b=b, i=i, j=min(i + size, end)):
                    del list(blocks(g))[b][i:j]

                yield cut
        for i, s in enumerate(block):
            last = b == 0 and i == len(block) - 1

            def drop(g, b=b, i=i):
                del list(blocks(g))[b][i]

            if not last:
                yield drop
            for p in range(len(s.parts)):
                def unwrap(g, b=b, i=i, p=p):
                    inside = list(blocks(g))[b]
                    inside[i : i + 1] = inside[i].parts[p][1]

                def less(g, b=b, i=i, p=p):
                    del list(blocks(g))[b][i].parts[p]

                yield unwrap
                if len(s.parts) > 1 and p > 0:
                    yield less
    for t, s in enumerate(t for s in function.body for t in s.walk()):
        for n in range(len(s.nodes)):
            for path, node in places(s.nodes[n]):
                inner = [k for k in node.walk() if k is not node and k.kind == node.kind]
                inner.sort(key=lambda k: k.size())
                new = inner[:2] + inner[-1:]
                if node.kind == "S" and node.text != "1.0":
                    new.append(Node("1.0", [], "S"))
                    new += [Node(p.name, [], "S") for p in function.parameters if p.type.kind == "S"]
                for k in new:
                    if k.render() == node.render():
                        continue

                    def put(g, t=t, n=n, path=path, k=k):
                        statement = [u for s in g.body for u in s.walk()][t]
                        statement.nodes[n] = replaced(statement.nodes[n], path, k)

                    yield put


def places(node, path=()):
    yield path, node
    for i, k in enumerate(node.kids):
        yield from places(k, path + (i,))


def replaced(node, path, new):
    if not path:
        return copy.deepcopy(new)
    node = copy.copy(node)
    node.kids = list(node.kids)
    node.kids[path[0]] = replaced(node.kids[path[0]], path[1:], new)
    return node


def smaller(function, suffix):
    """Functions with less in them, the shortest first."""
    found = []
    for i, r in enumerate(function.requests):
        if len(function.requests) > 1:
            g = without(function, lambda g: g.requests.__setitem__(slice(None), [r]))
            if not suffix or suffix in g.suffixes():
                found.append(g)
        if r[2] and r[2] > 1:
            found.append(without(function, lambda g: g.requests.__setitem__(i, (r[0], r[1], r[2] - 1))))
        if len(r[1]) > 1 and r[0] in ("gradient", "value_and_gradient"):
            for n in r[1]:
                found.append(without(function, lambda g: g.requests.__setitem__(i, (r[0], [n], r[2]))))
    for change in smaller_body(function):
        found.append(without(function, change))
    for h in range(len(function.helpers)):
        for change in smaller_body(function.helpers[h]):
            found.append(without(function, lambda g: change(g.helpers[h])))
    text = "".join(s.render() for s in function.body)
    for i, p in enumerate(function.parameters):
        if not re.search(rf"\b{p.name}\b", text) and not any(n.split(".")[0] == p.name for r in function.requests for n in r[1]):
            def drop(g, i=i, name=p.name):
                del g.parameters[i]
                g.points = [" ".join(w for w in q.split() if w.split(":")[0].split(".")[0] != name) for q in g.points]
            found.append(without(function, drop))
    if len(function.points) > 1 and suffix is not None:
        for q in range(len(function.points)):
            found.append(without(function, lambda g: g.points.__setitem__(slice(None), [g.points[q]])))
    size = lambda g: (len(g.text()) + 10 * len(g.points))
    length = size(function)
    unique = {}
    for g in found:
        if g and size(g) < length:
            unique.setdefault((g.text(), tuple(g.points)), g)
    return sorted(unique.values(), key=size)


def renamed(function, name):
    """The same under another name, with its structs and helpers."""
    g = copy.deepcopy(function)
    old = g.name
    swap = lambda text: re.sub(rf"\b{old}(?=(_[A-Z]|h\d)?\b)", name, text)
    structs = g.structs()
    for s in structs:
        s.name = swap(s.name)
    for f in g.helpers + [g]:
        f.name = swap(f.name)
        for s in f.body:
            for t in s.walk():
                t.text = swap(t.text)
                t.parts = [[swap(a), b, swap(c)] for a, b, c in t.parts]
                for n in t.nodes:
                    for k in n.walk():
                        k.text = swap(k.text)
    return g
