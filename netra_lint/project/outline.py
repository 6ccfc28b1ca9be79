"""Syntax trees whose long function bodies are parsed when something looks into them.

A whole-program question looks into few of the functions of the files that it
reads. So a body is cut out of the text before that is parsed, by its
indentation, and parsed from its own lines when it is first iterated over.
Where the cut is not surely right, the file is parsed whole.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections import OrderedDict
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, SupportsIndex, overload

from netra_lint.project.queries import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORT = 160
"""Bodies of fewer bytes are parsed with their file."""
PARSES = "parses"
"""The view of those who only have to know that a body is one."""
WORDS = "words"
"""The view of those who look for names of routing methods and run ids in its text."""
KEPT = 200
"""How many bodies stay parsed; the ones that were looked into longest ago go first."""
_DEF = re.compile(rb"^( *)(?:async +)?def +(\w+)", re.MULTILINE)
_PLAIN_HEAD = re.compile(rb"[^\n]*:[ ]*(?:#[^\n]*)?\n")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Cut(NamedTuple):
    """A body that was cut out.

    Attributes:
        row: the row of its ``def``, from 1.
        head, start, end: byte offsets of the ``def`` line, of the body, and of its end.
        end_row, end_column: where its last statement ends; the column is -1 where
            only parsing tells, or whether the cut is right.
    """

    row: int
    head: int
    start: int
    end: int
    end_row: int
    end_column: int


class Body(list[ast.stmt]):
    """A function's statements, parsed when they are first looked at.

    Attributes:
        node: the function.
        text: where the statements stand.
        view: as what it is looked at now; empty for all that it is.
    """

    __slots__ = ("_bodies", "_filled", "node", "text", "view")

    def __init__(self, bodies: Bodies, node: ast.FunctionDef | ast.AsyncFunctionDef, cut: Cut):
        super().__init__()
        self._bodies = bodies
        self._filled = False
        self.node = node
        self.text = cut
        self.view = ""

    def may_hold(self, word: bytes) -> bool:
        """Whether a word stands somewhere in its text."""
        self._bodies.notes.asked(self.text, word)
        return self._bodies.content().find(word, self.text.start, self.text.end) >= 0

    def words(self) -> set[bytes]:
        """Return the names that stand in its text, those in strings and comments too.

        Only what routing methods and run ids are called may be taken out of them.
        """
        self._bodies.notes.looked(self.text, WORDS)
        return words_in(self._bodies.content()[self.text.start : self.text.end])

    def _fill(self) -> None:
        self._bodies.notes.looked(self.text, self.view)
        if not self._filled:
            self.take(self._bodies.parsed(self))
        self._bodies.used(self)

    def take(self, statements: list[ast.stmt]) -> None:
        """Take the statements that were parsed from its text."""
        self._filled = True
        super().extend(statements)

    def forget(self) -> None:
        """Drop the statements; they are parsed again when they are needed."""
        self._filled = False
        super().clear()

    def __iter__(self) -> Iterator[ast.stmt]:
        self._fill()
        return super().__iter__()

    def __reversed__(self) -> Iterator[ast.stmt]:
        self._fill()
        return super().__reversed__()

    def __len__(self) -> int:
        self._fill()
        return super().__len__()

    def __bool__(self) -> bool:
        return True

    @overload
    def __getitem__(self, index: SupportsIndex) -> ast.stmt: ...
    @overload
    def __getitem__(self, index: slice) -> list[ast.stmt]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> ast.stmt | list[ast.stmt]:
        self._fill()
        return super().__getitem__(index)

    def __contains__(self, item: object) -> bool:
        self._fill()
        return super().__contains__(item)


@contextmanager
def viewed(body: object, view: str) -> Iterator[None]:
    """Look at a body only to see one thing, which any other body that shows the same may give.

    What is taken out of it must be all in what `netra_lint.flow.views` shows
    under that name.

    Args:
        body: the statements of a function.
        view: what is looked for.
    """
    if not isinstance(body, Body):
        yield
        return
    outer, body.view = body.view, view
    try:
        yield
    finally:
        body.view = outer


class Recent:
    """The bodies that are parsed, of all files: as many as may be."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._bodies: OrderedDict[int, Body] = OrderedDict()

    def used(self, body: Body) -> None:
        """Note that a body is looked at, and drop the oldest when there are too many."""
        key = id(body)
        if key in self._bodies:
            self._bodies.move_to_end(key)
            return
        self._bodies[key] = body
        if len(self._bodies) > self._most:
            self._bodies.popitem(last=False)[1].forget()


