"""Chains of calls on which the ids of an execution get lost: from where they are known to a send.

A search that starts at a send without a proper recipient and goes up, from caller to
caller, until it meets functions that have a thread id or a user id at hand. Every
function in between takes neither.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from netra_lint.flow.at_hand import Held, mentions
from netra_lint.flow.callee import Callee
from netra_lint.flow.gaps import carries, is_there
from netra_lint.flow.givers import assigned
from netra_lint.flow.id_names import ROUTES, own_kind
from netra_lint.flow.plans import CONTEXT, Carrier, Gain, Goal, Passing, Plan
from netra_lint.flow.program import last_word
from netra_lint.flow.promises import promises
from netra_lint.flow.query_sends import span_of
from netra_lint.flow.uses import Use, Uses
from netra_lint.flow.values import Const, Hole, Ident
from netra_lint.flow.whose import given_by, is_written_out, keys_read
from netra_lint.flow.written import spread
from netra_lint.project.nodes import walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.hits import Span
    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.query_calls import Calls
    from netra_lint.flow.values import Atom
    from netra_lint.flow.whose import Params

MANY = 40
"""So many functions may gain parameters; what takes more is another design."""
MANY_OVERRIDES = 20
"""A method with more overrides than this is somebody's framework: it keeps its parameters."""
NAMES = {"thread": "thread_id", "user": "user_id"}

T = TypeVar("T")
Group = tuple["FunctionInfo", ...]


