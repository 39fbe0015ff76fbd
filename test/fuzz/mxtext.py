"""Functions of mx as text: MLIR's generic form, read and written."""

import re
import struct
from dataclasses import dataclass, field


@dataclass
class Op:
    """One operation; `results` and `operands` are names of values."""

    name: str
    results: list = field(default_factory=list)
    operands: list = field(default_factory=list)
    attributes: dict = field(default_factory=dict)
    types: list = field(default_factory=list)  # of the results
    bodies: list = field(default_factory=list)


@dataclass
class Body:
    """A region of one block."""

    arguments: list = field(default_factory=list)  # names
    types: list = field(default_factory=list)
    ops: list = field(default_factory=list)


# Types are tuples: ("f64",), ("f32",), ("index",), ("matrix", rows, cols, "f64") with sizes that
# are numbers or names, ("list", type), ("factorization", matrix), or ("other", text).


class Raw(str):
    """An attribute that is written as it stands; other strings are string attributes."""


TOKEN = re.compile(
    r"""\s+|//[^\n]*|(?P<token>"(?:[^"\\]|\\.)*"|%[\w$.-]+(?:\#\d+)?|\^\w+|@[\w$.-]+|@"[^"]*"|![\w.]+|->
    |-?0x[0-9A-Fa-f]+|-?\d+\.\d*(?:[eE][+-]?\d+)?|-?\d+(?:x\d+)?|[A-Za-z_][\w$.]*|[<>(){}\[\]:,=?*\#-])""",
    re.VERBOSE,
)


class Reader:
    def __init__(self, text):
        self.tokens = [t for t in (m.group("token") for m in TOKEN.finditer(text)) if t] + [""]
        self.next = 0
        self.scopes = {}

    def peek(self, ahead=0):
        return self.tokens[min(self.next + ahead, len(self.tokens) - 1)]

    def take(self, token=None):
        found = self.peek()
        if token is not None and found != token:
            raise ValueError(f"expected '{token}' and not '{' '.join(self.tokens[self.next : self.next + 8])}'")
        self.next += 1
        return found

    def has(self, token):
        if self.peek() != token:
            return False
        self.next += 1
        return True

    def many(self, read, end):
        items = []
        while not self.has(end):
            items.append(read())
            self.has(",")
        return items

    def op(self):
        results = []
        if self.peek().startswith("%"):
            while True:
                name = self.take()
                if self.has(":"):
                    results += [f"{name}#{i}" for i in range(int(self.take()))]
                else:
                    results.append(name)
                if self.has("="):
                    break
                self.take(",")
        op = Op(self.take()[1:-1], results)
        self.take("(")
        op.operands = self.many(self.take, ")")
        if self.has("<"):
            op.attributes.update(self.dictionary())
            self.take(">")
        if self.has("("):
            op.bodies = self.many(self.body, ")")
        if self.peek() == "{":
            op.attributes.update(self.dictionary())
        self.take(":")
        self.take("(")
        self.many(self.type, ")")
        self.take("->")
        op.types = self.many(self.type, ")") if self.has("(") else [self.type()]
        return op

    def body(self):
        body = Body()
        self.take("{")
        if self.peek().startswith("^"):
            self.take()
            if self.has("("):
                for name, kind in self.many(lambda: (self.take(), self.take(":") and self.type()), ")"):
                    body.arguments.append(name)
                    body.types.append(kind)
            self.take(":")
        body.ops = self.many(self.op, "}")
        return body

    def size(self, token):
        return int(token) if token.isdigit() else token

    def matrix(self):
        self.take("<")
        rows = self.take()
        self.take("x")
        cols = self.take()
        self.take(",")
        kind = ("matrix", self.size(rows), self.size(cols), self.take())
        self.take(">")
        return kind

    def type(self):
        token = self.take()
        if token in ("f64", "f32", "index"):
            return (token,)
        if token == "!mx.matrix":
            return self.matrix()
        if token == "!mx.list":
            self.take("<")
            entry = self.type()
            self.take(">")
            return ("list", entry)
        if token == "!mx.factorization":
            self.take("<")
            of = self.matrix()
            self.take(">")
            return ("factorization", of)
        if token == "(":
            self.many(self.type, ")")
            self.take("->")
            if self.has("("):
                self.many(self.type, ")")
            else:
                self.type()
        return ("other", token)

    def dictionary(self):
        self.take("{")
        return dict(self.many(lambda: (self.take().strip('"'), self.value() if self.has("=") else Raw("unit")), "}"))

    def value(self):
        token = self.peek()
        if token == "{":
            return self.dictionary()
        if token == "[":
            self.take()
            return self.many(self.value, "]")
        if token == "array":
            self.take()
            self.take("<")
            kind = self.take()
            numbers = self.many(lambda: int(self.take()), ">") if self.has(":") else self.many(self.take, ">")
            return Numbers(kind, numbers)
        if token.startswith('"'):
            return self.take()[1:-1]
        if token.startswith("@"):
            return Raw(self.take())
        if token in ("true", "false"):
            return self.take() == "true"
        if re.match(r"-?\d", token):
            self.take()
            kind = self.type()[-1] if self.has(":") else "i64"
            return Number(token, kind)
        self.type()
        return Raw("type")


