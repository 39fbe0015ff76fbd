"""What is written is written whole or not at all, whatever happens meanwhile.

Usage: whole.py <a scratch directory> <a file of IR that delgen reads>
"""

import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

scratch, source = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
delgen = shutil.which("delgen")
random.seed(1)


def command(output, *more):
    return [delgen, str(source), "-o", str(output), *more]


def run(*arguments, **options):
    return subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def demand(holds, what):
    if not holds:
        sys.exit(f"whole.py: {what}")


def fresh(name):
    directory = scratch / name
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    return directory


def refused(result, message):
    demand(result.returncode == 1, f"status {result.returncode} instead of 1: {result.stderr}")
    demand(message in result.stderr, f"no '{message}' in: {result.stderr}")
    demand(result.stderr.count("\n") == 1, f"more than one line: {result.stderr}")


header = run(delgen, str(source)).stdout
formulas = run(delgen, str(source), "--emit=latex").stdout
demand(len(header) > 4096 and formulas, "the input makes too little")

# A full disk, as a limit of a file's size: what was there stays, and nothing is beside it.
here = fresh("full")
(here / "out.h").write_text("precious")
limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
result = run(*command(here / "out.h", f"--depfile={here / 'out.d'}"), preexec_fn=limit)
refused(result, f"error: cannot write '{here / 'out.h'}': File too large")
demand([p.name for p in here.iterdir()] == ["out.h"], "files beside the output")
demand((here / "out.h").read_text() == "precious", "the output was touched")
if os.path.exists("/dev/full"):
    refused(run(*command("/dev/full")), "error: cannot write '/dev/full': No space left on device")
    with open("/dev/full", "w", encoding="utf-8") as full:
        result = subprocess.run(command("-"), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    refused(result, "error: cannot write '-': No space left on device")

# A directory in its place, in the place of the depfile, and on the way.
here = fresh("directory")
(here / "out.h").mkdir()
refused(run(*command(here / "out.h")), f"error: cannot write '{here / 'out.h'}': Is a directory")
(here / "good.h").write_text("precious")
refused(run(*command(here / "good.h", f"--depfile={here / 'out.h'}")), "Is a directory")
demand((here / "good.h").read_text() == "precious", "the output was written, and its depfile was not")
refused(run(*command(here / "good.h" / "out.h")), "Not a directory")
demand(sorted(p.name for p in here.iterdir()) == ["good.h", "out.h"], "files beside the output")

# No permission. Root has all of them, and is somebody else here.
here = fresh("permission")
(here / "out.h").write_text("precious")
here.chmod(0o555)
somebody = {"user": 65534} if os.geteuid() == 0 else {}
if not somebody or run("test", "-r", str(source), **somebody).returncode == 0:
    refused(run(*command(here / "out.h"), **somebody), "Permission denied")
    demand((here / "out.h").read_text() == "precious", "the output was touched")
here.chmod(0o755)

# A file that may be read by all before may be so afterwards, and none is executable.
here = fresh("mode")
run(*command(here / "out.h"), umask=0o022)
demand((here / "out.h").stat().st_mode & 0o777 == 0o644, "the mode of the output")

# A pipe is written to as it is.
pipe = here / "pipe"
os.mkfifo(pipe)
with subprocess.Popen(command(pipe)) as writer:
    demand(pipe.read_text() == header, "what went through the pipe")
demand(writer.returncode == 0 and pipe.is_fifo(), "the pipe was replaced")

# Runs at one time: who reads meanwhile sees one of the outputs whole.
here = fresh("concurrent")
target = here / "out.h"
target.write_text(header)
for _ in range(4):
    writers = [subprocess.Popen(command(target, "--emit=latex" if i % 2 else "--emit=cpp")) for i in range(6)]
    while any(w.poll() is None for w in writers):
        demand(target.read_text() in (header, formulas), "a part of an output")
    demand(all(w.returncode == 0 for w in writers), "a run that failed beside others")
demand([p.name for p in here.iterdir()] == ["out.h"], "files beside the output")

# Killed at any moment: the old or the new.
here = fresh("killed")
target = here / "out.h"
start = time.monotonic()
run(*command(target))
lasts = time.monotonic() - start
for i in range(40):
    target.write_text("old")
    with subprocess.Popen(command(target)) as writer:
        time.sleep(random.uniform(0.3, 1.1) * lasts)
        writer.send_signal(signal.SIGKILL if i % 2 else signal.SIGTERM)
    demand(target.read_text() in ("old", header), "a part of an output after a signal")

# --verify writes nothing and leaves nothing.
here = fresh("verify")
(here / "out.h").write_text(header)
before = (here / "out.h").stat().st_mtime_ns
demand(run(delgen, str(source), "--verify", str(here / "out.h")).returncode == 0, "verify")
(here / "old.h").write_text(header[:-9])
result = run(delgen, str(source), "--verify", str(here / "old.h"))
refused(result, f"error: '{here / 'old.h'}' is not what would be written; write it again with '-o'")
refused(run(delgen, str(source), "--verify", str(here)), f"error: cannot read '{here}': Is a directory")
demand((here / "out.h").stat().st_mtime_ns == before, "verify touched the file")
demand(len(list(here.iterdir())) == 2, "verify left a file")
