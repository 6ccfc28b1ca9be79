"""What Python's own functions give for texts that are known whole.

A text that goes on in an unknown way ends in ``…`` and is left alone.
"""

from __future__ import annotations

import fnmatch
import re
from typing import TYPE_CHECKING
from uuid import UUID

from netra_lint.flow import subscripts
from netra_lint.flow.values import Const, Value, const, constant, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.flow.frames import Arg, Args, Frame
    from netra_lint.flow.machine import Machine

_METHODS = frozenset({
    "split", "rsplit", "partition", "rpartition", "upper", "title", "capitalize", "swapcase",
    "removeprefix", "removesuffix", "replace", "find", "rfind", "index", "rindex", "count",
    "startswith", "endswith", "isdigit", "isdecimal", "isnumeric", "isalnum", "isalpha", "isupper",
    "islower", "isspace", "istitle", "isidentifier", "__contains__", "__eq__", "__ne__",
    "__getitem__", "__len__",
})  # fmt: skip
_OF_MATCH = frozenset({"group", "groups", "start", "end", "span", "__getitem__"})
_SEARCHES = frozenset({"match", "fullmatch", "search"})
_GLOBS: dict[str, Callable[[str, str], bool]] = {
    "fnmatch.fnmatch": fnmatch.fnmatchcase,
    "fnmatch.fnmatchcase": fnmatch.fnmatchcase,
}
_PARSERS: dict[str, Callable[[str], object]] = {"int": int, "float": float, "uuid.UUID": UUID}
_LONG = 2000
_SEARCHED = 200


def is_whole(value: object) -> bool:
    """Whether a constant is a text of which every character is known."""
    return isinstance(value, str) and "…" not in value and len(value) < _LONG


def method(machine: Machine, receiver: Const, name: str, args: Args, frame: Frame) -> Value | None:
    """Return what a method of a known text or match gives, or None."""
    known = is_whole(receiver.value) and name in _METHODS
    if not known and not (isinstance(receiver.value, re.Match) and name in _OF_MATCH):
        return None
    given = _all_plain(machine, args.pos, frame)
    return None if given is None or args.star else _run(getattr(receiver.value, name), *given)


def external(machine: Machine, name: str, args: Args, frame: Frame) -> Value | None:
    """Return what a function of the standard library gives for known texts, or None."""
    holder, _, word = name.rpartition(".")
    if holder == "re" and word in _SEARCHES and len(args.pos) > 1:
        pattern = constant(args.pos[0].get(machine))
        return searched(machine, pattern, word, args.pos[1:])
    if name in _GLOBS:
        given = _all_plain(machine, args.pos, frame)
        return _run(_GLOBS[name], *given) if given is not None and len(given) > 1 else None
    if holder == "str" and args.pos:
        text = constant(args.pos[0].get(machine))
        return method(machine, text, word, args.after(1), frame) if text is not None else None
    return None


def searched(machine: Machine, pattern: Const | None, word: str, args: list[Arg]) -> Value | None:
    """Return what looking for a pattern in a known text gives, or None.

    Args:
        machine: the machine.
        pattern: the pattern.
        word: ``match``, ``fullmatch`` or ``search``.
        args: the text, and perhaps flags.
    """
    text = constant(args[0].get(machine)) if args else None
    if pattern is None or text is None or not is_whole(text.value) or not is_whole(pattern.value):
        return None
    if may_explode(str(pattern.value)) or len(str(text.value)) > _SEARCHED:
        return None
    flags = re.IGNORECASE if len(args) > 1 else 0
    return _run(getattr(re, word), pattern.value, text.value, flags)


def may_explode(pattern: str) -> bool:
    """Whether matching may take exponential time: a repeated group that repeats inside."""
    open_groups, repeats = [], False
    for at, sign in enumerate(pattern):
        if sign == "(":
            open_groups.append(repeats)
            repeats = False
        elif sign == ")":
            inside, repeats = repeats, repeats or bool(open_groups and open_groups.pop())
            if inside and pattern[at + 1 : at + 2] in ("+", "*", "{"):
                return True
        elif sign in "+*{":
            repeats = True
    return False


def fits(pattern: str, text: str) -> bool:
    """Whether a pattern fits the beginning of a text."""
    try:
        return not may_explode(pattern) and re.match(pattern, text) is not None
    except re.error:
        return False


def fails(machine: Machine, name: str, args: Args) -> bool:
    """Whether a function of the standard library surely raises for what it is given."""
    parser = _PARSERS.get(name)
    text = constant(args.pos[0].get(machine)) if parser is not None and args.pos else None
    if parser is None or text is None or not is_whole(text.value):
        return False
    try:
        parser(str(text.value))
    except ValueError:
        return True
    return False


def item(atom: Const, key: Const | None) -> Value:
    """Return an item of a known text, match or tuple."""
    held = atom.value
    if key is None or not (is_whole(held) or isinstance(held, (tuple, re.Match))):
        return unknown()
    return _run(lambda: held[key.value]) or unknown()  # type: ignore[index]


def elements(atom: Const) -> list[Value] | None:
    """Return the elements of a known tuple, or None."""
    if not isinstance(atom.value, tuple):
        return None
    return [const(each) for each in atom.value]


def _all_plain(machine: Machine, args: list[Arg], frame: Frame) -> list[object] | None:
    found = []
    for arg in args:
        value = arg.get(machine)
        known = constant(value)
        if known is not None:
            found.append(known.value)
            continue
        parts = subscripts.sequence(machine, value, frame, frame.facts.exit_mem)
        consts = [constant(part) for part in parts] if parts is not None else [None]
        if None in consts:
            return None
        found.append(tuple(c.value for c in consts if c is not None))
    return found


def _run(function: Callable[..., object], *args: object) -> Value | None:
    try:
        result = function(*args)
    except Exception:  # the linted code's own mistake, whatever it is
        return None
    if isinstance(result, list):
        result = tuple(result)
    if result is None or isinstance(result, (str, int, tuple, re.Match)):
        return {Const(result, type(result).__name__): None}
    return None
