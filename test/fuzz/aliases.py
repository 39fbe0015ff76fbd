"""Random references and lambdas: several names for what one variable holds."""

from tree import Statement


class Aliases:
    """What Control needs to write the same variable under different names."""

    def aliased(self):
        """A block in which a reference, a lambda or a parameter stands for a variable."""
        numbers = [v.name for v in self.mutables() if v.type.kind == "S"]
        matrices = [v for v in self.mutables() if v.type.kind == "M" and "?" not in (v.type.rows, v.type.cols)]
        places = numbers + [self.place(v) for v in matrices]
        held = numbers + [f"{v.name}.sum()" for v in matrices]
        if not numbers:
            raise IndexError
        form = self.rng.choice([self.captured, self.captured, self.passed, self.referred])
        return form(numbers, places, held)

    def place(self, v):
        return f"{v.name}({self.index(v.type.rows)})" if v.type.cols == "1" else f"{v.name}({self.index(v.type.rows)}, {self.index(v.type.cols)})"

    def captured(self, numbers, places, held):
        """A lambda that is called after what it captured has changed."""
        rng, lit, real = self.rng, self.lit, self.real
        what = rng.choice(held)
        name, member = (what.split(".")[0], what[len(what.split(".")[0]) :])
        f, lines = self.fresh("f"), []
        if self.chance(0.5):
            r = self.fresh("r")
            lines.append(f"auto &{r} = {name};")
            inside = r
        else:
            inside = name
        mode = rng.choice(["=", "=", inside, "&"])
        lines.append(f"auto {f} = [{mode}]({real} a) {{ return std::sin(a * {lit('0.5')} * {inside}{member}); }};")
        lines.append(rng.choice([f"{name} *= {lit('0.5')};", f"{name} += {lit('0.25')} * {name};"]))
        to = rng.choice(numbers)
        lines.append(f"{to} = {lit('0.5')} * {to} + {f}($0) - {f}({f}({rng.choice(places)}));")
        return Statement("{ " + " ".join(lines) + " }", [self.bounded(1)])

    def passed(self, numbers, places, held):
        """A lambda that writes to a parameter, which another may be."""
        rng, lit, real = self.rng, self.lit, self.real
        f = self.fresh("f")
        lines = [f"auto {f} = []({real} &p, const {real} &q) {{ p += {lit('0.5')} * q; p = std::sin(p + q); }};"]
        for _ in range(rng.choice([2, 2, 3])):
            p = rng.choice(places)
            q = p if self.chance(0.4) else rng.choice(places + ["$0"])
            lines.append(f"{f}({p}, {q});")
        return Statement("{ " + " ".join(lines) + " }", [self.bounded(1)])

    def referred(self, numbers, places, held):
        rng, lit = self.rng, self.lit
        r, p = self.fresh("r"), rng.choice(places)
        to = rng.choice(numbers)
        lines = [
            f"auto &{r} = {p};",
            f"{r} = {lit('0.5')} * {r} + $0;",
            f"{to} = std::sin({to} + {r});",
            f"{p} -= {lit('0.5')} * {r};",
            f"{to} += {lit('0.5')} * {r};",
        ]
        return Statement("{ " + " ".join(lines) + " }", [self.bounded(1)])
