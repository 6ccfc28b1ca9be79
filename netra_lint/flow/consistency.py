"""Whether an id can come to a send, by what holds on its ways.

A way (``origins.py``) has conditions in several functions, and these can contradict
each other: what a property found empty, its caller has seen to be filled. Each
condition is tried in a world (``worlds.py``) in which everything else holds that is
said on the way (``claims.py``). If one surely fails there, the way is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import invoke, presence, sinks, tables, trials, truths
from netra_lint.flow.claims import Claims, gives, in_rounds
from netra_lint.flow.graph import RETURNED, bare
from netra_lint.flow.origins import Origins
from netra_lint.flow.steps import Absent, Called, Held, On, Step, There, along
from netra_lint.flow.values import Const, Hole, Ident, Obj, Value, const, key_of
from netra_lint.flow.worlds import NoTwin, Source, World, identity, is_one
from netra_lint.vocabulary import RUN, THREAD, RoutingMethod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.sinks import Send
    from netra_lint.flow.values import Atom

_BUDGET = 4_000
"""Steps to find out whether an id can come to a send: there are few that seem to."""
_PATIENCE = 5 * _BUDGET
"""A send of which it took more than these for other callers is asked in fewer steps: it can."""
_LITTLE = 400
_WAYS = 24
"""An id that comes on more ways than these comes on one of them."""
_CONDITIONS = 40


def may_come(machine: Machine, frame: Frame, call: int, send: Send, atom: Atom) -> bool:
    """Return whether an id can come to the recipient of a send, as far as its ways tell.

    Args:
        machine: the machine.
        frame: the frame of the call.
        call: the call.
        send: what the call sends, to what can be the id.
        atom: the id.
    """
    if _is_part(machine, send.arg, atom) or not _may_contradict(frame, send.arg.node):
        return True
    key = frame.info, call, sinks.kind_of(machine, atom)
    start, spent = machine.steps, machine.spent.get(key, 0)
    budget = _BUDGET if spent < _PATIENCE else _LITTLE
    told: bool | None = machine.apart(budget, _may_come, machine, frame, call, send, atom)
    machine.spent[key] = spent + machine.steps - start
    return told is not False


def _is_part(machine: Machine, arg: Arg, atom: Atom) -> bool:
    """Whether an id is but a part of what stands at an argument, which is spread into the call."""
    if not arg.is_part:
        return False
    return arg.node < 0 or atom not in machine.eval(arg.node, arg.frame)


def _may_contradict(frame: Frame, node: int) -> bool:
    """Whether there is anything on the way to a value that could contradict itself."""
    kind = frame.facts.nodes[bare(frame.facts.nodes, node)][0]
    return kind not in ("const", "text", "unknown")


def _may_come(machine: Machine, frame: Frame, call: int, send: Send, atom: Atom) -> bool:
    around: list[Step] = [*_around(frame, call), Called(frame, call, send.method)]
    text = _example(machine, atom)
    count = 0
    for way in Origins(machine).of(send.arg.frame, send.arg.node, atom, None):
        count += 1
        steps = [*way.all(), *around]
        if count > _WAYS:
            return True
        if _is_possible(machine, steps, atom, text) and _still_comes(machine, send, steps, atom):
            return True
    return count == 0


def _around(frame: Frame, call: int) -> list[Step]:
    """Return what holds on the way to a call, through all calls that lead there."""
    found: list[Step] = []
    at: Frame | None = frame
    entered: Frame | None = None
    while at is not None:
        data = at.facts.nodes[call] if call >= 0 else ("",)
        if data[0] == "call":
            found += along(at, data[5])
            if entered is not None:
                found.append(Called(at, call, entered))
        entered, call, at = at, at.call, at.caller
    return found


def _example(machine: Machine, atom: Atom) -> Value:
    """Return a text of the kind that an id is; users' ids may look like anything."""
    if isinstance(atom, (Ident, Hole)) and atom.kind in (RUN, THREAD):
        return const(f"{machine.words.prefixes(atom.kind)[0]}{trials.TAILS[0]}")
    return {atom: None}


def _is_possible(machine: Machine, way: Sequence[Step], atom: Atom, text: Value) -> bool:
    if any(isinstance(each, Absent) and _is_present(machine, each, way) for each in way):
        return False
    told = [each for each in dict.fromkeys(in_rounds(way)) if isinstance(each[0], (Held, Called))]
    if len(told) > _CONDITIONS:
        return True
    claims = Claims(machine, way, atom, text)
    if claims.fail:
        return False
    return not any(_fails(machine, claims, each) for each in told)


