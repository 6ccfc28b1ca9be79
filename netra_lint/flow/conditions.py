"""Whether conditions hold in a frame, and what they tell of the values that they test.

Facts about a value are words: ``truthy``, ``falsy``, ``none``, ``some`` (not None),
``is-<kind>`` and ``not-<kind>`` for each kind of id.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netra_lint.flow import invoke, texts, trials
from netra_lint.flow.graph import RETURNED
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import (
    NONE,
    UNKNOWN,
    Cls,
    Const,
    Ext,
    ExtVal,
    Fn,
    Hole,
    Ident,
    Method,
    Mod,
    Obj,
    Value,
    constant,
    only,
    union,
)
from netra_lint.flow.ways import parts_of, subject
from netra_lint.vocabulary import KINDS, RUN, THREAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Exit, Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom, Trace

Words = frozenset[str]
Held = tuple[tuple[int, int], ...]
NOTHING: Words = frozenset()
NEVER: Words = frozenset({"never"})
_TRUTHY, _FALSY = frozenset({"truthy", "some"}), frozenset({"falsy"})
_IS_NONE, _NOT_NONE = frozenset({"none", "falsy"}), frozenset({"some"})
_SAME = frozenset({"strip", "lstrip", "rstrip", "lower", "casefold"})
_SAME_FUNCTIONS = frozenset({"str", "cast", "bool"})
_DEPTH = 5


def is_kind(kind: str) -> Words:
    """Return the facts of a value that is known to be an id of a kind."""
    others = {f"not-{other}" for other in KINDS if other != kind}
    return frozenset({f"is-{kind}", "truthy", "some", *others})


def not_kind(kind: str) -> Words:
    """Return the facts of a value that is known not to be an id of a kind."""
    return frozenset({f"not-{kind}"})


# -- what is left of a value under facts -------------------------------------------------


def filtered(machine: Machine, value: Value, facts: Words) -> Value:
    """Return what is left of a value under facts."""
    found: dict[Atom, Trace | None] = {}
    for atom, trace in value.items():
        left = _left(machine, atom, facts)
        if left is not None:
            found[left] = trace
    return found


def _left(machine: Machine, atom: Atom, facts: Words) -> Atom | None:
    told = truth_of(atom)
    if (told is False and "truthy" in facts) or (told is True and "falsy" in facts):
        return None
    if isinstance(atom, Const) and (
        (atom.value is None and "some" in facts) or (atom.value is not None and "none" in facts)
    ):
        return None
    if isinstance(atom, Const) and _differs(atom, facts):
        return None
    if "falsy" in facts and isinstance(atom, (Ident, Hole)):
        return NONE
    kind = _kind(machine, atom)
    if kind and f"not-{kind}" in facts:
        return UNKNOWN if isinstance(atom, Hole) else None
    if isinstance(atom, Hole):
        if "is-run" in facts:
            return Ident("run")
        return UNKNOWN if "not-run" in facts and not atom.classes else atom
    return atom


def _differs(atom: Const, facts: Words) -> bool:
    word = f"={atom.value!r}"
    return f"!{word}" in facts or any(f[0] == "=" and f != word for f in facts)


def _kind(machine: Machine, atom: Atom) -> str:
    if isinstance(atom, (Ident, Hole)):
        return atom.kind
    if isinstance(atom, Const) and isinstance(atom.value, str):
        return machine.words.kind_of_text(atom.value)
    return ""


def truth_of(atom: Atom) -> bool | None:
    """Return whether a thing is true, or None when it can be both."""
    if isinstance(atom, Const):
        return bool(atom.value)
    if isinstance(atom, (Fn, Cls, Mod)):
        return True
    if isinstance(atom, Obj) and atom.shape == "instance":
        return None if any(c.find("__bool__") or c.find("__len__") for c in atom.classes) else True
    return None


def may_be(value: Value, truth: bool) -> bool:
    """Return whether a value can have this truth."""
    return any(truth_of(atom) in (truth, None) for atom in value)


def under(
    machine: Machine,
    value: Value,
    node: int,
    held: Held,
    frame: Frame,
) -> Value:
    """Return what is left of a value under the conditions that hold where it is read."""
    about = subject(frame.facts, node)
    value = _narrowed(machine, value, about, held, frame)
    facts, before = NOTHING, value
    for condition, polarity in held:
        facts |= told_by(machine, condition, polarity, about, frame)
    if facts:
        value = _kept_open(value, filtered(machine, value, facts), frame)
    for kind in _kinds_to_try(machine, value, frame):
        if trials.excluded(machine, kind, node, held, frame):
            value = _kept_open(value, filtered(machine, value, not_kind(kind)), frame)
    if isinstance(about, tuple) and len(value) < len(before):
        value = union([value, _set_since(machine, before, node, about, held, frame)])
    return value


def _set_since(
    machine: Machine, value: Value, node: int, about: object, held: Held, frame: Frame
) -> Value:
    """Return what a field cannot have held when it was checked: some call has set it since."""
    nodes = frame.facts.nodes
    while nodes[node][0] in ("guard", "step", "await"):
        node = nodes[node][1]
    then: Value = {}
    for condition, _ in held:
        checked = _reading(frame, condition, about, 6)
        if checked == node:
            return {}
        if checked >= 0:
            then = union([then, machine.eval(checked, frame)])
    return {atom: trace for atom, trace in value.items() if then and atom not in then}


def on_way(
    machine: Machine,
    found: tuple[Value, bool],
    target: Atom,
    field: object,
    held: Held,
    frame: Frame,
) -> tuple[Value, bool]:
    """Return what conditions leave of what a field holds on a way, where they check it."""
    if not held:
        return found
    from netra_lint.flow import memory

    value, passes = found
    for condition, _ in held:
        node = _field_read(machine, frame, condition, target, field)
        if node >= 0:
            if passes:
                value = union([value, memory.load(machine, target, field, frame, 0)])
                passes = False
            checked = machine.eval(node, frame)
            later = {atom: trace for atom, trace in value.items() if atom not in checked}
            value = union([under(machine, value, node, held, frame), later])
    return value, passes


def _field_read(machine: Machine, frame: Frame, condition: int, target: Atom, field: object) -> int:
    """Return where a condition reads a field of an object, or -1."""
    nodes = frame.facts.nodes
    for node, name in _reads_in(machine, frame, condition):
        if name == field and target in machine.eval(nodes[node][1], frame):
            return node
    return -1


def _reads_in(machine: Machine, frame: Frame, condition: int) -> tuple[tuple[int, object], ...]:
    """Return the attributes and constant items that a condition reads, with their fields."""
    key = (frame.facts, condition)
    known = machine.reads.get(key)
    if known is None:
        known = machine.reads[key] = tuple(_reads(frame.facts.nodes, condition))
    return known


def _reads(nodes: list[Node], condition: int) -> Iterator[tuple[int, object]]:
    todo, seen = [condition], {condition}
    while todo and len(seen) < 60:
        node = todo.pop()
        data = nodes[node]
        if data[0] == "attr":
            yield node, data[2]
        elif data[0] == "item" and nodes[data[2]][0] == "const":
            yield node, ("item", nodes[data[2]][1])
        for part in parts_of(data):
            if part not in seen:
                seen.add(part)
                todo.append(part)


def _narrowed(machine: Machine, value: Value, about: object, held: Held, frame: Frame) -> Value:
    """Return what ``isinstance`` leaves of a value, and what it tells of something open."""
    nodes = frame.facts.nodes
    for condition, polarity in held:
        data = nodes[condition]
        if data[0] != "call" or polarity == RETURNED or len(data[2]) != 2:
            continue
        if _word(nodes, data) != "isinstance" or subject(frame.facts, data[2][0][0]) != about:
            continue
        kinds = machine.eval(data[2][1][0], frame)
        value = {
            _as_a(machine, atom, kinds) if polarity else atom: trace
            for atom, trace in value.items()
            if _is_a(machine, {atom: None}, kinds) is not (not polarity)
        }
    return value


def _as_a(machine: Machine, atom: Atom, kinds: Value) -> Atom:
    kind = only(kinds)
    if isinstance(kind, Cls) and isinstance(atom, Hole) and not atom.classes:
        return atom._replace(classes=tuple(machine.known.classes.candidates(kind.info)))
    if isinstance(kind, Ext) and "." in kind.name and isinstance(atom, Hole):
        return ExtVal(kind.name)
    return atom


def _reading(frame: Frame, node: int, about: object, depth: int) -> int:
    """Return where a condition reads a field, or -1."""
    data = frame.facts.nodes[node]
    if data[0] in ("attr", "item") and subject(frame.facts, node) == about:
        return node
    for part in parts_of(data) if depth else ():
        found = _reading(frame, part, about, depth - 1)
        if found >= 0:
            return found
    return -1


def _kept_open(before: Value, after: Value, frame: Frame) -> Value:
    """What callers give is tried again for each of them: other kinds may still come."""
    if UNKNOWN not in after or UNKNOWN in before:
        return after
    root = frame.root().info
    lost: dict[Hole, Trace | None] = {
        a: t for a, t in before.items() if isinstance(a, Hole) and a not in after
    }
    kept: Value = {a: t for a, t in lost.items() if not a.kind and a.owner is root}
    if len(kept) == len(lost):
        after = {a: t for a, t in after.items() if a != UNKNOWN}
    return union([after, kept])


def _kinds_to_try(machine: Machine, value: Value, frame: Frame) -> set[str]:
    """Return the kinds of id in a value that only a check could keep from where it is read."""
    if frame.trial is not None:
        return set()
    kinds = {_kind(machine, atom) for atom in value}
    if any(isinstance(atom, Hole) and not atom.kind for atom in value):
        kinds.add(RUN)
    return kinds & {RUN, THREAD}


# -- what a condition tells ----------------------------------------------------------------


def told_by(
    machine: Machine, condition: int, polarity: int, about: object, frame: Frame, depth: int = 0
) -> Words:
    """Return the facts that a condition tells of a value.

    Args:
        machine: the machine.
        condition: the condition.
        polarity: whether it holds (1), does not (0), or a call came back (2).
        about: the value's subject.
        frame: the frame of both.
        depth: how many functions have been entered for it.
    """
    key = ("tells", condition, polarity, about)
    if machine.cut(frame.busy, key):
        return NOTHING
    found = frame.told.get(key)
    if found is None:
        found = machine.passing(frame.busy, key)
    if found is None:
        found = machine.keep(
            frame.busy, key, _told_by, frame.told, machine, condition, polarity, about, frame, depth
        )
    return found


def _told_by(
    machine: Machine, condition: int, polarity: int, about: object, frame: Frame, depth: int
) -> Words:
    data = frame.facts.nodes[condition]
    kind = data[0]
    if polarity == RETURNED:
        return _came_back(machine, condition, about, frame, depth)
    if kind in ("step", "guard", "await"):
        return told_by(machine, data[1], polarity, about, frame, depth)
    if kind == "not":
        return told_by(machine, data[1], 1 - polarity, about, frame, depth)
    if kind in ("and", "or"):
        parts = [told_by(machine, n, polarity, about, frame, depth) for n in data[1:3]]
        both = (kind == "and") == bool(polarity)
        return parts[0] | parts[1] if both else parts[0] & parts[1]
    if kind == "compare":
        return _compared(machine, data, polarity, about, frame)
    if kind == "call":
        return _called(machine, condition, data, polarity, about, frame, depth)
    if kind == "phi" and subject(frame.facts, condition) != about:
        return _by_flag(machine, data, polarity, about, frame, depth)
    if subject(frame.facts, condition) == about:
        return _TRUTHY if polarity else _FALSY
    return NOTHING


def _meet(parts: list[Words]) -> Words:
    found = [part for part in parts if part is not NEVER]
    if not found:
        return NOTHING
    result = found[0]
    for part in found[1:]:
        result &= part
    return result


def _by_flag(
    machine: Machine, data: Node, polarity: int, about: object, frame: Frame, depth: int
) -> Words:
    parts = []
    for choice, held in data[1]:
        value = machine.eval(choice, frame)
        if not may_be(value, bool(polarity)):
            continue
        facts = told_by(machine, choice, polarity, about, frame, depth)
        for condition, way in held:
            facts |= told_by(machine, condition, way, about, frame, depth)
        parts.append(facts)
    return _meet(parts)


def _is_about(frame: Frame, node: int, about: object) -> bool:
    """Whether a value is the one that is asked about, whole."""
    nodes = frame.facts.nodes
    for _ in range(8):
        if subject(frame.facts, node) == about:
            return True
        data = nodes[node]
        if data[0] in ("guard", "step", "await"):
            node = data[1]
        elif data[0] == "call" and nodes[data[1]][0] == "attr" and nodes[data[1]][2] in _SAME:
            node = nodes[data[1]][1]
        elif data[0] == "call" and _word(nodes, data) in _SAME_FUNCTIONS and data[2]:
            node = data[2][-1][0]
        elif data[0] == "or" and nodes[data[2]][0] == "const" and not nodes[data[2]][1]:
            node = data[1]
        else:
            return False
    return False


def _word(nodes: list[Node], call: Node) -> str:
    func = nodes[call[1]]
    return str(func[2] if func[0] == "attr" else func[1] if func[0] == "free" else "")


def _compared(machine: Machine, data: Node, polarity: int, about: object, frame: Frame) -> Words:
    _, operator, left, right = data
    if operator in ("NotEq", "IsNot", "NotIn"):
        operator, polarity = operator.replace("Not", ""), 1 - polarity
        operator = operator or "Eq"
    if operator == "In":
        return _member(machine, left, right, polarity, about, frame)
    if operator not in ("Eq", "Is"):
        return _ordered(machine, data, polarity, about, frame)
    for one, other in ((left, right), (right, left)):
        known = constant(machine.eval(other, frame))
        if known is None:
            if _is_about(frame, one, about):
                return _equal_to(machine, other, polarity, frame)
            continue
        if _is_about(frame, one, about):
            return _equals(machine, known, polarity)
        kind = _kind_of_part(machine, one, known, about, frame)
        if kind:
            return is_kind(kind) if polarity else not_kind(kind)
        if isinstance(known.value, bool):
            flipped = polarity if known.value else 1 - polarity
            return told_by(machine, one, flipped, about, frame)
    return NOTHING


def _equals(machine: Machine, known: Const, polarity: int) -> Words:
    if known.value is None:
        return _IS_NONE if polarity else _NOT_NONE
    word = f"={known.value!r}"
    if not polarity:
        return frozenset({f"!{word}"})
    kind = machine.words.kind_of_text(known.value) if isinstance(known.value, str) else ""
    return frozenset({word}) | (is_kind(kind) if kind else frozenset({"not-run"}))


def _equal_to(machine: Machine, other: int, polarity: int, frame: Frame) -> Words:
    """A value that equals an id of one kind is of that kind."""
    atom = only(machine.eval(other, frame))
    if isinstance(atom, (Ident, Hole)) and atom.kind and polarity:
        return is_kind(atom.kind)
    if isinstance(atom, Ident) and not polarity:
        return not_kind(atom.kind)
    return NOTHING


def _member(
    machine: Machine, left: int, right: int, polarity: int, about: object, frame: Frame
) -> Words:
    text = constant(machine.eval(left, frame))
    if text is not None and isinstance(text.value, str) and _is_about(frame, right, about):
        kind = machine.words.kind_of_text(text.value)
        return (is_kind(kind) if polarity else not_kind(kind)) if kind else NOTHING
    if not _is_about(frame, left, about):
        return NOTHING
    found = frame.facts.nodes[right]
    if found[0] != "sequence":
        return NOTHING
    parts = [
        _equals(machine, known, polarity) if known is not None else NOTHING
        for node, _ in found[2]
        for known in (constant(machine.eval(node, frame)),)
    ]
    if polarity:
        return _meet(parts)
    return frozenset().union(*parts)


def _ordered(machine: Machine, data: Node, polarity: int, about: object, frame: Frame) -> Words:
    """``x.find("run_") >= 0`` and the like."""
    known = constant(machine.eval(data[3], frame))
    if known is None or not isinstance(known.value, int):
        return NOTHING
    kind = _found_kind(machine, data[2], about, frame)
    holds = {"GtE": known.value == 0, "Gt": known.value == -1, "Lt": known.value == 0}
    if not kind or not holds.get(data[1]):
        return NOTHING
    positive = polarity if data[1] != "Lt" else 1 - polarity
    return is_kind(kind) if positive else not_kind(kind)


def _found_kind(machine: Machine, node: int, about: object, frame: Frame) -> str:
    nodes = frame.facts.nodes
    data = nodes[node]
    if data[0] != "call" or _word(nodes, data) not in ("find", "index", "rfind", "count"):
        return ""
    func = nodes[data[1]]
    if func[0] != "attr" or not _is_about(frame, func[1], about) or not data[2]:
        return ""
    text = constant(machine.eval(data[2][0][0], frame))
    return machine.words.kind_of_text(str(text.value)) if text is not None else ""


def _kind_of_part(machine: Machine, node: int, known: Const, about: object, frame: Frame) -> str:
    """Return the kind that a comparison of a part of the text tells, or ``""``."""
    nodes = frame.facts.nodes
    data = nodes[node]
    while data[0] in ("step", "guard"):
        data = nodes[data[1]]
    if data[0] == "slice" and isinstance(known.value, str) and _is_about(frame, data[1], about):
        low = constant(machine.eval(data[2], frame))
        if low is not None and low.value in (None, 0):
            return machine.words.kind_of_text(known.value) or _prefix(machine, known.value)
    if data[0] == "item" and isinstance(known.value, str):
        return _kind_of_split(machine, data, known, about, frame)
    if known.value == 0 and not isinstance(known.value, bool):
        return _found_kind(machine, node, about, frame)
    return ""


def _prefix(machine: Machine, text: str) -> str:
    return machine.words.kind_of_text(f"{text}_") if text else ""


def _kind_of_split(machine: Machine, data: Node, known: Const, about: object, frame: Frame) -> str:
    nodes = frame.facts.nodes
    key, base = constant(machine.eval(data[2], frame)), nodes[data[1]]
    while base[0] in ("step", "guard"):
        base = nodes[base[1]]
    if key is None or key.value != 0:
        return ""
    if base[0] != "call":
        return ""
    func = nodes[base[1]]
    splits = func[0] == "attr" and func[2] in ("split", "partition", "rsplit")
    if splits and _is_about(frame, func[1], about):
        return _prefix(machine, str(known.value))
    return ""


# -- calls that tell -----------------------------------------------------------------------


def _called(
    machine: Machine,
    condition: int,
    data: Node,
    polarity: int,
    about: object,
    frame: Frame,
    depth: int,
) -> Words:
    nodes = frame.facts.nodes
    func, word = nodes[data[1]], _word(nodes, data)
    if func[0] == "attr" and word == "startswith" and _is_about(frame, func[1], about):
        return _starts(machine, data, polarity, frame)
    if word == "bool" and data[2]:
        return told_by(machine, data[2][0][0], polarity, about, frame, depth)
    if word in ("match", "fullmatch", "search"):
        return _matched(machine, data, polarity, about, frame)
    if word == "any" and data[2]:
        return NOTHING
    given = [a[0] for a in data[2]] + [k[1] for k in data[3]]
    validator = machine.words.validator(word)
    found = invoke.dispatch(machine, frame, condition)
    if found.others and found.entered:
        return NOTHING
    if found.entered and depth < _DEPTH:
        return _meet([
            _inside(machine, child, polarity, about, frame, depth) for child in found.entered
        ])  # fmt: skip
    if validator and any(_is_about(frame, node, about) for node in given):
        if validator == "run":
            return is_kind("run") if polarity else not_kind("run")
        return not_kind("run") if polarity else NOTHING
    if subject(frame.facts, condition) == about:
        return _TRUTHY if polarity else _FALSY
    return NOTHING


def _starts(machine: Machine, data: Node, polarity: int, frame: Frame) -> Words:
    from netra_lint.flow import attributes

    if not data[2]:
        return NOTHING
    value = machine.eval(data[2][0][0], frame)
    parts = attributes.sequence(machine, value, frame, data[4])
    texts = [constant(part) for part in parts] if parts is not None else [constant(value)]
    kinds = {machine.words.kind_of_text(str(t.value)) for t in texts if t is not None}
    if len(kinds) == 1 and None not in texts and "" not in kinds:
        kind = kinds.pop()
        return is_kind(kind) if polarity else not_kind(kind)
    if not polarity:
        return frozenset(f"not-{kind}" for kind in kinds if kind)
    return frozenset({"not-run"}) if "run" not in kinds and "" not in kinds else NOTHING


def _matched(machine: Machine, data: Node, polarity: int, about: object, frame: Frame) -> Words:
    nodes = frame.facts.nodes
    func, args = nodes[data[1]], [a[0] for a in data[2]]
    pattern = None
    if args and _is_about(frame, args[-1], about):
        if len(args) > 1:
            pattern = _pattern(machine, machine.eval(args[0], frame))
        elif func[0] == "attr":
            pattern = _pattern(machine, machine.eval(func[1], frame))
    if pattern is None or (nodes[data[1]][-2] == "search" and pattern[:1] != "^"):
        return NOTHING
    kind, exact = _kind_of_pattern(machine, pattern)
    if not kind:
        return NOTHING
    if polarity:
        return is_kind(kind)
    return not_kind(kind) if exact else NOTHING


def _pattern(machine: Machine, value: Value) -> str | None:
    atom = only(value)
    if isinstance(atom, Const) and isinstance(atom.value, str):
        return atom.value
    if isinstance(atom, Obj) and atom.shape == "pattern":
        args = invoke.dispatch(machine, atom.frame, atom.node).args
        if args.pos:
            return _pattern(machine, args.pos[0].get(machine))
    return None


def _kind_of_pattern(machine: Machine, pattern: str) -> tuple[str, bool]:
    """Return the kind of id that a pattern fits, and whether it fits every such id."""
    text = pattern.lstrip("^").removeprefix("\\A")
    plain = re.match(r"(?:[\w\-]|\\_)*", text)
    prefix = plain.group().replace("\\", "") if plain else ""
    kind = machine.words.kind_of_text(prefix)
    if not kind:
        return "", False
    heads = machine.words.prefixes(kind)
    return kind, any(texts.fits(pattern, head + tail) for head in heads for tail in trials.TAILS)


def _inside(
    machine: Machine,
    child: Frame,
    polarity: int,
    about: object,
    frame: Frame,
    depth: int,
) -> Words:
    """Return what the truth of a function's result tells of what it was given."""
    inner = _subjects_in(child, about, frame)
    if not inner or not isinstance(child.info, FunctionInfo) or child.info.is_generator:
        return NOTHING
    exits = child.facts.returns
    return _meet([_at_exit(machine, child, e, polarity, inner, depth) for e in exits])


