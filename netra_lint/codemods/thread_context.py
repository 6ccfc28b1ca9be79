"""Ids are passed on, through whole chains of calls, from where they are known to the sends."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import libcst as cst

from netra_lint.codemods.base import RepairCommand
from netra_lint.config import UserError

if TYPE_CHECKING:
    import argparse

    from libcst.codemod import CodemodContext

    from netra_lint.engine.repair import Repair


class ThreadContext(RepairCommand):
    """NTR202's repair, which spans files: each is made whole, or not at all.

    LibCST's tool hands over one module at a time, perhaps in several processes.
    So the repairs of the whole project around the current folder are looked for
    once, before the first module; with the first module of a repair all others
    that it changes are written, whether the tool was asked for them or not.
    """

    DESCRIPTION = "Thread thread_id and user_id through the calls that lose them (NTR202)."
    CODES = ("NTR101", "NTR202")

    def __init__(self, context: CodemodContext) -> None:
        super().__init__(context, unsafe_fixes=True)
        self._before: dict[str, bytes] = {}
        self._units: dict[str, dict[str, bytes]] = {}
        self._error = ""
        try:
            self._keep(self._looked())
        except UserError as error:
            self._error = str(error)

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        """Declare no options: threading is unsafe, and asked for by the command's name."""

    def _looked(self) -> Repair:
        from netra_lint.engine import Request
        from netra_lint.engine.repair import fix

        return fix(Request(cwd=os.getcwd(), select=self.CODES), unsafe=True, wanted=_is_threading)

    def _keep(self, done: Repair) -> None:
        self._before = done.before
        for group in done.units:
            unit = {path: done.after[path] for path in group}
            self._units.update(dict.fromkeys(group, unit))

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        """Repair a module together with all that its repair changes.

        Raises:
            SkipFile: when the project's settings cannot be used, or another
                module of the repair cannot be written.
        """
        from libcst.codemod import SkipFile

        path = os.path.abspath(self.context.filename or "module.py")
        if self._error:
            raise SkipFile(self._error)
        unit = self._units.get(path)
        if unit is None or tree.bytes not in (self._before[path], unit[path]):
            return tree
        failed = self._write({other: new for other, new in unit.items() if other != path})
        if failed:
            raise SkipFile(failed)
        return cst.parse_module(unit[path])

    def _write(self, unit: dict[str, bytes]) -> str:
        """Write the other modules of a repair that are not written yet."""
        from netra_lint.fixes.write import Change, WriteError, write

        try:
            write([Change(path, self._before[path], new) for path, new in unit.items()])
        except WriteError as error:
            return str(error)
        return ""


def _is_threading(found: object) -> bool:
    """Whether a finding's fix threads ids through functions."""
    fix = getattr(found, "fix", None)
    return bool(fix is not None and fix.heading)
