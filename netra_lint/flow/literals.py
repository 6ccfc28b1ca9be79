"""Ids that are written out: ``"run_7"`` in an argument, or a text that begins so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.values import Const, Trace
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.graph import Place
    from netra_lint.flow.values import Atom
    from netra_lint.vocabulary import Vocabulary


def kind_of(words: Vocabulary, atom: Atom) -> str:
    """Return the kind of id that a constant is, or ``""``."""
    if not isinstance(atom, Const) or not isinstance(atom.value, str):
        return ""
    kind = words.kind_of_text(atom.value)
    return kind if kind == RUN or _is_numbered(words, kind, atom.value) else ""


def _is_numbered(words: Vocabulary, kind: str, text: str) -> bool:
    """Whether a text that starts like an id is one: `thread_7`, not `thread_message`."""
    heads = words.prefixes(kind) if kind else ()
    rest = next((text.removeprefix(head) for head in heads if text.startswith(head)), "")
    return rest in ("", "…") or any(letter.isdigit() for letter in rest)


def begun(words: Vocabulary, atom: Atom, path: str, place: Place) -> Trace | None:
    """Return the way of a literal id from some place on: of itself it has none."""
    kind = kind_of(words, atom)
    if not kind or not isinstance(atom, Const):
        return None
    text = str(atom.value)[:30]
    note = f"the literal `{text}` is a {kind} id"
    return Trace(path, place, note, "source", word=f"literal `{text}`")
