#!/usr/bin/env python3
"""Compares what delgen makes of random functions with exact derivatives.

    run.py --seed 1 --count 200 --delgen build/bin/delgen

Functions are made by generate.py, or with --programs by programs.py, and share a header, 20 to
a batch, so that Eigen is parsed once. Of programs most are compiled with a small Eigen (plain/),
and again with Eigen itself where something fails: 10,000 of them take 2 cores about an hour, in
batches of 60. What may go wrong with a function is

    refused   delgen does not accept it (counted; not a failure)
    internal  it does, but one of its passes makes something that is not well formed
    crash     delgen ends by a signal, an assertion, or not at all
    compile   the generated function has an error or a warning
    wrong     it returns something else than the oracle, or violates an assertion of Eigen

A failing function is printed with its seed, then reduced: statements are dropped and
expressions replaced by smaller ones as long as it fails in the same way. Every fourth batch
is compiled with g++. Exit status 1 means that something failed.

    run.py --seed 1 --only 17          that function alone
    run.py … --no-reduce --keep        do not reduce; keep the files of the last batch
"""

import argparse
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from forms import Expressions, Programs

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent

WARNINGS = "-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror".split()
# Conditions are random in the function itself.
WARNINGS += ["-Wno-tautological-compare", "-Wno-unknown-warning-option", "-Wno-tautological-overlap-compare"]


class Tools:
    """Where files are and how they are compiled; `plain` is with a small Eigen of our own."""

    def __init__(self, arguments, plain=False):
        self.plain = plain
        self.form = Programs if arguments.programs else Expressions
        self.delgen = str(pathlib.Path(arguments.delgen).resolve())
        self.eigen = arguments.eigen
        self.work = pathlib.Path(arguments.work or tempfile.mkdtemp(prefix="delgen-fuzz-"))
        self.work.mkdir(parents=True, exist_ok=True)
        if plain:
            self.work = self.work / "plain"
            self.work.mkdir(exist_ok=True)
        self.includes = ["-isystem", f"{here}/plain"] if plain else []
        self.includes += [f"-I{root}/test/Inputs", f"-I{here}", f"-I{root}/include"]
        self.includes += [] if plain else ["-isystem", self.eigen]
        self.compilers = {
            "clang": ["clang++-22", "-std=c++20", "-ferror-limit=0", "-fno-caret-diagnostics", "-ftemplate-backtrace-limit=0"],
            "gcc": ["g++", "-std=c++17", "-fmax-errors=0"],
        }
        self.ready = set()

    def flags(self, compiler):
        return self.compilers[compiler] + ["-O0", f"-DORACLE_DEPTH={self.form.depth}"] + self.includes

    spent = {}  # processor seconds by kind of command

    def run(self, command, timeout=600):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = self.start(command, timeout)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        kind = pathlib.Path(command[0]).name + ("" if self.plain or "++" not in command[0] else " with Eigen")
        own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.spent[kind] = self.spent.get(kind, 0) + own
        return result

    def start(self, command, timeout):
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=self.work, start_new_session=True
        )
        try:
            text = process.communicate(timeout=timeout)[0].decode(errors="replace")
            return process.returncode, text
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return "timeout", ""

    def prelude(self, compiler):
        """Flags with which compare.h is precompiled."""
        folder = self.work / f"pch-{compiler}"
        header = folder / "prelude.h"
        if compiler not in self.ready:
            folder.mkdir(exist_ok=True)
            header.write_text(f'#include "{self.form.header}"\n')
            output = header.with_suffix(".h.pch" if compiler == "clang" else ".h.gch")
            code, text = self.run(self.flags(compiler) + WARNINGS + ["-x", "c++-header", str(header), "-o", str(output)])
            if code != 0:
                sys.exit(text)
            self.ready.add(compiler)
        if compiler == "clang":
            return ["-include-pch", str(header) + ".pch"]
        return ["-include", str(header)]

    def compile(self, compiler, source, output, warnings=True):
        return self.run(
            self.flags(compiler)
            + (WARNINGS if warnings else ["-w"])
            + self.prelude(compiler)
            + ["-I.", source]
            + (["-c", "-o", output] if output else ["-fsyntax-only"])
        )


def line_ranges(text, pattern):
    """Which function a line belongs to: the last whose start is not below it."""
    owners, current = [None], None
    for line in text.split("\n"):
        found = re.search(pattern, line)
        if found:
            current = found.group(1)
        owners.append(current)
    return owners


