"""Texts: where an id stays whole in one, or at least begins it, and where not."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from netra_lint.flow import attributes, pieces, subscripts, texts
from netra_lint.flow.values import (
    UNKNOWN,
    Const,
    Hole,
    Ident,
    Obj,
    Value,
    const,
    constant,
    union,
    unknown,
)
from netra_lint.flow.words import is_shifted
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Trace

_FIELD = re.compile(r"\{(\w*)((?:\.\w+|\[\w+\])*)(?:!([sra]))?(?::([^{}]*))?\}")
_PERCENT = re.compile(r"%(?:\((\w+)\))?[-+ #0]*\d*(?:\.\d+)?([a-zA-Z%])")
_DOLLAR = re.compile(r"\$(?:\{(\w+)\}|(\w+))")


def text(machine: Machine, parts: tuple[int, ...], frame: Frame) -> Value:
    """Return what a formatted string is: an id where it keeps one whole or begins with it."""
    return joined([machine.eval(part, frame) for part in parts])


def joined(values: list[Value]) -> Value:
    """Return what the texts of some values one behind the other are."""
    if not all(values):
        return unknown()
    known = [c.value for c in map(constant, values) if c is not None]
    if len(known) == len(values) and all(texts.is_whole(each) for each in known):
        return const("".join(map(str, known)))
    if not values:
        return const("")
    while len(values) > 1:
        first = constant(values[0])
        if first is None or not isinstance(first.value, str) or first.value.strip():
            break
        values = values[1:]
    rest = [constant(value) for value in values[1:]]
    if all(c is not None and not str(c.value).strip() for c in rest):
        return values[0]
    if all(c is not None for c in rest) and (first := constant(values[0])) is not None:
        return const("".join(str(c.value) for c in (first, *rest)))  # type: ignore[union-attr]
    return begun(values[0])


def begun(value: Value) -> Value:
    """Return a text that begins with a value and goes on: a run id is still told as one."""
    found: Value = {}
    for atom, trace in value.items():
        if isinstance(atom, Const):
            found[Const(f"{atom.value}…", "str")] = None
        elif (isinstance(atom, Ident) and atom.kind == RUN) or (
            isinstance(atom, Hole) and not atom.kind and not atom.classes
        ):
            found[atom] = trace
        else:
            found[UNKNOWN] = None
    return found


def added(left: Value, right: Value) -> Value:
    """Return the sum of two texts."""
    if any(not isinstance(a, (Const, Ident, Hole)) for a in left) and constant(right) is None:
        return unknown()
    first = constant(left)
    if first is not None and not isinstance(first.value, (str, bytes)):
        return unknown()
    return joined([left, right])


def method(
    machine: Machine,
    frame: Frame,
    node: int,
    receiver: Ident | Const,
    name: str,
    args: Args,
    trace: Trace | None,
) -> Value:
    """Return what a text's own method gives."""
    folded = (
        texts.method(machine, receiver, name, args, frame) if isinstance(receiver, Const) else None
    )
    if folded is not None:
        return folded
    mem = frame.facts.nodes[node][4]
    template = receiver.value if isinstance(receiver, Const) else None
    if name == "join" and args.pos:
        return _join(machine, frame, template, args, mem)
    if name in ("format", "format_map") and isinstance(template, str):
        return _formatted(machine, frame, template, name, args, mem)
    if name == "replace" and isinstance(receiver, Ident):
        return begun({receiver: trace}) if _spares(machine, receiver, args) else unknown()
    if name in SPLITTING:
        return {Obj(frame, node, "list"): None}
    return unknown()


def _spares(machine: Machine, receiver: Ident, args: Args) -> bool:
    """Whether a replacement leaves alone what tells an id's kind."""
    old = constant(args.pos[0].get(machine)) if args.pos else None
    prefix = f"{receiver.kind}_"
    text = str(old.value) if old is not None else ""
    return bool(text) and text not in prefix and not text.startswith(prefix)


SPLITTING = frozenset({"split", "rsplit", "partition", "rpartition", "splitlines"})
"""Methods that give the parts of a text."""


def _join(machine: Machine, frame: Frame, separator: object, args: Args, mem: int) -> Value:
    value = args.pos[0].get(machine)
    parts = subscripts.sequence(machine, value, frame, mem)
    if parts is not None and isinstance(separator, str):
        pieces = [p for part in parts for p in (const(separator), part)][1:]
        return joined(pieces) if pieces else const("")
    if parts is not None and len(parts) == 1:
        return parts[0]
    return subscripts.elements(machine, value, frame, mem)


def _formatted(
    machine: Machine, frame: Frame, template: str, name: str, args: Args, mem: int
) -> Value:
    parts = filled(machine, frame, template, name, args, mem)
    return joined([part for part in parts if constant(part) != Const("", "str")])


def filled(
    machine: Machine, frame: Frame, template: str, name: str, args: Args, mem: int
) -> list[Value]:
    """Return the literal parts of a template and what is put between them, in order."""
    found: list[Value] = []
    at = count = 0
    for field in _FIELD.finditer(template):
        found.append(const(template[at : field.start()]))
        at = field.end()
        word = field[1] or str(count)
        count += not field[1]
        value = _named(machine, frame, word, name, args, mem)
        for step in re.findall(r"\.(\w+)|\[(\w+)\]", field[2]):
            value = _step(machine, frame, value, step, mem)
        changed = field[3] in ("r", "a") or is_shifted(field[4] or "")
        found.append(unknown() if changed else value)
    return [*found, const(template[at:])]


def _step(machine: Machine, frame: Frame, value: Value, step: tuple[str, str], mem: int) -> Value:
    if step[0]:
        return attributes.load(machine, value, step[0], frame, mem)
    key = int(step[1]) if step[1].isdigit() else step[1]
    return subscripts.item(machine, value, Const(key, type(key).__name__), frame, mem)


