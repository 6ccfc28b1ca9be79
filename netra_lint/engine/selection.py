"""What was chosen: rules by prefixes of their codes, files by patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.config import ConfigError, one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


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


def check_patterns(origin: str, patterns: Collection[str]) -> None:
    """Make sure that patterns are such as may stand in a .gitignore.

    Args:
        origin: the file and key, or the option, for the message.
        patterns: what the user wrote.

    Raises:
        ConfigError: for the first that is none.
    """
    if not patterns:
        return
    from pathspec import GitIgnoreSpec

    for pattern in patterns:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError as error:
            message = f"{origin}: `{pattern}` is no pattern as in a .gitignore"
            raise ConfigError(message) from error


def selected(
    codes: Iterable[str],
    select: Iterable[str] | None,
    extend: Iterable[str],
    ignore: Iterable[str],
    default: Iterable[str] | None = None,
) -> frozenset[str]:
    """Return the codes that are wanted; the longer prefix decides, ignoring on a tie.

    Args:
        codes: the codes of all rules.
        select: prefixes to select, or None for the rules that are on by default.
        extend: prefixes to select besides.
        ignore: prefixes to ignore.
        default: the codes that are on by default; None for all.

    Returns:
        The whole codes.
    """
    chosen, more, unwanted = list(select or ()), list(extend), list(ignore)
    known = list(codes)
    usual = frozenset(known if default is None else default)

    def wanted(code: str) -> list[str]:
        return [*chosen, *more, *([""] if select is None and code in usual else [])]

    return frozenset(c for c in known if _longest(c, wanted(c)) > _longest(c, unwanted))


def matches(code: str, prefixes: Iterable[str]) -> bool:
    """Tell whether one of the prefixes means the code."""
    return _longest(code, prefixes) >= 0


def _longest(code: str, prefixes: Iterable[str]) -> int:
    fitting = [len(prefix) for prefix in prefixes if code.startswith(prefix.upper())]
    return max(fitting, default=-1)