class Start(NamedTuple):
    """What a search starts at: a function that needs ids and has none.

    Attributes:
        info: the outermost function around the send.
        takes: the parameters for ids that it has already, by kinds; none where it gains them.
        goal: the send, where it has to be given another recipient.
        what: what is wrong there, in words.
        row, column: where, from 1 and from 1.
        carrier, cls: the context that it takes in place of ids, and its class.
        beside: the field beside which an initialiser keeps ids for the send.
        comes: the parameters by which the run id comes, each with whether as a part of it.
    """

    info: FunctionInfo
    takes: tuple[tuple[str, str], ...]
    goal: Goal | None
    what: str
    row: int
    column: int
    carrier: Carrier | None = None
    cls: ClassInfo | None = None
    beside: str = ""
    comes: tuple[tuple[str, bool], ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The names of parameters that functions gain, by kinds."""
        return {CONTEXT: self.carrier.name} if self.carrier is not None else NAMES

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of ids that are needed."""
        return tuple(kind for kind, _ in self.takes) or ROUTES


class Top(NamedTuple):
    """A call that loses ids.

    Attributes:
        use: the call.
        held: the ids that are at hand there, the thread's first.
        way: the calls from it down to the start, itself first.
    """

    use: Use
    held: tuple[Held, ...]
    way: tuple[Use, ...]


@dataclass
class Search:
    """All that leads to one start.

    Attributes:
        start: where the search began.
        tops: the calls that lose ids.
        links: calls between functions that have none.
        others: calls with nothing at hand, or with something that may carry ids unseen.
    """

    start: Start
    tops: list[Top] = field(default_factory=list)
    links: list[Use] = field(default_factory=list)
    others: list[Use] = field(default_factory=list)


class Chains:
    """Finds chains, and plans their repair."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.uses = Uses(calls)
        self._found: dict[Start, Search] = {}

    # -- the way up --------------------------------------------------------------------

    def search(self, start: Start) -> Search:
        """Return what leads to a start."""
        if start not in self._found:
            self._found[start] = self._search(start)
        return self._found[start]

    def _search(self, start: Start) -> Search:
        found = Search(start)
        first = self.uses.group(start.info)
        below: dict[Group, tuple[Use, ...]] = {first: ()}
        comes: dict[Group, Params] = {first: dict(start.comes)}
        todo = [first]
        while todo:
            group = todo.pop(0)
            for use in self.uses.of(group[0]) or ():
                own = self.uses.group(use.root)
                if own == first and start.takes:
                    continue
                given = self._comes_by(use, comes[group])
                self._judge(found, use, below[group], given is not None)
                fresh = own not in below and given is not None and use in found.links
                if fresh and len(below) < MANY and len(own) <= MANY_OVERRIDES:
                    below[own], comes[own] = (use, *below[group]), given or {}
                    todo.append(own)
        return found

    def _comes_by(self, use: Use, comes: Params) -> Params | None:
        """Return by which of a caller's parameters the run id comes; None if by none of them.

        The caller may fetch it, or write it out: no execution has such a one. A function
        that is handed on gets it from what it is handed on with.
        """
        if use.handed is not None:
            return self._comes_beside(use)
        more = spread(use.seen.info, use.seen.call)
        passed = Callee.of(use.callee).passed(use.seen.call, more) or {}
        found: Params = {}
        for name, part in comes.items():
            value = passed.get(name)
            given = given_by(use.root, value, part) if value is not None else {}
            if given is None or is_written_out(value):
                return None
            found.update(given)
        return found

    def _comes_beside(self, use: Use) -> Params | None:
        """Return by which parameters the run ids come that a function is handed on with."""
        args = [*use.seen.call.args, *(word.value for word in use.seen.call.keywords)]
        plain = [arg for arg in args if isinstance(arg, (ast.Name, ast.Attribute))]
        runs = [arg for arg in plain if own_kind(self.calls.words, last_word(arg)) == RUN]
        found: Params = {}
        for each in runs:
            given = given_by(use.root, each)
            if given is None:
                return None
            found.update(given)
        return found if runs else None

    def _judge(self, found: Search, use: Use, way: tuple[Use, ...], own: bool) -> None:
        """Tell where a call stands: at the top, on the way, or aside.

        Args:
            found: where to put it.
            use: the call.
            way: the calls below it.
            own: whether the run id is not another execution's.
        """
        if spread(use.seen.info, use.seen.call) is None or self._is_given(found, use):
            return
        held = self.at_hand(use.seen, found.start) if own else None
        if held is None:
            found.others.append(use)
        elif not held:
            found.links.append(use)
        elif way or use.handed is not None or not found.start.takes:
            found.tops.append(Top(use, held, (use, *way)))

    def _is_given(self, found: Search, use: Use) -> bool:
        """Whether a call of the start gives it an id already."""
        if use.handed is not None or use.callee not in self.uses.group(found.start.info):
            return False
        more = spread(use.seen.info, use.seen.call)
        passed = Callee.of(use.callee).passed(use.seen.call, more) or {}
        return any(name in passed for _, name in found.start.takes)

    def at_hand(self, seen: Seen, start: Start) -> tuple[Held, ...] | None:
        """Return what is at hand at a call, the thread's id first; None where that is not sure.

        Args:
            seen: the call.
            start: what the ids are needed for.
        """
        if self._carried(seen):
            return None
        known = [each for each in seen.held if each.kind in ROUTES and is_there(seen, each)]
        if start.cls is not None:
            whole = tuple(self._contexts(seen, start.cls))[:1]
            return whole or (None if known else ())
        if not known and self._is_read_by_key(seen.info):
            return None
        known = known or self._promised(seen)
        known.sort(key=lambda held: (bool(held.holder), held.holder not in _read(seen.call)))
        best = (next((h for h in known if h.kind == kind), None) for kind in start.kinds)
        return tuple(each for each in best if each is not None)

    def _is_read_by_key(self, info: FunctionInfo) -> bool:
        """Whether a function takes ids out of a mapping: it has some, if in no variable."""
        keys = {key for _, key in keys_read(info.node, attributes=False)}
        return any(own_kind(self.calls.words, key) in ROUTES for key in keys)

    def _promised(self, seen: Seen) -> list[Held]:
        """Return the ids of contexts of no known class whose run id a call passes."""
        unknown = (each for each in promises(self.calls, seen) if not each.classes)
        return [each.held(kind) for each in unknown for kind in ROUTES]

    def _contexts(self, seen: Seen, cls: ClassInfo) -> Iterator[Held]:
        """Yield the objects at hand of a context's class."""
        for name, param in seen.info.every_param.items():
            classes = self.calls.known.classes.of_annotation(seen.info.module, param.annotation)
            if any(cls in each.mro for each in classes):
                origin = f"parameter `{name}` of `{seen.info.name}`"
                yield Held(CONTEXT, name, origin, "", True, param.lineno, param.col_offset)

    def _carried(self, seen: Seen) -> bool:
        """Whether an argument is an id, or has some, or the method's object was made with one."""
        args = [*seen.call.args, *(word.value for word in seen.call.keywords)]
        return any(self._carries(seen, arg) for arg in args) or self._is_given_to_object(seen)

    def _is_given_to_object(self, seen: Seen) -> bool:
        """Whether the object of a called method was made with an id: ``Agent(context).run()``."""
        made = seen.call.func.value if isinstance(seen.call.func, ast.Attribute) else None
        if isinstance(made, ast.Name):
            values = assigned(seen.info, made.id)
            made = values[0] if len(values) == 1 else None
        if not isinstance(made, ast.Call):
            return False
        args = [*made.args, *(word.value for word in made.keywords)]
        return any(self._carries(seen, arg) for arg in args)

    def _carries(self, seen: Seen, arg: ast.expr, depth: int = 3) -> bool:
        if isinstance(arg, (ast.List, ast.Tuple, ast.Set)):
            return depth > 0 and any(self._carries(seen, each, depth - 1) for each in arg.elts)
        if isinstance(arg, ast.Name):
            made = assigned(seen.info, arg.id)
            if len(made) == 1 and isinstance(made[0], (ast.Dict, ast.Call)):
                return self._is_made_of_ids(made[0]) or carries(self.calls, seen, arg)
            if len(made) == 1 and isinstance(made[0], (ast.List, ast.Tuple, ast.Set)):
                return self._carries(seen, made[0], depth - 1)
        if isinstance(arg, (ast.Name, ast.Attribute)):
            return carries(self.calls, seen, arg) or self._names(arg)
        return self._is_made_of_ids(arg)

    def _names(self, node: ast.expr) -> bool:
        return any(mentions(node, self.calls.words, kind) for kind in ROUTES)

    def _is_made_of_ids(self, node: ast.expr) -> bool:
        """Whether an object is made of ids; a message may name some, but hardly the run's too."""
        if isinstance(node, ast.Dict):
            return self._names(node) and mentions(node, self.calls.words, RUN)
        return isinstance(node, ast.Call) and self._names(node)

    # -- the plan ----------------------------------------------------------------------

    def plan(self, starts: list[Start]) -> Plan | None:
        """Return how the ids get down to some starts; None where no caller has any."""
        parts = [part for part in map(self._plan, starts) if part is not None]
        if not parts:
            return None
        return Plan(
            _joined(part.gains for part in parts),
            _joined(part.passings for part in parts),
            _joined(part.goals for part in parts),
            _joined(part.chains for part in parts),
            _joined(part.left for part in parts),
            _joined(part.held for part in parts),
        )

    def _plan(self, start: Start) -> Plan | None:
        search = self.search(start)
        if not search.tops:
            return None
        gaining = self._gaining(search)
        links = [use for use in search.links if self.uses.group(use.root) in gaining]
        links = [use for use in links if self._is_below(search, use, gaining)]
        passings = [self._passing(start, top.use, top.held) for top in search.tops]
        passings += [self._passing(start, use, ()) for use in links]
        beside = [u for u in (*search.others, *search.links) if u not in links]
        return Plan(
            tuple(self._gain(info, start) for group in gaining for info in group),
            tuple(passings),
            (start.goal,) if start.goal is not None else (),
            tuple(self.words(top) for top in search.tops),
            tuple(self._left(use) for use in beside if self._is_below(search, use, gaining)),
            tuple(dict.fromkeys(held.kind for top in search.tops for held in top.held)),
        )

    def _gaining(self, search: Search) -> dict[Group, None]:
        """Return the hierarchies between the tops and the start, which gain parameters."""
        found: dict[Group, None] = {}
        first = self.uses.group(search.start.info)
        todo = [self.uses.group(top.use.callee) for top in search.tops]
        while todo:
            group = todo.pop(0)
            if group in found or (group == first and search.start.takes):
                continue
            found[group] = None
            todo += [
                self.uses.group(use.callee)
                for use in search.links
                if self.uses.group(use.root) == group
            ]
        return found

    def _is_below(self, search: Search, use: Use, gaining: dict[Group, None]) -> bool:
        """Whether a call is one of a function that gains parameters, or of the start itself."""
        group = self.uses.group(use.callee)
        return group in gaining or group == self.uses.group(search.start.info)

    def _gain(self, info: FunctionInfo, start: Start) -> Gain:
        node, kinds = info.node, start.kinds
        beside = start.beside if info is start.info else ""
        where = (info.path, node.lineno, node.col_offset)
        return Gain(*where, qualified(info), kinds, start.carrier, beside)

    def _passing(self, start: Start, use: Use, held: tuple[Held, ...]) -> Passing:
        names = start.names
        values = {each.kind: each.text for each in held} or {k: names[k] for k in start.kinds}
        if start.takes and use.callee in self.uses.group(start.info):
            names = dict(start.takes)
        words = tuple((names[kind], values[kind]) for kind in start.kinds if kind in values)
        call = self.calls.known.span(use.root.path, span_of(use.seen.call))
        return Passing(use.root.path, call, words, self.span(use) if use.handed else None)

    # -- words -------------------------------------------------------------------------

    def span(self, use: Use) -> Span:
        """Return where a function is called or handed on."""
        return self.calls.known.span(use.root.path, span_of(use.node))

    def words(self, top: Top) -> str:
        """Return a way down in words: ``Agent.run -> Tracker.update -> notify``."""
        return " -> ".join([qualified(top.way[0].root), *(qualified(u.callee) for u in top.way)])

    def _left(self, use: Use) -> str:
        verb = "hands on" if use.handed is not None else "calls"
        return f"`{qualified(use.root)}` {verb} `{shown(use.callee)}` without ids"


def _joined(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))


