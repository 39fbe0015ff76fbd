"""Functions that are made at random, again until one comes out."""

import random


class Unspellable(Exception):
    """Something is needed that no variable in scope gives."""


def make(form, seed, index, attempt):
    """The function f<index> of this seed and form, whatever else is made of the seed."""
    number = 0
    while True:
        rng = random.Random(f"{form}{seed} {index} {number}")
        number += 1
        try:
            return attempt(rng, f"f{index}")
        except (Unspellable, IndexError):
            continue
