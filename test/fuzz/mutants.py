#!/usr/bin/env python3
"""Plants mistakes into generated code, and counts those that the check program finds.

    mutants.py --count 100 --delgen build/bin/delgen [HEADER…]

A mistake is a sign, a factor, a transpose, a term or a direction that is wrong, lost or swapped in
one generated function, at a place that a seed draws, and found where the function is called WRONG.
One whose function returns the same numbers as before, up to rounding, at all points of 20 runs of
the check program changes nothing, is printed as a diff, to be judged by eye, and another is drawn.
Each other one that is not found is printed as well; exit status 1 means that there was one.
"""

import argparse
import random
import re
import sys
import tempfile

sys.dont_write_bytecode = True
import checking

SEEDS = range(1, 21)
# Prints what the check program compares, for the question whether a mistake changes anything.
TRACE = r"""    for (Eigen::Index i = 0; i < TRACED.entries.size(); ++i)
      std::printf("@ %s %.17e\n", name, TRACED.entries(i));
"""


def functions(text):
    """The generated functions, as their names and the spans of their bodies."""
    for m in re.finditer(r"^inline [^;{]*?\b(\w+)\(", text, re.M):
        start = text.index("{\n", m.end())
        end = text.find("\n}\n", start)
        if end > 0:
            yield m[1], start, end


def end_of_term(text, at):
    """Where the term that begins at `at` ends."""
    depth = 0
    for i in range(at, len(text)):
        c = text[i]
        if c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                return i
            depth -= 1
        elif depth == 0 and (c in ",;?:" or text[i : i + 3] in (" + ", " - ")):
            return i
    return len(text)


def mistakes(body):
    """All mistakes in a body: what it is, where, and what is written instead of how much."""
    lines_of_loops = {m.start() for m in re.finditer(r"^ *for \(.*$", body, re.M)}

    def in_loop_head(at):
        return body.rfind("\n", 0, at) + 1 in lines_of_loops

    for m in re.finditer(r" ([+-]) ", body):
        if in_loop_head(m.start()) or re.match(r" [+-] 1[;)\]]", body[m.start():]):
            continue  # where it counts
        yield "sign", m.start(1), 1, "-" if m[1] == "+" else "+"
        end = end_of_term(body, m.end())
        yield "term", m.start(), end - m.start(), ""
    for m in re.finditer(r"(?<![\w.])\d+\.\d*(?:e-?\d+)? \* ", body):
        yield "factor", m.start(), len(m[0]), ""
    for m in re.finditer(r"\.transpose\(\)", body):
        yield "transpose", m.start(), len(m[0]), ""
    for m in re.finditer(r"\bd([12])_(\w+)", body):
        other = f"d{3 - int(m[1])}_{m[2]}"
        if re.search(rf"\b{other}\b", body):
            yield "direction", m.start(), len(m[0]), other


def mutants_of(checked, rng):
    """The mutants of one header, endlessly: the name of the function, the kind, and the text."""
    text = checked.generated.read_text(encoding="utf-8")
    sites = {}
    for name, start, end in functions(text):
        for kind, at, length, new in mistakes(text[start:end]):
            sites.setdefault(kind, []).append((name, kind, start + at, length, new))
    kinds = sorted(sites)
    while kinds:
        kind = rng.choice(kinds)
        name, kind, at, length, new = sites[kind].pop(rng.randrange(len(sites[kind])))
        if not sites[kind]:
            kinds.remove(kind)
        yield name, kind, text[:at] + new + text[at + length :]


def is_same(good, mutant, name):
    """Whether a function returned the same numbers up to rounding, at all points of all seeds."""
    values = [[float(line.split()[2]) for line in output.split("\n") if line.startswith(f"@ {name} ")]
              for output in (good, mutant)]
    allowed = 1e-9 * max(map(abs, values[0]), default=0)
    return len(values[0]) == len(values[1]) and all(abs(a - b) <= allowed for a, b in zip(*values))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    checking.add_arguments(parser)
    parser.add_argument("--count", type=int, default=100)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    found = missed = same = invalid = 0
    kinds = {}
    with tempfile.TemporaryDirectory() as scratch:
        sources = []
        for header in checking.headers_of(arguments):
            checked = checking.Checked(header, arguments, arguments.work or scratch)
            program = checked.check.read_text(encoding="utf-8")
            for line, value in (("    const Flat value = got(0);\n", "value"),
                                ("    const Flat a = got(x), b = want(x);\n", "a")):
                if line not in program:
                    sys.exit("check programs look different than this expects")
                program = program.replace(line, line + TRACE.replace("TRACED", value))
            checked.check.write_text(program, encoding="utf-8")
            executable = checked.work / checked.stem
            if errors := checked.compile(executable):
                sys.exit(errors)
            good = "".join(checked.run(executable, seed)[0] for seed in SEEDS)
            sources.append((checked, good, checked.generated.read_text(encoding="utf-8"),
                            mutants_of(checked, rng)))
        while found + missed < arguments.count and sources:
            source = rng.choice(sources)
            checked, good, original, mutants = source
            mutant = next(mutants, None)
            if mutant is None:
                sources.remove(source)
                continue
            name, kind, text = mutant
            checked.generated.write_text(text, encoding="utf-8")
            executable = checked.work / checked.stem
            errors = checked.compile(executable)
            checked.generated.write_text(original, encoding="utf-8")
            if errors:
                invalid += 1  # the types are wrong
                continue
            verdict = checking.verdicts(checked.run(executable, arguments.seed)[0]).get(name)
            title = f"{kind} in {name} of {checked.stem}"
            if verdict == "WRONG":
                found += 1
                kinds[kind] = kinds.get(kind, 0) + 1
                continue
            if is_same(good, "".join(checked.run(executable, seed)[0] for seed in SEEDS), name):
                same += 1
                title = f"changes nothing: {title}"
            else:
                missed += 1
                title = f"not found: {title}, {verdict or 'no row' if verdict is None else 'passes'}"
            old, new = original.split("\n"), text.split("\n")
            difference = "\n".join(f"-{a}\n+{b}" for a, b in zip(old, new) if a != b)
            print(f"{title}\n{difference}", flush=True)
    planted = ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items()))
    print(f"{found} of {found + missed} mistakes found ({planted}); {same} changed nothing, {invalid} do not compile")
    return missed > 0 or found < arguments.count


if __name__ == "__main__":
    sys.exit(main())