class Batch:
    """Functions by name, each with a list of (kind, message) at the end."""

    def __init__(self, tools, functions, compiler="clang"):
        self.tools, self.compiler = tools, compiler
        self.functions = {f.name: f for f in functions}
        self.findings = {f.name: [] for f in functions}
        self.latest = {}
        self.checked = 0
        self.skipped = 0
        self.zero = 0  # of those that are right
        self.delgen_time = 0

    def header(self, names):
        path = self.tools.work / "in.h"
        form = self.tools.form
        text = form.prologue
        owners = [None] * (text.count("\n") + 1)
        for name in names:
            part = form.text(self.functions[name])
            text += part
            owners += [name] * part.count("\n")
        path.write_text(text + form.epilogue)
        return owners + [None]

    def blame(self, text, owners, file):
        """The functions that messages about a file are about, with these messages."""
        found = {}
        for line in text.split("\n"):
            for number in re.findall(rf"\b{re.escape(file)}:(\d+)", line):
                number = int(number)
                if number < len(owners) and owners[number]:
                    found.setdefault(owners[number], [])
                    if "error:" in line:
                        found[owners[number]].append(re.sub(r"^.*?error: ", "", line))
        errors = [l for l in text.split("\n") if "error:" in l]
        return {n: (m or errors or ["?"]) for n, m in found.items()}

    def run(self, until=None):
        """Ends with delgen if what is looked for happens there."""
        names = list(self.functions)
        if until not in ("refused", "internal", "crash"):
            names = self.valid(names)
        if names:
            names = self.differentiate(names)
        if until in ("refused", "internal", "crash"):
            return self.findings
        if names and self.compiler == "gcc":
            self.other_outputs(names)
        if names:
            self.compare(names)
        return self.findings

    def other_outputs(self, names):
        """The same bytes again, and LaTeX."""
        for more in (["--verify", "in.del.h"], ["--emit=latex", "-o", "in.tex"]):
            code, output = self.tools.run(
                [self.tools.delgen, "in.h", *more, "-Wno-delgen-nonsmooth", "--", "-std=c++20", f"-I{root}/include", "-isystem", self.tools.eigen]
            )
            if code != 0:
                raise RuntimeError(f"delgen {' '.join(more)}: {code}\n{output[:2000]}")

    def drop(self, names, blamed, kind):
        for name, messages in blamed.items():
            self.findings[name].append((kind, "\n".join(messages[:4])))
        return [n for n in names if n not in blamed]

    def valid(self, names):
        """Functions that compile, also with the oracle's numbers: exact.o."""
        for _ in range(8):
            owners = self.header(names)
            text = '#include <delgen/delgen.h>\n#define EXACT "in.h"\n#include "exact.h"\nvoid collect() {\n'
            for n in names:
                text += f'  fuzz::add("{n}", &exact::{n});\n'
            (self.tools.work / "exact.cpp").write_text(text + "}\n")
            code, output = self.tools.compile("clang", "exact.cpp", "exact.o", warnings=False)
            if code == 0:
                return names
            blamed = self.blame(output, owners, "in.h")
            if not blamed:
                raise RuntimeError(output[:4000])
            names = self.drop(names, blamed, "invalid")
            if not names:
                return names
        return []

    def delgen(self, names, more=()):
        owners = self.owners = self.header(names)
        start = time.time()
        code, output = self.tools.run(
            [self.tools.delgen, "in.h", "-o", "in.del.h", "-Wno-delgen-nonsmooth", *more, "--", "-std=c++20", f"-I{root}/include", "-isystem", self.tools.eigen],
            timeout=60 + 4 * len(names),
        )
        self.delgen_time = max(self.delgen_time, time.time() - start)
        return code, output, owners

    def differentiate(self, names):
        for _ in range(12):
            if not names:
                return names
            code, output, owners = self.delgen(names)
            if code == 0:
                if output.strip():
                    sys.stdout.write("delgen says: " + output)
                return names
            blamed = self.blame(output, owners, "in.h") if code == 1 else {}
            if blamed:
                # Of operations of mx no user has heard.
                internal = {n: m for n, m in blamed.items() if m[0].startswith("'mx.")}
                self.drop(names, internal, "internal")
                self.drop(names, {n: m for n, m in blamed.items() if n not in internal}, "refused")
                names = [n for n in names if n not in blamed]
                continue
            # A crash: which of them?
            guilty = self.bisect(names)
            if not guilty:
                raise RuntimeError(f"delgen: {code}\n{output[:3000]}")
            names = self.drop(names, guilty, "crash")
        return names

    def bisect(self, names):
        code, output, owners = self.delgen(names)
        if code == 0 or (code == 1 and self.blame(output, owners, "in.h")):
            return {}
        if len(names) == 1:
            useful = [l for l in output.split("\n") if re.search(r"ssert|LLVM ERROR|error:|Stack dump", l)]
            return {names[0]: [f"exit {code}"] + (useful or output.split("\n"))[:4]}
        half = len(names) // 2
        return {**self.bisect(names[:half]), **self.bisect(names[half:])}

    def compare(self, names):
        for _ in range(8):
            lines = ['#include "in.del.h"', "void collect();", "int main() {", "  collect();"]
            for n in names:
                lines += self.tools.form.tests(self.functions[n])
            (self.tools.work / "test.cpp").write_text("\n".join(lines) + "\n}\n")
            code, output = self.tools.compile(self.compiler, "test.cpp", "test.o")
            if code == 0:
                break
            generated = (self.tools.work / "in.del.h").read_text()
            owners = line_ranges(generated, self.tools.form.owner)
            blamed = self.blame(output, owners, "in.del.h")
            test = line_ranges("\n".join(lines), r'"(f\d+)"')
            own = {}
            if not blamed:
                # Not generated: Eigen cannot compile all of what it can parse.
                own = self.blame(output, self.owners, "in.h")
            if own:
                names = self.differentiate(self.drop(names, own, "invalid"))
                continue
            if not blamed:
                blamed = self.blame(output, test, "test.cpp")
            if not blamed:
                raise RuntimeError(output[:4000])
            names = self.drop(names, blamed, "compile")
            names = self.differentiate(names)
            if not names:
                return
        code, output = self.tools.run(["clang++-22", "test.o", "exact.o", "-o", "test"])
        if code != 0:
            raise RuntimeError(output[:4000])
        code, output = self.tools.run(["./test"], timeout=300)
        if code != 0:
            last = output.strip().split("\n")[-1].split("|")[0]
            self.findings.setdefault(last, []).append(("wrong", f"the test ended with {code}"))
        bad = set()
        for line in output.strip().split("\n"):
            if line.count("|") < 3:
                continue  # cut off where the test ended
            name, suffix, verdict, more = line.split("|", 3)
            self.checked += verdict == "ok"
            self.skipped += verdict == "skipped"
            self.zero += verdict == "ok" and more.startswith("zero")
            if verdict == "invalid" or (verdict == "wrong" and suffix == ""):
                if name not in bad:
                    self.findings[name] = [("invalid", more)]
                bad.add(name)
            elif verdict == "wrong" and name not in bad:
                kind = "empty" if more.startswith("empty") else "wrong"
                self.findings[name].append((kind, f"{suffix}: {more}"))


