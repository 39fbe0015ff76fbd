#!/usr/bin/env python3
"""Runs delgen's passes over random functions of mx and compares values before and after.

    ir.py --seed 1 --count 1000 --delgen-opt build/bin/delgen-opt

Functions are made by mxmake.py from the records of Operations.td, ten to a module, and run
through passes in a random order, some of them several times. After each pass every function
is evaluated by an interpreter (mxvalue.py) that shares no code with delgen, at random points
and sizes. What may go wrong is

    print   what is printed, parsed and printed again is another text
    made    the module is not what a module of mx may be: a fault of mxmake.py
    crash   a pass ends by a signal, or by an error where nothing is wrong
    hang    it does not end within the time that it is given
    wrong   a function has another value than before

A failing function is reduced: passes, operations and operands are dropped as long as it fails in
the same way. It needs Python alone. Exit status 1 means that something failed.

    ir.py --seed 1 --only 17           the module with that number alone
"""

import argparse
import copy
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import mxtext
from mxmake import Maker, Records, module_text
from mxmatrix import Broken, Margin, Matrix, Undefined
from mxshrink import shrink
from mxvalue import Evaluator

root = pathlib.Path(__file__).resolve().parent.parent.parent

# Of MLIR's own passes those that may change functions of mx. (topological-sort orders by operands
# alone, hence may not be run where mx.bind stands; remove-dead-values changes the parameters of
# functions, and does not know mx.call.)
PASSES = {
    "func.func(mx-simplify)": 6,
    "func.func(mx-schedule)": 6,
    "mx-differentiate": 2,
    "canonicalize": 2,
    "cse": 2,
    "sccp": 1,
    "control-flow-sink": 1,
    "loop-invariant-code-motion": 1,
    "symbol-dce": 1,
}
# What Derive and Schedule make and nothing differentiates.
SCHEDULED = ["columnwise", "factorize", "solve"]


class Failure(Exception):
    def __init__(self, kind, text, function=None, passes=None):
        super().__init__(text)
        self.kind, self.function, self.passes = kind, function, passes


class Tool:
    def __init__(self, path, seconds):
        self.path, self.seconds = path, seconds

    def run(self, text, *flags):
        limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (self.seconds, self.seconds))
        done = subprocess.run(
            [self.path, "-", "--mlir-disable-threading", *flags], input=text, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, preexec_fn=limit,
        )  # fmt: skip
        if done.returncode in (-signal.SIGKILL, -signal.SIGXCPU):
            raise Failure("hang", f"not ended after {self.seconds} s of processor time")
        if done.returncode != 0:
            lines = [l for l in done.stderr.splitlines() if "error" in l or "ssert" in l or "ERROR" in l]
            raise Failure("crash", f"status {done.returncode}: " + " | ".join(lines[:3])[:500])
        return done.stdout, done.stderr

    def stages(self, text, passes):
        """The functions after each pass, by name."""
        if not passes:
            return
        pipeline = f"builtin.module({','.join(passes)})"
        flags = ["--mlir-print-op-generic", "--mlir-print-ir-after-all", f"--pass-pipeline={pipeline}"]
        _, dumps = self.run(text, *flags)
        for dump in re.split(r"^// -----// IR Dump After .*$", dumps, flags=re.MULTILINE)[1:]:
            yield mxtext.functions(mxtext.read(dump))


# --- Points --------------------------------------------------------------------------------


class Point:
    """Random sizes and arguments, the same for the same seed; lists are all of one length, and what
    of their entries may differ is told by the place in the list."""

    def __init__(self, seed, shift=0.0):
        self.seed, self.shift = seed, shift

    def arguments(self, function):
        rng = random.Random(self.seed)
        sizes = {}
        self.length = rng.randint(1, 3)
        self.noise = random.Random(self.seed + 1)
        body = function.bodies[0]
        return [self.value(rng, kind, sizes) for kind in body.types]

    def real(self, rng):
        x = rng.choice([-1, 1]) * rng.uniform(0.1, 1.2)
        return x * (1 + self.shift * self.noise.uniform(-1, 1))

    def value(self, rng, kind, sizes, place=0):
        if kind[0] == "index":
            return rng.randint(-1, 3)
        if kind[0] == "list":
            return [self.value(rng, kind[1], sizes, i) for i in range(self.length)]
        if kind[0] == "matrix":
            shape = [
                s if isinstance(s, int) else 1 + place % 3 if s == "_" else sizes.setdefault(s, rng.randint(1, 4))
                for s in kind[1:3]
            ]
            return Matrix(*shape, lambda i, j: self.real(rng))
        return self.real(rng)


