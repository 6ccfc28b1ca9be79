"""How findings are printed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from netra_lint.diagnostics import Applicability

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.engine import Report

_RENDERERS = {"full": "full", "concise": "concise", "json": "machine"}


def render(
    report: Report, style: str, quiet: bool, extra: Sequence[str] = (), err: bool = False
) -> None:
    """Print a report's findings to standard output, and a summary to standard error.

    Args:
        report: what was found.
        style: one of the formats.
        quiet: whether to leave out the summary.
        extra: lines for standard error, in place of the summary.
        err: whether to print the findings to standard error too.
    """
    renderer = import_module(f"{__name__}.{_RENDERERS[style]}")
    for line in renderer.render(report):
        echo(line, err)
    _summarise(report, style, quiet, extra)


def statistics(
    report: Report, style: str, quiet: bool, extra: Sequence[str] = (), err: bool = False
) -> None:
    """Print how many findings each rule has, the most frequent first."""
    from collections import Counter

    from netra_lint.cli.output import machine

    counts = Counter((found.code, found.name) for found in report.diagnostics)
    rows = [(code, name, number) for (code, name), number in counts.items()]
    rows.sort(key=lambda row: (-row[2], row[0]))
    if style == "json":
        keys = ("code", "name", "count")
        echo(machine.dump([dict(zip(keys, row, strict=True)) for row in rows]), err)
        return
    width = max((len(str(row[2])) for row in rows), default=0)
    for code, name, number in rows:
        echo(f"{number:>{width}}  {code}  {name}", err)
    _summarise(report, "", quiet, extra)


def _summarise(report: Report, style: str, quiet: bool, extra: Sequence[str]) -> None:
    if quiet or style == "json":
        return
    for line in extra or (summary(report), *hints(report)):
        echo(line, err=True)


def summary(report: Report) -> str:
    """Return one sentence on what was found in how many files."""
    number, checked = len(report.diagnostics), counted(report.files, "file")
    if not report.files:
        return "No Python files were found."
    if not number:
        return f"All clear: {checked} checked, no findings."
    places = counted(len({found.filename for found in report.diagnostics}), "file")
    return f"{counted(number, 'finding')} in {places} ({checked} checked)."


def hints(report: Report) -> list[str]:
    """Return a line on how many findings `netra-lint fix` can repair, if any."""
    fixes = [found.fix for found in report.diagnostics if found.fix is not None]
    safe = sum(fix.applicability is Applicability.SAFE for fix in fixes)
    unsafe = sum(fix.applicability is Applicability.UNSAFE for fix in fixes)
    if safe:
        more = f", {unsafe} more with --unsafe-fixes" if unsafe else ""
        return [f"[*] {safe} can be repaired with `netra-lint fix`{more}."]
    return [f"{unsafe} can be repaired with `netra-lint fix --unsafe-fixes`."] if unsafe else []


def warn(text: str) -> None:
    """Print a line on something that went wrong, but does not matter to what is found."""
    echo(f"netra-lint: warning: {' '.join(text.split())}", err=True)


def echo(text: str, err: bool = False) -> None:
    """Print a line, without colours when the environment asks for none."""
    import os

    click.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)


def counted(number: int, word: str) -> str:
    """Return a number with its word, which takes an s in the plural."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