# An assignment of what reads other places of the variable: whether Eigen writes an entry before
# it is read for another is nothing that the small Eigen can tell, which computes at once.
READS_ITSELF = re.compile(r"^\s*\w+ [+-]?= .*\.(transpose|row|col)\(.*\.eval\(\)", re.MULTILINE)


class Mixed:
    """A batch of which most is compiled with the small Eigen.

    What fails there fails only if it does so with Eigen itself.
    """

    def __init__(self, tools, small, functions, compiler, share):
        self.tools, self.small, self.compiler = tools, small, compiler
        self.functions = functions
        self.real = functions[: max(1, round(len(functions) * share))] if share > 0 else []
        self.real += [f for f in functions[len(self.real) :] if READS_ITSELF.search(f.text())]
        self.checked = self.skipped = self.zero = self.delgen_time = 0

    def part(self, tools, functions, compiler):
        if not functions:
            return {}
        batch = Batch(tools, functions, compiler)
        findings = batch.run()
        self.checked += batch.checked
        self.skipped += batch.skipped
        self.zero += batch.zero
        self.delgen_time += batch.delgen_time
        return findings

    def run(self):
        rest = [f for f in self.functions if f not in self.real]
        findings = self.part(self.small, rest, "clang")
        doubtful = [f for f in rest if any(k not in ("refused", "crash") for k, _ in findings[f.name])]
        again = self.part(self.tools, self.real + doubtful, self.compiler)
        for f in doubtful:
            if not again[f.name]:
                again[f.name] = [("small Eigen", "; ".join(f"{k} {m}" for k, m in findings[f.name])[:300])]
        findings.update(again)
        return findings


#===-- Reduction ---------------------------------------------------------===#


def signature(kind, message):
    """What two findings of one cause have in common, roughly."""
    if kind in ("wrong", "empty"):
        return kind
    text = re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "_", message.split("\n")[0])
    return kind + " " + text[:60]