class Notes:
    """Is told what is asked of the bodies of one file."""

    def cut(self, cuts: list[Cut]) -> None:
        """Take notice of all bodies that were cut out; not called where none was."""

    def looked(self, cut: Cut, view: str = "") -> None:
        """Take notice that a body is looked into, for one thing or for all."""

    def asked(self, cut: Cut, word: bytes) -> None:
        """Take notice of a word that was looked for in a body."""

    def named(self, name: str) -> None:
        """Take notice that it was looked up what a module's name is bound to."""

    def took(self, node: ast.stmt | ast.expr) -> None:
        """Take notice that one function or class of the file is looked at, or all of its class."""

    def whole(self) -> None:
        """Take notice that all statements outside of the bodies may be looked at."""


class Noted(Notes):
    """What one analysis asked of the bodies of one file.

    Attributes:
        cuts: where the bodies start that were cut out, in order.
        looks: where those start that were looked into for all that they are.
        views: for what else bodies were looked into.
        words: what words were looked for in which bodies.
        names: the names that were looked up.
        taken: where the functions and classes start that were looked at.
        is_whole: whether all may have been looked at outside of the bodies.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.taken: set[tuple[int, int]] = set()
        self.is_whole = False
        self.cuts: list[int] = []
        self.looks: set[int] = set()
        self.views: dict[int, set[str]] = {}
        self.words: dict[int, set[bytes]] = {}

    def cut(self, cuts: list[Cut]) -> None:
        """Take notice of all bodies that were cut out."""
        self.cuts = [each.start for each in cuts]

    def looked(self, cut: Cut, view: str = "") -> None:
        """Take notice that a body is looked into, for one thing or for all."""
        if view:
            self.views.setdefault(cut.start, set()).add(view)
        else:
            self.looks.add(cut.start)

    def asked(self, cut: Cut, word: bytes) -> None:
        """Take notice of a word that was looked for in a body."""
        self.words.setdefault(cut.start, set()).add(word)

    def named(self, name: str) -> None:
        """Take notice that it was looked up what a module's name is bound to."""
        self.names.add(name)

    def took(self, node: ast.stmt | ast.expr) -> None:
        """Take notice that one function or class of the file is looked at, or all of its class."""
        self.taken.add((node.lineno, node.col_offset))

    def whole(self) -> None:
        """Take notice that all statements outside of the bodies may be looked at."""
        self.is_whole = True