def _at_exit(
    machine: Machine, child: Frame, exit_: Exit, polarity: int, inner: list[object], depth: int
) -> Words:
    node, path = exit_.node, exit_.path
    if polarity != RETURNED and not _can_be(machine, child, node, bool(polarity)):
        return NEVER
    facts: Words = NOTHING
    for about in inner:
        if polarity != RETURNED:
            facts |= told_by(machine, node, polarity, about, child, depth + 1)
        at = path
        while at is not None:
            facts |= told_by(machine, at.condition, at.polarity, about, child, depth + 1)
            at = at.before
    return facts


def _can_be(machine: Machine, child: Frame, node: int, truth: bool) -> bool:
    data = child.facts.nodes[node]
    if data[0] == "const":
        return bool(data[1]) == truth
    return may_be(machine.eval(node, child), truth) if data[0] in ("phi", "step") else True


def _subjects_in(child: Frame, about: object, frame: Frame) -> list[object]:
    """Return what a value of the caller is called in a function that is given it."""
    args, info = child.args, child.info
    if args is None or not isinstance(info, FunctionInfo):
        return []
    found: list[object] = []
    names = [param.arg for param in info.params]
    if child.this is not None and names:
        found += _of_receiver(child, about, frame, names[0])
        names = names[1:]
    pairs = [*zip(names, args.pos, strict=False), *args.kw.items()]
    for name, arg in pairs:
        if arg.frame is not frame or name not in child.facts.params:
            continue
        at = child.facts.params[name]
        if _is_about(frame, arg.node, about):
            found.append(subject(child.facts, at))
        elif isinstance(about, tuple) and about[:2] == ("attr", subject(frame.facts, arg.node)):
            found.append(("attr", subject(child.facts, at), about[2]))
    return found


