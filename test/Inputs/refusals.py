"""Demands of each message of delgen that a test triggers it.

Usage: refusals.py <source root>

The messages are read from the sources by docs/messages.py. A test of a message is a line that
FileCheck or --verify-diagnostics compares and that has all of the message's words, in order.
Messages that ask for a report are those that no input is known to trigger; the others without a
test are listed here.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(sys.argv[1]) / "docs"))
import messages  # noqa: E402
import refusals  # noqa: E402

# What is there for inputs that nobody has found, and why it does not ask for a report.
EXCEPTIONS = {
    "has no instance for 'double'": "Clang says itself why, wherever it is known",
    "is a derivative that was written by hand, of which that is not known": "for derivatives of derivatives by hand",
    "the sizes of its entries are not known; read the entries": "for lists that grow in nested bodies",
    "is differentiated for": "in generated templates: test/import/templates.cpp",
}

expected = refusals.tests()
found = messages.messages()
missing = [
    m
    for m in found
    if "please report" not in m.text
    and not any(known in m.text for known in EXCEPTIONS)
    and refusals.trigger(m, expected) is None
]
for m in missing:
    print(f"{m.file}:{m.line}: no test has all of: {m.text}")
print(f"{len(found)} messages, {len(missing)} without a test")
# Where nothing is found, the sources are written in another way than messages.py reads.
sys.exit(bool(missing) or len(found) < 300)
