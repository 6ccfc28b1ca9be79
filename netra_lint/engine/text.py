"""The text of files with findings: lines to mark, calls to read, comments to honour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netra_lint.project.disk import content_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netra_lint.flow.hits import Span

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Texts:
    """Lines of files, read once and only when asked for."""

    def __init__(self, overlay: Mapping[str, bytes] | None = None) -> None:
        self._overlay = overlay or {}
        self._lines: dict[str, list[str]] = {}

    def lines(self, path: str) -> list[str]:
        """Return a file's lines without their ends; none when it cannot be read."""
        if path not in self._lines:
            self._lines[path] = _NEWLINE.split(decode(self._content(path)))
        return self._lines[path]

    def line(self, path: str, row: int) -> str:
        """Return one line, empty when there is none; rows count from 1."""
        lines = self.lines(path)
        return lines[row - 1] if 0 < row <= len(lines) else ""

    def part(self, path: str, span: Span) -> str:
        """Return the text of a range."""
        found = self.lines(path)[span.row - 1 : span.end_row]
        if not found:
            return ""
        found[-1] = found[-1][: span.end_column]
        found[0] = found[0][span.column :]
        return "\n".join(found)

    def _content(self, path: str) -> bytes:
        if path in self._overlay:
            return self._overlay[path]
        return content_of(path) or b""


def decode(content: bytes) -> str:
    """Return the text of Python source in the encoding that it declares.

    Args:
        content: the file's bytes.

    Returns:
        The text without a byte order mark; what cannot be decoded is replaced.
    """
    import io
    import tokenize

    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return content.decode(encoding, "replace")
    except (SyntaxError, LookupError, UnicodeError):
        # Unknown, for no text, or for none that has mistakes.
        return content.decode("utf-8-sig", "replace")
