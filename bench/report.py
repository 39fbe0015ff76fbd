#!/usr/bin/env python3
# Writes the tables of docs/benchmarks.md from what was measured.
#
#   report.py BUILD: BUILD/results.jsonl has a line for each case, size and contender, BUILD/compile
#   a file for each translation unit.

import json
import math
import os
import platform
import subprocess
import sys
from collections import OrderedDict

PEERS = OrderedDict(
    autodiffscalar="Eigen's AutoDiffScalar",
    ceres="ceres::Jet",
    adolc="ADOL-C",
    sacado="Sacado",
    torch="libtorch",
)
BY_HAND = OrderedDict(expert="(a) expert", textbook="(b) textbook")


def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else float("nan")


def number(x):
    return f"{x:.2f}" if x < 10 else f"{x:.0f}"


def duration(ns):
    for unit in ("ns", "µs", "ms"):
        if ns < 1000:
            return f"{ns:.3g} {unit}"
        ns /= 1000
    return f"{ns:.3g} s"


class Group:
    """All contenders at one case and size."""

    def __init__(self, line):
        self.title, self.reading, self.fixed = line["title"], line["reading"], line["fixed"]
        self.n, self.m = line["n"], line["m"]
        self.ns, self.allocations = {}, {}

    @property
    def size(self):
        text = f"fixed {self.n}" if self.fixed else str(self.n)
        return text + (f" × {self.m}" if self.m else "")

    def time(self, contender):
        """The lower quartile of all repetitions: what else the machine does only adds to a time."""
        ns = sorted(self.ns[contender])
        return ns[len(ns) // 4]

    def ratio(self, contender):
        return self.time("generated") / self.time(contender)

    def spread(self, contender):
        """Half of the distance of the quartiles of the ratio of one repetition each."""
        ratios = sorted(a / b for a, b in zip(self.ns["generated"], self.ns[contender]))
        n = len(ratios)
        return (ratios[(3 * n) // 4] - ratios[n // 4]) / 2 if n > 1 else 0.0


def read(path):
    groups = OrderedDict()
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            key = (line["function"], line["reading"], line["fixed"], line["n"], line["m"])
            group = groups.setdefault(key, Group(line))
            group.ns[line["contender"]] = line["ns"]
            group.allocations[line["contender"]] = line["allocations"]
    # Known sizes and dynamic ones are compiled apart; they stand together by function.
    order = list(OrderedDict.fromkeys(key[:2] for key in groups))
    keys = sorted(groups, key=lambda key: order.index(key[:2]))
    return [groups[key] for key in keys]


def row(cells):
    return "| " + " | ".join(cells) + " |"


def table(groups, present):
    columns = [c for c in (*BY_HAND, *PEERS) if c in present]
    heads = [BY_HAND.get(c) or PEERS[c] for c in columns]
    yield row(["function", "reading", "size", "generated", *heads, "allocations: generated / (a)"])
    yield row(["---"] * 3 + ["---:"] * (len(columns) + 2))
    for g in groups:
        if "generated" not in g.ns:
            continue
        cells = [g.title, g.reading, g.size, duration(g.time("generated"))]
        for c in columns:
            if c in g.ns:
                spread = f" ±{g.spread(c):.2f}" if c in BY_HAND else ""
                cells.append(number(g.ratio(c)) + spread if g.ratio(c) >= 0.01 else f"{g.ratio(c):.4f}")
            else:
                cells.append("–")
        cells.append(f"{g.allocations['generated']} / {g.allocations.get('expert', '–')}")
        yield row(cells)


def is_hessian(group):
    return group.reading.startswith("∇²")


def order(group):
    """That of what is read with directions: "d3", "d5, equal"."""
    digits = group.reading.split(",")[0][1:]
    return int(digits) if group.reading[0] == "d" and digits.isdigit() else 0


# What is reported apart: all cases, and those where most is to be gained.
PARTS = OrderedDict(
    [
        ("all", lambda group: True),
        ("∇² and ∇²·δ", is_hessian),
        ("orders from 3 on", lambda group: order(group) >= 3),
    ]
)


def means(groups, present):
    heads = [f"{part}: mean (worst) of how many" for part in PARTS]
    yield row(["generated against", *heads])
    yield row(["---"] + ["---:"] * len(heads))
    for c, name in (*BY_HAND.items(), *PEERS.items()):
        both = [g for g in groups if "generated" in g.ns and c in g.ns]
        if c not in present or not both:
            yield row([name, "absent: not installed"] + [""] * (len(heads) - 1))
            continue
        cells = []
        for belongs in PARTS.values():
            ratios = [g.ratio(c) for g in both if belongs(g)]
            cells.append(f"{geometric_mean(ratios):.3g} ({max(ratios):.3g}) of {len(ratios)}" if ratios else "–")
        yield row([name, *cells])


def allocations(groups):
    """Where generated code allocates more often than the expert's."""
    both = [g for g in groups if {"generated", "expert"} <= set(g.allocations)]
    more = [g for g in both if g.allocations["generated"] > g.allocations["expert"]]
    yield f"Heap allocations in a call: more than the expert's in {len(more)} of {len(both)} cases and sizes."
    for g in more:
        yield f"- {g.title}, {g.reading}, {g.size}: {g.allocations['generated']} / {g.allocations['expert']}"


# From the sizes on where what grows fastest decides.
SMALLEST_OF_GROWTH = 32
# Exponents that differ by more are not those of one order: measured ones are off by a tenth.
LARGEST_DIFFERENCE = 0.25


def slope(points):
    """The exponent p of time ~ size^p, by least squares of logarithms."""
    xs, ys = zip(*((math.log(n), math.log(t)) for n, t in points))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


class Growth:
    """How the times of one reading grow with its size, all else equal."""

    def __init__(self, groups):
        self.title, self.reading, self.m = groups[0].title, groups[0].reading, groups[0].m
        self.sizes = [g.n for g in groups]
        self.exponents = {
            c: slope([(g.n, g.time(c)) for g in groups]) for c in ("generated", "expert")
        }

    @property
    def difference(self):
        return self.exponents["generated"] - self.exponents["expert"]

    @property
    def is_equal(self):
        return self.difference <= LARGEST_DIFFERENCE


def growths(groups):
    """One for each reading that is measured at several large sizes."""
    series = OrderedDict()
    for g in groups:
        if not g.fixed and g.n >= SMALLEST_OF_GROWTH and {"generated", "expert"} <= set(g.ns):
            series.setdefault((g.title, g.reading, g.m), []).append(g)
    return [Growth(s) for s in series.values() if len({g.n for g in s}) > 1]


def growth_table(all_growths):
    yield row(["function", "reading", "sizes", "generated", "(a) expert", "same order"])
    yield row(["---"] * 3 + ["---:"] * 2 + ["---"])
    for g in all_growths:
        sizes = f"{min(g.sizes)} … {max(g.sizes)}" + (f", × {g.m}" if g.m else "")
        exponents = [f"{g.exponents[c]:.2f}" for c in ("generated", "expert")]
        yield row([g.title, g.reading, sizes, *exponents, "yes" if g.is_equal else "**no**"])


def compile_times(directory):
    yield row(["translation unit", "sizes", "seconds"])
    yield row(["---", "---", "---:"])
    for name in ("generated", *BY_HAND, *PEERS):
        for kind in ("fixed", "dynamic"):
            path = os.path.join(directory, f"{name}.{kind}")
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    seconds = sum(map(float, file.read().split()[:2]))
                yield row([name, kind, f"{seconds:.1f}"])


def first_line(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def version_of(package):
    text = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True)
    return text.stdout if text.returncode == 0 else "absent"


def machine():
    model = "unknown processor"
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((l.split(":", 1)[1].strip() for l in file if l.startswith("model name")), model)
    yield f"- {model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; load {os.getloadavg()[0]:.1f}"
    yield f"- {first_line('clang++-22', '--version')}, `-O3 -march=native -DNDEBUG`, one thread"
    packages = ("libeigen3-dev", "libbenchmark-dev", "libceres-dev", "libadolc-dev",
                "libtrilinos-sacado-dev", "libtorch-dev", "libopenblas0-serial")
    yield "- " + ", ".join(f"{p} {version_of(p)}" for p in packages)


def main():
    build = sys.argv[1]
    groups = read(os.path.join(build, "results.jsonl"))
    present = {c for g in groups for c in g.ns}
    growing = growths(groups)
    lines = [
        "# Benchmarks",
        "",
        "<!-- Written by bench/run.sh. -->",
        "",
        "Times of generated code as ratios: below 1, what delgen writes is faster. Each is the ratio of the",
        "lower quartiles of repetitions that take turns in random order, for what else the machine does only",
        "adds to a time; ± is half the distance between the quartiles of the ratios of single repetitions. All",
        "results are checked to 1e-9 against the expert's before they are timed. –: the contender is not",
        "measured there, for it lacks the reading or would take more than a tenth of a second.",
        "",
        "What users of a library do once is not measured: ADOL-C writes down a function on a tape once for each",
        "case and size, and its times are those of evaluating the tape; tensors of libtorch share the memory of",
        "the inputs and are made once, but its graph is built in every call, as it is by its users. Numbers that",
        "do not vary are of the libraries' types as well, for Eigen multiplies matrices of one type only.",
        "",
        *machine(),
        "",
        "## In short",
        "",
        "Geometric means of the ratios.",
        "",
        *means(groups, present),
        "",
        *allocations(groups),
        "",
        "## Each case",
        "",
        *table(groups, present),
        "",
        "## Growth with the size",
        "",
        f"The exponent p of time ~ nᵖ, fitted to all sizes from {SMALLEST_OF_GROWTH} on. Generated code is of",
        f"the same order as the expert's where its exponent is larger by {LARGEST_DIFFERENCE} at most.",
        "",
        *growth_table(growing),
        "",
        "## Compile times",
        "",
        *compile_times(os.path.join(build, "compile")),
    ]
    print("\n".join(lines))
    faster = [g for g in growing if not g.is_equal]
    for g in faster:
        print(f"GROWTH: {g.title}, {g.reading}: the exponent is {g.difference:.2f} above the expert's", file=sys.stderr)
    return 1 if faster else 0


sys.exit(main())
