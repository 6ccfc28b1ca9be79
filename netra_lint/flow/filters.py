"""What facts about a value leave of it.

Facts are words: ``truthy``, ``falsy``, ``none``, ``some`` (not None), ``is-<kind>`` and
``not-<kind>`` for each kind of id, ``other-<kind>`` of what is not the one that is known,
``=<constant>`` and ``!=<constant>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.values import (
    NONE,
    UNKNOWN,
    Atom,
    Cls,
    Const,
    Fn,
    Hole,
    Ident,
    Mod,
    Obj,
    Supposed,
    Trace,
    Value,
)
from netra_lint.vocabulary import KINDS, RUN

if TYPE_CHECKING:
    from netra_lint.flow.machine import Machine


Words = frozenset[str]
NOTHING: Words = frozenset()
NEVER: Words = frozenset({"never"})
TRUTHY = frozenset({"truthy", "some"})
FALSY = frozenset({"falsy", *(f"not-{kind}" for kind in KINDS)})
"""What is empty is no id: so a check that begins with ``not value or`` clears as the rest does."""


def is_kind(kind: str) -> Words:
    """Return the facts of a value that is known to be an id of a kind."""
    others = {f"not-{other}" for other in KINDS if other != kind}
    return frozenset({f"is-{kind}", "truthy", "some", *others})


def not_kind(kind: str) -> Words:
    """Return the facts of a value that is known not to be an id of a kind."""
    return frozenset({f"not-{kind}"})


def differs(kind: str) -> Words:
    """Return the facts of a value that is not the id of a kind that is at hand.

    Only one run is at hand, but somebody else's user id is one as well.
    """
    return not_kind(kind) if kind == RUN else frozenset({f"other-{kind}"})


def filtered(machine: Machine, value: Value, facts: Words) -> Value:
    """Return what is left of a value under facts."""
    found: dict[Atom, Trace | None] = {}
    for atom, trace in value.items():
        left = _left(machine, atom, facts)
        if left is not None:
            found[left] = trace
    return found


def _left(machine: Machine, atom: Atom, facts: Words) -> Atom | None:
    told = truth_of(atom)
    if (told is False and "truthy" in facts) or (told is True and "falsy" in facts):
        return None
    if isinstance(atom, Const) and (
        (atom.value is None and "some" in facts) or (atom.value is not None and "none" in facts)
    ):
        return None
    if isinstance(atom, Const) and _differs(atom, facts):
        return None
    if "falsy" in facts and isinstance(atom, (Ident, Hole)):
        return NONE
    kind = kind_of(machine, atom)
    if kind and f"not-{kind}" in facts:
        return UNKNOWN if isinstance(atom, Hole) else None
    if kind and f"other-{kind}" in facts and not isinstance(atom, Hole):
        return None
    if isinstance(atom, Hole):
        if "is-run" in facts:
            return Ident("run")
        return UNKNOWN if "not-run" in facts and not atom.classes else atom
    return atom


def _differs(atom: Const, facts: Words) -> bool:
    word = f"={atom.value!r}"
    return f"!{word}" in facts or any(f[0] == "=" and f != word for f in facts)


def kind_of(machine: Machine, atom: Atom) -> str:
    """Return the kind of id that a thing is, or ``""``: ``"run_id"`` is a field's name, no id."""
    if isinstance(atom, (Ident, Hole)):
        return atom.kind
    if isinstance(atom, Const) and isinstance(atom.value, str):
        kind = machine.words.kind_of_text(atom.value)
        return "" if kind and machine.words.kind_of_name(atom.value) else kind
    return ""


def truth_of(atom: Atom) -> bool | None:
    """Return whether a thing is true, or None when it can be both."""
    if isinstance(atom, Const):
        return bool(atom.value)
    if isinstance(atom, (Fn, Cls, Mod)):
        return True
    if isinstance(atom, Supposed):
        return atom.truth
    if isinstance(atom, Obj) and atom.shape == "instance":
        return None if any(c.find("__bool__") or c.find("__len__") for c in atom.classes) else True
    return None


def may_be(value: Value, truth: bool) -> bool:
    """Return whether a value can have this truth."""
    return any(truth_of(atom) in (truth, None) for atom in value)
