"""``# noqa`` comments, spelt as for flake8, anywhere in the statement that they are about."""

from __future__ import annotations

import re
import tokenize
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# As in flake8, whose own expressions have changed their names between versions.
_CODES = r"(?::\s?(?P<codes>(?:[A-Z]+[0-9]+(?:[,\s]+)?)+))?"
_INLINE = re.compile(rf"# noqa{_CODES}", re.IGNORECASE)
_WHOLE_FILE = re.compile(rf"\s*#\s*(?:flake8|netra-lint)\s*[:=]\s*noqa{_CODES}", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,\s]+")


def silenced(lines: Sequence[str], row: int, code: str) -> bool:
    """Tell whether a comment silences a code at a row.

    A comment anywhere in the logical line counts, which is the statement, or its
    head where it has a body. flake8 looks only at the row that it prints.

    Args:
        lines: the file's lines.
        row: the row of the finding, from 1.
        code: the rule's code.

    Returns:
        Whether to leave the finding out.
    """
    if not any("noqa" in line.lower() for line in lines):
        return False
    key = tuple(lines)
    if any(_covers(codes, code) for codes in _whole_file(key)):
        return True
    first, last = _logical_rows(key).get(row, (row, row))
    comments = _INLINE.finditer("\n".join(lines[first - 1 : last]))
    return any(_covers(found["codes"] or "", code) for found in comments)


def _covers(codes: str, code: str) -> bool:
    wanted = [word for word in _SEPARATOR.split(codes) if word]
    return not wanted or any(code.startswith(word.upper()) for word in wanted)


@lru_cache(maxsize=4)
def _whole_file(lines: tuple[str, ...]) -> list[str]:
    found = (_WHOLE_FILE.match(line) for line in lines if "noqa" in line.lower())
    return [match["codes"] or "" for match in found if match is not None]


@lru_cache(maxsize=4)
def _logical_rows(lines: tuple[str, ...]) -> dict[int, tuple[int, int]]:
    rows: dict[int, tuple[int, int]] = {}
    for first, last in _logical_lines(lines):
        rows.update(dict.fromkeys(range(first, last + 1), (first, last)))
    return rows


def _logical_lines(lines: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    source = iter([f"{line}\n" for line in lines])
    first = 0
    try:
        for token in tokenize.generate_tokens(lambda: next(source, "")):
            if token.type in (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT):
                continue
            first = first or token.start[0]
            if token.type == tokenize.NEWLINE:
                yield first, token.end[0]
                first = 0
    except (tokenize.TokenError, SyntaxError):
        return
