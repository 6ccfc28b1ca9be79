"""What calls tell of what they are given: checks of texts, patterns, validators."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netra_lint.flow import invoke, subscripts, telling, texts, trials
from netra_lint.flow.filters import FALSY, NEVER, NOTHING, TRUTHY, Words, is_kind, may_be, not_kind
from netra_lint.flow.graph import RETURNED, Exit, Node, given_to, word_of
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Const, Obj, Value, constant, only
from netra_lint.flow.ways import subject

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine


_DEPTH = 5


def called(
    machine: Machine,
    condition: int,
    data: Node,
    polarity: int,
    about: object,
    frame: Frame,
    depth: int,
) -> Words:
    """Return what the truth of a call tells of a value."""
    nodes = frame.facts.nodes
    func, word = nodes[data[1]], word_of(nodes, data)
    if func[0] == "attr" and word == "startswith" and telling.is_about(frame, func[1], about):
        return _starts(machine, data, polarity, frame)
    if word == "bool" and data[2]:
        return telling.told_by(machine, data[2][0][0], polarity, about, frame, depth)
    if word in telling.MATCHING:
        return _matched(machine, data, polarity, about, frame)
    if word == "any" and data[2]:
        return NOTHING
    given = given_to(data)
    validator = machine.words.validator(word)
    found = invoke.dispatch(machine, frame, condition)
    if found.others and found.entered:
        return NOTHING
    if found.entered and depth < _DEPTH:
        return telling.meet([
            _inside(machine, child, polarity, about, frame, depth) for child in found.entered
        ])  # fmt: skip
    if validator and any(telling.is_about(frame, node, about) for node in given):
        if validator == "run":
            return is_kind("run") if polarity else not_kind("run")
        return not_kind("run") if polarity else NOTHING
    if subject(frame.facts, condition) == about:
        return TRUTHY if polarity else FALSY
    return NOTHING


def _starts(machine: Machine, data: Node, polarity: int, frame: Frame) -> Words:
    if not data[2]:
        return NOTHING
    value = machine.eval(data[2][0][0], frame)
    parts = subscripts.sequence(machine, value, frame, data[4])
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
    if args and telling.is_about(frame, args[-1], about):
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
    return telling.meet([_at_exit(machine, child, e, polarity, inner, depth) for e in exits])


def _at_exit(
    machine: Machine, child: Frame, exit_: Exit, polarity: int, inner: list[object], depth: int
) -> Words:
    node, path = exit_.node, exit_.path
    if polarity != RETURNED and not _can_be(machine, child, node, bool(polarity)):
        return NEVER
    facts: Words = NOTHING
    for about in inner:
        if polarity != RETURNED:
            facts |= telling.told_by(machine, node, polarity, about, child, depth + 1)
        at = path
        while at is not None:
            facts |= telling.told_by(machine, at.condition, at.polarity, about, child, depth + 1)
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
    assert isinstance(info, FunctionInfo)
    assert args is not None
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
        if telling.is_about(frame, arg.node, about):
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


def came_back(machine: Machine, call: int, about: object, frame: Frame, depth: int) -> Words:
    """Return what is known of a value once a call that was given it has come back."""
    data = frame.facts.nodes[call]
    found = invoke.dispatch(machine, frame, call).entered
    if found and depth < _DEPTH:
        raising = [c for c in found if c.facts.raises or c.facts.calls]
        if len(raising) < len(found):
            return NOTHING
        return telling.meet([_inside(machine, c, RETURNED, about, frame, depth) for c in found])
    word = word_of(frame.facts.nodes, data)
    checks = machine.words.validator(word) == "recipient" and not word.startswith("is_")
    if checks and any(telling.is_about(frame, a[0], about) for a in data[2]):
        return not_kind("run")
    return NOTHING