def _of_receiver(child: Frame, about: object, frame: Frame, name: str) -> list[object]:
    """A method's own ``self.x`` is the caller's ``obj.x``."""
    if not isinstance(about, tuple) or about[0] != "attr" or frame is not child.caller:
        return []
    func = frame.facts.nodes[frame.facts.nodes[child.call][1]]
    while func[0] in ("guard", "step"):
        func = frame.facts.nodes[func[1]]
    if func[0] == "attr" and subject(frame.facts, func[1]) == about[1]:
        return [("attr", subject(child.facts, child.facts.params[name]), about[2])]
    return []


def _came_back(machine: Machine, call: int, about: object, frame: Frame, depth: int) -> Words:
    """Return what is known of a value once a call that was given it has come back."""
    data = frame.facts.nodes[call]
    found = invoke.dispatch(machine, frame, call).entered
    if found and depth < _DEPTH:
        raising = [c for c in found if c.facts.raises or c.facts.calls]
        if len(raising) < len(found):
            return NOTHING
        return _meet([_inside(machine, c, RETURNED, about, frame, depth) for c in found])
    word = _word(frame.facts.nodes, data)
    checks = machine.words.validator(word) == "recipient" and not word.startswith("is_")
    if checks and any(_is_about(frame, a[0], about) for a in data[2]):
        return not_kind("run")
    return NOTHING


