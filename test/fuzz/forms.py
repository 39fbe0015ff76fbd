"""The two forms of random functions: what run.py needs to know of each."""

import generate
import programs
import shrink
import tree


class Expressions:
    """Functions of generate.py: few statements with long expressions."""

    header, prologue, epilogue, depth = "compare.h", generate.PROLOGUE, "", 4
    make = staticmethod(generate.make_function)
    text = staticmethod(lambda f: f.text() + "\n")
    owner = r"^inline [^(]*?\b(f\d+)(?:h\d+)?_d\d"

    @staticmethod
    def tests(f):
        name, shapes = f.name, f.shapes()
        lines = [f'  fuzz::check("{name}", "", "{shapes}", &{name}, &{name});']
        return lines + [f'  fuzz::check("{name}", "{s}", "{shapes}", &{name}_{s}, &{name});' for s in f.suffixes()]

    smaller = staticmethod(shrink.smaller)
    renamed = staticmethod(shrink.renamed)


class Programs:
    """Functions of programs.py: control flow, lists and objects."""

    header, prologue, epilogue, depth = "objects.h", programs.PROLOGUE, programs.EPILOGUE, 3
    make = staticmethod(programs.make_function)
    text = staticmethod(lambda f: f.text() + f.ties() + "\n")
    owner = r"^inline [^(]*?\b(f\d+)(?:h\d+)?_\w+\("
    tests = staticmethod(lambda f: f.tests())
    smaller = staticmethod(tree.smaller)
    renamed = staticmethod(tree.renamed)
