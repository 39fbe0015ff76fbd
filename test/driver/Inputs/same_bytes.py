"""Runs delgen on a/b/report.h in many circumstances, and compares what it writes.

Usage: same_bytes.py <the directory of a> <flags>…
"""

import os
import pathlib
import shutil
import subprocess
import sys

top, flags = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
flags = [f if not f.startswith("-I") else "-I" + os.path.abspath(f[2:]) for f in flags]
fixed = shutil.which("setarch") and subprocess.run(
    ["setarch", "-R", "true"], stderr=subprocess.DEVNULL, check=False
).returncode == 0
without_random_addresses = ["setarch", "-R"] if fixed else []


def written(directory, source, *options, prefix=(), behind=flags, **variables):
    result = subprocess.run(
        [*prefix, "delgen", source, *options, *(["--", *behind] if behind else [])],
        cwd=directory, env={**os.environ, **variables}, stdout=subprocess.PIPE, check=True)
    return result.stdout


first = written(top / "a/b", "report.h")
for what, again in {
    "another run": written(top / "a/b", "report.h"),
    "a relative path": written(top, "a/b/report.h", LC_ALL="C"),
    "an absolute path": written(top / "other", str(top / "a/b/report.h"), LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo"),
    "a path through others": written(top / "other", "../a/./b/report.h", LC_ALL="de_DE.UTF-8", LANG="C"),
    "fixed addresses": written(top / "a/b", "report.h", prefix=without_random_addresses),
}.items():
    if again != first:
        sys.exit(f"other bytes with {what}")

# Without Clang a run is short, and the order in which memory is given out shows more often.
ir = written(top / "a/b", "report.h", "--emit=mlir", "--stop-after=import")
(top / "report.mlir").write_bytes(ir)
for kind in ("cpp", "latex", "report", "check", "mlir"):
    outputs = {written(top, "report.mlir", f"--emit={kind}", behind=[], prefix=p, MALLOC_PERTURB_=str(i), MALLOC_ARENA_MAX="1")
               for i in range(4) for p in ([], without_random_addresses)}
    if len(outputs) != 1:
        sys.exit(f"{len(outputs)} different outputs with --emit={kind}")
