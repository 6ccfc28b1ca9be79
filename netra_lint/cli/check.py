"""``netra-lint check``."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from netra_lint.cli.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_CODES = "Comma-separated rules or prefixes of rules"


def _words(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> Any:
    return tuple(word.strip() for item in value for word in item.split(",") if word.strip())


def _list(name: str, text: str, metavar: str = "CODES") -> Callable[[Any], Any]:
    return click.option(name, multiple=True, metavar=metavar, callback=_words, help=text)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.argument("paths", nargs=-1),
    _list("--select", f"{_CODES} to check, in place of the configured ones."),
    _list("--extend-select", f"{_CODES} to check besides."),
    _list("--ignore", f"{_CODES} not to check."),
    _list(
        "--exclude",
        "Comma-separated patterns, as in a .gitignore, to leave out besides.",
        metavar="PATTERNS",
    ),
    click.option(
        "--force-exclude", is_flag=True, help="Leave out what is excluded also where PATHS name it."
    ),
    click.option("--config", metavar="FILE", help="Configuration file to use."),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option(
        "--unsafe-fixes/--no-unsafe-fixes",
        help="Apply fixes too that could change more than where a message goes.",
    ),
    click.option("--diff", is_flag=True, help="Show what fixes would change; write nothing."),
    click.option("--show-fixes", is_flag=True, help="List what was fixed, by file and rule."),
    click.option(
        "--exit-non-zero-on-fix",
        is_flag=True,
        help="Exit 1 if anything was fixed.",
    ),
    click.option(
        "--output-format",
        type=click.Choice(FORMATS),
        help="How to print findings; by default full on a terminal, else concise.",
    ),
    click.option("--stdin-filename", metavar="FILE", help="Where the file given as - would be."),
    click.option("--statistics", is_flag=True, help="Count findings by rule in place of them."),
    click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings."),
    click.option("-q", "--quiet", is_flag=True, help="Print no summary or progress."),
    click.option(
        "--no-cache",
        is_flag=True,
        help="Keep nothing for the next run, and use nothing of the last.",
    ),
    click.option(
        "--cache-dir",
        metavar="FOLDER",
        help="Where to keep it; by default .netra_lint_cache in the project's root.",
    ),
)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """A check makes much and drops little: looking for garbage in it takes seconds."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def _options(command: Callable[..., Any]) -> Any:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(short_help="Report messages that are sent to the wrong recipient.")
@click.option("--fix", "repairs", is_flag=True, help="Repair what can be repaired safely.")
@_options
def check(**options: Any) -> int:
    """Report messages that are sent to the wrong recipient in PATHS.

    PATHS are files and folders, by default the current folder; - reads one
    file from standard input. They say what is reported. What is known is the
    whole project around them.

    Exits with 0 when nothing is found, 1 for findings, 2 for errors.
    """
    _check_combination(options)
    if options["repairs"] or options["diff"]:
        return _repaired(options)
    from netra_lint import engine

    with _no_collecting(), _progress(options) as progress:
        report = engine.check(_request(options), progress)
    _show(report, options)
    return int(bool(report.diagnostics) and not options["exit_zero"])


@click.command("fix", short_help="Repair messages that are sent to the wrong recipient.")
@_options
def repair(**options: Any) -> int:
    """Repair messages that are sent to the wrong recipient in PATHS.

    The same as check --fix: safe fixes are applied, what is left is reported.
    A file given as - is printed repaired.

    Exits with 0 when nothing is left, 1 for findings (with --diff: when
    anything would change), 2 for errors.
    """
    _check_combination(options)
    return _repaired(options)


def _repaired(options: dict[str, Any]) -> int:
    from netra_lint.cli.repair import run

    with _no_collecting(), _progress(options) as progress:
        return run(_request(options), options, progress, _show)


def _show(
    report: Any, options: dict[str, Any], extra: Sequence[str] = (), err: bool = False
) -> None:
    from netra_lint.cli.output import render, statistics, warn

    if report.trouble:
        warn(report.trouble)
    show = statistics if options["statistics"] else render
    show(report, _format(options), options["quiet"], extra, err)


def _check_combination(options: dict[str, Any]) -> None:
    if options["isolated"] and options["config"]:
        raise click.UsageError("--isolated and --config exclude each other")
    stdin = "-" in options["paths"]
    if stdin and len(options["paths"]) > 1:
        raise click.UsageError("- cannot be combined with other paths")
    if options["stdin_filename"] and not stdin:
        raise click.UsageError("--stdin-filename needs - as the only path")


def _request(options: dict[str, Any]) -> Any:
    from netra_lint.engine import Request, Stdin

    cwd, stdin = os.getcwd(), None
    paths = options["paths"] or (".",)
    if paths == ("-",):
        name = os.path.join(cwd, options["stdin_filename"] or "-")
        if sys.stdin is None:
            raise click.UsageError("- cannot be read: standard input is closed")
        stdin = Stdin(os.path.normpath(name), sys.stdin.buffer.read())
        paths = ()
    return Request(
        paths=paths,
        cwd=cwd,
        config=options["config"] or "",
        isolated=options["isolated"],
        select=options["select"] or None,
        extend_select=options["extend_select"],
        ignore=options["ignore"],
        exclude=options["exclude"],
        force_exclude=options["force_exclude"],
        stdin=stdin,
        cache=not options["no_cache"],
        cache_dir=options["cache_dir"] or "",
    )


def _format(options: dict[str, Any]) -> str:
    return options["output_format"] or ("full" if sys.stdout.isatty() else "concise")


def _progress(options: dict[str, Any]) -> Any:
    from netra_lint.cli.progress import Progress

    return Progress(enabled=not options["quiet"] and sys.stderr.isatty())


COMMANDS = {"check": check, "fix": repair}