# -- whether a condition holds -----------------------------------------------------------------


TRUTH_BUDGET = 120
"""A condition that takes more steps than this is one that may hold and may not."""


def truth(machine: Machine, node: int, frame: Frame) -> bool | None:
    """Return whether a condition holds in a frame, or None when it may or may not."""
    known = frame.truths.get(node, _UNSET)
    if known is not _UNSET:
        return known  # type: ignore[return-value]
    key = ("truth", node)
    if machine.cut(frame.busy, key):
        return None
    passing = machine.passing(frame.busy, key)
    if passing is not None:
        return passing[0]  # type: ignore[no-any-return]
    kept: dict[object, tuple[bool | None]] = {}
    found = machine.bounded(TRUTH_BUDGET, frame.busy, key, _told, kept, machine, node, frame)
    if found is None:
        kept[key] = found = (None,)
    if kept:
        frame.truths[node] = found[0]
    return found[0]  # type: ignore[no-any-return]


def _told(machine: Machine, node: int, frame: Frame) -> tuple[bool | None]:
    return (_truth(machine, node, frame),)


_UNSET = object()


def _truth(machine: Machine, node: int, frame: Frame) -> bool | None:
    data = frame.facts.nodes[node]
    kind = data[0]
    if kind == "not":
        told = truth(machine, data[1], frame)
        return None if told is None else not told
    if kind in ("and", "or"):
        return _both(machine, data, frame)
    if kind == "compare":
        return _comparison(machine, data, frame)
    if kind == "is_a":
        return _is_a(machine, machine.eval(data[1], frame), machine.eval(data[2], frame))
    if kind == "matches":
        return _shaped(machine, data, frame)
    if kind == "call":
        told = call_truth(machine, data, frame)
        if told is not None:
            return told
    if _comes_from_outside(frame, node):
        return None
    return _truth_of_all(machine.eval(node, frame))


