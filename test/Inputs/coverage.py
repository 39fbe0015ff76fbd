"""Says which operations of the dialect have no test.

Usage: coverage.py <source root>

The operations and the rows of ElementWise.td are read from the tables themselves. A test
of operation `op` is the file test/<room>/<op>.mlir, and it must use `mx.<op>`. The room
`adjoint` is for the operations that have a transpose rule.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

# Operations that have no test of their own in a room, and why.
EXCEPTIONS = {
    ("simplify", "bind"): "only moved to the front, which emit/bind.mlir needs",
    ("derive", "columnwise"): "in results only: test/derive/jacobian.mlir, refuse.mlir",
    ("derive", "yield"): "the end of bodies: loop, if, columnwise",
    ("simplify", "yield"): "the end of bodies: loop, if, columnwise",
    ("emit", "yield"): "the end of bodies: loop, if, columnwise",
    ("derive", "factorize"): "made by the scheduler: test/schedule/factorizations.mlir",
    ("simplify", "factorize"): "made by the scheduler",
    ("emit", "factorize"): "made by the scheduler: test/emit/inverse.mlir",
    ("derive", "solve"): "made by the scheduler",
    ("simplify", "solve"): "made by the scheduler",
    ("emit", "solve"): "made by the scheduler: test/emit/inverse.mlir",
}
ROOMS = ("derive", "adjoint", "simplify", "emit")

root = pathlib.Path(sys.argv[1])
tblgen = pathlib.Path(shutil.which("llvm-tblgen")).resolve()
table = json.loads(
    subprocess.check_output(
        [
            tblgen,
            "--dump-json",
            f"-I{root / 'include'}",
            f"-I{tblgen.parents[1] / 'include'}",
            root / "include/delgen/Mx/Operations.td",
        ]
    )
)

missing = []


def demand(holds, what):
    if not holds:
        missing.append(what)


def text_of(path):
    return path.read_text() if path.exists() else ""


def checked(text):
    """The lines that FileCheck compares."""
    return "\n".join(re.findall(r"CHECK\S*:(.*)", text))


operations = sorted(
    table[name]["opName"]
    for name in table["!instanceof"]["Op"]
    if table[name]["opDialect"]["def"] == "Mx_Dialect"
)
demand(len(operations) > 20, "the list of operations: is the dialect still Mx_Dialect?")
round_trip = text_of(root / "test/mx/roundtrip.mlir")
transposed = {
    table[name]["opName"] for name in table["!instanceof"]["Mx_Op"] if table[name]["pull"]
}
demand(len(transposed) > 20, "the list of transposes: is their rule still called pull?")
for op in operations:
    demand(f"mx.{op} " in checked(round_trip), f"test/mx/roundtrip.mlir: mx.{op}")
    for room in ROOMS:
        if room == "adjoint" and op not in transposed:
            continue
        path = f"test/{room}/{op}.mlir"
        text = text_of(root / path)
        if (room, op) in EXCEPTIONS:
            demand(not text, f"no exception in coverage.py any more: {path} exists")
            continue
        demand(re.search(rf"^ .*mx\.{op}\b", text, re.MULTILINE), f"{path}: a use of mx.{op}")
        demand(checked(text), f"{path}: a CHECK line")

derive, emit = (text_of(root / f"test/{room}/map.mlir") for room in ("derive", "emit"))
scheduled = text_of(root / "lib/Schedule/Exponentials.cpp")
for row in sorted(table["!instanceof"]["Function"]):
    record = table[row]
    demand(f'mx.map "{row}"' in derive, f"test/derive/map.mlir: the derivative of {row}")
    demand(f"@{row}_d1_" in checked(derive), f"test/derive/map.mlir: the derivative of {row}")
    demand(record["scalar"].split("{0}")[0].replace("SCALAR", "double") in checked(emit), f"test/emit/map.mlir: {row} of a scalar")
    array = record["array"].replace("SCALAR", "float").replace("ENTRY", "s")
    # A long one is written on several lines.
    if f'mapOf(op, "{row}")' in scheduled:
        continue  # is made of others
    demand(f".array(){array}" in " ".join(checked(emit).split()), f"test/emit/map.mlir: {row} of a matrix")

# A file that is named after nothing tests nothing that is looked for.
SUBJECTS = {
    "adjoint": set(),
    "derive": {"assume", "gradient", "hessian", "inline", "jacobian", "names", "objects", "opaque", "order", "refuse", "taylor"},
    "simplify": {"order", "deep"},
    "emit": {"call", "overwrite", "types", "views", "layout", "names", "objects", "latex", "refuse", "order"},
}
for room in ROOMS:
    for path in sorted((root / "test" / room).glob("*.mlir")):
        demand(
            path.stem in (transposed if room == "adjoint" else operations)
            or path.stem in SUBJECTS[room],
            f"an operation or subject called {path.stem}, which test/{room}/{path.name} names",
        )

for what in missing:
    print(f"missing: {what}")
sys.exit(bool(missing))
