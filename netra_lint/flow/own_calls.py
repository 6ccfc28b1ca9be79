"""What a method hands to what its own object keeps, told from facts alone.

A method that calls a callback, or a helper, of its object with something else
that the object keeps gives whatever the object was made with: only where the
object is known can be told what is sent, and to whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.graph import given_to, plain, word_of

if TYPE_CHECKING:
    from collections.abc import Container

    from netra_lint.flow.graph import Facts, Node
    from netra_lint.flow.program import FunctionInfo


def gives_own(
    info: FunctionInfo, facts: Facts, names: Container[str], giving: Container[str]
) -> bool:
    """Return whether a method calls what its object keeps, with itself or what it keeps as well.

    As ``self._send(self._target, message)`` and ``self._notifier.notify(self.owner)`` do.

    Args:
        info: the method.
        facts: what is known of it.
        names: the names under which functions are called that lead to a send.
        giving: the names of methods of which the same is known: to call one's own does so too.
    """
    nodes = facts.nodes
    return any(_does(info, nodes, nodes[call], names, giving) for call in facts.calls)


def _does(
    info: FunctionInfo,
    nodes: list[Node],
    data: Node,
    names: Container[str],
    giving: Container[str],
) -> bool:
    if word_of(nodes, data) in giving and _is_own_method(info, nodes, data):
        return True
    kept = _calls_kept(info, nodes, data) or _calls_helper(info, nodes, data, names)
    return kept and any(is_of_own(info, nodes, plain(nodes, node)) for node in given_to(data))


def _is_own_method(info: FunctionInfo, nodes: list[Node], data: Node) -> bool:
    func = nodes[plain(nodes, data[1])]
    return func[0] == "attr" and _is_self(info, nodes[plain(nodes, func[1])])


def _is_self(info: FunctionInfo, data: Node) -> bool:
    return data[0] == "param" and info.is_receiver(data[1])


def _calls_kept(info: FunctionInfo, nodes: list[Node], data: Node) -> bool:
    """Whether a method calls something that is neither a function's name nor a method."""
    func = nodes[plain(nodes, data[1])]
    if func[0] != "attr":
        return bool(func[0] != "free")
    own = _is_self(info, nodes[plain(nodes, func[1])])
    return own and info.cls is not None and info.cls.find(func[2]) is None


def _calls_helper(info: FunctionInfo, nodes: list[Node], data: Node, names: Container[str]) -> bool:
    """Whether a method calls one, that may lead to a send, of something that its object keeps."""
    func = nodes[plain(nodes, data[1])]
    if func[0] != "attr" or func[2] not in names:
        return False
    base = plain(nodes, func[1])
    return nodes[base][0] == "attr" and is_of_own(info, nodes, base)


def is_of_own(info: FunctionInfo, nodes: list[Node], node: int) -> bool:
    """Return whether something is a method's own object, or read from it."""
    while nodes[node][0] in ("attr", "call", "item"):
        node = plain(nodes, nodes[node][1])
    return _is_self(info, nodes[node])
