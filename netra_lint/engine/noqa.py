"""``# noqa`` comments, read as flake8 reads them."""

from __future__ import annotations

import re
import tokenize
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OWN = "netra-lint"
TOOLS = (OWN, "flake8")
"""Whose comments on whole files count."""

# As in flake8, whose own expressions have changed their names between versions.
_CODES = r"(?::\s?(?P<codes>(?:[A-Z]+[0-9]+(?:[,\s]+)?)+))?"
_INLINE = re.compile(rf"# noqa{_CODES}", re.IGNORECASE)
_WHOLE_FILE = re.compile(
    rf"\s*#\s*(?P<tool>{'|'.join(TOOLS)})\s*[:=]\s*noqa{_CODES}", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[,\s]+")


def silenced(lines: Sequence[str], row: int, code: str) -> bool:
    """Tell whether a comment silences a code at a row.

    As in flake8, a comment anywhere in the logical line counts, which is the
    statement, or its head where it has a body.

    Args:
        lines: the file's lines.
        row: the row of the finding, from 1.
        code: the rule's code.

    Returns:
        Whether to leave the finding out.
    """
    if not any("noqa" in line.lower() for line in lines):
        return False
    if silenced_everywhere(lines, code):
        return True
    first, last = _logical_rows(tuple(lines)).get(row, (row, row))
    found = _INLINE.search("\n".join(lines[first - 1 : last]))
    return found is not None and _covers(found["codes"] or "", code)


def silenced_everywhere(lines: Sequence[str], code: str, tools: Sequence[str] = TOOLS) -> bool:
    """Tell whether a comment silences a code in the whole file.

    Args:
        lines: the file's lines.
        code: the rule's code.
        tools: whose comments count.

    Returns:
        Whether one on a line of its own does.
    """
    comments = _whole_file(tuple(lines))
    return any(tool in tools and _covers(codes, code) for tool, codes in comments)


def _covers(codes: str, code: str) -> bool:
    wanted = [word for word in _SEPARATOR.split(codes) if word]
    return not wanted or any(code.startswith(word.upper()) for word in wanted)


@lru_cache(maxsize=4)
def _whole_file(lines: tuple[str, ...]) -> list[tuple[str, str]]:
    found = (_WHOLE_FILE.match(line) for line in lines if "noqa" in line.lower())
    return [(match["tool"].lower(), match["codes"] or "") for match in found if match is not None]


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