def _comes_from_outside(frame: Frame, node: int) -> bool:
    """Whether only callers could tell what a value is, so that a look at it tells nothing."""
    if frame.args is not None:
        return False
    nodes = frame.facts.nodes
    data = nodes[node]
    read = data[0] in _READS
    while data[0] in _READS or data[0] in ("guard", "step", "await"):
        data = nodes[data[1]]
    return read and data[0] in ("param", "cell")


_READS = frozenset({"attr", "item", "call", "elem"})


def _both(machine: Machine, data: Node, frame: Frame) -> bool | None:
    left, right = (truth(machine, n, frame) for n in data[1:3])
    deciding: bool = data[0] == "or"
    if deciding in (left, right):
        return deciding
    return None if None in (left, right) else not deciding


def _comparison(machine: Machine, data: Node, frame: Frame) -> bool | None:
    _, operator, left_node, right_node = data
    if _comes_from_outside(frame, left_node) or _comes_from_outside(frame, right_node):
        return None
    left, right = machine.eval(left_node, frame), machine.eval(right_node, frame)
    negative = operator in ("NotEq", "IsNot", "NotIn")
    if operator in ("In", "NotIn"):
        told = _contains(machine, left, right, frame)
    elif operator in ("Eq", "NotEq", "Is", "IsNot"):
        told = _equal(machine, left, right)
    else:
        return _order(operator, constant(left), constant(right))
    return None if told is None else told is not negative


