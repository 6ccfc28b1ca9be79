"""Repairing small programs in memory, and reading what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Applicability
from netra_lint.engine import Request, Stdin
from netra_lint.engine.repair import Repair, fix

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Result:
    """What became of one file."""

    text: str
    repair: Repair

    @property
    def reasons(self) -> list[str]:
        return [found.unfixable for found in self.repair.report.diagnostics]

    @property
    def safe(self) -> bool:
        return all(
            found.fix is not None and found.fix.applicability is Applicability.SAFE
            for found in self.repair.fixed
        )


def repaired(folder: Path, source: str | bytes, unsafe: bool = True) -> Result:
    """Repair one module that stands alone in a folder."""
    content = source if isinstance(source, bytes) else dedent(source).encode()
    path = str(folder / "module.py")
    done = fix(Request(paths=(), cwd=str(folder), stdin=Stdin(path, content)), unsafe)
    return Result(done.after.get(path, content).decode("utf-8", "surrogateescape"), done)
