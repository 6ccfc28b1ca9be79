"""A choice written as statements: the guide's ``if`` and ``elif``."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit
from netra_lint.fixes.layout import (
    indentation,
    level_at,
    shifted,
    trailing_comment,
    unified,
)
from netra_lint.fixes.logs import debug_line
from netra_lint.fixes.project import is_dotted, last_name
from netra_lint.fixes.rows import Room, room_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.choices import Choice
    from netra_lint.fixes.site import Site

_SCHEDULERS = (
    "create_task", "ensure_future", "run_coroutine_threadsafe", "run_until_complete",
    "append", "add",
)  # fmt: skip
_WAITERS = ("wait_for", "shield", "create_task", "ensure_future")


def value_of(site: Site) -> ast.expr:
    """Return the call, or the ``await`` of it."""
    parent = site.parent(site.call)
    return parent if isinstance(parent, ast.Await) else site.call


def can_branch(site: Site) -> bool:
    """Tell whether the statement around a call may stand in branches as a whole."""
    return _is_whole(site, site.statement) and room_for(site.source, site.statement) is not None


def _is_whole(site: Site, statement: ast.stmt) -> bool:
    """Whether the statement does nothing but make the call and use its result."""
    if not isinstance(statement, (ast.Expr, ast.Assign, ast.AnnAssign, ast.Return)):
        return False
    node = value_of(site)
    if statement.value is node:
        return isinstance(statement, ast.Expr) or node is not site.call
    return _is_wrapped(site, statement)


def _is_wrapped(site: Site, statement: ast.stmt) -> bool:
    """Whether the coroutine is handed to a call that only runs or keeps it."""
    outer = site.parent(site.call)
    if not (isinstance(outer, ast.Call) and site.call in outer.args and is_dotted(outer.func)):
        return False
    others = [*outer.args, *(word.value for word in outer.keywords)]
    if any(_acts(each) for each in others if each is not site.call):
        return False
    above = site.parent(outer)
    if above is statement:
        return isinstance(statement, ast.Expr)
    if isinstance(above, ast.Await) and site.parent(above) is statement:
        unused = isinstance(statement, ast.Expr) and last_name(outer.func) != "gather"
        return unused or last_name(outer.func) in _WAITERS
    return False


def skipped(site: Site) -> str:
    """Return the function that is given a send's coroutine, and is not called without one.

    ``""`` for what only runs or keeps it, and where the send is no such argument.
    """
    outer = site.parent(site.call)
    if not isinstance(outer, ast.Call) or site.call not in outer.args or not can_branch(site):
        return ""
    known = last_name(outer.func) in (*_SCHEDULERS, *_WAITERS)
    text = ast.unparse(outer.func)
    return "" if known or text == "asyncio.run" else text


def _acts(node: ast.expr) -> bool:
    return any(isinstance(each, (ast.Call, ast.Await)) for each in ast.walk(node))


@dataclass(frozen=True)
class Place:
    """What branches stand in for.

    Attributes:
        start, end: the range in the file.
        indent: the indentation of the first branch.
        word: ``if`` or, where it continues a ladder, ``elif``.
        is_closed: whether the file goes on with an ``else`` or ``elif`` of its own.
        is_guard: whether a guard around the statement is replaced with it.
        before, after: what stands around the branches.
    """

    start: int
    end: int
    indent: str
    word: str = "if"
    is_closed: bool = False
    is_guard: bool = False
    before: str = ""
    after: str = ""


def branches(choice: Choice) -> list[Edit]:
    """Write a choice as an ``if`` with branches.

    Args:
        choice: the send and its targets, of which no one can always be taken.

    Returns:
        The edits; assignments that have to come before stand there too.
    """
    site = choice.site
    choice.move()
    place = _guarded(choice) or _plain(site)
    if place.is_guard:
        _ask_again(choice)
    text = place.before + "".join(_lines(choice, place)).rstrip(" \t\n") + place.after
    return [edit(site.source, (place.start, place.end), localised(site, text))]


def localised(site: Site, text: str) -> str:
    """Return a text with the line endings of its file."""
    return text.replace("\n", site.source.newline)


def _plain(site: Site) -> Place:
    room = _room(site)
    end = room.end + len(_comment(site))
    return Place(room.start, end, room.indent, before=room.before, after=room.after)


def _room(site: Site) -> Room:
    room = room_for(site.source, site.statement)
    assert room is not None
    return room


def _comment(site: Site) -> str:
    """Return the comment behind the statement with the blanks before it, or ``""``."""
    room = _room(site)
    found = "" if room.after else trailing_comment(site.source, room.end)
    return found if found.strip() else ""


def _guarded(choice: Choice) -> Place | None:
    """Return the place of a guard that only asks for the recipient: it is replaced."""
    site, source = choice.site, choice.site.source
    guard = site.parent(site.statement)
    if not isinstance(guard, ast.If) or guard.body != [site.statement]:
        return None
    if not isinstance(site.statement, ast.Expr) or not _asks_for(guard.test, site.argument):
        return None
    where, body = source.range(guard)[0], source.range(site.statement)[0]
    if source.text[source.range(guard.test)[1] : body].strip() != ":":
        return None  # a comment between them would be lost
    word = "elif" if source.text.startswith("elif", where) else "if"
    if choice.setup and (word == "elif" or _has_effects(choice)):
        return None
    end = _plain(site).end
    return Place(where, end, indentation(source, where), word, bool(guard.orelse), True)


def _ask_again(choice: Choice) -> None:
    """Ask for what was known to be there by the guard alone that is replaced."""
    last = choice.targets[-1]
    if not last.condition and last.recipient == choice.site.source.code(choice.site.argument):
        choice.targets = [*choice.targets[:-1], replace(last, condition=last.recipient)]


def _has_effects(choice: Choice) -> bool:
    return bool(choice.writer.receiver) or any(
        _acts(choice.writer.slots[number].value) for number in choice.writer.moved
    )


def _asks_for(test: ast.expr, recipient: ast.expr) -> bool:
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], (ast.IsNot, ast.NotEq)):
        right = test.comparators[0]
        if len(test.ops) == 1 and isinstance(right, ast.Constant) and right.value is None:
            test = test.left
    return ast.dump(test) == ast.dump(recipient)


def _lines(choice: Choice, place: Place) -> Iterator[str]:
    site = choice.site
    level = level_at(site.source, site.source.range(site.statement)[0], _outer(site))
    leaves = isinstance(site.statement, ast.Return)
    for each in choice.setup:
        yield f"{each}\n{place.indent}"
    word, note = place.word, _comment(site)
    for target, call in zip(choice.targets, choice.calls(), strict=True):
        body = shifted(_with_call(site, call, word), 0 if place.is_guard else 1, level)
        head = f"{word} {target.condition}:" if target.condition else "else:"
        yield f"{head}{note}\n{place.indent}{level}{body}\n{place.indent}"
        word, note = "if" if leaves else "elif", ""
    rest = "" if place.is_closed or choice.is_total else without_recipient(site)
    if rest:
        yield rest if leaves else f"else:\n{place.indent}{level}{rest}"


def _outer(site: Site) -> int:
    """Return where what the statement stands in starts."""
    parent = site.parent(site.statement)
    while not isinstance(parent, (ast.stmt, ast.Module, ast.match_case)):
        parent = site.parent(parent)
    if isinstance(parent, ast.Module):
        return 0
    return site.source.range(parent.pattern if isinstance(parent, ast.match_case) else parent)[0]


def _with_call(site: Site, call: str, word: str) -> str:
    """Return the statement's text with another call in it."""
    start, end = site.source.range(site.statement)
    left, right = site.source.range(site.call)
    text = site.source.text
    head = _unannotated(site) if word == "elif" else ""
    return (head or unified(text[start:left])) + call + unified(text[right:end])


def _unannotated(site: Site) -> str:
    """Return the start of an annotated assignment as a plain one: it is annotated once."""
    statement, source = site.statement, site.source
    if not isinstance(statement, ast.AnnAssign) or statement.value is None:
        return ""
    begin, left = source.range(statement.annotation)[1], source.range(site.call)[0]
    return unified(source.code(statement.target) + source.text[begin:left])


def without_recipient(site: Site) -> str:
    """Return the statement for the case without a recipient, empty for none."""
    statement, source = site.statement, site.source
    if isinstance(statement, ast.Expr):
        return debug_line(site)
    if isinstance(statement, ast.Return):
        return "return False"
    if isinstance(statement, ast.AnnAssign):
        return f"{source.code(statement.target)} = False"
    assert isinstance(statement, ast.Assign)
    return "".join(f"{source.code(target)} = " for target in statement.targets) + "False"