def _equal(machine: Machine, left: Value, right: Value) -> bool | None:
    members = _member_of(left), _member_of(right)
    if members[0] is not None and members[1] is not None:
        return members[0] == members[1]
    found = {_equal_atoms(machine, a, b) for a in left for b in right}
    return found.pop() if len(found) == 1 else None


def _member_of(value: Value) -> Method | None:
    """Return the member of an enumeration that a value is."""
    found = [a for a in value if isinstance(a, Method) and isinstance(a.receiver, Cls)]
    others = [a for a in value if not isinstance(a, (Const, Ident, Method))]
    return found[0] if len(found) == 1 and not others else None


def _equal_atoms(machine: Machine, left: Atom, right: Atom) -> bool | None:
    if isinstance(left, Const) and isinstance(right, Const):
        return bool(left.value == right.value)
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Const):
            if isinstance(other, Ident):
                kind = _kind(machine, one)
                return (
                    None
                    if kind == other.kind or kind
                    else (
                        None
                        if isinstance(one.value, str) and other.kind == "user" and one.value
                        else False
                    )
                )
            if isinstance(other, (Obj, Fn, Cls)):
                return False if one.value is None else None
    if isinstance(left, Cls) and isinstance(right, Cls):
        return left == right
    if isinstance(left, Ident) and isinstance(right, Ident) and left.kind != right.kind:
        return False
    return None


