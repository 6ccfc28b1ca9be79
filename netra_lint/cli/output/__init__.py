"""How findings are printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from netra_lint.cli.output import concise, full, machine

if TYPE_CHECKING:
    from netra_lint.engine import Report

FORMATS = ("full", "concise", "json")
_RENDERERS = {"full": full.render, "concise": concise.render, "json": machine.render}


def render(report: Report, style: str, quiet: bool) -> None:
    """Print a report's findings to standard output, and a summary to standard error.

    Args:
        report: what was found.
        style: one of the formats.
        quiet: whether to leave out the summary.
    """
    for line in _RENDERERS[style](report):
        echo(line)
    if not quiet and style != "json":
        echo(summary(report), err=True)


def statistics(report: Report, style: str, quiet: bool) -> None:
    """Print how many findings each rule has, the most frequent first."""
    counts = Counter((found.code, found.name) for found in report.diagnostics)
    rows = [(code, name, number) for (code, name), number in counts.items()]
    rows.sort(key=lambda row: (-row[2], row[0]))
    if style == "json":
        keys = ("code", "name", "count")
        echo(machine.dump([dict(zip(keys, row, strict=True)) for row in rows]))
        return
    width = max((len(str(row[2])) for row in rows), default=0)
    for code, name, number in rows:
        echo(f"{number:>{width}}  {code}  {name}")
    if not quiet:
        echo(summary(report), err=True)


def summary(report: Report) -> str:
    """Return one sentence on what was found in how many files."""
    number, checked = len(report.diagnostics), _counted(report.files, "file")
    if not number:
        return f"All clear: {checked} checked, no findings."
    places = _counted(len({found.filename for found in report.diagnostics}), "file")
    return f"{_counted(number, 'finding')} in {places} ({checked} checked)."


def echo(text: str, err: bool = False) -> None:
    """Print a line, without colours when the environment asks for none."""
    import os

    click.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
