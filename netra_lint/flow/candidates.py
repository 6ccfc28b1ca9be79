"""Which calls are worth a look, told from how they are written: nothing is evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import passing, sinks
from netra_lint.flow.graph import bare, displayed, given_to, plain, spreads, word_of
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.shapes import Shapes
    from netra_lint.flow.values import Hole
    from netra_lint.vocabulary import Vocabulary

CONTAINER_METHODS = frozenset({
    "append", "add", "clear", "copy", "count", "extend", "get", "index", "insert", "items", "join",
    "keys", "pop", "popitem", "remove", "setdefault", "sort", "split", "startswith", "update",
    "values",
})  # fmt: skip
"""Methods of Python's own containers: a call of one says little of what it enters."""
_TEXT_METHODS = frozenset({
    "capitalize", "decode", "encode", "endswith", "find", "format", "isalnum", "isdigit",
    "isoformat", "lower", "lstrip", "replace", "rstrip", "splitlines", "strip", "title", "upper",
})  # fmt: skip

_SEPARATORS = frozenset(":/.#|")
"""What may stand between the words of an address."""

_CALLED_ON = -2


class Wanted(NamedTuple):
    """A parameter of which callers are asked what they give.

    Attributes:
        position: its position in a call, -1 when it has none, -2 for what a method is called on.
        name: its name.
        kind: the kind of id that its send wants.
        whole: whether it is itself what is sent to, and not a part of it.
    """

    position: int
    name: str
    kind: str
    whole: bool