def _contains(machine: Machine, left: Value, right: Value, frame: Frame) -> bool | None:
    from netra_lint.flow import attributes, looking

    text, holder = constant(left), only(right)
    if text is None:
        return None
    if isinstance(holder, Const) and isinstance(holder.value, str):
        return str(text.value) in holder.value
    if isinstance(holder, Obj) and holder.shape == "dict":
        names = looking.known_keys(machine, holder, frame, frame.facts.exit_mem)
        return text.value in names if names is not None else None
    parts = attributes.sequence(machine, right, frame, frame.facts.exit_mem)
    if parts is None:
        return None
    consts = [constant(part) for part in parts]
    if any(c is not None and c.value == text.value for c in consts):
        return True
    return None if None in consts else False


def _order(operator: str, left: Const | None, right: Const | None) -> bool | None:
    if left is None or right is None:
        return None
    a, b = left.value, right.value
    if not isinstance(a, (int, float)) or not isinstance(b, (int, float)):
        return None
    return {"Lt": a < b, "LtE": a <= b, "Gt": a > b, "GtE": a >= b}.get(operator)


def call_truth(machine: Machine, data: Node, frame: Frame) -> bool | None:
    """Return whether a call gives something true, or None when it may and may not."""
    nodes = frame.facts.nodes
    func, word = nodes[data[1]], _word(nodes, data)
    if word == "startswith" and func[0] == "attr" and data[2]:
        return _starting(machine, machine.eval(func[1], frame), data, frame)
    if word in ("any", "all") and func[0] == "free" and len(data[2]) == 1:
        return _every(machine, word, data[2][0][0], frame)
    if word == "bool" and func[0] == "free" and data[2]:
        return truth(machine, data[2][0][0], frame)
    if word == "isinstance" and len(data[2]) == 2:
        value, kinds = (machine.eval(a[0], frame) for a in data[2])
        return _is_a(machine, value, kinds)
    if word == "callable" and data[2]:
        found = {isinstance(a, (Fn, Cls)) or None for a in machine.eval(data[2][0][0], frame)}
        return found.pop() if len(found) == 1 else None
    if word == "hasattr" and len(data[2]) == 2:
        return _has(machine, data, frame)
    return None


