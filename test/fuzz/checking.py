"""Check programs of headers: made by delgen, compiled, and run with seeds."""

import pathlib
import re
import subprocess

root = pathlib.Path(__file__).resolve().parent.parent.parent


class Checked:
    """A header, what delgen generates from it, and the program that tests that."""

    def __init__(self, header, arguments, work):
        self.header, self.work = pathlib.Path(header).resolve(), pathlib.Path(work)
        self.work.mkdir(parents=True, exist_ok=True)
        self.compiler = arguments.compiler.split()
        self.flags = ["-std=c++17", f"-I{root / 'include'}", "-isystem", arguments.eigen]
        self.stem = self.header.stem
        make = [arguments.delgen, str(self.header), "-Wno-delgen-nonsmooth"]
        for more in ([], ["--emit=check"]):
            name = self.check if more else self.generated
            subprocess.run([*make, *more, "-o", str(name), "--", *self.flags], check=True)

    @property
    def generated(self):
        return self.work / f"{self.stem}.del.h"

    @property
    def check(self):
        return self.work / f"{self.stem}.check.cpp"

    def compile(self, program):
        """The errors of the compiler, nothing where there are none. Eigen is compiled once."""
        text = self.check.read_text(encoding="utf-8")
        prolog, rest = text.split(f'#include "{self.stem}.del.h"', 1)
        common, source = self.work / "common.h", self.work / f"{self.stem}.cpp"
        source.write_text(f'#include "{self.stem}.del.h"{rest}', encoding="utf-8")
        precompiled = self.work / "common.pch"
        prolog += "#include <Eigen/Dense>\n#include <map>\n#include <random>\n#include <set>\n"
        if not precompiled.exists():
            common.write_text(prolog, encoding="utf-8")
            subprocess.run([*self.compiler, *self.flags, "-w", "-x", "c++-header", str(common), "-o",
                            str(precompiled)], check=True)
        made = subprocess.run(
            [*self.compiler, *self.flags, "-w", "-include-pch", str(precompiled), f"-I{self.work}",
             f"-I{self.header.parent}", str(source), "-o", str(program)],
            stderr=subprocess.PIPE, text=True, check=False)
        return made.stderr if made.returncode else ""

    def run(self, program, seed):
        """What the program prints, and True where it is content."""
        run = subprocess.run([str(program), str(seed)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             text=True, timeout=600, check=False)
        return run.stdout, run.returncode == 0


def verdicts(table):
    """What the table says of each function: nothing, WRONG or NOT CHECKED."""
    found = {}
    for line in table.split("\n"):
        if row := re.match(r"(\w+) +(?:\S+e[+-]\d+|-?inf|-?nan) +", line):
            found[row[1]] = "WRONG" if "WRONG" in line else "NOT CHECKED" if "NOT CHECKED" in line else ""
    return found


def add_arguments(parser):
    parser.add_argument("headers", nargs="*", help="headers; the examples where there are none")
    parser.add_argument("--delgen", default="delgen")
    parser.add_argument("--eigen", default="/usr/include/eigen3")
    parser.add_argument("--compiler", default="clang++-22 -O0")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", help="a directory for files, which are kept")


def headers_of(arguments):
    return arguments.headers or sorted(str(h) for h in (root / "examples").glob("*.h"))