def distance(a, b):
    """The largest difference of entries."""
    if type(a) is not type(b):
        return float("inf")
    if isinstance(a, (list, tuple)):
        return max(map(distance, a, b), default=0.0) if len(a) == len(b) else float("inf")
    if isinstance(a, Matrix):
        return distance(a.entries(), b.entries()) if a.shape == b.shape else float("inf")
    return float(abs(a - b))


class Judge:
    """Compares functions with what they were when they were seen first."""

    def __init__(self, records, seed, points=2):
        self.records, self.seed, self.points = records, seed, points
        self.known, self.first = {}, {}
        self.compared = 0

    def evaluate(self, functions, name, point, is_reference):
        Margin.set(is_reference)
        evaluator = Evaluator(functions, self.records.factorizations)
        return evaluator.call(name, point.arguments(functions[name])), evaluator.scale

    def expect(self, functions, name, seed):
        """The value of a function and how far another may be from it; None where it has none."""
        try:
            value, scale = self.evaluate(functions, name, Point(seed), True)
            near, _ = self.evaluate(functions, name, Point(seed, 1e-10), True)
        except Undefined:
            return None
        except Broken as why:
            if "outside" in str(why):  # an entry of a list that is empty at this point
                return None
            raise
        return value, 1e-9 * scale + 10 * distance(value, near)

    def see(self, functions):
        """Adds functions that were not seen yet, and compares the others."""
        self.first = {**functions, **self.first}
        now = {**self.first, **functions}
        for name in functions:
            if not functions[name].bodies:
                continue
            for k in range(self.points):
                seed = (self.seed * 1000003 + k) % 2**32
                if (name, k) not in self.known:
                    self.known[name, k] = self.expect(now, name, seed)
                elif self.known[name, k]:
                    self.compare(now, name, seed, self.known[name, k])

    def compare(self, functions, name, seed, expected):
        value, bound = expected
        self.compared += 1
        try:
            found, _ = self.evaluate(functions, name, Point(seed), False)
        except Undefined as why:
            if str(why) in ("too large", "too long"):
                return
            raise Failure("wrong", f"@{name} is not defined any more: {why}", name) from None
        except Broken as why:
            # A size that only an entry tells whose value is not needed any more: Emit refuses it.
            if "nothing tells the size" in str(why):
                return
            raise Failure("wrong", f"@{name} is broken: {why}", name) from None
        off = distance(value, found)
        # A kink that rounding crosses is one at another point no more.
        if off > bound and not self.is_kink(functions, name, seed):
            raise Failure("wrong", f"@{name} is off by {off:.3g}, more than {bound:.3g}", name)

    def is_kink(self, functions, name, seed):
        for other in range(1, 4):
            expected = self.expect(self.first, name, seed + other * 7919)
            if expected is None:
                continue
            try:
                found, _ = self.evaluate(functions, name, Point(seed + other * 7919), False)
            except Undefined:
                continue
            except Broken:
                return False
            if distance(expected[0], found) > expected[1]:
                return False
        return True


# --- Modules -------------------------------------------------------------------------------


def test(tool, records, functions, passes, seed):
    """Raises a failure if there is one; says how many values were compared."""
    text = module_text(functions)
    try:
        printed, _ = tool.run(text)
    except Failure as why:
        raise Failure("made", f"no module of mx: {why}") from None
    again, _ = tool.run(printed)
    if printed != again:
        raise Failure("print", "the text changes when it is parsed and printed")
    judge = Judge(records, seed)
    judge.see(mxtext.functions(mxtext.read(text)))
    for number, stage in enumerate(tool.stages(text, passes)):
        judge.see(stage)
    if passes:
        printed, _ = tool.run(text, f"--pass-pipeline=builtin.module({','.join(passes)})")
        again, _ = tool.run(printed)
        if printed != again:
            raise Failure("print", "the text changes when it is parsed and printed")
    return judge.compared