class Candidates:
    """The names under which functions are called that lead to a send.

    Attributes:
        names: the names, in the order in which they were found.
        given: the parameters of functions of a name that are asked about.
        invoking: names of functions that call what they, or their objects, are given.
        callable: names of classes whose objects are asked about when they are called.
    """

    def __init__(self, words: Vocabulary, shapes: Shapes) -> None:
        self.words = words
        self.shapes = shapes
        self.names: dict[str, None] = {}
        self.given: dict[str, set[Wanted]] = {}
        self._asked: set[str] = set()
        self.invoking: set[str] = set()
        self.callable: set[str] = set()

    def ask_for(self, name: str, hole: Hole, kind: str) -> bool:
        """Note that callers of a name are asked for a part of a parameter.

        Returns:
            Whether this parameter was not asked for before.
        """
        wanted = Wanted(_position(hole), hole.name, kind, not hole.steps)
        known = self.given.setdefault(name, set())
        if wanted in known:
            return False
        known.add(wanted)
        self._asked.add(hole.name)
        return True

    def may_lead(self, frame: Frame, call: int) -> bool:
        """Whether a call may be a send, or enter something that leads to one."""
        word = sinks.called_name(frame, call)
        if word in ("", "__init__"):
            return True
        if word in self.names and not self._is_of_container(frame, call, word):
            return True
        nodes = frame.facts.nodes
        called = nodes[plain(nodes, nodes[call][1])]
        return called[0] not in ("attr", "free") or self.is_given_hot(frame, call)

    def may_lead_within(self, frame: Frame, call: int) -> bool:
        """Whether a call may lead to a send, in a function that calls what it, or its object, has.

        What that is called, no caller need have said.
        """
        if self.may_lead(frame, call):
            return True
        nodes = frame.facts.nodes
        called = nodes[plain(nodes, nodes[call][1])]
        if called[0] == "free":
            return frame.closure is not None or self._hands_on(frame, nodes[call])
        if called[0] != "attr" or called[2] in CONTAINER_METHODS or called[2] in _TEXT_METHODS:
            return False
        return nodes[plain(nodes, called[1])][0] in ("param", "cell")

    def _hands_on(self, frame: Frame, data: Node) -> bool:
        """Whether a call is given what its own function was given, and may lead to a send."""
        return any(self._was_given_hot(frame, node) for node in given_to(data))

    def _was_given_hot(self, frame: Frame, node: int) -> bool:
        nodes = frame.facts.nodes
        value = nodes[plain(nodes, node)]
        if value[0] != "param" or frame.args is None:
            return False
        arg = passing.argument(frame, value[1])
        if arg is None or arg.is_part or arg.node < 0:
            return False
        hot = self.is_hot(arg.frame.facts.nodes, arg.node)
        return hot or self._was_given_hot(arg.frame, arg.node)

    def _is_of_container(self, frame: Frame, call: int, word: str) -> bool:
        """Whether a call seems to be one of a container's own methods."""
        if word not in CONTAINER_METHODS or word not in self.invoking or word in self.given:
            return False
        return not self.shapes.callees(frame.info, call)

    def gives_right(self, frame: Frame, call: int) -> bool:
        """Whether a call surely gives nothing wrong to the parameters that are asked about."""
        word = sinks.called_name(frame, call)
        wanted = self.given.get(word)
        if not wanted or word in self.invoking or self.words.routing_method(word) is not None:
            return False
        data = frame.facts.nodes[call]
        if spreads(data) or self.is_given_hot(frame, call):
            return False
        if data[2] and not self.shapes.callees(frame.info, call):
            return False  # A partial of the name takes other positions.
        return all(self._is_right(frame, data, each) for each in wanted)

    def sends_right(self, frame: Frame, call: int) -> bool:
        """Whether a call is no send, or one to what is called, or written, like its recipient."""
        method = self.words.routing_method(sinks.called_name(frame, call))
        if method is None:
            return True
        data = frame.facts.nodes[call]
        if spreads(data):
            return False
        given = [word[1] for word in data[3] if word[0] in method.keywords]
        given = given or [arg[0] for arg in data[2][method.position : method.position + 1]]
        return all(self._is_called(frame, node, method.kind) for node in given)

    def _is_called(self, frame: Frame, node: int, kind: str) -> bool:
        nodes = frame.facts.nodes
        value = nodes[plain(nodes, node)]
        if value[0] == "const":
            return self._kind_written(value) in ("", kind)
        told = self._kind_called(value)
        if not told and nodes[node][0] == "step":
            told = self.words.kind_of_name(str(nodes[node][3]))
        return told == kind

    def _kind_written(self, value: Node) -> str:
        """Return the kind of id that a constant is by its text, or ``""``."""
        return self.words.kind_of_text(value[1]) if isinstance(value[1], str) else ""

    def _kind_called(self, value: Node) -> str:
        """Return the kind of id that a value's name says it is, or ``""``."""
        word = {"attr": 2, "param": 1, "free": 1}.get(value[0])
        return self.words.kind_of_name(value[word]) if word is not None else ""

    def _is_right(self, frame: Frame, data: Node, wanted: Wanted) -> bool:
        if wanted.position < 0:
            return False
        nodes = frame.facts.nodes
        for node in _given(data, wanted):
            value = nodes[plain(nodes, node)]
            if value[0] != "const":
                return False
            if wanted.whole and self._kind_written(value) not in ("", wanted.kind):
                return False
        return True

    def is_given_hot(self, frame: Frame, call: int) -> bool:
        """Whether a call is given a function that leads to a send, as far as names tell."""
        data = frame.facts.nodes[call]
        return any(self.is_hot(frame.facts.nodes, node) for node in given_to(data))

    def name_given(self, frame: Frame, call: int) -> str:
        """Return the name of a function that leads to a send which a call is given as a text."""
        nodes = frame.facts.nodes
        for node, _, _ in nodes[call][2]:
            data = nodes[plain(nodes, node)]
            if data[0] == "const" and isinstance(data[1], str) and data[1] in self.names:
                return data[1]
        return ""

    def is_hot(self, nodes: list[Node], node: int) -> bool:
        """Whether a value may be a function that leads to a send, as far as names tell."""
        data = nodes[bare(nodes, node)]
        if data[0] == "attr":
            return data[2] in self.names
        if data[0] == "free":
            return data[1] in self.names
        if data[0] == "call":
            made = word_of(nodes, data) in self.callable
            return made or any(self.is_hot(nodes, a[0]) for a in data[2][:1])
        if data[0] in ("sequence", "dict"):
            return any(self.is_hot(nodes, part) for part in displayed(nodes, node))
        return bool(data[0] == "def")

    def passes_run_ids(self, frame: Frame, call: int) -> bool:
        """Whether a call is given something that is called like a run id."""
        data = frame.facts.nodes[call]
        if any(self.words.kind_of_name(word[0] or "") == RUN for word in data[3]):
            return True
        return any(self._is_run_like(frame, node, 3) for node in given_to(data))

    def names_wanted(self, frame: Frame, call: int) -> bool:
        """Whether a call gives something by the name of a parameter that is asked about.

        So does what publishes an event with what its handlers take.
        """
        return any(word[0] in self._asked for word in frame.facts.nodes[call][3])

    def packs_run_ids(self, frame: Frame, call: int) -> bool:
        """Whether a call is given an object, or an address, that is made of something like one."""
        nodes = frame.facts.nodes
        given = [plain(nodes, node) for node in given_to(nodes[call])]
        return any(self._is_packed(frame, node) for node in given)

    def _is_packed(self, frame: Frame, node: int) -> bool:
        nodes = frame.facts.nodes
        data = nodes[node]
        if data[0] == "text":
            return _is_address(nodes, data) and self._is_run_like(frame, data[1][1], 3)
        if data[0] != "call" or not word_of(nodes, data)[:1].isupper():
            return False
        return spreads(data) or self.passes_run_ids(frame, node)

    def _is_run_like(self, frame: Frame, node: int, depth: int) -> bool:
        data = frame.facts.nodes[node]
        if data[0] in ("guard", "step", "await"):
            name = data[3] if data[0] == "step" else ""
            if name and self.words.kind_of_name(name) == RUN:
                return True
            return self._is_run_like(frame, data[1], depth)
        if data[0] in ("param", "free"):
            return self.words.kind_of_name(data[1]) == RUN
        if data[0] == "attr":
            return self.words.kind_of_name(data[2]) == RUN
        if data[0] in ("or", "and") and depth:
            return any(self._is_run_like(frame, n, depth - 1) for n in data[1:3])
        if data[0] == "phi" and depth:
            return any(self._is_run_like(frame, n, depth - 1) for n, _ in data[1])
        return False

    def seems_wrong(self, frame: Frame, call: int) -> bool:
        """Whether a call gives a wanted parameter what is called or written like a run id."""
        wanted = self.given.get(sinks.called_name(frame, call), ())
        given = (node for each in wanted for node in _given(frame.facts.nodes[call], each))
        return any(
            self._is_run_like(frame, node, 3) or self._is_written_like_run(frame.facts.nodes, node)
            for node in given
        )

    def _is_written_like_run(self, nodes: list[Node], node: int) -> bool:
        data = nodes[plain(nodes, node)]
        if data[0] == "text" and data[1]:
            data = nodes[data[1][0]]
        return data[0] == "const" and self._kind_written(data) == RUN

    def may_give(self, frame: Frame, call: int) -> bool:
        """Whether a call may give something to a wanted parameter.

        What that is called says nothing: a field holds what the maker of its object gave.
        """
        wanted = self.given.get(sinks.called_name(frame, call))
        data = frame.facts.nodes[call]
        if wanted is None or spreads(data):
            return True
        return any(each.position == _CALLED_ON or _given(data, each) for each in wanted)


def _is_address(nodes: list[Node], data: Node) -> bool:
    """Whether a text is a word and one more thing, as ``f"user:{key}"``."""
    if len(data[1]) != 2 or nodes[data[1][0]][0] != "const":
        return False
    word = nodes[data[1][0]][1]
    return isinstance(word, str) and word[:-1].isidentifier() and word[-1:] in _SEPARATORS


def _position(hole: Hole) -> int:
    info: FunctionInfo = hole.owner
    names = [param.arg for param in info.params]
    if info.is_bound:
        if names[:1] == [hole.name]:
            return _CALLED_ON
        names = names[1:]
    return names.index(hole.name) if hole.name in names else -1


def _given(data: Node, wanted: Wanted) -> list[int]:
    given = [word[1] for word in data[3] if word[0] == wanted.name]
    if wanted.position >= 0:
        given += [arg[0] for arg in data[2][wanted.position : wanted.position + 1]]
    return given
