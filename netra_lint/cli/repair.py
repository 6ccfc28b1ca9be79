"""What ``netra-lint fix`` does with repairs: writes them, or shows them as a diff."""

from __future__ import annotations

import difflib
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from netra_lint.cli.output import counted, echo, hints, summary
from netra_lint.cli.output.paths import shown
from netra_lint.engine import repair as engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine import Request

    Show = Callable[..., None]

ERROR = 2


def run(request: Request, options: dict[str, Any], progress: Any, show: Show) -> int:
    """Repair what a request names.

    Args:
        request: what to check, and how.
        options: the command's options.
        progress: called now and then with how far the check is.
        show: prints a report.

    Returns:
        The exit code.
    """
    found = engine.fix(request, options["unsafe_fixes"], progress)
    if options["diff"]:
        return _diff(found, options)
    failed: list[engine.Unwritten] = []
    if request.stdin is not None:
        _print(found.after.get(request.stdin.path, request.stdin.content))
    else:
        failed = engine.save(found)
    show(found.report, options, list(_summary(found, options, failed)), request.stdin is not None)
    for each in failed:
        echo(f"netra-lint: error: {each.reason}", err=True)
    return _code(found, options, failed)


def _code(found: engine.Repair, options: dict[str, Any], failed: Sequence[engine.Unwritten]) -> int:
    if failed:
        return ERROR
    left = bool(found.report.diagnostics) and not options["exit_zero"]
    return int(left or (bool(found.fixed) and options["exit_non_zero_on_fix"]))


def _print(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _diff(found: engine.Repair, options: dict[str, Any]) -> int:
    for group in found.units:
        _print("".join(f"{line}\n" for line in _heading(found, group)).encode())
        for path in group:
            _print(b"".join(_file_diff(path, found.before[path], found.after[path])))
    if not options["quiet"]:
        number = counted(len(found.fixed), "finding")
        files = counted(len(found.after), "file")
        text = f"Would fix {number} in {files}." if found.fixed else "Nothing would change."
        for line in (text, *hints(found.report)):
            echo(line, err=True)
    return int(bool(found.after) and not options["exit_zero"])


def _heading(found: engine.Repair, group: Sequence[str]) -> Iterator[str]:
    """Yield the chains that one patch is about; what applies patches passes them by."""
    fixes = [each.fix for each in found.fixed if each.fix and each.fix.files <= set(group)]
    for line in dict.fromkeys(line for fix in fixes for line in fix.heading):
        yield f"# {line}"


def _file_diff(path: str, before: bytes, after: bytes) -> Iterator[bytes]:
    """Yield the lines of a unified diff in the file's own bytes."""
    name = shown(path).encode("utf-8", "surrogateescape")
    lines = difflib.diff_bytes(
        difflib.unified_diff,
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        name,
        name,
    )
    for line in lines:
        yield line
        if not line.endswith((b"\n", b"\r")):
            yield b"\n\\ No newline at end of file\n"


def _summary(
    found: engine.Repair, options: dict[str, Any], failed: Sequence[engine.Unwritten]
) -> Iterator[str]:
    unwritten = {path for each in failed for path in each.files}
    fixed = [each for each in found.fixed if each.fix and not each.fix.files & unwritten]
    if options["show_fixes"] and fixed:
        yield from _list(fixed)
    lost, left = len(found.fixed) - len(fixed), len(found.report.diagnostics)
    if not found.fixed and not left:
        yield summary(found.report)
        return
    more = f", {lost} in files that could not be written" if lost else ""
    total = counted(len(found.fixed) + left, "finding")
    yield f"{total}: {len(fixed)} fixed, {left} left{more}."
    yield from hints(found.report)


def _list(fixed: Sequence[Diagnostic]) -> Iterator[str]:
    """Say what was fixed, as ruff does."""
    yield f"Fixed {counted(len(fixed), 'finding')}:"
    counts = Counter((each.filename, each.code, each.name) for each in fixed)
    for path in sorted({name for name, _, _ in counts}):
        yield f"- {shown(path)}:"
        for (name, code, rule), number in sorted(counts.items()):
            if name == path:
                yield f"    {number} x {code} ({rule})"
