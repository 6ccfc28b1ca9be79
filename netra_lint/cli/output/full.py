"""The source with the range marked, and the flow below it as numbered steps."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from click import style

from netra_lint.cli.output.concise import mark
from netra_lint.cli.output.paths import shown
from netra_lint.diagnostics import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.diagnostics import Diagnostic, Step
    from netra_lint.engine import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
ROWS = 6
"""How many rows of a long range are shown at most."""


def render(report: Report) -> Iterator[str]:
    """Yield the lines of all findings, an empty one after each."""
    for found in report.diagnostics:
        yield from _finding(report, found)
        yield ""


def _finding(report: Report, found: Diagnostic) -> Iterator[str]:
    colour = _COLOURS[found.severity]
    where = f"{found.location.row}:{found.location.column}"
    label = style(f"{found.code} {found.severity.value}", fg=colour, bold=True)
    head = f"{style(shown(found.filename), bold=True)}:{where}: {label}"
    yield f"{head} {mark(found)}{found.message}"
    yield from _source(report, found, colour)
    if found.flow:
        yield from _flow(report, found.flow)
    yield from _help(found)
    yield style(f"  = `netra-lint rule {found.code}` explains this ({found.name})", dim=True)


def _help(found: Diagnostic) -> Iterator[str]:
    """Say what can be done, or why a person has to."""
    if found.fix is not None and found.fix.applicability is Applicability.SAFE:
        yield f"  = help: {found.fix.message} (`netra-lint fix`)"
    elif found.fix is not None:
        options = " --unsafe-fixes" if found.fix.applicability is Applicability.UNSAFE else ""
        how = f" (`netra-lint fix{options}`)" if options else ""
        yield f"  = help: {found.fix.message}{how}; look at it first: {found.unfixable}"
    elif found.unfixable:
        yield f"  = no automatic fix: {found.unfixable}"


def _source(report: Report, found: Diagnostic, colour: str) -> Iterator[str]:
    first = found.location.row
    last = min(found.end_location.row, first + ROWS - 1)
    margin = len(str(last))
    yield _gutter(margin)
    for row in range(first, last + 1):
        line = report.texts.line(found.filename, row)
        yield f"{_gutter(margin, row)} {_visible(line)}".rstrip()
        yield f"{_gutter(margin)} {_mark(found, row, line, colour)}"


def _mark(found: Diagnostic, row: int, line: str, colour: str) -> str:
    indent = len(line) - len(line.lstrip())
    start = found.location.column - 1 if row == found.location.row else indent
    end = found.end_location.column - 1 if row == found.end_location.row else len(line)
    blank = " " * width(_visible(line[:start]))
    return blank + style("^" * max(1, width(_visible(line[start:end]))), fg=colour, bold=True)


def _gutter(margin: int, row: int | None = None) -> str:
    return style(f"  {row or '':>{margin}} |", fg="blue")


def _flow(report: Report, steps: tuple[Step, ...]) -> Iterator[str]:
    yield "  How it gets there:"
    places = [f"{shown(step.filename)}:{step.row}:{step.column}" for step in steps]
    margin = max(len(place) for place in places)
    number = len(str(len(steps)))
    for index, (place, step) in enumerate(zip(places, steps, strict=True), start=1):
        yield f"  {index:>{number}}. {style(f'{place:<{margin}}', fg='cyan')}  {step.note}"


def _visible(text: str) -> str:
    return text.replace("\t", "    ")


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal.

    Wide and combining characters are told by Unicode's own tables.
    """
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
