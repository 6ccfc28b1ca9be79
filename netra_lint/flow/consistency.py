"""Whether an id can come to a send, by what holds on its ways.

A way (``origins.py``) has conditions in several functions, and these can contradict
each other: what a property found empty, its caller has seen to be filled. Each
condition is tried in a world (``worlds.py``) in which everything else holds that is
said on the way (``claims.py``). If one surely fails there, the way is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import presence, trials, truths
from netra_lint.flow.claims import Claims, in_rounds
from netra_lint.flow.graph import RETURNED, bare
from netra_lint.flow.origins import Origins
from netra_lint.flow.steps import Absent, Held, Step, along
from netra_lint.flow.values import Hole, Ident, Value, const
from netra_lint.flow.worlds import NoTwin, Source, World
from netra_lint.vocabulary import RUN, THREAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_BUDGET = 4_000
"""Steps to find out whether an id can come to a send: there are few that seem to."""
_WAYS = 24
"""An id that comes on more ways than these comes on one of them."""
_CONDITIONS = 40


def may_come(machine: Machine, frame: Frame, call: int, arg: Arg, atom: Atom) -> bool:
    """Return whether an id can come to an argument of a call, as far as its ways tell.

    Args:
        machine: the machine.
        frame: the frame of the call.
        call: the call.
        arg: the argument, which can be the id.
        atom: the id.
    """
    if arg.is_part or not _may_contradict(frame, arg.node):
        return True
    told: bool | None = machine.apart(_BUDGET, _may_come, machine, frame, call, arg, atom)
    return told is not False


def _may_contradict(frame: Frame, node: int) -> bool:
    """Whether there is anything on the way to a value that could contradict itself."""
    kind = frame.facts.nodes[bare(frame.facts.nodes, node)][0]
    return kind not in ("const", "text", "unknown")


def _may_come(machine: Machine, frame: Frame, call: int, arg: Arg, atom: Atom) -> bool:
    around = _around(frame, call)
    text = _example(machine, atom)
    count = 0
    for way in Origins(machine).of(arg.frame, arg.node, atom, None):
        count += 1
        if count > _WAYS or _is_possible(machine, [*way.all(), *around], atom, text):
            return True
    return count == 0


def _around(frame: Frame, call: int) -> list[Held]:
    """Return the conditions on the way to a call, through all calls that lead there."""
    found: list[Held] = []
    at: Frame | None = frame
    while at is not None:
        data = at.facts.nodes[call] if call >= 0 else ("",)
        if data[0] == "call":
            found += along(at, data[5])
        call, at = at.call, at.caller
    return found


def _example(machine: Machine, atom: Atom) -> Value:
    """Return a text of the kind that an id is; users' ids may look like anything."""
    if isinstance(atom, (Ident, Hole)) and atom.kind in (RUN, THREAD):
        return const(f"{machine.words.prefixes(atom.kind)[0]}{trials.TAILS[0]}")
    return {atom: None}


def _is_possible(machine: Machine, way: Sequence[Step], atom: Atom, text: Value) -> bool:
    if any(isinstance(each, Absent) and _is_present(machine, each, way) for each in way):
        return False
    held = [each for each in dict.fromkeys(in_rounds(way)) if isinstance(each[0], Held)]
    if not held or len(held) > _CONDITIONS:
        return True
    claims = Claims(machine, way, atom, text)
    if claims.fail:
        return False
    return not any(_fails(machine, claims, each) for each in held)


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
    assert isinstance(held, Held)
    world = World(machine, [claim for claim in claims.found if claim.holds_for(source)])
    try:
        twin = world.twin(held.frame)
    except NoTwin:
        return False
    if held.polarity == RETURNED:
        return trials.never_returns(machine, held.condition, twin)
    return truths.truth(machine, held.condition, twin) is (not held.polarity)
