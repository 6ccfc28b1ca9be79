"""Loops that put pairs into a mapping: one key's value is what the round of that key puts there.

``{name: row[name] for name in names}`` holds the same under each name as the row does,
``{k: v for k, v in row.items() if v}`` as well, and so does a mapping that a loop fills.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import fresh, subscripts, trials
from netra_lint.flow.graph import bare
from netra_lint.flow.values import Const, const, is_unknown
from netra_lint.flow.words import SAME_ELEMENTS

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Value


def round_of_key(
    machine: Machine,
    frame: Frame,
    node: int,
    key: str,
    element: int = -1,
    tests: tuple[int, ...] = (),
) -> Frame | None:
    """Return the frame in which a loop comes to a key.

    Args:
        machine: the machine.
        frame: where the loop stands.
        node: what is used as a key there.
        key: the key.
        element: what the loop goes through, element by element; by default what gives the key.
        tests: the conditions of a comprehension.

    Returns:
        The frame: the given one where that cannot be told; None where the loop leaves the key out.
    """
    nodes = frame.facts.nodes
    node = bare(nodes, node)
    element = element if element >= 0 else _element_of(nodes, node)
    value = _element_with(machine, frame, node, element, key) if element >= 0 else None
    return frame if value is None else trials.round_of(machine, element, tests, frame, value)


def _element_of(nodes: list[Node], node: int) -> int:
    """Return the element of a loop that something is, or a part of; or -1."""
    if nodes[node][0] == "item":
        node = bare(nodes, nodes[node][1])
    return node if nodes[node][0] == "elem" else -1


def _element_with(
    machine: Machine, frame: Frame, node: int, element: int, key: str
) -> Value | None:
    """Return what a loop goes through when something is a key, or None."""
    nodes = frame.facts.nodes
    if node == element:
        return const(key)
    holder = _gone_through(nodes, element)
    if holder < 0 or nodes[node][:2] != ("item", element) or nodes[nodes[node][2]][1] != 0:
        return None
    word, mem = Const(key, "str"), nodes[element][2]
    mapping = machine.eval(holder, frame)
    items = [subscripts.item_of(machine, atom, word, frame, mem) for atom in mapping]
    if not all(items) or any(is_unknown(atom) for item in items for atom in item):
        return None  # What all its keys hold may tell more.
    item = subscripts.item(machine, mapping, word, frame, mem)
    return fresh.row(machine, frame, ("entry", element, key), [const(key), item], mem)


def _gone_through(nodes: list[Node], element: int) -> int:
    """Return the mapping through whose pairs a loop goes, or -1."""
    call = nodes[bare(nodes, nodes[element][1])]
    func = nodes[call[1]] if call[0] == "call" else ("",)
    if func[0] == "free" and func[1] in SAME_ELEMENTS and len(call[2]) == 1:
        call = nodes[bare(nodes, call[2][0][0])]
        func = nodes[call[1]] if call[0] == "call" else ("",)
    return func[1] if func[0] == "attr" and func[2] == "items" and not call[2] else -1