class Bodies:
    """The bodies cut out of one file.

    Args:
        content: what gives the file's bytes.
        recent: where parsed bodies of all files are kept.
        failed: what is told of a body that cannot be parsed.
        notes: what is told what is asked.

    Attributes:
        cuts: the bodies; empty where the file is parsed whole.
    """

    def __init__(
        self,
        content: Callable[[], bytes],
        recent: Recent,
        failed: Callable[[Exception], None],
        notes: Notes | None = None,
    ) -> None:
        self.notes = notes or Notes()
        self.content = content
        self.used = recent.used
        self._failed = failed
        self.cuts: list[Cut] = []
        self._unsure: list[Cut] = []

    def cut(self, cuts: list[Cut]) -> None:
        """Take notice of the bodies."""
        self.cuts = cuts
        self.notes.cut(cuts)

    def tell(self, notes: Notes) -> None:
        """Tell somebody else what is asked from now on, as if the file were parsed anew."""
        self.notes = notes
        for each in self._unsure:
            notes.looked(each, PARSES)
        if self.cuts:
            notes.cut(self.cuts)

    def can_parse(self, body: Body) -> bool:
        """Return whether a body that may be cut wrongly is one function's; parse it then."""
        self._unsure.append(body.text)
        self.notes.looked(body.text, PARSES)
        try:
            body.take(self._statements(body))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
        self.used(body)
        return True

    def parsed(self, body: Body) -> list[ast.stmt]:
        """Return the statements of a body, at the places that they have in the file."""
        try:
            return self._statements(body)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            self._failed(error)
            return [ast.copy_location(ast.Pass(), body.node)]

    def _statements(self, body: Body) -> list[ast.stmt]:
        cut = body.text
        found = function(self.content()[cut.head : cut.end], cut.row)
        body.node.end_lineno = found.end_lineno
        body.node.end_col_offset = found.end_col_offset
        return found.body


def function(text: bytes, row: int) -> ast.FunctionDef | ast.AsyncFunctionDef:
    """Parse one function.

    Args:
        text: its lines, as indented as they are.
        row: the row of its ``def`` in the file, from 1; at least 2 where it is indented.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: as ``ast.parse`` does.
    """
    indented = text.startswith(b" ")
    padding = b"\n" * (row - 1)
    if indented:
        # What is indented needs something to stand in; on the row above, columns stay.
        padding = b"\n" * (row - 2) + b"if 1:\n"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (statement,) = ast.parse(padding + text).body
    if indented:
        assert isinstance(statement, ast.If)
        (statement,) = statement.body
    assert isinstance(statement, _FUNCTIONS)
    return statement


def parse(content: bytes, path: str, bodies: Bodies) -> ast.Module:
    """Parse a file, its long function bodies only when they are looked at.

    Args:
        content: the file's bytes.
        path: the file, for messages.
        bodies: what parses a body later.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: as ``ast.parse`` does,
            for what stands outside of those bodies.
    """
    cuts = cuts_in(content)
    if cuts:
        tree = _parsed(without(content, cuts), path)
        if tree is not None and _put_in(tree, cuts, bodies):
            bodies.cut(cuts)
            return tree
    return ast.parse(content, path)


def _parsed(content: bytes, path: str) -> ast.Module | None:
    try:
        return ast.parse(content, path)
    except SyntaxError:
        return None


def _is_plain(content: bytes) -> bool:
    """Whether lines and columns of the bytes are those of the text."""
    if b"\t" in content or b"\r" in content or b"\f" in content:
        return False
    if content.isascii():
        return b"coding" not in content[:200]
    if content.startswith(b"\xef\xbb\xbf") or b"coding" in content[:200]:
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=64)
def _dedent(indent: int) -> re.Pattern[bytes]:
    """What finds a line that is not within a block below some indentation."""
    return re.compile(rb"^ {0,%d}[^ \n#]" % indent, re.MULTILINE)


def cuts_in(content: bytes) -> list[Cut]:
    """Return the bodies to cut out of a file; none where that is not surely right."""
    return _cuts(content) if _is_plain(content) else []


def _cuts(content: bytes) -> list[Cut]:
    found: list[Cut] = []
    position, row, counted = 0, 1, 0
    while match := _DEF.search(content, position):
        head = match.start()
        start = _head_end(content, match.end())
        if not start:
            position = match.end()
            continue
        end = _body_end(content, start, len(match[1]))
        position = end
        if end - start < SHORT:
            continue
        row += content.count(b"\n", counted, head)
        counted = head
        line, column = _last_code(content, start, end)
        if _dedent(len(match[1])).search(content, start, end):
            column = -1
        found.append(Cut(row, head, start, end, row + content.count(b"\n", head, line), column))
    return found


