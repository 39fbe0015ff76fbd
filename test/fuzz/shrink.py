"""Smaller functions of generate.py, to find a small one that still fails."""

import copy
import re

import generate


def expressions(f):
    """Every place of an expression, as a function that puts another one there."""
    for i, s in enumerate(f.statements):
        for j, node in enumerate(s.nodes):
            def at(node, put):
                yield node, put
                for k, kid in enumerate(node.kids):
                    def put_kid(new, node=node, put=put, k=k):
                        kids = list(node.kids)
                        kids[k] = new
                        return put(generate.Node(node.text, kids, node.type, node.leaf))
                    yield from at(kid, put_kid)

            def put_here(new, i=i, j=j):
                g = copy.copy(f)
                g.statements = list(f.statements)
                t = copy.copy(f.statements[i])
                t.nodes = list(t.nodes)
                t.nodes[j] = new
                g.statements[i] = t
                return g

            yield from at(node, put_here)


def smaller(f, suffix):
    """Functions with less in them, the ones with least first."""
    result = []
    # Only the request that fails.
    if suffix and len(f.requests) > 1:
        for r in f.requests:
            g = copy.copy(f)
            g.requests = [r]
            if suffix in g.suffixes():
                result.append(g)
    for r in f.requests:
        if len(f.requests) == 1 and len(r) == 2 and r[0] not in generate.READINGS and r[1].isdigit() and int(r[1]) > 1:
            g = copy.copy(f)
            g.requests = [[r[0], str(int(r[1]) - 1)] if int(r[1]) > 2 else [r[0]]]
            result.append(g)
    # Without a statement; what it declared must not be read.
    for i, s in enumerate(f.statements[:-1]):
        rest = f.statements[:i] + f.statements[i + 1 :]
        text = "\n".join(t.render() for t in rest)
        if not any(re.search(rf"\b{n}\b", text) for n in s.declares):
            g = copy.copy(f)
            g.statements = rest
            result.append(g)
    # A local or parameter, or a part, instead of an expression.
    for node, put in expressions(f):
        if node.leaf is None:
            inner = [n for n in node.walk() if n is not node and n.type.same(node.type)]
            inner.sort(key=lambda n: n.size())
            for n in inner[:2] + inner[-1:]:
                result.append(put(n))
            for p in f.parameters:
                if p.type.same(node.type):
                    result.append(put(generate.Node("", [], node.type, leaf=p.name)))
            if node.type.kind == "S":
                one = "1.0f" if node.type.real == "float" else "1.0"
                result.append(put(generate.Node("", [], node.type, leaf=one)))
    # Without an unused parameter.
    text = "\n".join(s.render() for s in f.statements)
    for p in f.parameters:
        if not re.search(rf"\b{p.name}\b", text) and all(p.name not in r for r in f.requests):
            g = copy.copy(f)
            g.parameters = [q for q in f.parameters if q is not p]
            result.append(g)
    # A helper's statements.
    for h in f.helpers:
        for k in smaller(h, None) if not h.requests else []:
            if [p.name for p in k.parameters] != [p.name for p in h.parameters]:
                continue
            g = copy.copy(f)
            g.helpers = [k if x is h else x for x in f.helpers]
            result.append(g)
    length = len(f.text())
    unique = {}
    for g in result:
        text = g.text()
        if len(text) < length:
            unique.setdefault(text, g)
    return [g for _, g in sorted(unique.items(), key=lambda item: len(item[0]))]


def renamed(f, name):
    """The same function under another name; its helpers too."""
    g = copy.deepcopy(f)
    old = g.name

    def rename(function):
        function.name = re.sub(rf"^{old}(h\d+)?$", lambda m: name + (m.group(1) or ""), function.name)
        for s in function.statements:
            for node in s.nodes:
                for n in node.walk():
                    n.text = re.sub(rf"\b{old}(h\d+)\b", rf"{name}\1", n.text)
        for h in function.helpers:
            if h.name.startswith(old + "h"):
                rename(h)

    rename(g)
    return g
