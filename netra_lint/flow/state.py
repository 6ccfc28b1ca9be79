"""The abstract store at one point of an evaluation: cells of objects, facts about values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.facts import contradicts, filtered
from netra_lint.flow.values import UNKNOWN, Value, union

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.vocabulary import Vocabulary

Cells = dict[object, Value]
Facts = dict[int, frozenset[str]]
_NO_FACTS: frozenset[str] = frozenset()


class State:
    """What every field of every object holds on one path; copied cheaply, joined exactly.

    Fields of one object stand in a dictionary that states share until one of
    them writes.
    """

    __slots__ = ("_own", "facts", "objects")

    def __init__(self, objects: dict[int, Cells] | None = None, facts: Facts | None = None) -> None:
        self.objects: dict[int, Cells] = objects if objects is not None else {}
        self.facts: Facts = facts if facts is not None else {}
        self._own: set[int] = set()

    def fork(self) -> State:
        """Return a copy; from now on neither sees the other's writes."""
        self._own = set()
        return State(dict(self.objects), dict(self.facts))

    def get(self, oid: int, field: object) -> Value | None:
        """Return what a field holds, or None when nothing has been written to it."""
        cells = self.objects.get(oid)
        return None if cells is None else cells.get(field)

    def cells(self, oid: int) -> Cells:
        """Return all fields of an object, to read only."""
        return self.objects.get(oid, {})

    def put(self, oid: int, field: object, value: Value) -> None:
        """Write a field, replacing what it held."""
        self._writable(oid)[field] = value

    def drop(self, oid: int, field: object) -> None:
        """Remove a field."""
        self._writable(oid).pop(field, None)

    def replace(self, oid: int, cells: Cells) -> None:
        """Replace all fields of an object."""
        self.objects[oid] = cells
        self._own.add(oid)

    def _writable(self, oid: int) -> Cells:
        if oid in self._own:
            return self.objects[oid]
        cells = dict(self.objects.get(oid, ()))
        self.objects[oid] = cells
        self._own.add(oid)
        return cells

    def learn(self, token: int, facts: frozenset[str]) -> None:
        """Note facts that hold of a value from here on."""
        self.facts[token] = self.facts.get(token, _NO_FACTS) | facts

    def seen(self, value: Value, words: Vocabulary) -> Value:
        """Return the value as the facts of this path leave it."""
        if value.guards:
            value = self._meant(value)
        facts = self.facts.get(value.token)
        return filtered(value, facts, words) if facts else value

    def _meant(self, value: Value) -> Value:
        """Return a value without the atoms whose condition does not hold here."""
        guards = value.guards or {}
        out = [
            atom
            for atom, (token, fact) in guards.items()
            if atom in value.atoms and contradicts(fact, self.facts.get(token, _NO_FACTS))
        ]
        if not out:
            return value
        atoms = {atom: trace for atom, trace in value.atoms.items() if atom not in out}
        return Value(atoms or {UNKNOWN: None}, value.token, guards)


def join(states: Sequence[State], words: Vocabulary) -> State:
    """Return the state after several paths meet.

    Args:
        states: the states of the paths, at least one.
        words: the vocabulary, for what facts say of values.
    """
    result = states[0].fork()
    for other in states[1:]:
        result = _join_two(result, other, words)
    return result


def _join_two(one: State, two: State, words: Vocabulary) -> State:
    merged = State({**two.objects, **one.objects}, {})
    apart = told_apart(one.facts, two.facts)
    for oid, cells in two.objects.items():
        mine = one.objects.get(oid)
        if mine is not cells and mine is not None:
            merged.objects[oid] = _join_cells(one, mine, two, cells, words, apart)
    merged.facts = _common(one.facts, two.facts)
    return merged


Apart = tuple[int, str, str]


def told_apart(one: Facts, two: Facts) -> Apart | None:
    """Return a value, and what is known of it on each of two paths, if that excludes the other."""
    for token, facts in one.items():
        other = two.get(token)
        if other is None or other is facts:
            continue
        for fact in sorted(facts - other):
            for against in sorted(other - facts):
                if contradicts(fact, frozenset((against,))):
                    return token, fact, against
    return None


def either(first: Value, second: Value, apart: Apart | None) -> Value:
    """Return what one of two values can be, each under the condition of its path."""
    if apart is None:
        return union((first, second))
    token, fact, against = apart
    return union((first.guarded((token, fact), second), second.guarded((token, against), first)))


def merged_values(values: Sequence[Value], states: Sequence[State]) -> Value:
    """Return what any of the values can be, each the outcome of one path."""
    result, facts = values[0], states[0].facts
    for value, state in zip(values[1:], states[1:], strict=True):
        result = either(result, value, told_apart(facts, state.facts))
        facts = _common(facts, state.facts)
    return result


def _join_cells(
    one: State, mine: Cells, two: State, theirs: Cells, words: Vocabulary, apart: Apart | None
) -> Cells:
    cells = dict(mine)
    for field, value in theirs.items():
        own = mine.get(field)
        if own is None:
            cells[field] = value
        elif own is not value:
            cells[field] = either(one.seen(own, words), two.seen(value, words), apart)
    return cells


def _common(one: Facts, two: Facts) -> Facts:
    if one == two:
        return dict(one)
    return {
        token: facts & two[token]
        for token, facts in one.items()
        if token in two and facts & two[token]
    }
