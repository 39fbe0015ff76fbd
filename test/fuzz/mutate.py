#!/usr/bin/env python3
"""Runs delgen over mutated sources of its own tests: each is read, or refused with a message.

    mutate.py --seed 1 --seconds 600 --delgen build/bin/delgen

Mutations know the form of C++: tokens, statements and balanced parentheses are dropped, doubled,
swapped, or taken from another file; what does not compile any more ends in Clang's messages, hence
few changes are made at once. A failure is an end by a signal or an assertion, none within the
time, a status other than 0 and 1, or a refusal without a message. Its source is kept.
"""

import argparse
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent.parent
TOKEN = re.compile(r'\s+|//[^\n]*|"(?:[^"\\\n]|\\.)*"|\w+|::|->|[-+*/<>=!&|]=|&&|\|\||\+\+|--|.', re.DOTALL)
OPENING = {"(": ")", "{": "}", "[": "]"}
PAIRS = [["+", "-", "*", "/"], ["<", ">", "<=", ">=", "==", "!="], ["&&", "||"], ["+=", "-=", "*=", "="],
         ["double", "float", "int", "bool", "auto"], ["if", "while"], ["0", "1", "2", "-1"], ["const", "static"],
         ["VectorXd", "MatrixXd", "Vector3d", "RowVectorXd", "ArrayXd"], ["sin", "sum", "transpose", "inverse", "norm"],
         ["del", "gradient", "hvp", "jacobian", "hessian", "vjp", "taylor", "value_and_gradient"]]  # fmt: skip


def groups(tokens):
    """The spans of balanced parentheses, and of statements."""
    stack, found, start = [], [], 0
    for i, token in enumerate(tokens):
        if token in OPENING:
            stack.append(i)
            start = i + 1
        elif token in OPENING.values() and stack:
            found.append((stack.pop(), i + 1))
            start = i + 1
        elif token == ";":
            found.append((start, i + 1))
            start = i + 1
    return found


def mutate(rng, tokens, other):
    tokens = list(tokens)
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        real = [i for i, t in enumerate(tokens) if not t.isspace() and not t.startswith("//")]
        i, way = rng.choice(real), rng.randrange(8)
        spans, others = groups(tokens), groups(other)
        if way < 3:
            same = [p for p in PAIRS if tokens[i] in p]
            for j in rng.sample(real, min(40, len(real))):
                same = same or [p for p in PAIRS if tokens[j] in p]
                i = j if same and tokens[i] not in same[0] else i
            tokens[i] = rng.choice(same[0]) if same else tokens[i]
        elif way == 3:
            names = [t for t in tokens if re.match(r"[A-Za-z_]\w*$", t)]
            if re.match(r"[A-Za-z_]\w*$", tokens[i]):
                tokens[i] = rng.choice(names)
        elif way == 4 and spans:
            a, b = rng.choice(spans)
            del tokens[a:b]
        elif way == 5 and spans:
            a, b = rng.choice(spans)
            tokens[b:b] = tokens[a:b]
        elif way == 6 and spans and others:
            (a, b), (c, d) = rng.choice(spans), rng.choice(others)
            if b - a < 60 and d - c < 60:
                tokens[a:b] = other[c:d]
        elif len(spans) > 1:
            (a, b), (c, d) = sorted(rng.sample(spans, 2))
            if b <= c:
                tokens[a:b], tokens[c:d] = tokens[c:d], tokens[a:b]
    return tokens


def functions(text):
    """A file in pieces: the first is what stands before all annotated functions."""
    pieces = re.split(r"(?=^(?:template[^;{]*>\s*)?DELGEN\()", text, flags=re.MULTILINE)
    return pieces[0], pieces[1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", default="1")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--limit", type=int, default=30, help="seconds of processor time that a run of delgen may take")
    parser.add_argument("--delgen", default=f"{root}/build/bin/delgen")
    parser.add_argument("--eigen", default="/usr/include/eigen3")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    corpus = []
    for path in sorted([*(root / "test/import").glob("*.cpp"), *(root / "test/law").glob("*.h"), *(root / "examples").glob("*.h")]):
        head, pieces = functions(path.read_text())
        corpus += [(path, head, TOKEN.findall(piece)) for piece in pieces]
    if not corpus:
        sys.exit("there are no annotated functions to mutate")
    flags = ["--", "-std=c++20", f"-I{root}/include", f"-I{root}/test/Inputs", "-isystem", arguments.eigen]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="delgen-mutate-"))
    end, runs, read, failures = time.time() + arguments.seconds, 0, 0, 0
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (arguments.limit, arguments.limit))
    while time.time() < end and runs < arguments.count:
        path, head, tokens = rng.choice(corpus)
        # Several functions at once, since reading Eigen takes most of the time.
        near = [t for p, _, t in corpus if p == path]
        chosen = [mutate(rng, t, rng.choice(corpus)[2]) for t in rng.sample(near, min(3, len(near)))]
        source = folder / "mutated.h"
        source.write_text(head + "".join("".join(t) for t in chosen))
        command = [arguments.delgen, str(source), "-o", str(folder / "mutated.del.h"), *flags[:1], f"-I{path.parent}", *flags[1:]]
        runs += 1
        done = subprocess.run(command, stderr=subprocess.PIPE, preexec_fn=limit)
        status, text = done.returncode, done.stderr.decode(errors="replace")
        read += status == 0
        if status == 0 or status == 1 and re.search(r"\berror: ", text) and "could not be processed" not in text:
            continue
        failures += 1
        kept = folder / f"failure-{failures}.h"
        kept.write_text(source.read_text())
        print(f"{status}: {kept} (made of {path})\n{text[:600]}", flush=True)
    print(f"{runs} runs, {read} read, {failures} failures in {folder}")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
