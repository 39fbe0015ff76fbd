"""The page docs/refusals.md, from the messages in the sources and the tests that trigger them."""

import collections
import re

import messages

PREFACE = """\
<!-- Written by docs/generate.py. Do not edit. -->

# Messages

Every message that delgen has of its own, with code that triggers it, taken from the test that does.
`…` stands for what depends on the input. Messages come with the file, the line, the column and the
line itself with a caret, in the order of the file and all in one run; an error ends the run with
status 1, or 2 where the command line is wrong, and leaves the output as it was. Errors of the
compiler in the input come first, in the compiler's words.

What of Eigen and the standard library is refused, and why, is listed in
[operations.md](operations.md#what-is-refused); those reasons stand where a message ends with `…`.
"""

ROOMS = {
    "tool/delgen": "The command line and files",
    "lib/Import": "C++",
    "lib/Derive": "Derivatives",
    "lib/Emit": "Generated code",
    "lib/Mx": "IR that is not well-formed",
}


def prefixes_run(text):
    """The prefixes of which the RUN lines of a test make checks."""
    runs = "\n".join(line for line in re.findall(r"RUN:(.*)", text))
    found = set()
    for command in re.findall(r"FileCheck[^|\n]*", runs):
        named = re.findall(r"-check-prefix(?:es)?[= ](\S+)", command)
        found.update(*[names.split(",") for names in named] or [["CHECK"]])
    return found


def expectations(file):
    """What the checks of a test demand, each with the line of the input that triggers it."""
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n")
    prefixes = prefixes_run(text)
    for number, line in enumerate(lines):
        found = re.match(r"\W*([A-Z][A-Z0-9_-]*?)(?:-NEXT|-SAME|-DAG)?:(.*)", line)
        if found and found[1] in prefixes and re.search(r"(?:error|warning|note): ", found[2]):
            at = re.search(r"\[\[@LINE\s*([+-]\s*\d+)?\]\]", found[2])
            place = number + int((at[1] or "0").replace(" ", "")) if at else None
            code = lines[place].strip() if place and place < len(lines) else ""
            yield re.sub(r".*?(?:error|warning|note): ", "", found[2], count=1), code
        for expected in re.findall(r"expected-(?:error|warning|note).*?\{\{(.*)\}\}", line):
            yield expected, ""


def tests():
    """The expectations of all tests."""
    found = []
    for file in sorted((messages.ROOT / "test").rglob("*")):
        if file.suffix in (".cpp", ".test", ".mlir") and "Inputs" not in file.parts:
            found += expectations(file)
    return found


def triggered(message, expected):
    """True where an expectation has all words of the message, in order."""
    pattern = ".*".join(re.escape(piece) for piece in message.pieces)
    return re.search(pattern, re.sub(r"\{\{.*?\}\}", messages.HOLE, expected)) is not None


def trigger(message, expected):
    """The code of the shortest expectation that has the message, or None where there is none."""
    codes = [code for text, code in expected if triggered(message, text)]
    shown = [code for code in codes if code and not code.startswith(("//", "}"))]
    return min(shown, key=len) if shown else "" if codes else None


def subject(file):
    line = (messages.ROOT / file).read_text(encoding="utf-8").split("\n", 1)[0]
    return re.match(r"//===-+ \S+ - (.*?)\s*(?:-\*- [\w+]+ -\*-)?-*===//", line)[1].strip(" -")


def page():
    expected = tests()
    rooms = collections.OrderedDict((room, collections.OrderedDict()) for room in ROOMS)
    for message in messages.messages():
        room = next(r for r in ROOMS if message.file.startswith(r))
        rooms[room].setdefault(subject(message.file), []).append(message)
    text = PREFACE
    for room, subjects in rooms.items():
        text += f"\n## {ROOMS[room]}\n"
        for heading, found in subjects.items():
            text += f"\n### {heading}\n\n"
            for message in found:
                code = trigger(message, expected)
                text += f"- {message.text.strip().replace('<', '&lt;')}\n"
                if code:
                    short = re.sub(r"^(?:inline |DELGEN\(.*?\)+ )*", "", code)
                    text += f"  <br>`{short}`\n" if "`" not in short else ""
    return text
