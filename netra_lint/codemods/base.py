"""What the commands share: the repairs of some rules, applied to one module."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext, SkipFile

from netra_lint.config import UserError

if TYPE_CHECKING:
    import argparse

    from netra_lint.engine.repair import Repair


class RepairCommand(CodemodCommand):
    """Applies the fixes of some rules, as ``netra-lint fix`` does, with the whole project known.

    A fix that changes other files as well is left to ``netra-lint fix``: LibCST's
    tool hands over one module at a time.

    Attributes:
        CODES: the rules.
    """

    CODES: ClassVar[tuple[str, ...]] = ()

    def __init__(self, context: CodemodContext, unsafe_fixes: bool = False) -> None:
        super().__init__(context)
        self._unsafe = unsafe_fixes

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        """Declare the command's options."""
        arg_parser.add_argument(
            "--unsafe-fixes",
            action="store_true",
            help="Apply fixes too that could change more than where a message goes.",
        )

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        """Repair a module.

        Raises:
            SkipFile: when the project's settings cannot be used.
        """
        path = os.path.abspath(self.context.filename or "module.py")
        try:
            done = self._repair(path, tree.bytes)
        except UserError as error:
            raise SkipFile(str(error)) from error
        for found in done.report.diagnostics:
            if found.unfixable:
                self.warn(f"{found.location.row}: {found.code}: {found.unfixable}")
        after = done.after.get(path)
        return tree if after is None else cst.parse_module(after)

    def _repair(self, path: str, content: bytes) -> Repair:
        from netra_lint.engine import Request, Stdin
        from netra_lint.engine.repair import fix

        request = Request(paths=(), cwd=os.getcwd(), select=self.CODES, stdin=Stdin(path, content))
        return fix(request, self._unsafe)
