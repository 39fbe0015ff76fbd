"""The messages of delgen, read from its sources.

A message is written where it is reported, as an expression of string literals and of what the
user wrote. `messages()` finds all of these expressions; `pieces` of a message are the literals,
between which anything may stand. docs/refusals.md lists them, and test/Inputs/refusals.py demands
a test that triggers each.
"""

import dataclasses
import itertools
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What stands for a part of a message that the user's code tells.
HOLE = "…"

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\((.*?)\)\1"|"((?:\\.|[^"\\\n])*)"|\'(?:\\.|[^\'\\])+\''
                   r"|[A-Za-z_]\w*|\d[\w.']*|<<|::|->|\+=|==|!=|<=|>=|&&|\|\||\+\+|--|\S", re.S)
REPORTS = {"emitError", "emitOpError", "emitWarning"}
# Functions that pass on, or quote, the text that they are given.
PLAIN = {"Twine", "string", "StringRef"}


@dataclasses.dataclass
class Token:
    kind: str  # "text", "word", "sign" or "group"
    text: str
    line: int
    inside: list = None


@dataclasses.dataclass(frozen=True)
class Message:
    file: str
    line: int
    text: str  # with holes

    @property
    def pieces(self):
        return [piece for piece in self.text.split(HOLE) if piece.strip(" '")]


def tokens(source):
    """The tokens of C++, what is in brackets as one."""
    source = re.sub(r"^\s*#.*(?:\\\n.*)*", lambda m: "\n" * m[0].count("\n"), source, flags=re.M)
    stack, line, last = [[]], 1, 0
    for m in TOKEN.finditer(source):
        line += source.count("\n", last, m.start())
        last = m.start()
        text = m[0]
        if text.startswith(("//", "/*")):
            continue
        if text[0] in "([{":
            group = Token("group", text, line, [])
            stack[-1].append(group)
            stack.append(group.inside)
        elif text[0] in ")]}":
            if len(stack) > 1:
                stack.pop()
        elif m[3] is not None:
            written = m[3].replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
            if stack[-1] and stack[-1][-1].kind == "text":
                stack[-1][-1].text += written  # adjacent literals are one
            else:
                stack[-1].append(Token("text", written, line))
        else:
            is_word = text[0].isalpha() or text[0] == "_"
            stack[-1].append(Token("word" if is_word else "sign", text, line))
    return stack[0]


def split(parts, signs):
    """`parts` between the signs."""
    found = [[]]
    for token in parts:
        if token.kind == "sign" and token.text in signs:
            found.append([])
        else:
            found[-1].append(token)
    return found


def alternatives(parts, used):
    """The texts that an expression may be. `used` receives the literals that they are made of."""
    question = next((i for i, t in enumerate(parts) if t.kind == "sign" and t.text == "?"), None)
    if question is not None:
        depth = 0
        for i in range(question + 1, len(parts)):
            if parts[i].kind == "sign" and parts[i].text in "?:":
                depth += 1 if parts[i].text == "?" else -1
                if depth < 0:
                    return (alternatives(parts[question + 1:i], used)
                            + alternatives(parts[i + 1:], used))
    operands = split(parts, ("+", "<<"))
    if len(operands) > 1:
        choices = [alternatives(operand, used) for operand in operands if operand]
        return ["".join(choice) for choice in itertools.product(*choices)]
    if all(t.kind == "text" for t in parts):
        used.update(id(t) for t in parts)
        return ["".join(t.text for t in parts)]
    words = [t.text for t in parts if t.kind == "word"]
    last = parts[-1]
    if last.kind == "group" and last.text == "(":
        name = words[-1] if words else ""
        if not words:
            return alternatives(last.inside, used)
        if name in REPORTS:
            arguments = split(last.inside, ",")
            own = [t for t in arguments[-1:] if any(p.kind == "text" for p in t)]
            return alternatives(own[0], used) if own else [""]
        if name in PLAIN and last.inside:
            return alternatives(last.inside, used)
        if name == "quoted":
            return [f"'{inner}'" for inner in alternatives(last.inside, used)]
        if name == "errs":
            return [""]
    return [HOLE]


def expressions(parts, caller=""):
    """Every expression that stands between separators, with what it is an argument of; inner ones
    last."""
    current = []
    for token in parts + [Token("sign", ";", 0)]:
        ends = token.kind == "sign" and token.text in (",", ";", "=", "+=")
        ends |= token.kind == "word" and token.text in ("return", "else", "case")
        ends |= token.kind == "group" and token.text == "{"
        if ends:
            if current:
                yield caller, current
            current = []
        else:
            current.append(token)
    for before, token in zip([None, *parts], parts):
        if token.kind == "group":
            yield from expressions(token.inside, before.text if before else "")


def own_texts(parts):
    """The literals that `alternatives` takes from an expression, and none of nested ones."""
    for token in parts:
        if token.kind == "text":
            yield token
        elif token.kind == "group" and token.text == "(":
            yield from own_texts(token.inside)


def is_prose(text):
    """Two words of English in a row, which neither names nor code are."""
    return re.search(r"[A-Za-z][a-z]+[,;:']* (?:[a-z]+|'?\S+'? [a-z]+)", text) is not None


def found_in(file, callers):
    """The messages of a file. Where `callers` are given, those that are reported by one of them;
    otherwise all prose is a message."""
    seen, used = set(), set()
    file_tokens = tokens(file.read_text(encoding="utf-8"))
    for caller, parts in expressions(file_tokens):
        names = {t.text for t in parts if t.kind == "word"}
        if callers and not names & callers and caller not in callers:
            continue
        own = [t for t in own_texts(parts) if id(t) not in used]
        for text in alternatives(parts, used) if own else []:
            for line in re.sub(rf"(?:{HOLE})+", HOLE, text).split("\n"):
                line = re.sub(r"^delgen: (?:error|note): ", "", line)
                if is_prose(line) and line not in seen:
                    seen.add(line)
                    yield Message(str(file.relative_to(ROOT)), own[0].line, line)


def messages():
    """All messages, in the order of the files, each once."""
    found = {}
    for folder in ("tool/delgen", "lib/Import", "lib/Derive", "lib/Simplify", "lib/Schedule",
                   "lib/Emit", "lib/Mx"):
        for file in sorted((ROOT / folder).glob("*.[ch]*")):
            callers = set() if folder == "lib/Import" else REPORTS | {"errs", "refuse"}
            for message in found_in(file, callers):
                found.setdefault(message.text, message)
    return list(found.values())

