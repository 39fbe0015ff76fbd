"""Runs what the documentation shows.

A fenced block may be preceded by a comment that says what it is:

  <!-- file: NAME -->     the block is written to NAME
  <!-- output: COMMAND --> COMMAND is run, and must print the block and succeed
  <!-- refused: COMMAND --> likewise, but COMMAND must fail
  <!-- run -->            the block's lines are run as one shell script, which must succeed
  <!-- not run: WHY -->   nothing is done

A shell or C++ block without such a comment is an error, so that nothing shown is untested.
Commands see delgen and the compilers on the PATH.

usage: run_docs.py DOCUMENT DIRECTORY [--update]

--update writes what the commands print into the document instead of comparing.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(
    r"(?:<!-- (?P<kind>file|output|refused|run|not run)(?:: (?P<what>.*?))? -->\n+)?"
    r"```(?P<language>\w*)\n(?P<text>.*?)```",
    re.DOTALL,
)


def main(document, directory, *options):
    """Checks every block of `document`, working in `directory`."""
    updates = "--update" in options
    os.makedirs(directory, exist_ok=True)
    failures = 0
    source = pathlib.Path(document).read_text(encoding="utf-8")
    updated = []

    def run(command):
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=directory,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    for block in BLOCK.finditer(source):
        kind, what, text = block["kind"], block["what"], block["text"]
        line = block.string.count("\n", 0, block.start()) + 1
        where = f"{document}:{line}"
        if kind is None:
            if block["language"] in ("sh", "cpp", "cmake"):
                print(f"{where}: a block that no comment says how to test")
                failures += 1
        elif kind == "file":
            path = pathlib.Path(directory, what)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif kind == "run":
            result = run(text)
            if result.returncode:
                print(f"{where}: failed with status {result.returncode}:\n{result.stdout}")
                failures += 1
        elif kind in ("output", "refused"):
            result = run(what)
            if (result.returncode != 0) != (kind == "refused"):
                print(f"{where}: status {result.returncode} of {what}")
                failures += 1
            if updates:
                updated.append((block.span("text"), result.stdout.strip() + "\n"))
            elif result.stdout.strip() != text.strip():
                print(f"{where}: not what `{what}` prints:")
                print("\n".join(difflib.unified_diff(
                    text.splitlines(), result.stdout.splitlines(), "shown", "printed", lineterm="")))
                failures += 1
    for (start, end), text in reversed(updated):
        source = source[:start] + text + source[end:]
    if updated:
        pathlib.Path(document).write_text(source, encoding="utf-8")
    return failures


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