@dataclass
class Numbers:
    kind: str
    values: list


@dataclass
class Number:
    text: str
    kind: str

    def __float__(self):
        if "0x" in self.text:
            bits = int(self.text, 16)
            return struct.unpack("<d", struct.pack("<Q", bits))[0]
        return float(self.text)

    def __int__(self):
        return int(self.text)


def read(text):
    """The operations that `text` consists of."""
    reader = Reader(text)
    ops = []
    while reader.peek():
        ops.append(reader.op())
    return ops


def functions(ops):
    """The functions in operations or modules, by name."""
    found = {}
    for op in ops:
        if op.name == "builtin.module":
            found.update(functions(op.bodies[0].ops if op.bodies else []))
        elif op.name == "func.func":
            found[op.attributes["sym_name"]] = op
    return found


def type_text(kind):
    if kind[0] == "matrix":
        return f"!mx.matrix<{kind[1]} x {kind[2]}, {kind[3]}>"
    if kind[0] == "list":
        return f"!mx.list<{type_text(kind[1])}>"
    if kind[0] == "factorization":
        return f"!mx.factorization<{type_text(kind[1])[len('!mx.matrix'):]}>"
    return kind[0]


def attribute_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Raw):
        return value
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Number):
        return f"{value.text} : {value.kind}"
    if isinstance(value, Numbers):
        return f"array<{value.kind}{': ' if value.values else ''}{', '.join(map(str, value.values))}>"
    if isinstance(value, list):
        return f"[{', '.join(map(attribute_text, value))}]"
    return dictionary_text(value)


def dictionary_text(attributes):
    return "{" + ", ".join(k if v == "unit" else f"{k} = {attribute_text(v)}" for k, v in attributes.items()) + "}"


def types_text(kinds):
    return f"({', '.join(map(type_text, kinds))})"


def write_body(body, known, indent):
    pad = "  " * indent
    known = dict(known)
    known.update(zip(body.arguments, body.types))
    head = ", ".join(f"{n}: {type_text(t)}" for n, t in zip(body.arguments, body.types))
    text = "{\n" + (f"{pad}^bb0({head}):\n" if body.arguments else "")
    for op in body.ops:
        text += pad + "  " + write(op, known, indent + 1) + "\n"
    return text + pad + "}"


def write(op, known, indent=0):
    """The operation in the generic form; `known` are the types of values, and those of its
    results are added."""
    text = ""
    if op.results:
        first = op.results[0]
        text = (first if "#" not in first else f"{first.split('#')[0]}:{len(op.results)}") + " = "
    text += f'"{op.name}"({", ".join(op.operands)})'
    if op.bodies:
        outside = {} if op.name.startswith(("mx.", "func.")) else known
        text += f" ({', '.join(write_body(b, outside, indent) for b in op.bodies)})"
    if op.attributes:
        text += " " + dictionary_text(op.attributes)
    known.update(zip(op.results, op.types))
    results = types_text(op.types) if len(op.types) != 1 else type_text(op.types[0])
    return text + f" : {types_text([known[o] for o in op.operands])} -> {results}"


def function_text(function):
    """A function in the generic form."""
    body = function.bodies[0]
    result = body.ops[-1].operands
    known = {}

    def note(inner):
        known.update(zip(inner.arguments, inner.types))
        for op in inner.ops:
            known.update(zip(op.results, op.types))

    note(body)
    kinds = [known[r] for r in result]
    head = type_text(kinds[0]) if len(kinds) == 1 else types_text(kinds)
    function.attributes["function_type"] = Raw(f"{types_text(body.types)} -> {head}")
    return write(function, {})
