"""Which rules are wanted, told by prefixes of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.config import ConfigError, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def check_prefixes(origin: str, prefixes: Iterable[str], codes: Iterable[str]) -> None:
    """Make sure that each prefix means at least one rule.

    Args:
        origin: the file and key, or the option, for the message.
        prefixes: what the user wrote.
        codes: the codes of all rules.

    Raises:
        ConfigError: for the first that means none.
    """
    known = list(codes)
    for prefix in prefixes:
        if not any(code.startswith(prefix.upper()) for code in known):
            hint = one_of(prefix, known)
            raise ConfigError(f"{origin}: `{prefix}` is no rule or prefix of one; {hint}")


def selected(
    codes: Iterable[str],
    select: Iterable[str] | None,
    extend: Iterable[str],
    ignore: Iterable[str],
) -> frozenset[str]:
    """Return the codes that are wanted; the longer prefix decides, ignoring on a tie.

    Args:
        codes: the codes of all rules.
        select: prefixes to select, or None for all rules.
        extend: prefixes to select besides.
        ignore: prefixes to ignore.

    Returns:
        The whole codes.
    """
    wanted = [*([""] if select is None else select), *extend]
    unwanted = list(ignore)
    return frozenset(code for code in codes if _longest(code, wanted) > _longest(code, unwanted))


def matches(code: str, prefixes: Iterable[str]) -> bool:
    """Tell whether one of the prefixes means the code."""
    return _longest(code, prefixes) >= 0


def _longest(code: str, prefixes: Iterable[str]) -> int:
    fitting = [len(prefix) for prefix in prefixes if code.startswith(prefix.upper())]
    return max(fitting, default=-1)
