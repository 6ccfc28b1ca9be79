"""A file as edits see it: its text, exactly as it stands, and its syntax tree with places."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import warnings
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from netra_lint.diagnostics import Location

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"

Range = tuple[int, int]
"""Two offsets in characters, the end exclusive."""


class SourceError(Exception):
    """A file that is no Python source that could be edited."""


@dataclass(frozen=True)
class SourceFile:
    """The source of one file.

    Attributes:
        path: its absolute path.
        content: its bytes.
    """

    path: str
    content: bytes

    @cached_property
    def encoding(self) -> str:
        """The encoding that the file declares, or UTF-8.

        Raises:
            SourceError: when it declares one that is not known.
        """
        try:
            found, _ = tokenize.detect_encoding(io.BytesIO(self.content).readline)
        except SyntaxError as error:
            raise SourceError(str(error)) from error
        return "utf-8" if found == "utf-8-sig" else found

    @cached_property
    def text(self) -> str:
        """The text without a byte order mark, line endings as they are.

        Raises:
            SourceError: when the bytes do not fit the encoding, or would not be
                the same again.
        """
        content = self.content.removeprefix(_BOM)
        try:
            text = content.decode(self.encoding)
            is_lasting = self.encoding == "utf-8" or text.encode(self.encoding) == content
        except (UnicodeError, LookupError) as error:
            raise SourceError(str(error)) from error
        if not is_lasting:
            raise SourceError(f"the encoding {self.encoding} would write the file otherwise")
        return text

    def encoded(self, text: str) -> bytes:
        """Return the bytes of a text in this file's encoding, with its byte order mark.

        Raises:
            SourceError: when the text has characters that the encoding lacks.
        """
        try:
            content = text.encode(self.encoding)
        except UnicodeError as error:
            raise SourceError(str(error)) from error
        return _BOM + content if self.content.startswith(_BOM) else content

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree.

        Raises:
            SourceError: when there is none.
        """
        return parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All nodes of the tree, from the outside in.

        Raises:
            SourceError: when there is no tree.
        """
        return list(ast.walk(self.tree))

    @cached_property
    def learnt(self) -> dict[object, Any]:
        """What repairs found out about parts of the file, kept for the next one."""
        return {}

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """Each node's parent."""
        found: dict[ast.AST, ast.AST] = {}
        for node in self.nodes:
            for child in ast.iter_child_nodes(node):
                found[child] = node
        return found

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which the lines start."""
        return [0, *(match.end() for match in _NEWLINE.finditer(self.text))]

    @cached_property
    def newline(self) -> str:
        """The file's line ending: that of its first line."""
        match = _NEWLINE.search(self.text)
        return match[0] if match else "\n"

    @cached_property
    def indent(self) -> str:
        """One level of the file's indentation."""
        match = re.search(r":[^\n\r]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*([ \t]+)\S", self.text)
        return _level(match[1]) if match else "    "

    @cached_property
    def quote(self) -> str:
        """The quotation mark that the file uses more often."""
        return "'" if self.text.count("'") > self.text.count('"') else '"'

    def line(self, row: int) -> str:
        """Return one line without its ending; rows count from 1."""
        end = self.starts[row] if row < len(self.starts) else len(self.text)
        return self.text[self.starts[row - 1] : end].rstrip("\r\n")

    def offset(self, row: int, column: int) -> int:
        """Return the offset of a row (from 1) and a column in characters (from 0)."""
        return self.starts[row - 1] + column

    def location(self, offset: int) -> Location:
        """Return the row and column, both from 1, of an offset."""
        row = bisect_right(self.starts, offset)
        return Location(row, offset - self.starts[row - 1] + 1)

    def at(self, place: Location) -> int:
        """Return the offset of a location, which counts from 1."""
        return self.starts[place.row - 1] + place.column - 1

    def range(self, node: ast.AST) -> Range:
        """Return the offsets of a node's start and end.

        A decorated definition starts at its first decorator.
        """
        row, column = node.lineno, node.col_offset  # type: ignore[attr-defined]
        end_row, end = node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]
        decorators = getattr(node, "decorator_list", None)
        if decorators:
            first = self.range(decorators[0])[0]
            return self.text.rindex("@", 0, first), self._from_bytes(end_row, end)
        return self._from_bytes(row, column), self._from_bytes(end_row, end)

    def code(self, node: ast.AST) -> str:
        """Return the text of a node."""
        start, end = self.range(node)
        return self.text[start:end]

    def _from_bytes(self, row: int, column: int) -> int:
        start = self.starts[row - 1]
        piece = self.text[start : start + column]
        if piece.isascii():
            return start + column
        return start + len(self.line(row).encode("utf-8")[:column].decode("utf-8", "ignore"))


def parse(text: str) -> ast.Module:
    """Parse a text.

    Raises:
        SourceError: when it is no valid Python.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise SourceError(str(error)) from error


def _level(first: str) -> str:
    """A first indented line can be several levels in when it continues another; tabs never are."""
    if "\t" in first:
        return "\t"
    return first if len(first) in (2, 3, 4) else "    "
