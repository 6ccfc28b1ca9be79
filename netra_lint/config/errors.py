"""Errors that a person can mend: one line that names the file, the key and what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSE = 0.7
"""How alike a slip and its word are; codes of rules share half of their letters anyway."""


class UserError(Exception):
    """Something that the user asked for cannot be done; its text is one line for them."""


class ConfigError(UserError):
    """A setting that cannot be used."""


def one_of(given: str, allowed: Iterable[str], others: Iterable[str] = ()) -> str:
    """Return a hint for a word that is not among the allowed ones.

    Args:
        given: what the user wrote.
        allowed: what could stand there.
        others: other names of the same, which are not listed.

    Returns:
        ``did you mean `select`?`` when a word is close, and always what is allowed.
    """
    from difflib import get_close_matches

    words = sorted(allowed)
    known = [*words, *others]
    tried = (get_close_matches(word, known, 1, CLOSE) for word in (given, given.upper()))
    close = next(filter(None, tried), [])
    hint = f"did you mean `{close[0]}`? " if close else ""
    return f"{hint}allowed: {', '.join(words)}"
