"""Makes a failing module of mx smaller."""

import copy
import time


def bodies(body):
    """A body and those inside."""
    yield body
    for op in body.ops:
        for inner in op.bodies:
            yield from bodies(inner)


def rename(body, old, new):
    for op in body.ops:
        op.operands = [new if o == old else o for o in op.operands]


def types_of(body):
    known = dict(zip(body.arguments, body.types))
    for op in body.ops:
        known.update(zip(op.results, op.types))
    return known


def without(functions, which, at, number, choice):
    """A copy in which one operation is dropped and its results are other values: of the `choice`-th
    kind of value of the same type. None where there is none."""
    functions = copy.deepcopy(functions)
    function = functions[which]
    body = list(bodies(function.bodies[0]))[at]
    op = body.ops[number]
    before = list(zip(body.arguments, body.types))
    for earlier in body.ops[:number]:
        before += zip(earlier.results, earlier.types)
    used = {o for later in body.ops for o in later.operands}
    for result, kind in zip(op.results, op.types):
        if result not in used:
            continue
        same = [n for n, t in before if t == kind]
        if choice == 0:
            same = [n for n in op.operands if dict(before).get(n) == kind]
        if choice == 2:
            if body is not function.bodies[0] or kind[0] == "factorization" or "q" in str(kind[1:]):
                return None
            same = [f"%a{len(body.arguments)}"]
            body.arguments += same
            body.types.append(kind)
            function.attributes.get("arg_attrs", []).append({"mx.name": f"y{len(body.arguments)}"})
        if not same:
            return None
        rename(body, result, same[-1])
    del body.ops[number]
    return functions


def fewer_operands(functions, which, at, number):
    """Copies in which a sum or a product has one operand less."""
    op = list(bodies(functions[which].bodies[0]))[at].ops[number]
    if op.name not in ("mx.add", "mx.hadamard", "mx.mul") or len(op.operands) < 2:
        return
    for i in range(len(op.operands)):
        smaller = copy.deepcopy(functions)
        del list(bodies(smaller[which].bodies[0]))[at].ops[number].operands[i]
        yield smaller


def fewer_arguments(functions, which):
    """Copies in which a function has one parameter less."""
    for i in range(len(functions[which].bodies[0].arguments)):
        smaller = copy.deepcopy(functions)
        function = smaller[which]
        body = function.bodies[0]
        if any(body.arguments[i] in op.operands for op in body.ops):
            continue
        del body.arguments[i], body.types[i]
        if "arg_attrs" in function.attributes:
            del function.attributes["arg_attrs"][i]
        yield smaller


def without_dead(functions):
    """A copy without operations whose results nothing uses."""
    functions = copy.deepcopy(functions)
    for function in functions:
        for body in bodies(function.bodies[0]):
            kept, used = [], set()
            for op in reversed(body.ops):
                if not op.results or used.intersection(op.results):
                    kept.append(op)
                    used.update(op.operands)
            body.ops = kept[::-1]
    return functions


def candidates(functions):
    smaller = without_dead(functions)
    if smaller != functions:
        yield smaller
    for which, function in enumerate(functions):
        if len(functions) > 1:
            yield functions[:which] + functions[which + 1 :]
        for name in [n for n in ("mx.requests", "mx.del") if n in function.attributes]:
            smaller = copy.deepcopy(functions)
            del smaller[which].attributes[name]
            yield smaller
        for at, body in enumerate(bodies(function.bodies[0])):
            for number in reversed(range(len(body.ops) - 1)):
                for choice in range(3):
                    smaller = without(functions, which, at, number, choice)
                    if smaller:
                        yield smaller
                yield from fewer_operands(functions, which, at, number)
        yield from fewer_arguments(functions, which)


def shrink(functions, passes, fails, seconds=60):
    """The smallest functions and passes that were found to fail still."""
    end = time.time() + seconds
    for i in reversed(range(len(passes))):
        if fails(functions, passes[:i] + passes[i + 1 :]):
            passes = passes[:i] + passes[i + 1 :]
    progress = True
    while progress and time.time() < end:
        progress = False
        for smaller in candidates(functions):
            if time.time() > end:
                break
            if fails(smaller, passes):
                functions, progress = smaller, True
                break
    return functions, passes
