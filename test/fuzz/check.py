#!/usr/bin/env python3
"""Counts the false alarms of check programs.

    check.py --runs 1000 --delgen build/bin/delgen [HEADER…]

The program that --emit=check writes is run with as many seeds on what delgen generates from each
header, by default from the examples and from hard.h. All of it is right: each function that is
called WRONG, or that could not be checked, is printed with its seed. Exit status 1 means that there
was one.
"""

import argparse
import pathlib
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import checking


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    checking.add_arguments(parser)
    parser.add_argument("--runs", type=int, default=1000)
    arguments = parser.parse_args()
    headers = checking.headers_of(arguments)
    if not arguments.headers:
        headers.append(str(pathlib.Path(__file__).resolve().parent / "hard.h"))
    alarms = runs = 0
    with tempfile.TemporaryDirectory() as scratch:
        for header in headers:
            start = time.monotonic()
            own = 0
            checked = checking.Checked(header, arguments, arguments.work or scratch)
            program = checked.work / checked.stem
            if errors := checked.compile(program):
                sys.exit(errors)
            for seed in range(arguments.seed, arguments.seed + arguments.runs):
                table, is_good = checked.run(program, seed)
                runs += 1
                if not is_good:
                    own += 1
                    bad = [f"{name} {verdict}" for name, verdict in checking.verdicts(table).items() if verdict]
                    print(f"{checked.stem} {seed}: {', '.join(bad) or table}", flush=True)
            alarms += own
            print(f"{checked.stem}: {arguments.runs} runs, {own} false alarms, "
                  f"{time.monotonic() - start:.0f} s", flush=True)
    print(f"{runs} runs, {alarms} false alarms")
    return alarms > 0


if __name__ == "__main__":
    sys.exit(main())