def _named(machine: Machine, frame: Frame, word: str, name: str, args: Args, mem: int) -> Value:
    if name == "format_map" and args.pos:
        key = Const(word, "str")
        return subscripts.item(machine, args.pos[0].get(machine), key, frame, mem)
    if word.isdigit():
        arg = args.get(int(word)) or args.star
        return arg.get(machine) if arg is not None else unknown()
    if word in args.kw:
        return args.kw[word].get(machine)
    if args.extra is not None:
        return subscripts.item(machine, args.extra.get(machine), Const(word, "str"), frame, mem)
    return unknown()


def percent(machine: Machine, left: Value, right: Value, frame: Frame, mem: int) -> Value:
    """Return what ``left % right`` gives for a text that is known."""
    template = constant(left)
    if template is None or not isinstance(template.value, str):
        return unknown()
    parts = subscripts.sequence(machine, right, frame, mem)
    values = parts if parts is not None else [right]
    pieces: list[Value] = []
    at = count = 0
    for field in _PERCENT.finditer(template.value):
        pieces.append(const(template.value[at : field.start()]))
        at = field.end()
        if field[1]:
            value = subscripts.item(machine, right, Const(field[1], "str"), frame, mem)
        elif field[2] == "%":
            value = const("%")
        else:
            value = values[count] if count < len(values) else unknown()
            count += 1
        pieces.append(value if field[2] in "sd%" else unknown())
    pieces.append(const(template.value[at:]))
    return joined([piece for piece in pieces if constant(piece) != Const("", "str")])


def substituted(machine: Machine, frame: Frame, template: Value, args: Args, mem: int) -> Value:
    """Return what a ``string.Template`` gives for its names."""
    known = constant(template)
    if known is None or not isinstance(known.value, str):
        return unknown()
    pieces: list[Value] = []
    at = 0
    for field in _DOLLAR.finditer(known.value):
        pieces.append(const(known.value[at : field.start()]))
        at = field.end()
        word = field[1] or field[2]
        value = _named(machine, frame, word, "format", args, mem)
        if word not in args.kw and args.pos:
            key = Const(word, "str")
            value = subscripts.item(machine, args.pos[0].get(machine), key, frame, mem)
        pieces.append(value)
    pieces.append(const(known.value[at:]))
    return joined([piece for piece in pieces if constant(piece) != Const("", "str")])


# -- parts of a text ------------------------------------------------------------------


def split(machine: Machine, base: int, frame: Frame, name: str, args: Args) -> list[Value] | None:
    """Return the parts that splitting a text gives, or None when they cannot be told."""
    found = pieces.pieces(machine, base, frame)
    given, limit = args.get(0, "sep"), args.get(1, "maxsplit")
    separator = constant(given.get(machine)) if given is not None else Const(" ", "str")
    most = constant(limit.get(machine)) if limit is not None else None
    if found is None or separator is None or (limit is not None and most is None):
        return None
    if not isinstance(separator.value, str) or not separator.value:
        return None
    if not _is_told(found, separator.value, name, most):
        return None
    rows: list[list[Value]] = [[]]
    for piece in found:
        if not isinstance(piece, str):
            rows[-1].append(piece)
            continue
        first, *others = piece.split(separator.value)
        rows[-1].append(const(first))
        rows += [[const(other)] for other in others]
    parts = [joined([p for p in row if constant(p) != Const("", "str")]) for row in rows]
    return _limited(rows, parts, name, separator.value, most)


def _is_told(found: list[pieces.Piece], separator: str, name: str, most: Const | None) -> bool:
    """Whether the text is split in its literal parts only, and not inside an id."""
    if separator not in ("_", "-") or all(isinstance(piece, str) for piece in found):
        return True
    limit = 1 if name.endswith("partition") else most.value if most is not None else -1
    ordered = reversed(found) if name.startswith("r") else iter(found)
    before = takewhile(lambda piece: isinstance(piece, str), ordered)
    seen = sum(str(piece).count(separator) for piece in before)
    return isinstance(limit, int) and 0 <= limit <= seen


def _limited(
    rows: list[list[Value]], parts: list[Value], name: str, separator: str, most: Const | None
) -> list[Value] | None:
    times = most.value if most is not None else -1
    if name in ("partition", "rpartition"):
        times = 1
    if not isinstance(times, int):
        return None
    if times < 0 or len(parts) - 1 <= times:
        middle = parts
    elif name.startswith("r"):
        middle = [_again(rows[:-times], separator), *parts[-times:]]
    else:
        middle = [*parts[:times], _again(rows[times:], separator)]
    if name in ("partition", "rpartition"):
        return [middle[0], const(separator), middle[1]] if len(middle) == 2 else None
    return middle


def _again(rows: list[list[Value]], separator: str) -> Value:
    whole = [value for row in rows for value in (const(separator), *row)][1:]
    return joined([piece for piece in whole if constant(piece) != Const("", "str")])


def part(machine: Machine, target: Obj, args: Args, word: str, key: object) -> Value:
    """Return one part of a text that was split."""
    frame = target.frame
    func = frame.facts.nodes[frame.facts.nodes[target.node][1]]
    found = split(machine, func[1], frame, word, args)
    if found is not None:
        if isinstance(key, int) and not isinstance(key, bool):
            return found[key] if -len(found) <= key < len(found) else {}
        return union(found)
    if key != 0 and isinstance(key, int):
        return unknown()
    separator = constant(args.pos[0].get(machine)) if args.pos else Const(" ", "str")
    if separator is None or str(separator.value) in "run_":
        return unknown()
    return union([begun(machine.eval(func[1], frame)), unknown() if key != 0 else {}])
