#!/usr/bin/env python3
"""Writes docs/operations.md, docs/refusals.md and the tables of docs/architecture.md from the sources.

usage: docs/generate.py [--check]

The operations and functions come from include/delgen/Mx/*.td through llvm-tblgen, what
Eigen calls them from the table of lib/Import/Operations.cpp, what is refused from
lib/Import/Refused.def, the messages from all sources and the tests (messages.py, refusals.py); what a file holds stands in its
first line. With --check nothing is written, and the exit status is 1 where a page is not
what would be written.
"""

import json
import pathlib
import re
import subprocess
import sys

import refusals

ROOT = pathlib.Path(__file__).resolve().parent.parent
LLVM = "/usr/lib/llvm-22"
OPERATIONS = ROOT / "docs/operations.md"
REFUSALS = ROOT / "docs/refusals.md"
ARCHITECTURE = ROOT / "docs/architecture.md"

PREFACE = """\
<!-- Written by docs/generate.py. Do not edit. -->

# Operations

## What functions are made of

These methods and operators of Eigen are accepted on vectors, row vectors, matrices and arrays
of `double` or `float`, of fixed and dynamic size:

| on | accepted |
|---|---|
| matrices and arrays | `+` `-` (also unary), `s * a`, `a * s`, `a / s`, `x(i)`, `x[i]`, `X(i, j)`, {dense} |
| matrices | `A * B`, {matrix} |
| arrays | `a * b`, `a / b`, `s / a`, `a + s`, `a - s`, `s + a`, `s - a`, `a.pow(p)`, {array}; comparisons, `&&`, `||` and `!` of them, for `select` and `cast` |
| `rowwise()`, `colwise()` | `+` `-` `*` `/` and `+=` `-=` `*=` `/=` with a vector, `sum`, `mean`, `norm`, `squaredNorm`, `lpNorm`, `prod`, `maxCoeff`, `minCoeff`, `normalized`, `replicate` |
| functions | `Eigen::NAME(a)` for the element-wise functions on arrays, `std::NAME(s)` on scalars, `std::pow(s, p)`, `Eigen::pow(a, p)`, `Eigen::pow(s, a)` |
| scalars | `std::max`, `min`, `clamp`, `fmax`, `fmin`, `fdim`, `fmod`, `remainder`, `copysign`, `hypot`, `atan2`, `fma`, `lerp`, `lgamma`, `isfinite`, `isinf`, `isnan`, `Eigen::numext::digamma`; comparisons, `&&`, `||`, `!` and `c ? x : y` |

`unaryExpr` and `binaryExpr` take a lambda or a function whose body is visible, of `double` or
`float`; what is arithmetic on its parameters acts entry by entry.

On the way in they become the operations below. What is not listed is refused with a message
at its place.

## Operations of the dialect

y is the result, da the tangent of a. An operation that is linear in each operand
differentiates itself by the product rule, and has a transpose, of which gradients are made: ā is
the cotangent of a, ȳ that of the result.

| operation | what it is | rule | transpose | written as, among others | not differentiable |
|---|---|---|---|---|---|
"""

CONTROL = """
## Loops, choices and lists

None of these has a rule of its own. A loop or choice is differentiated by differentiating its bodies, which
carry tangents beside values; its transpose runs the transposed iterations in the opposite order. Conditions,
counters and lengths have no derivative, and the others are linear in the entries of lists.

| operation | what it is |
|---|---|
"""

FUNCTIONS = """
## Element-wise functions

Powers are not in this table: x², √x, 1/x, `square`, `cube`, `sqrt`, `inverse`, `abs2`, `cwiseSqrt`
and the like are all `mx.pow`. Where a function jumps or has a kink its derivative is as if it had
none: 0 for |a| at 0. `log(1 + exp(a))` and `log1p(exp(a))` become `softplus`, `1/(1 + exp(-a))` becomes
`logistic`, whose derivatives of any order are finite wherever the argument is.

| function | derivative | domain | not differentiable at |
|---|---|---|---|
"""