def _every(machine: Machine, word: str, node: int, frame: Frame) -> bool | None:
    """``any(...)`` and ``all(...)`` of a comprehension or display whose parts are known."""
    from netra_lint.flow import attributes

    if frame.facts.nodes[node][0] == "many":
        found = trials.each_truth(machine, node, frame)
    else:
        parts = attributes.sequence(machine, machine.eval(node, frame), frame, 0)
        found = [_truth_of_all(part) for part in parts] if parts is not None else None
    if found is None:
        return None
    deciding = word == "any"
    if deciding in found:
        return deciding
    return None if None in found else not deciding


def _truth_of_all(value: Value) -> bool | None:
    found = {truth_of(atom) for atom in value}
    return found.pop() if len(found) == 1 else None


def _has(machine: Machine, data: Node, frame: Frame) -> bool | None:
    name = constant(machine.eval(data[2][1][0], frame))
    atom = only(machine.eval(data[2][0][0], frame))
    if name is None or not isinstance(atom, Obj) or len(atom.classes) != 1:
        return None
    cls = atom.classes[0]
    if cls.find(str(name.value)) or any(name.value in base.attributes for base in cls.mro):
        return True
    return None


def _starting(machine: Machine, value: Value, data: Node, frame: Frame) -> bool | None:
    texts = machine.eval(data[2][0][0], frame)
    known = constant(texts)
    if known is None or not isinstance(known.value, str):
        return None
    found: set[bool | None] = set()
    for atom in value:
        if isinstance(atom, Const) and isinstance(atom.value, str):
            found.add(atom.value.startswith(known.value))
        elif isinstance(atom, Ident):
            kind = machine.words.kind_of_text(known.value)
            found.add(kind == atom.kind if kind else None)
        else:
            found.add(None)
    return found.pop() if len(found) == 1 else None


_SHAPES = {
    "list": ("list",), "tuple": ("list",), "set": ("list",), "frozenset": ("list",),
    "dict": ("dict",), "str": (), "int": (), "bytes": (), "float": (), "bool": (),
    "Mapping": ("dict",), "Sequence": ("list",),
}  # fmt: skip


def _is_a(machine: Machine, value: Value, kinds: Value) -> bool | None:
    from netra_lint.flow import attributes

    holder = only(kinds)
    wanted: list[Atom] = list(kinds)
    if isinstance(holder, Obj):
        parts = attributes.sequence(machine, kinds, holder.frame, 0)
        wanted = [atom for part in parts or () for atom in part]
    if not wanted:
        return None
    found = set()
    for atom in value:
        answers = {_is_one(atom, kind) for kind in wanted}
        found.add(True if True in answers else None if None in answers else False)
    return found.pop() if len(found) == 1 else None


def _is_one(atom: Atom, kind: Atom) -> bool | None:
    if isinstance(kind, Cls):
        if isinstance(atom, Obj) and atom.shape == "instance" and len(atom.classes) == 1:
            return kind.info in atom.classes[0].mro
        return False if isinstance(atom, (Const, Ident)) else None
    if not isinstance(kind, Ext) or kind.name not in _SHAPES:
        return None
    if isinstance(atom, Ident):
        return kind.name == "str"
    if isinstance(atom, Const):
        return atom.type == kind.name or (atom.type == "bool" and kind.name == "int")
    if isinstance(atom, Obj):
        if atom.shape in ("list", "dict"):
            return atom.shape in _SHAPES[kind.name]
        return False if atom.shape == "instance" and not atom.classes[0].is_open else None
    return None


def _shaped(machine: Machine, data: Node, frame: Frame) -> bool | None:
    from netra_lint.flow import attributes

    value = machine.eval(data[1], frame)
    atom = only(value)
    if isinstance(atom, (Ident, Const)):
        return False
    if data[2] == "MatchSequence" and isinstance(atom, Obj):
        if atom.shape == "dict":
            return False
        parts = attributes.sequence(machine, value, frame, frame.facts.exit_mem)
        if parts is not None and data[3] >= 0:
            return bool(len(parts) == data[3])
    if data[2] == "MatchMapping" and isinstance(atom, Obj) and atom.shape in ("list", "instance"):
        return False
    return None
