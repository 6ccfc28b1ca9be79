"""The rules: one file each, found by their names.

A rule's module is called by its code and name, ``ntr101_run_id_recipient``, so
that the codes are known without importing any of them.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from netra_lint.flow.analysis import Looker
    from netra_lint.flow.hits import Hit
    from netra_lint.flow.query import Flow
    from netra_lint.rules.base import Rule

__all__ = ["defaults", "load", "lookers", "names"]

_MODULE = re.compile(r"(ntr\d{3})_(\w+)")


@lru_cache(maxsize=1)
def _modules() -> dict[str, str]:
    inside = (os.path.splitext(name)[0] for folder in __path__ for name in os.listdir(folder))
    found = (_MODULE.fullmatch(name) for name in sorted(set(inside)))
    return {match[1].upper(): match[0] for match in found if match is not None}


def names() -> dict[str, str]:
    """Return the names of all rules by their codes, in order; imports none of them."""
    return {code: module[7:].replace("_", "-") for code, module in _modules().items()}


@cache
def _text_of(code: str) -> str:
    files = (os.path.join(folder, f"{_modules()[code]}.py") for folder in __path__)
    with open(next(filter(os.path.isfile, files)), encoding="utf-8") as stream:
        return stream.read()


def defaults() -> list[str]:
    """Return the codes of the rules that are on unless the user selects others."""
    return [code for code in _modules() if "\n    default = False\n" not in _text_of(code)]


def lookers(
    codes: frozenset[str],
    looked_at: Callable[[frozenset[str], str], frozenset[str]],
    dropped: str = "routing",
) -> list[Looker]:
    """Return how those of some rules look for facts that look for their own.

    Args:
        codes: the rules that are wanted.
        looked_at: leaves of some files those in which a rule is wanted.
        dropped: which ids must not be left out: ``routing``, or ``all``.
    """
    wanted = [code for code in _modules() if code in codes]
    looking = [code for code in wanted if "\n    def look(" in _text_of(code)]
    return [_looker(code, looked_at, dropped == "all") for code in looking]


def _looker(
    code: str,
    looked_at: Callable[[frozenset[str], str], frozenset[str]],
    everything: bool,
) -> Looker:
    def look(flow: Flow, targets: frozenset[str]) -> Iterable[Hit]:
        flow.everything = everything
        return load(code).look(flow, looked_at(targets, code))

    return look


@cache
def load(code: str) -> Rule:
    """Import a rule.

    Args:
        code: its whole code.

    Returns:
        The rule.

    Raises:
        KeyError: when there is no such rule.
    """
    from netra_lint.rules.base import Rule

    module = import_module(f"{__name__}.{_modules()[code]}")
    for value in vars(module).values():
        if (
            isinstance(value, type)
            and issubclass(value, Rule)
            and value.__module__ == module.__name__
        ):
            return value()
    raise KeyError(code)