def records(kind):
    """The records of Operations.td that derive from `kind`, in the order of the file."""
    text = subprocess.run(
        [f"{LLVM}/bin/llvm-tblgen", "--dump-json", f"-I{ROOT}/include", f"-I{LLVM}/include",
         f"{ROOT}/include/delgen/Mx/Operations.td"],
        check=True, stdout=subprocess.PIPE).stdout
    table = json.loads(text)
    found = [table[name] for name in table["!instanceof"][kind]]
    return sorted(found, key=lambda r: position(r["!name"]))


def position(name):
    """Where the record's definition stands in the sources."""
    for i, file in enumerate(("Operations.td", "ElementWise.td", "Factorization.td", "Control.td")):
        source = (ROOT / "include/delgen/Mx" / file).read_text(encoding="utf-8")
        match = re.search(rf"\bdef {name}\b", source)
        if match:
            return i, match.start()
    return 4, 0


def control():
    """The operations of Control.td."""
    return [r for r in records("Op") if position(r["!name"])[0] == 3]


def eigen_names():
    """What the importer's table accepts, by the class on which it stands."""
    source = (ROOT / "lib/Import/Operations.cpp").read_text(encoding="utf-8")
    # Not written by users, or spelled in the page as an operator.
    hidden = {"derived", "const_castderived", "toDenseMatrix"}
    names = {"Any": [], "Matrix": [], "Array": []}
    for owner, name in re.findall(r'^\s*\{(Any|Matrix|Array),\s*"(\w+)"', source, re.M):
        if name not in hidden and not name.startswith("operator"):
            names[owner].append(f"`{name}`")
    return {owner: ", ".join(listed) for owner, listed in names.items()}


# What the helpers of the importer make.
HELPERS = {"add": "add", "multiply": "mul", "product": "mul", "hadamard": "hadamard", "power": "pow",
           "inner": "inner", "transpose": "transpose", "fill": "fill", "element": "element", "normalized": "pow"}

FACTORIZATIONS = """
## Factorisations

Solves, inverses and determinants are `mx.inverse`, `mx.det` and `mx.logdet`, with the factorisation
that the function asks for; matrix functions `A.inverse()` and `A.determinant()` ask for LU. A matrix
that is known to be positive definite or triangular, by assumption or by its form, is treated as
such. Where one function asks for several of one matrix, the first in this table serves all. Each is
accepted as a method, `A.llt().solve(b)`, as an object, `Eigen::LLT<Eigen::MatrixXd> llt(A)`, with
`compute()`, and with `solve`, `solveInPlace` and `transpose().solve`; LLT has `matrixL()` and
`matrixU()` too, LU and QR have `inverse()` and determinants.

| in Eigen | of |
|---|---|
"""

REFUSED = """
## What is refused

Each is refused at its place, with these words.

| | why, and what to write instead | names |
|---|---|---|
"""


def body_of(name, sources):
    """The definition of an importer, from its name to the brace that closes it."""
    match = re.search(rf"\bValue {name}\([^;{{]*\{{", sources)
    if not match:
        return ""
    depth, end = 1, match.end()
    while depth and end < len(sources):
        depth += {"{": 1, "}": -1}.get(sources[end], 0)
        end += 1
    return sources[match.start():end]


def spellings():
    """The names of Eigen by the operation that their importer makes."""
    sources = "\n".join(f.read_text(encoding="utf-8") for f in sorted(ROOT.glob("lib/Import/*.cpp")))
    table = (ROOT / "lib/Import/Operations.cpp").read_text(encoding="utf-8")
    rows = re.findall(r'^    \{[A-Z][\w |]*,\s*"(\w+)",\s*\d+,\s*\d+, (.*?)(?=^    (?:\{|//)|^\};)',
                      table, re.M | re.S)
    found = {}
    for name, importer in rows:
        word = re.match(r"(\w+)(?:<.*>)?\}", importer)
        body = body_of(word[1], sources) if word else importer
        made = [operation.lower() for operation in re.findall(r"make<mx::(\w+)Op>", body)]
        made += [HELPERS[h] for h in re.findall(r"\bim\.(\w+)\(c\.e", body) if h in HELPERS]
        for operation in dict.fromkeys(made):
            found.setdefault(operation, []).append(f"`{name}`")
    return found