def reduce(tools, f, kind, message, seconds=240, width=28):
    suffix = message.split(":")[0] if kind in ("wrong", "empty") else None
    end = time.time() + seconds
    while time.time() < end:
        candidates = tools.form.smaller(f, suffix)
        step = max(1, 2 * len(candidates) // width)
        # Some very small, some a little smaller.
        candidates = (candidates[: width // 2] + candidates[width // 2 :: step])[:width]
        if not candidates:
            break
        batch = Batch(tools, [tools.form.renamed(g, f"f{i}") for i, g in enumerate(candidates)])
        try:
            findings = batch.run(kind)
        except RuntimeError:
            break
        found = None
        for i, g in enumerate(candidates):
            for k, m in findings[f"f{i}"]:
                if signature(k, m) == signature(kind, message):
                    found = found or (g, m)
        if not found:
            if len(candidates) >= width and width < 120:
                width *= 3
                continue
            break
        f, message = found
        if kind in ("wrong", "empty"):
            suffix = message.split(":")[0]
    return f, message


#===-- Command line ------------------------------------------------------===#


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--programs", action="store_true", help="loops, branches, lists, objects (programs.py)")
    parser.add_argument("--batch", type=int, default=20)
    parser.add_argument("--eigen-share", type=float, default=0.08, help="how many programs are compiled with Eigen itself")
    parser.add_argument("--only", type=int, help="only the function with this number")
    parser.add_argument("--delgen", default=str(root / "build/bin/delgen"))
    parser.add_argument("--eigen", default="/usr/include/eigen3")
    parser.add_argument("--work", help="folder for the files (default: a temporary one)")
    parser.add_argument("--compiler", choices=["clang", "gcc"], help="instead of both in turn")
    parser.add_argument("--seconds", type=float, default=1e9, help="start no batch after this time")
    parser.add_argument("--no-reduce", action="store_true")
    parser.add_argument("--reduce-refused", action="store_true", help="reduce what is refused, too")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    tools = Tools(arguments)
    totals = {}
    reduced = {}
    refusals = {}
    checked = skipped = zero = made = 0
    start = time.time()
    numbers = [arguments.only] if arguments.only is not None else list(range(arguments.count))
    small = Tools(arguments, plain=True) if arguments.programs and not arguments.compiler else None
    for first in range(0, len(numbers), arguments.batch):
        if time.time() - start > arguments.seconds:
            break
        functions = [tools.form.make(arguments.seed, i) for i in numbers[first : first + arguments.batch]]
        compiler = arguments.compiler or ("gcc" if first // arguments.batch % 4 == 3 else "clang")
        began = time.time()
        try:
            if small:
                batch = Mixed(tools, small, functions, compiler, arguments.eigen_share)
            else:
                batch = Batch(tools, functions, compiler)
            findings = batch.run()
        except RuntimeError as e:
            print(f"seed {arguments.seed}, functions from {numbers[first]}: {e}", flush=True)
            totals["other"] = totals.get("other", 0) + 1
            continue
        made += len(functions)
        checked += batch.checked
        skipped += batch.skipped
        zero += batch.zero
        for f in functions:
            for kind in {k for k, _ in findings[f.name]}:
                totals[kind] = totals.get(kind, 0) + 1
            if not findings[f.name]:
                totals["passed"] = totals.get("passed", 0) + 1
            for kind, message in findings[f.name][:1]:
                if kind == "invalid":
                    if arguments.keep:
                        print(f"-- invalid {f.name}: {message}\n{f.text()}", flush=True)
                    continue
                key = signature(kind, message)
                if kind == "refused":
                    refusals.setdefault(key, []).append(f.name)
                    if len(refusals[key]) > 1:
                        continue
                print(f"=== {kind}: seed {arguments.seed}, --only {f.name[1:]} ({compiler})\n{message}\n{f.text()}", flush=True)
                count = reduced.get(key, 0)
                if not arguments.no_reduce and (kind != "refused" or arguments.reduce_refused) and count < 2:
                    reduced[key] = count + 1
                    hidden = small and f in batch.real
                    less, message = reduce(tools if hidden or not small else small, f, kind, message)
                    print(f"--- reduced: {kind}\n{message}\n{less.text()}", flush=True)
        print(
            f"[{time.time() - start:.0f} s] {made} functions, {checked} comparisons ({skipped} skipped, {zero} of what is zero), {totals}, "
            f"batch {time.time() - began:.0f} s, processor seconds "
            + ", ".join(f"{k} {v:.0f}" for k, v in sorted(tools.spent.items())),
            flush=True,
        )
    for key, names in refusals.items():
        print(f"{len(names)} x {key}")
    if not arguments.work and not arguments.keep:
        shutil.rmtree(tools.work)
    bad = sum(totals.get(k, 0) for k in ("crash", "internal", "small Eigen", "compile", "wrong", "empty", "other"))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