def _last_code(content: bytes, start: int, end: int) -> tuple[int, int]:
    """Return where the last line that is no comment begins, and the column of its end."""
    while end > start:
        line = content.rfind(b"\n", start, end - 1) + 1 or start
        text = content[line:end].rstrip()
        bare = text.lstrip()
        if b"#" in text and (not bare.startswith(b"#") or b'"""' in text or b"'''" in text):
            return line, -1
        if bare and not bare.startswith(b"#"):
            return line, -1 if bare in (b"\\", b";") or bare.endswith(b";") else len(text)
        end = line
    return start, -1


def _head_end(content: bytes, position: int) -> int:
    """Return where the lines after a function's head begin, or 0 for a body on its own line."""
    open_brackets = 0
    while line := _line(content, position):
        code = line.partition(b"#")[0].rstrip()
        open_brackets += sum(code.count(c) for c in (b"(", b"[", b"{"))
        open_brackets -= sum(code.count(c) for c in (b")", b"]", b"}"))
        position += len(line)
        if open_brackets <= 0:
            return position if code.endswith(b":") else 0
    return 0


def _line(content: bytes, position: int) -> bytes:
    end = content.find(b"\n", position)
    return content[position : end + 1] if end >= 0 else b""


def _body_end(content: bytes, start: int, indent: int) -> int:
    """Return where a body ends: at a line outside it that is not within a string."""
    pattern, position = _dedent(indent), start
    while match := pattern.search(content, position):
        end = match.start()
        if not _goes_on(content, start, end):
            return end
        position = match.end()
    return len(content)


def _goes_on(content: bytes, start: int, end: int) -> bool:
    """Whether a string or a statement of a body seems to reach beyond a line."""
    return (
        content.count(b'"""', start, end) % 2 == 1
        or content.count(b"'''", start, end) % 2 == 1
        or content.endswith(b"\\\n", start, end)
    )


def without(content: bytes, cuts: list[Cut]) -> bytes:
    """Return the text with ``pass`` for each body, every other line where it was."""
    parts, position = [], 0
    for cut in cuts:
        parts.append(content[position : cut.start])
        indent = len(_INDENT.match(content, cut.head)[0]) + 1  # type: ignore[index]
        parts.append(b" " * indent + b"pass")
        parts.append(b"\n" * content.count(b"\n", cut.start, cut.end))
        position = cut.end
    parts.append(content[position:])
    return b"".join(parts)


_INDENT = re.compile(rb" *")


def _put_in(tree: ast.Module, cuts: list[Cut], bodies: Bodies) -> bool:
    """Give the functions their bodies to be; return whether each belongs to one."""
    by_row = {cut.row: cut for cut in cuts}
    return _put_below(tree, by_row, bodies) and not by_row


def _put_below(node: ast.AST, cuts: dict[int, Cut], bodies: Bodies) -> bool:
    last: ast.AST | None = None
    for name in ("body", "handlers", "orelse", "finalbody", "cases"):
        for part in getattr(node, name, ()):
            last = part.body[-1] if isinstance(part, ast.match_case) else part
            if isinstance(part, _FUNCTIONS):
                cut = cuts.pop(part.lineno, None)
                if cut is not None and not _put(part, cut, bodies):
                    return False
            elif not _put_below(part, cuts, bodies):
                return False
    places = (ast.stmt, ast.excepthandler)
    if isinstance(last, places) and isinstance(node, places):
        node.end_lineno, node.end_col_offset = last.end_lineno, last.end_col_offset
    return True


def _put(node: ast.FunctionDef | ast.AsyncFunctionDef, cut: Cut, bodies: Bodies) -> bool:
    if len(node.body) != 1 or type(node.body[0]) is not ast.Pass:
        return False
    node.body = Body(bodies, node, cut)
    node.end_lineno, node.end_col_offset = cut.end_row, cut.end_column
    return cut.end_column >= 0 or bodies.can_parse(node.body)