def refused():
    """The rows of Refused.def: the names, what they are, and why."""
    source = (ROOT / "lib/Import/Refused.def").read_text(encoding="utf-8")
    text = r'((?:"[^"]*"\s*)+)'
    for row in re.findall(rf"^REFUSED\({text},\s*{text},\s*{text}\)", source, re.M):
        names, what, why = ("".join(re.findall(r'"([^"]*)"', part)) for part in row)
        yield names.split(), what, why


def cell(text):
    """A cell of a table, in which a bar ends nothing."""
    return text.replace("|", "\\|")


def page():
    names = eigen_names()
    text = (PREFACE.replace("{dense}", names["Any"]).replace("{matrix}", names["Matrix"])
            .replace("{array}", names["Array"] or "the element-wise functions"))
    written = spellings()
    for r in records("Mx_Op"):
        names = ", ".join(written.get(r["opName"], [])) or "–"
        text += (f"| `mx.{r['opName']}` | {cell(r['summary'])} | {cell(r['law'])} "
                 f"| {cell(r['transposeLaw']) or '–'} | {names} | {cell(r['kinks']) or '–'} |\n")
    text += CONTROL
    for r in control():
        text += f"| `mx.{r['opName']}` | {cell(r['summary'])} |\n"
    text += FUNCTIONS
    for r in records("Function"):
        text += f"| `{r['cpp']}` | {r['law']} | {r['domain']} | {r['kinks'] or '–'} |\n"
    text += FACTORIZATIONS
    for r in records("Factorization"):
        spelled = ([f"`triangularView<Eigen::{r['view']}>()`"] if r["view"]
                   else [f"`Eigen::{r['cpp']}`", *(f"`{m}()`" for m in r["methods"])])
        text += f"| {', '.join(spelled)} | {r['of']} |\n"
    text += REFUSED
    for names, what, why in refused():
        text += f"| {what} | {cell(why)} | {', '.join(f'`{name}`' for name in names)} |\n"
    return text


def purpose(file):
    """What the first line of the file says that it holds."""
    line = file.read_text(encoding="utf-8").split("\n", 1)[0]
    match = re.match(r"//===- \S+ - (.*?)\s*(?:-\*- [\w+]+ -\*-)?-*===//", line)
    return match[1].strip(" -") if match else sys.exit(f"{file}: the first line says no purpose")


def tour(folders):
    """A table of the files in `folders`; a header and its source share a row."""
    rows = {}
    for folder in folders.split():
        for file in sorted((ROOT / folder).iterdir()):
            if file.suffix in (".h", ".td", ".cpp", ".def"):
                names, _ = rows.setdefault((file.stem, purpose(file)), ([], None))
                names.append(f"`{file.name}`")
    lines = [f"| {', '.join(names)} | {what} |" for (_, what), (names, _) in sorted(rows.items())]
    return "\n".join(["| file | what it holds |", "|---|---|", *lines])


def architecture():
    return re.sub(r"(<!-- files: (.*?) -->\n).*?(<!-- end -->)",
                  lambda m: f"{m[1]}{tour(m[2])}\n{m[3]}",
                  ARCHITECTURE.read_text(encoding="utf-8"), flags=re.DOTALL)


def main():
    stale = 0
    for file, text in ((OPERATIONS, page()), (REFUSALS, refusals.page()), (ARCHITECTURE, architecture())):
        if "--check" not in sys.argv[1:]:
            file.write_text(text, encoding="utf-8")
        elif file.read_text(encoding="utf-8") != text:
            print(f"{file.relative_to(ROOT)} is not what docs/generate.py writes: run it",
                  file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
