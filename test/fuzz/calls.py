"""Random calls of helpers: arguments whose sizes agree."""

from tree import Node


class Calls:
    """What Values needs of the functions that may be called."""

    # ---- calls ----

    def call(self, t, depth):
        """A call of a helper with this result, or None."""
        found = []
        for h in self.helpers:
            if h.result is None or h.result.kind != t.kind or h.real != self.real:
                continue
            sizes = {}
            if t.kind == "M" and not all(self.bind(sizes, a, b) for a, b in ((h.result.rows, t.rows), (h.result.cols, t.cols))):
                continue
            arguments = self.arguments(h, sizes, depth)
            if arguments is not None:
                found.append((h, arguments))
        if not found:
            return None
        h, arguments = self.rng.choice(found)
        kind = "S" if t.kind == "S" else f"M{t.rows},{t.cols}"
        return Node(f"{h.name}({', '.join(f'${i}' for i in range(len(arguments)))})", arguments, kind)

    def bind(self, sizes, its, mine):
        if its == "1" or its.isdigit():
            return its == mine
        if mine.isdigit() or mine == "?":
            return False
        return sizes.setdefault(its, mine) == mine

    def arguments(self, h, sizes, depth):
        dynamic = [s for s in self.pool if not s.isdigit()]
        result = []
        for p in h.parameters:
            t = p.type
            if t.kind == "S":
                result.append(self.scalar(depth - 1))
            elif t.kind == "I":
                result.append(Node(self.rng.choice(self.scope.ints + ["1", "2"]), [], "I"))
            elif t.kind == "M":
                own = []
                for side in (t.rows, t.cols):
                    if not side.isdigit():
                        if not dynamic:
                            return None
                        side = sizes.setdefault(side, self.rng.choice(dynamic))
                    own.append(side)
                if any(s.isdigit() and s != "1" and s not in self.pool for s in own):
                    return None
                result.append(self.matrix(own[0], own[1], max(depth - 1, 0) if self.chance(0.4) else 0))
            elif t.kind == "L":
                same = [v for v in self.scope.variables if v.type.kind == "L" and v.type.array == t.array and self.fits(v, p, sizes)]
                if not same:
                    return None
                v = self.recent(same)
                self.fits(v, p, sizes, take=True)
                if h.needs_entries:
                    self.nonempty.add(v.length)
                    if v.length.startswith("#") and v.name not in self.sure:
                        return None
                result.append(Node(v.name, [], "L"))
            else:
                return None
        return result

    def fits(self, v, p, sizes, take=False):
        a, b = v.type.entry, p.type.entry
        trial = sizes if take else dict(sizes)
        if a.kind != b.kind or v.type.array != p.type.array:
            return False
        if p.length.isdigit() and p.length != v.length:
            return False
        if trial.setdefault("#" + p.length, v.length) != v.length:
            return False
        if a.kind == "S":
            return True
        for mine, its in ((a.rows, b.rows), (a.cols, b.cols)):
            if its == "?" and (mine == "1" or mine.isdigit()):
                return False
            if its != "?" and not self.bind(trial, its, mine):
                return False
        return True