def qualified(info: FunctionInfo) -> str:
    """Return a function's name with its class's; an initialiser is its class."""
    if info.cls is None:
        return info.name
    return info.cls.name if info.name == "__init__" else f"{info.cls.name}.{info.name}"


def shown(info: FunctionInfo) -> str:
    """Return what a function is called by."""
    return qualified(info).rpartition(".")[2]


def _read(call: ast.Call) -> set[str]:
    """Return the objects that a call's arguments are read from."""
    args = [*call.args, *(word.value for word in call.keywords)]
    return {ast.unparse(n.value) for a in args for n in walk(a) if isinstance(n, ast.Attribute)}


def started(root: FunctionInfo, call: ast.Call, goal: Goal, whom: str) -> Start:
    """Return the start of a search at a send.

    Args:
        root: the outermost function around it.
        call: the send.
        goal: the same, as data.
        whom: what it is sent to, in words.
    """
    what = f"`{ast.unparse(call.func)}` in `{root.name}` sends to {whom}"
    return Start(root, (), goal, what, goal.call.row, goal.call.column + 1)


def kind(atom: Atom) -> str:
    """Return the kind of id that a value is, ``none`` for None, and ``""`` for anything else."""
    if isinstance(atom, (Ident, Hole)):
        return atom.kind
    return "none" if isinstance(atom, Const) and atom.value is None else ""
