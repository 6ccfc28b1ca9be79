"""Putting more items into brackets: arguments or parameters, as the others are laid out."""

from __future__ import annotations

import io
import re
import tokenize
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.source import Range, SourceFile

WIDTH = 100
_DIRECTIVE = re.compile(
    r"#\s*(?:type:|noqa\b|pragma:|pylint:|pyright:|mypy:|ruff:|nosec\b|nosonar\b)", re.IGNORECASE
)


def appended(
    source: SourceFile, head: int, items: Sequence[Range], close: int, words: list[str]
) -> Edit:
    """Return the edit that puts items behind others.

    Args:
        source: the file.
        head: an offset on the row of the opening bracket.
        items: those that stand in the brackets up to there; at least one.
        close: the offset of the closing bracket.
        words: what to put in.
    """
    end = _end(source, max(end for _, end in items), close)
    comma = _comma(source.text[end:close])
    at = end + comma + 1 if comma is not None else end
    text = _laid_out(source, head, items, words, at, close, comma is not None)
    note = _note(source.text[at:close])
    if note and "\n" in text:
        # What is said of the last item stays on its row.
        rows = text if comma is not None else text.removeprefix(",")
        comma_put = "" if comma is not None else ","
        return edit(source, (at, at + len(note)), comma_put + note + rows)
    return edit(source, (at, at), text)


def brackets(source: SourceFile, start: int) -> Range:
    """Return the offsets of the first bracket behind an offset and of the one that closes it."""
    depth, opening = 0, -1
    for kind, text, offset in tokens(source.text[start:]):
        if kind == tokenize.OP and text in ("(", "[", "{"):
            opening = offset if opening < 0 and text == "(" else opening
            depth += 1
        elif kind == tokenize.OP and text in (")", "]", "}"):
            depth -= 1
            if depth == 0 and opening >= 0:
                return start + opening, start + offset
    return start, start


def _end(source: SourceFile, start: int, close: int) -> int:
    """Return the end of the last item with the brackets around it, and a slash behind it."""
    end = start
    before = ""
    for kind, text, offset in _inside(source.text[start:close]):
        if kind in (tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT):
            continue
        if kind != tokenize.OP or text not in (")", "/", ",") or (text == "," and before == ","):
            break
        before = text
        if text != ",":
            end = start + offset + 1
    return end


def _comma(tail: str) -> int | None:
    """Return where a comma stands behind the last item, if there is one."""
    for kind, text, offset in _inside(tail):
        if kind == tokenize.OP:
            return offset if text == "," else None
    return None


def _note(tail: str) -> str:
    """Return the comment behind the last item on its row, with the blanks before it."""
    row = tail.partition("\n")[0].rstrip()
    return row if row.lstrip().startswith("#") else ""


def _inside(text: str) -> list[tuple[int, str, int]]:
    """Return the tokens of a text that stands in brackets, where rows and blanks mean nothing."""
    return [(kind, word, offset - 1) for kind, word, offset in tokens(f"({text}")[1:]]


def tokens(text: str) -> list[tuple[int, str, int]]:
    """Return the tokens of a piece of source with their offsets, as far as they can be read."""
    # The reader of rows below knows no other line ending, whatever else stands in a string.
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            found.append((token.type, token.string, starts[token.start[0] - 1] + token.start[1]))
    except (tokenize.TokenError, IndentationError, IndexError):
        pass
    return found


def _laid_out(
    source: SourceFile,
    head: int,
    items: Sequence[Range],
    words: list[str],
    at: int,
    close: int,
    comma: bool,
) -> str:
    """Return the text to put in: one item a row where the others are written so."""
    rows = sorted({source.location(start).row for start, _ in items})
    first = source.location(head).row
    hanging = "\n" in source.text[at:close] and rows[0] > first
    if hanging and (len(rows) == len(items) or comma):
        return _in_rows(source, source.line(rows[-1]), words, comma)
    flat = (" " if comma else ", ") + ", ".join(words) + ("," if comma else "")
    row = source.location(at).row
    if len(source.line(row)) + len(flat) <= _width(source) or _is_told_apart(source, row, first):
        return flat
    if rows[0] == first:
        tail = len(source.line(row)) - source.location(at).column + 1
        return _aligned(source, _indent(source, items), words, comma, tail)
    return _in_rows(source, source.line(rows[-1]), _filled(source, words), comma)


def _is_told_apart(source: SourceFile, row: int, first: int) -> bool:
    """Whether a comment tells a tool of this one row, where all of the call stands."""
    return row == first and _DIRECTIVE.search(source.line(row)) is not None


def _indent(source: SourceFile, items: Sequence[Range]) -> str:
    """Return how a further row starts: as those that there are, else below the first item."""
    begin, last = source.location(min(items)[0]), source.location(max(items)[0])
    if last.row > begin.row:
        return _blanks(source.line(last.row))
    blanks = _blanks(source.line(begin.row))
    return blanks + " " * (begin.column - 1 - len(blanks))


def _blanks(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _aligned(source: SourceFile, indent: str, words: list[str], comma: bool, tail: int) -> str:
    """Return items on rows of their own, below the first of all."""
    gap = source.newline + indent
    room = len(indent) + len(", ".join(words)) + tail <= _width(source)
    text = ", ".join(words) if room else f",{gap}".join(words)
    return f"{'' if comma else ','}{gap}{text}{',' if comma else ''}"


def _filled(source: SourceFile, words: list[str]) -> list[str]:
    return [", ".join(words)] if len(", ".join(words)) < _width(source) - 24 else words


def _in_rows(source: SourceFile, line: str, words: list[str], comma: bool) -> str:
    rows = ",".join(f"{source.newline}{_blanks(line)}{word}" for word in words)
    return rows + "," if comma else "," + rows


def _width(source: SourceFile) -> int:
    """Return how long a row may be: as long as the longest of the file, within reason."""
    longest = max((len(row) for row in source.text.splitlines()), default=0)
    return min(max(longest, 88), WIDTH)
