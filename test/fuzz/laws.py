#!/usr/bin/env python3
"""Asks for every reading of every function of test/law, and measures what comes.

usage: test/fuzz/laws.py BUILD [--kinds grad,hvp,...] [LAW ...]

The laws of the suite check del functions. This reads the same headers with requests for
gradients, Hessians and the like added to each annotation, so that whatever `del` supports is
tried with these too. What delgen refuses is listed; what is wrong ends with status 1.
"""

import argparse
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCALAR = {"grad": "gradient({0})", "hvp": "hvp({0})", "hess": "hessian({0})",
          "value_and_grad": "value_and_gradient({0})"}
ANY = {"vjp": "vjp({0})", "jac": "jacobian({0})", "dir2": "directional({0}, 3)",
       "dir3": "directional({0}, 3)", "taylor3": "taylor({0}, 3)"}


def laws(name):
    """The rows of LAW: function, shapes, parameters that vary."""
    text = (ROOT / f"test/law/{name}.cpp").read_text(encoding="utf-8")
    for f, shapes, rest in re.findall(r'LAW\((\w+), ((?:"[^"]*"\s*)+),([^)]*)\)', text):
        names = [p.split("[")[0].split(":")[0].split(">")[0].split("<")[0].split("~")[0].split("=")[0]
                 for p in " ".join(re.findall(r'"([^"]*)"', shapes)).split()]
        varies = [n for n in names if re.search(rf"\bd1_{n}\b", rest)]
        yield f, shapes, varies


def run(command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          **options)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("laws", nargs="*")
    parser.add_argument("--kinds", default="grad,hvp,vjp")
    parser.add_argument("--output", type=pathlib.Path, default=None)
    options = parser.parse_args()
    kinds = options.kinds.split(",")
    build = options.build.resolve()
    output = options.output or build / "laws"
    output.mkdir(parents=True, exist_ok=True)
    eigen = re.search(r'eigen_include_dir = r"(.*)"', (build / "test/lit.site.cfg.py").read_text())[1]
    flags = [f"-I{ROOT}/include", "-isystem", eigen]
    names = options.laws or sorted(f.stem for f in (ROOT / "test/law").glob("*.h"))
    good = True
    for name in names:
        header = (ROOT / f"test/law/{name}.h").read_text(encoding="utf-8")
        rows = []
        for f, shapes, varies in laws(name):
            match = re.search(rf"DELGEN\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)\s*inline ([\w:<>, ]+?)\s+{f}\(", header)
            if not match:
                continue
            isScalar = match[2] in ("double", "float")
            wanted = {k: v for k, v in {**(SCALAR if isScalar else {}), **ANY}.items() if k in kinds}
            asked = dict.fromkeys(r.format(p) for r in wanted.values() for p in varies)
            suffixes = [f"{k}_{p}" for k in wanted for p in varies]
            if not suffixes:
                continue
            # Names of what was asked for in the first place stay.
            header = header.replace(match[0], match[0].replace(match[1], ", ".join([match[1], *asked]), 1), 1)
            rows.append((f, shapes, suffixes))
        while rows:
            (output / f"{name}.h").write_text(header, encoding="utf-8")
            generated = run([build / "bin/delgen", output / f"{name}.h", "-o", output / f"{name}.del.h",
                             "-Wno-delgen-nonsmooth", "--", "-std=c++20", *flags])
            if generated.returncode == 0:
                break
            print("\n".join(generated.stdout.splitlines()[:12]))
            good = False
            break
        else:
            continue
        if generated.returncode:
            continue
        # With what the law itself includes.
        law = (ROOT / f"test/law/{name}.cpp").read_text(encoding="utf-8")
        text = law[:law.index("LAWS {")] + "LAWS {\n"
        for f, shapes, suffixes in rows:
            for i in range(0, len(suffixes), 10):
                text += f"  LAW({f}, {shapes}, {', '.join(suffixes[i:i + 10])})\n"
        (output / f"{name}.cpp").write_text(text + "}\n", encoding="utf-8")
        compile = ["clang++-22", "-std=c++20", "-O0", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow",
                   "-Wconversion", "-Werror", f"-I{output}", f"-I{ROOT}/test/Inputs", *flags]
        built = run([*compile, "-DLAW_EXACT", "-c", output / f"{name}.cpp", "-o", output / f"{name}.o"])
        if built.returncode == 0:
            built = run([*compile, output / f"{name}.cpp", output / f"{name}.o", "-o", output / name])
        if built.returncode:
            print(built.stdout[:1500])
            good = False
            continue
        measured = run([output / name])
        count = len(measured.stdout.splitlines())
        failed = [line for line in measured.stdout.splitlines() if line.endswith("FAILED")]
        print(f"{name}: {count} compared, {len(failed)} wrong", flush=True)
        for line in failed:
            print("  " + line)
        if measured.returncode:
            print(measured.stdout[-500:] if not failed else "")
            good = False
    return not good


if __name__ == "__main__":
    sys.exit(main())
