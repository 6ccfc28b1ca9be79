"""The ways through a function while its facts are taken: what holds where they part and meet."""

from __future__ import annotations

from netra_lint.flow.graph import Facts, Node, Path, Place, common, conditions

Subject = object
Conditions = tuple[tuple[int, int], ...]

_CHECKING = ("ensure", "validate", "check", "require", "assert", "verify", "guard", "reject")
"""How methods are called that raise for what their object holds."""

_DISTINCT = frozenset({"call", "sequence", "many", "dict", "manydict", "step", "phi", "def"})


class Way:
    """What holds at one point of one way.

    Attributes:
        names: the value of each local name.
        mem: the memory state.
        path: the conditions that lead here.
        told: what these conditions say, by the value that they are about.
    """

    __slots__ = ("mem", "names", "path", "told")

    def __init__(
        self,
        names: dict[str, int],
        mem: int,
        path: Path | None,
        told: dict[Subject, Conditions],
    ) -> None:
        self.names = names
        self.mem = mem
        self.path = path
        self.told = told

    def fork(self) -> Way:
        """Return a copy that can go on by itself."""
        return Way(dict(self.names), self.mem, self.path, dict(self.told))


class Graph:
    """Builds the values and memory states of one function.

    Equal values get the same number, so that a check of ``self.user_id`` speaks
    of the same value as its use.
    """

    def __init__(self) -> None:
        self.facts = Facts()
        self._numbers: dict[Node, int] = {}
        self._subjects: dict[int, Subject] = {}
        self.unknown = self.add("unknown")
        self.none = self.const(None)
        self.facts.mems.append(("entry",))

    def add(self, *node: object) -> int:
        """Return the number of a value."""
        nodes = self.facts.nodes
        if node[0] in _DISTINCT:
            nodes.append(node)
            return len(nodes) - 1
        number = self._numbers.get(node)
        if number is None:
            nodes.append(node)
            number = self._numbers[node] = len(nodes) - 1
        return number

    def const(self, value: object) -> int:
        """Return the number of a constant; its type keeps ``1`` and ``True`` apart."""
        return self.add("const", value, type(value).__name__)

    def mem(self, *state: object) -> int:
        """Return the number of a new memory state."""
        self.facts.mems.append(state)
        return len(self.facts.mems) - 1

    def step(self, node: int, note: str, name: str, place: Place) -> int:
        """Return a value that has moved somewhere; constants need no history."""
        if self.facts.nodes[node][0] == "const":
            return node
        return self.add("step", node, note, name, place)

    # -- what conditions say -------------------------------------------------

    def subject(self, node: int) -> Subject:
        """Return what a condition on a value is about, whatever the memory state."""
        if node not in self._subjects:
            self._subjects[node] = subject(self.facts, node)
        return self._subjects[node]

    def assume(self, way: Way, condition: int, polarity: int) -> bool:
        """Let a condition hold on a way from here on.

        Returns:
            False when it cannot hold there.
        """
        node = self.facts.nodes[condition]
        kind = node[0]
        if kind in ("not", "step", "guard", "await"):
            flipped = polarity if kind != "not" else 1 - polarity
            return self.assume(way, node[1], flipped)
        if kind == ("and" if polarity else "or"):
            left = self.assume(way, node[1], polarity)
            return left and self.assume(way, node[2], polarity)
        if kind == "const":
            return bool(node[1]) == bool(polarity)
        if kind == "phi" and not self._deduce(way, node, polarity):
            return False
        self._tell(way, condition, polarity)
        return True

    def _deduce(self, way: Way, phi: Node, polarity: int) -> bool:
        """A flag that only one way could have set tells that this way was taken."""
        fitting = [choice for choice in phi[1] if self._fits(choice[0], polarity)]
        if len(fitting) == 1 and len(phi[1]) > 1:
            for condition, way_polarity in fitting[0][1]:
                self._tell(way, condition, way_polarity)
        return bool(fitting) or not phi[1]

    def _fits(self, node: int, polarity: int) -> bool:
        found = self.facts.nodes[node]
        while found[0] in ("step", "guard", "await"):
            found = self.facts.nodes[found[1]]
        return found[0] != "const" or bool(found[1]) == bool(polarity)

    def _tell(self, way: Way, condition: int, polarity: int) -> None:
        way.path = Path(way.path, condition, polarity)
        for about in self._about(condition, 6):
            way.told[about] = (*way.told.get(about, ()), (condition, polarity))

    def _about(self, node: int, depth: int) -> set[Subject]:
        """Return the values that a condition may say something of."""
        found = {self.subject(node)}
        if depth == 0:
            return found
        nodes = self.facts.nodes
        parts = parts_of(nodes[node])
        if nodes[node][0] == "call" and nodes[nodes[node][1]][0] == "free":
            parts = parts[1:]  # What a function answers says nothing of the function.
        for part in parts:
            found |= self._about(part, depth - 1)
        return found

    def called_back(self, way: Way, call: int) -> None:
        """Note that a call has returned: had it raised, this way would not go on."""
        data = self.facts.nodes[call]
        func = self.facts.nodes[data[1]]
        given = [argument[0] for argument in data[2][:3]]
        if func[0] == "attr" and func[2].lstrip("_").startswith(_CHECKING):
            given.append(func[1])
        for each in given:
            about = self.subject(each)
            way.told[about] = (*way.told.get(about, ()), (call, 2))

    def seen(self, way: Way, node: int) -> int:
        """Return a value under what its way says of it."""
        node = self._refined(way, node)
        told = self._told_of(way, self.subject(node))
        return self.add("guard", node, told) if told else node

    def _told_of(self, way: Way, about: Subject) -> Conditions:
        """Return what is told of a value, also by checks of the object that it is a part of."""
        told = way.told.get(about, ())
        while isinstance(about, tuple) and about[0] in ("attr", "item"):
            about = about[1]
            found = way.told.get(about)
            if found:
                told += tuple(c for c in found if c not in told and self._looks_in(c[0], about))
        return told

    def _looks_in(self, condition: int, about: Subject, depth: int = 4) -> bool:
        """Whether a condition may be a check of an object's parts: it is given whole."""
        nodes = self.facts.nodes
        node = nodes[condition]
        if node[0] == "call":
            func = nodes[node[1]]
            while func[0] == "guard":
                func = nodes[func[1]]
            given = [a[0] for a in node[2]] + ([func[1]] if func[0] == "attr" else [])
            return any(self.subject(each) == about for each in given)
        if node[0] in ("attr", "item"):
            return self.subject(node[1]) == about
        if node[0] == "compare" and node[1] in ("In", "NotIn") and self.subject(node[3]) == about:
            return True
        if not depth or node[0] not in ("not", "and", "or", "step", "guard", "await", "compare"):
            return False
        return any(self._looks_in(part, about, depth - 1) for part in parts_of(node))

    def _refined(self, way: Way, node: int) -> int:
        """Leave out of a value the choices that contradict its way."""
        found = self.facts.nodes[node]
        if found[0] != "phi" or way.path is None or len(found[1]) < 2:
            return node
        against = {(at, 1 - polarity) for at, polarity in conditions(way.path)}
        left = [choice for choice in found[1] if against.isdisjoint(choice[1])]
        if len(left) in (0, len(found[1])):
            return node
        return left[0][0] if len(left) == 1 else self.add("phi", tuple(left))

    # -- where ways meet -----------------------------------------------------

    def join(self, ways: list[Way]) -> Way | None:
        """Return the way on which several go on together; None when there is none."""
        if len(ways) < 2:
            return ways[0] if ways else None
        path = ways[0].path
        for way in ways[1:]:
            path = common(path, way.path)
        since = [tuple(conditions(way.path, path)) for way in ways]
        names = {
            name: self._joined(ways, since, name)
            for name in dict.fromkeys(name for way in ways for name in way.names)
        }
        mems = list(dict.fromkeys(way.mem for way in ways))
        mem = mems[0]
        if len(mems) > 1:
            mem = self.mem("phi", tuple(zip((w.mem for w in ways), since, strict=True)))
        first, *others = ways
        told = {
            about: found
            for about, found in first.told.items()
            if all(other.told.get(about) == found for other in others)
        }
        return Way(names, mem, path, told)

    def _joined(self, ways: list[Way], since: list[Conditions], name: str) -> int:
        nodes = [way.names.get(name, -1) for way in ways]
        if len(set(nodes)) == 1:
            return nodes[0]
        choices = tuple(
            (self.seen(way, node), held)
            for way, node, held in zip(ways, nodes, since, strict=True)
            if node >= 0
        )
        return choices[0][0] if len(choices) == 1 else self.add("phi", choices)