def _still_comes(machine: Machine, send: Send, way: Sequence[Step], atom: Atom) -> bool:
    """Whether an id is still at a recipient if all objects on its way are those it came through."""
    passed = [each for each in way if isinstance(each, (There, On)) and is_one(each.atom)]
    several = [each for each in passed if len(machine.eval(each.node, each.frame)) > 1]
    if not several:
        return True
    claims = Claims(machine, passed, atom, {})
    source: Source = (None, ())
    world = World(machine, [claim for claim in claims.found if claim.holds_for(source)])
    try:
        twin = world.twin(send.arg.frame)
    except NoTwin:
        return True
    value = machine.eval(send.arg.node, twin)
    return not value or any(_is_alike(machine, each, atom) for each in value)


def _is_alike(machine: Machine, one: Atom, other: Atom) -> bool:
    """Whether a thing may be an id of the kind that another one is of."""
    kind = sinks.kind_of(machine, one)
    unknown = not kind and not isinstance(one, Const)
    return unknown or kind == sinks.kind_of(machine, other)


def _is_present(machine: Machine, absent: Absent, way: Sequence[Step]) -> bool:
    """Whether a mapping has the key that is thought to be absent: put there, or asked for."""
    frame, base, key, mem = absent
    if presence.surely_has(machine, frame, base, key, mem):
        return True
    holders = machine.eval(base, frame)
    for each in way:
        data = each.frame.facts.nodes[each.condition] if isinstance(each, Held) else ("",)
        if data[0] != "compare" or data[1] not in ("In", "NotIn"):
            continue
        assert isinstance(each, Held)
        same = len(holders) == 1 and holders.keys() == machine.eval(data[3], each.frame).keys()
        found = each.polarity == (data[1] == "In")
        if same and found and presence.is_same(machine, (frame, key), (each.frame, data[2])):
            return True
    return False


def _fails(machine: Machine, claims: Claims, source: Source) -> bool:
    """Whether a condition surely fails where everything else holds."""
    held = source[0]
    assert isinstance(held, (Held, Called))
    found = [claim for claim in claims.found if claim.holds_for(source)]
    if isinstance(held, Called):
        found = [claim for claim in found if claim.is_exact]
    world = World(machine, found)
    try:
        twin = world.twin(held.frame)
    except NoTwin:
        return False
    if isinstance(held, Called):
        return _calls_others(machine, held, twin)
    if held.polarity == RETURNED:
        return trials.never_returns(machine, held.condition, twin)
    return truths.truth(machine, held.condition, twin) is (not held.polarity)


def _calls_others(machine: Machine, called: Called, twin: Frame) -> bool:
    """Whether a call surely enters another function, or sends to another kind of id."""
    what = called.what
    if isinstance(what, RoutingMethod):
        kinds = {send.method.kind for send in sinks.sends(machine, twin, called.call)}
        return what.kind not in kinds if kinds else _finds_nothing(machine, twin, called.call)
    if _finds_another(machine, called, twin):
        return True
    found = invoke.dispatch(machine, twin, called.call)
    unknown = any(not isinstance(each, Const) for each, _, _ in found.others)
    if not found.entered or unknown or found.callbacks:
        return False
    return not any(_is_same_call(child, what) for child in found.entered)


def _finds_nothing(machine: Machine, twin: Frame, call: int) -> bool:
    """Whether what is called is looked up by a key that its table does not have."""
    nodes = twin.facts.nodes
    place = tables.lookup(nodes, call)
    if place is None or machine.eval(nodes[call][1], twin):
        return False
    found = machine.eval(place.table, twin)
    return bool(found) and all(isinstance(a, Obj) and a.shape == "dict" for a in found)


def _finds_another(machine: Machine, called: Called, twin: Frame) -> bool:
    """Whether what is called is looked up by a key under which its table has something else."""
    place = tables.lookup(twin.facts.nodes, called.call)
    key = machine.eval(place.key, twin) if place is not None else {}
    if place is None or key_of(key) is None:
        return False
    value = tables.at_key(machine, called.frame, place, key)
    return bool(value) and not gives(value, called.what)


def _is_same_call(one: Frame, other: Frame) -> bool:
    """Whether two frames are of one function, and called on one object where both are known."""
    objects = isinstance(one.this, Obj) and isinstance(other.this, Obj)
    same = not objects or identity(one.this) == identity(other.this)  # type: ignore[arg-type]
    return one.info is other.info and same
