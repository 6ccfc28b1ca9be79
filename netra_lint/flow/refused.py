"""Sends of ids that the project's own routing method does not let through.

A manager may check an id before it hands it to another of its methods, and raise or
return if it is none of a user or thread. Whoever gave it a run id has lost the message
all the same; inside of the manager nothing is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import invoke, sinks
from netra_lint.flow.frames import Arg
from netra_lint.flow.graph import bare, given_to
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.sinks import Send
from netra_lint.flow.values import Hole, Value, union, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.vocabulary import RoutingMethod


def sends(machine: Machine, frame: Frame, call: int) -> Iterator[Send]:
    """Yield what a call sends, and what a manager refuses to send for it."""
    yield from sinks.sends(machine, frame, call)
    if machine.words.routing_method(sinks.called_name(frame, call)) is not None:
        for child in invoke.dispatch(machine, frame, call).entered:
            yield from _refused(machine, child)


def _refused(machine: Machine, child: Frame) -> Iterator[Send]:
    """Yield the send that a method was asked for, with the ids that it does not pass on."""
    info, args = child.info, child.args
    assert isinstance(info, FunctionInfo)
    method = machine.words.routing_method(info.name)
    if method is None or args is None or not sinks.routes(machine.known, info):
        return
    place = sinks.recipient_of(machine.known, info, method)
    if place is None or machine.known.param_kind(info, place[1]) != method.kind:
        return
    arg = args.get(*place)
    if arg is None or _forwards(machine, child, place[1]):
        return
    value, passed = arg.get(machine), _passed_on(machine, child)
    left: Value = {
        atom: trace
        for atom, trace in value.items()
        if isinstance(atom, Hole) or (atom not in passed and passed.keys() <= value.keys())
    }
    if left:
        yield Send(method, Arg(arg.frame, arg.node, arg.place, left))


def _routing_calls(machine: Machine, child: Frame) -> Iterator[tuple[int, RoutingMethod]]:
    """Yield the calls of routing methods in a function."""
    for call in child.facts.calls:
        method = machine.words.routing_method(sinks.called_name(child, call))
        if method is not None:
            yield call, method


def _forwards(machine: Machine, child: Frame, name: str) -> bool:
    """Whether a method hands on what it is given as it is: whoever takes it decides."""
    nodes = child.facts.nodes
    return any(
        nodes[_named(nodes, node)][:2] == ("param", name)
        for call, _ in _routing_calls(machine, child)
        for node in given_to(nodes[call])
    )


def _named(nodes: list[Node], node: int) -> int:
    """Return a value before it was given a name."""
    while nodes[node][0] == "step":
        node = nodes[node][1]
    return node


def _passed_on(machine: Machine, child: Frame) -> Value:
    """Return the recipients that a method gives to others."""
    found = []
    for call, method in _routing_calls(machine, child):
        if machine.reached(child.facts.nodes[call][5], child):
            args = invoke.dispatch(machine, child, call).args
            arg = args.get(method.position, *method.keywords)
            found.append(_given(machine, arg) if arg is not None else unknown())
    return union(found)


def _given(machine: Machine, arg: Arg) -> Value:
    """Return what a method gives; nothing only where a function that it calls never returns."""
    value = arg.get(machine)
    if value:
        return value
    nodes = arg.frame.facts.nodes
    node = bare(nodes, arg.node) if arg.node >= 0 else -1
    if node < 0 or nodes[node][0] != "call":
        return unknown()
    found = invoke.dispatch(machine, arg.frame, node)
    return value if found.entered and not found.others else unknown()
