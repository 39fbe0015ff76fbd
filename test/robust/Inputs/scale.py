#!/usr/bin/env python3
"""Runs delgen on large inputs: each is done in seconds of processor time and bounded memory, or
refused with a message at its line. Four times the input takes about four times the work.

    scale.py FOLDER delgen FLAGS…
"""

import os
import pathlib
import resource
import subprocess
import sys

SECONDS, MEGABYTES = 30, 1000
HEAD = '#include "delgen/delgen.h"\n#include <cmath>\n'
EIGEN = HEAD + "#include <Eigen/Dense>\nusing Eigen::VectorXd, Eigen::MatrixXd;\n"


def scalar(request, body, parameters="double x"):
    return f"{HEAD}DELGEN({request})\ninline double f({parameters}) {{\n{body}\n}}\n"


def chain(n):
    lines = [f"  const double h{i + 1} = std::{'sin' if i % 2 else 'cos'}(h{i});" for i in range(n)]
    return scalar("del(x)", "\n".join(["  const double h0 = x;", *lines, f"  return h{n};"]))


def matrices(n):
    lines = [f"  const VectorXd h{i + 1} = (A * h{i}).array().sin().matrix() + h{i};" for i in range(n)]
    body = "\n".join(["  const VectorXd h0 = x;", *lines, f"  return h{n}.squaredNorm();"])
    return f"{EIGEN}DELGEN(gradient(x))\ninline double f(const VectorXd& x, const MatrixXd& A) {{\n{body}\n}}\n"


def functions(n):
    one = "DELGEN(gradient(x))\ninline double f{0}(const VectorXd& x, const MatrixXd& A) {{ return x.dot(A * x) * {0}; }}\n"
    return EIGEN + "".join(one.format(i) for i in range(n))


def parameters(n):
    names = ", ".join(f"x{i}" for i in range(n))
    declared = ", ".join(f"const VectorXd& x{i}" for i in range(n))
    terms = " + ".join(f"x{i}.dot(x{(i + 1) % n})" for i in range(n))
    return f"{EIGEN}DELGEN(value_and_gradient({names}))\ninline double f({declared}) {{ return {terms}; }}\n"


def terms(n):
    return scalar("del(x)", "return " + " + ".join(f"std::sin(x * {i})" for i in range(n)) + ";")


def loops(n):
    heads = "\n".join(f"  for (int i{i} = 0; i{i} < 2; ++i{i})" for i in range(n))
    return scalar("del(x)", f"  double s = x;\n{heads}\n  s += std::sin(s) * x;\n  return s;")


def entries(n):
    lines = [f"  y({i}) = x({i}) * y({i - 1}) + std::sin(x({i}));" for i in range(1, n)]
    body = "\n".join(["  VectorXd y = x;", *lines, "  return y.squaredNorm();"])
    return f"{EIGEN}DELGEN(gradient(x))\ninline double f(const VectorXd& x) {{\n{body}\n}}\n"


# What is made of a number, and that number.
GROWING = {"statements": (chain, 1000), "unlike terms": (terms, 300), "statements on matrices": (matrices, 300)}

CASES = {
    "a sum of 10000 terms": scalar("del(x)", "return " + " + ".join(["x"] * 10000) + ";"),
    "10000 signs": scalar("del(x)", "return " + "- " * 10000 + "x;"),
    "1000 nested calls": scalar("del(x)", "return " + "std::sin(" * 1000 + "x" + ")" * 1000 + ";"),
    "30 nested loops": loops(30),
    "30 entries, each of the one before": entries(30),
    "1000 functions": functions(1000),
    "100 parameters": parameters(100),
    "40 factors": scalar("del(x, 3)", "return " + " * ".join(f"std::sin({i} * x)" for i in range(1, 41)) + ";"),
    "order 12": scalar("del(x, 12)", "return std::exp(std::sin(x)) / x;"),
}

# What is refused, and what is said at the line of the function.
REFUSED = {
    "3000 parentheses": (scalar("del(x)", "return " + "(" * 3000 + "x" + ")" * 3000 + ";"), ":5:2056: fatal error: bracket nesting"),
    "order 13": (scalar("del(x, 13)", "return x;"), ":3:15: error: the order of a derivative is at most 12"),
}


def run(folder, command, source):
    path = folder / "large.h"
    path.write_text(source)
    command = [command[0], str(path), "-o", str(folder / "large.del.h"), *command[1:]]
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=limit)
    text = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime, usage.ru_maxrss / 1024, text


def grows(folder, command, name, make, n):
    """True where four times the input takes eight times the work, or fails."""
    runs = [run(folder, command, make(size)) for size in (1, n, 4 * n)]
    print(f"{name}: {', '.join(f'{s:.1f} s, {m:.0f} MB' for _, s, m, _ in runs)}", flush=True)
    failed = any(status != 0 for status, _, _, _ in runs)
    for part, slack in (1, 1.0), (2, 30):
        least, few, many = (r[part] for r in runs)
        failed |= many - least > 8 * (few - least) + slack
    return failed


def main():
    folder, command, failed = pathlib.Path(sys.argv[1]), sys.argv[2:], False
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, n) in GROWING.items():
        failed |= grows(folder, command, name, make, n)
    for name, source in CASES.items():
        status, seconds, memory, text = run(folder, command, source)
        print(f"{name}: status {status}, {seconds:.1f} s, {memory:.0f} MB {text[:200]}", flush=True)
        failed |= status != 0 or memory > MEGABYTES
    for name, (source, message) in REFUSED.items():
        status, seconds, memory, text = run(folder, command, source)
        print(f"{name}: status {status}, {seconds:.1f} s, {memory:.0f} MB {text[:100]}", flush=True)
        failed |= status != 1 or message not in text
    sys.exit(failed)


if __name__ == "__main__":
    main()
