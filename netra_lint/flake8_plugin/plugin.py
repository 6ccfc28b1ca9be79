"""What flake8 calls, once for each file."""

from __future__ import annotations

import io
import os
import tokenize
from typing import TYPE_CHECKING, ClassVar

from netra_lint import __version__
from netra_lint.flake8_plugin import options as settings
from netra_lint.flake8_plugin.glance import cannot_matter

if TYPE_CHECKING:
    import argparse
    import ast
    from collections.abc import Iterator, Sequence

    from flake8.options.manager import OptionManager

    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine import Session

_Result = tuple[int, int, str, type["Plugin"]]


class Plugin:
    """Checks one file with what is known of its project.

    The knowledge is shared by all files that one process checks. flake8 itself
    reports files that cannot be parsed, and honours ``# noqa``.
    """

    name = "netra-lint"
    version = __version__
    _options: ClassVar[argparse.Namespace | None] = None
    _session: ClassVar[Session | None] = None
    _is_configured: ClassVar[bool] = False

    def __init__(self, tree: ast.AST, filename: str, lines: Sequence[str]) -> None:
        self._filename = filename
        self._lines = lines

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """Tell flake8 of the options."""
        settings.add(manager)

    @classmethod
    def parse_options(cls, options: argparse.Namespace) -> None:
        """Take the options as flake8 read them.

        Raises:
            ExecutionError: when one names no rule, or a configuration cannot
                be used; flake8 prints its text as one line.
        """
        cls._session = None
        settings.check(options)
        cls._options = options
        cls._is_configured = bool(options.netra_lint_config)

    def run(self) -> Iterator[_Result]:
        """Yield row (from 1), column (from 0), text and type of each finding."""
        path = os.path.abspath(self._filename)
        content = encoded("".join(self._lines))
        if not self._is_configured and cannot_matter(path, content):
            return
        from netra_lint.config.errors import UserError

        try:
            shared = self._shared()
            found = shared.diagnostics(path, content)
            if self._options is not None and not self._options.netra_lint_no_cache:
                shared.mark(path)
        except UserError as error:
            yield 1, 0, f"NTR001 {error}", type(self)
            return
        for each in found:
            row, column = each.location.row, each.location.column - 1
            yield row, column, f"{each.code} {each.message}{_hint(each)}", type(self)

    @classmethod
    def _shared(cls) -> Session:
        if cls._session is None:
            from netra_lint.engine import Session

            cls._session = Session(settings.request(cls._options))
        return cls._session


def _hint(found: Diagnostic) -> str:
    """Say what flake8 itself cannot do."""
    safe = found.fix is not None and found.fix.applicability == "safe"
    return " (netra-lint fix can repair this)" if safe else ""


def encoded(text: str) -> bytes:
    """Return the bytes that a file with this text has, in the encoding that it declares.

    Args:
        text: the source as flake8 decoded it, without a byte order mark.

    Returns:
        The bytes, in UTF-8 where nothing else is declared or fits.
    """
    content = text.encode("utf-8", "surrogatepass")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return text.encode(encoding)
    except (SyntaxError, UnicodeEncodeError):
        return content
