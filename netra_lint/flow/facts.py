"""What a check on a path tells of a value, and what is left of the value then.

Facts are words: ``truthy``, ``falsy``, ``none``, ``some`` (not None),
``is-<kind>`` and ``not-<kind>`` for each kind of id.
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
    Test,
    Trace,
    Unknown,
    Value,
)
from netra_lint.vocabulary import KINDS

if TYPE_CHECKING:
    from netra_lint.vocabulary import Vocabulary

TRUTHY = frozenset({"truthy", "some"})
FALSY = frozenset({"falsy"})
IS_NONE = frozenset({"none", "falsy"})
NOT_NONE = frozenset({"some"})


def is_kind(kind: str) -> frozenset[str]:
    """Return the facts of a value that is known to be an id of this kind."""
    others = {f"not-{other}" for other in KINDS if other != kind}
    return frozenset({f"is-{kind}", "truthy", "some", *others})


def not_kind(kind: str) -> frozenset[str]:
    """Return the facts of a value that is known not to be an id of this kind."""
    return frozenset({f"not-{kind}"})


def filtered(value: Value, facts: frozenset[str], words: Vocabulary) -> Value:
    """Return what is left of a value under facts; the same value if all of it.

    Args:
        value: the value as it was written.
        facts: what the path has found out about it.
        words: the vocabulary, for the prefixes of literal ids.
    """
    atoms: dict[Atom, Trace | None] = {}
    for atom, trace in value.atoms.items():
        left = _under(atom, facts, words)
        if left is not None:
            atoms[left] = trace
    if not atoms:
        atoms[UNKNOWN] = None
    return Value(atoms, value.token, value.guards)


_OPPOSITES = {
    "truthy": ("falsy", "none"), "falsy": ("truthy",), "none": ("some", "truthy"),
    "some": ("none",),
}  # fmt: skip


def contradicts(fact: str, facts: frozenset[str]) -> bool:
    """Return whether a fact about a value cannot hold beside others."""
    if fact in _OPPOSITES:
        return any(other in facts for other in _OPPOSITES[fact])
    if fact.startswith("="):
        return f"!{fact}" in facts or any(f[0] == "=" and f != fact for f in facts)
    if fact.startswith("is-"):
        return f"not-{fact[3:]}" in facts
    if fact.startswith("not-"):
        return f"is-{fact[4:]}" in facts
    return fact[1:] in facts


def equals(value: object) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a comparison with a constant tells when it holds, and when it does not."""
    word = f"={value!r}"
    return frozenset({word}), frozenset({f"!{word}"})


def _under(atom: Atom, facts: frozenset[str], words: Vocabulary) -> Atom | None:
    truth = truth_of(atom)
    if (truth is False and "truthy" in facts) or (truth is True and "falsy" in facts):
        return None
    if isinstance(atom, Const) and (
        (atom.value is None and "some" in facts) or (atom.value is not None and "none" in facts)
    ):
        return None
    if "falsy" in facts and isinstance(atom, (Ident, Hole, Unknown)):
        return NONE
    kind = _kind(atom, words)
    if kind and f"not-{kind}" in facts:
        return UNKNOWN if isinstance(atom, Hole) else None
    if isinstance(atom, Hole):
        return _hole(atom, facts)
    return atom


def _hole(atom: Hole, facts: frozenset[str]) -> Atom | None:
    if "is-run" in facts:
        return Ident("run")
    return UNKNOWN if "not-run" in facts else atom


def _kind(atom: Atom, words: Vocabulary) -> str:
    if isinstance(atom, (Ident, Hole)):
        return atom.kind
    if isinstance(atom, Const) and isinstance(atom.value, str):
        return words.kind_of_text(atom.value)
    return ""


def truth_of(atom: Atom) -> bool | None:
    """Return whether an atom is true, or None when it can be both.

    An id counts as true here: a missing one is a value of its own.
    """
    if isinstance(atom, Const):
        return bool(atom.value)
    if isinstance(atom, (Fn, Cls, Mod)):
        return True
    return None


def may_be(value: Value, truth: bool) -> bool:
    """Return whether a value can have this truth."""
    return any(truth_of(atom) in (truth, None) for atom in value.atoms)


def tests(value: Value) -> list[Test]:
    """Return what the value's truth says of other values."""
    return [atom for atom in value.atoms if isinstance(atom, Test)]