def requests(rng, function):
    """Adds a request of derivatives to a function, often."""
    real = [i for i, kind in enumerate(function.bodies[0].types) if kind[0] in ("matrix", "f64")]
    if not real or rng.random() < 0.3:
        return
    x = rng.choice(real)
    orders = [[x], [x, x], [x, rng.choice(real)]]
    del_ = [mxtext.Numbers("i64", o) for o in orders[: rng.randint(1, 2)]]
    function.attributes["mx.del"] = del_
    is_scalar = len(function.bodies[0].ops[-1].operands) == 1 and result_type(function)[0] == "f64"
    if is_scalar and rng.random() < 0.5:
        what = rng.choice(["gradient", "value_and_gradient", "hvp"])
        function.attributes["mx.requests"] = [{"what": what, "of": mxtext.Numbers("i64", [x])}]


def result_type(function):
    name = function.bodies[0].ops[-1].operands[0]
    for op in function.bodies[0].ops:
        if name in op.results:
            return op.types[op.results.index(name)]
    return function.bodies[0].types[function.bodies[0].arguments.index(name)]


def make(records, seed, number, derivatives):
    """The functions of a module and the passes to run."""
    rng = random.Random(f"{seed}/{number}")
    maker = Maker(rng, records, SCHEDULED if derivatives else ())
    functions = [maker.function(f"f{i}", rng.randint(1, 12)) for i in range(10)]
    weights = dict(PASSES)
    if derivatives:
        for function in functions:
            requests(rng, function)
    else:
        del weights["mx-differentiate"]
    passes = rng.choices(list(weights), list(weights.values()), k=rng.randint(1, 6))
    if "mx-differentiate" in passes:  # once, and before what has no derivatives is made
        first = passes.index("mx-differentiate")
        before = [p for p in passes[:first] if "schedule" not in p]
        passes = before + ["mx-differentiate"] + [p for p in passes[first:] if p != "mx-differentiate"]
    return functions, passes, rng.randrange(2**31)


def closure(functions, name):
    """A function with those that it calls."""
    wanted = {name}
    for function in reversed(functions):
        if function.attributes["sym_name"] in wanted:
            wanted |= set(re.findall(r"@(\w+)", mxtext.function_text(function)))
    return [f for f in functions if f.attributes["sym_name"] in wanted]


def fails(tool, records, functions, passes, seed):
    """The failure of a module, or None."""
    try:
        test(tool, records, functions, passes, seed)
    except Failure as failure:
        return failure
    except Broken as why:
        return Failure("made", str(why))
    return None


def report(tool, records, functions, passes, seed, failure, label, reduce):
    """Prints a failure, of the smallest module that shows it."""
    for function in functions:
        alone = closure(functions, function.attributes["sym_name"])
        found = fails(tool, records, alone, passes, seed)
        if found and found.kind == failure.kind:
            functions, failure = alone, found
            break
    if reduce:
        still = lambda f, p: (lambda x: x and x.kind == failure.kind)(fails(tool, records, f, p, seed))
        functions, passes = shrink(copy.deepcopy(functions), passes, still)
        failure = fails(tool, records, functions, passes, seed) or failure
    text = module_text(functions)
    try:
        text, _ = tool.run(text)
    except Failure:
        pass
    print(f"{failure.kind}: {label}: {failure}\n// passes: {','.join(passes)}\n{text}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=200, help="functions")
    parser.add_argument("--only", type=int, help="the number of a module")
    parser.add_argument("--delgen-opt", default=f"{root}/build/bin/delgen-opt")
    parser.add_argument("--llvm", default="/usr/lib/llvm-22")
    parser.add_argument("--seconds", type=int, default=20, help="the processor time that a run of delgen-opt may take")
    parser.add_argument("--most", type=int, default=10, help="failures after which to stop")
    parser.add_argument("--no-reduce", action="store_true")
    arguments = parser.parse_args()

    records = Records(arguments.llvm, root / "include")
    tool = Tool(arguments.delgen_opt, arguments.seconds)
    start, compared, failures, made = time.time(), 0, 0, 0
    numbers = range((arguments.count + 9) // 10) if arguments.only is None else [arguments.only]
    for number in numbers:
        functions, passes, seed = make(records, arguments.seed, number, number % 2 == 1)
        made += len(functions)
        try:
            compared += test(tool, records, functions, passes, seed)
        except (Failure, Broken) as failure:
            failure = failure if isinstance(failure, Failure) else Failure("made", str(failure))
            failures += 1
            label = f"--seed {arguments.seed} --only {number}"
            report(tool, records, functions, passes, seed, failure, label, not arguments.no_reduce)
            if failures >= arguments.most:
                break
    seconds = time.time() - start
    print(f"{made} functions, {compared} values compared, {failures} failures, {seconds:.0f} s")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
