"""What flake8 calls, once for each file."""

from __future__ import annotations

import codecs
import io
import os
import tokenize
from typing import TYPE_CHECKING, ClassVar

from netra_lint import __version__
from netra_lint.flake8_plugin import options as settings
from netra_lint.flake8_plugin.glance import cannot_matter
from netra_lint.project.disk import content_of

if TYPE_CHECKING:
    import argparse
    import ast
    from collections.abc import Iterator, Sequence

    from flake8.options.manager import OptionManager

    from netra_lint.cache.codec import Brief
    from netra_lint.cache.shortcut import Shortcut
    from netra_lint.diagnostics import Diagnostic
    from netra_lint.engine import Session

_HINT = " (netra-lint fix can repair this)"
"""Says what flake8 itself cannot do."""
_Result = tuple[int, int, str, type["Plugin"]]


class Plugin:
    """Checks one file with what is known of its project.

    The knowledge is shared by all files that one process checks. flake8 itself
    reports files that cannot be parsed.
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
        content = _as_saved(path, content)
        shortcut = settings.shortcut(self._options, path)
        known = None if shortcut is None else shortcut.findings(content)
        # flake8 looks for comments on the row that it prints; ours count in all of the statement.
        heeds_all = getattr(self._options, "disable_noqa", False)
        for each in self._found(path, content, shortcut) if known is None else known:
            if heeds_all or not each.is_silenced:
                hint = _HINT if each.is_safe else ""
                yield each.row, each.column - 1, f"{each.code} {each.message}{hint}", type(self)

    def _found(self, path: str, content: bytes, shortcut: Shortcut | None) -> list[Brief]:
        from netra_lint.cache.codec import Brief
        from netra_lint.config.errors import UserError

        try:
            shared = self._shared()
            found = shared.diagnostics(path, content)
            if self._options is not None and not self._options.netra_lint_no_cache:
                shared.mark(path, b"" if shortcut is None else shortcut.key)
        except UserError as error:
            return [Brief(1, 1, "NTR001", str(error), is_safe=False, is_silenced=False)]
        return [_brief(each) for each in found]

    @classmethod
    def _shared(cls) -> Session:
        if cls._session is None:
            from netra_lint.engine import Session

            cls._session = Session(settings.request(cls._options))
        return cls._session


def _brief(found: Diagnostic) -> Brief:
    from netra_lint.cache.codec import SAFE, Brief

    is_safe = found.fix is not None and found.fix.applicability.value == SAFE
    where = found.location
    return Brief(where.row, where.column, found.code, found.message, is_safe, found.is_silenced)


def _as_saved(path: str, content: bytes) -> bytes:
    """Return a file's own bytes where flake8 has changed them only as it reads all files.

    It leaves out the byte order mark and makes all line ends alike; what is known
    of the file as it is saved would not be found under such bytes.
    """
    saved = content_of(path)
    if saved is None:
        return content
    read = saved.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return saved if read == content else content


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
    except (SyntaxError, LookupError, UnicodeError):
        return content