def subject(facts: Facts, node: int) -> Subject:
    """Return what a value is a reading of: the same for each reading of one attribute."""
    found = facts.nodes[node]
    while found[0] in ("guard", "step", "await"):
        node = found[1]
        found = facts.nodes[node]
    if found[0] == "attr":
        return ("attr", subject(facts, found[1]), found[2])
    if found[0] == "item" and facts.nodes[found[2]][0] == "const":
        return ("item", subject(facts, found[1]), facts.nodes[found[2]][1])
    if found[0] in ("free", "cell"):
        return (found[0], found[1])
    return (_read_by_call(facts, found) if found[0] == "call" else None) or node


def _read_by_call(facts: Facts, call: Node) -> Subject:
    """``x.get("key")`` and ``getattr(x, "name")`` read an item and an attribute."""
    nodes, args = facts.nodes, call[2]
    func = nodes[call[1]]
    while func[0] == "guard":
        func = nodes[func[1]]
    if func[0] == "attr" and func[2] == "get" and args and nodes[args[0][0]][0] == "const":
        return ("item", subject(facts, func[1]), nodes[args[0][0]][1])
    if func[0] == "free" and func[1] == "getattr" and len(args) > 1:
        name = nodes[args[1][0]]
        return ("attr", subject(facts, args[0][0]), name[1]) if name[0] == "const" else None
    return None


def parts_of(node: Node) -> list[int]:
    """Return the values that a condition is made of."""
    kind = node[0]
    if kind in ("not", "step", "guard", "typed", "await", "matches"):
        return [node[1]]
    if kind in ("and", "or", "compare", "item", "is_a"):
        return [part for part in node[1:3] if isinstance(part, int)] + (
            [node[3]] if kind == "compare" else []
        )
    if kind in ("attr", "slice", "elem", "some"):
        return [node[1]]
    if kind == "none":
        return [condition for condition, _ in node[2]]
    if kind == "call":
        return [node[1], *(a[0] for a in node[2]), *(k[1] for k in node[3])]
    if kind == "phi":
        return [p for n, held in node[1] for p in (n, *(c for c, _ in held))][:8]
    if kind == "sequence":
        return [part for part, _ in node[2]]
    if kind == "many":
        return [node[2]]
    if kind in ("binary", "text"):
        return list(node[2:4] if kind == "binary" else node[1])
    return []
