"""Evaluates values on demand: what an expression can be in one frame, and on which way."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from netra_lint.flow import (
    attributes,
    blocks,
    class_attributes,
    filled,
    filters,
    globals,
    guards,
    holes,
    injected,
    literals,
    operators,
    passing,
    returning,
    strings,
    subscripts,
    trials,
    truths,
)
from netra_lint.flow.graph import RETURNED
from netra_lint.flow.program import ClassInfo, FunctionInfo, FunctionNode, is_same
from netra_lint.flow.shapes import Shapes
from netra_lint.flow.values import (
    EMPTY,
    Cls,
    Const,
    Fn,
    Hole,
    Ident,
    Method,
    Obj,
    Trace,
    Value,
    const,
    is_new_type,
    is_unknown,
    keys_of,
    only,
    union,
    unknown,
)
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node, Path, Place
    from netra_lint.flow.known import Known
    from netra_lint.flow.values import Atom
    from netra_lint.project.modules import ModuleInfo

    Busy = dict[Any, Any]

BUDGET = 1_200
_TRIES, _SELDOM = 4, 16
"""What failed so often in a row for the frames of a function, and in how many it is tried then."""
_FAR = 1 << 30


class OutOfBudget(Exception):  # noqa: N818 - it is no error
    """One question has taken as many steps as one may."""


NO_ANSWER = OutOfBudget, RecursionError
"""What ends a question without an answer: whoever asks goes on with the next one."""


class Machine:
    """Answers what values are; one for a whole analysis.

    A value that depends on itself is what the other ways into the circle give.
    What is found inside an unfinished circle is not kept.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self.words = known.words
        self.steps = 0
        self.limit = BUDGET
        self._depth = 0
        self._trying = False
        self._low = _FAR
        self._passing: list[tuple[Busy, object]] = []
        self.busy_tables: set[object] = set()
        self.shapes = Shapes(known)
        self.sole: dict[str, FunctionInfo] = {}
        self.asked: set[str] = set()
        self._defaults: dict[tuple[FunctionInfo, str], FunctionInfo] = {}
        self.looking: Busy = {}
        self.looked: dict[object, Any] = {}
        self.reads: dict[object, tuple[tuple[int, object], ...]] = {}
        self.subjects: dict[object, dict[object, list[int]]] = {}
        self.spent: dict[object, int] = {}
        self._failed: dict[object, int] = {}
        self.module_writers: dict[ModuleInfo, dict[str, list[FunctionInfo]]] = {}

    def ask(self, budget: int = BUDGET) -> None:
        """Begin a new question, with a budget of its own."""
        self.limit = self.steps + budget

    def within(self, budget: int, work: Callable[..., Any], *args: object) -> Any:
        """Return what some work gives, or None when it takes more steps than it may.

        Raises:
            OutOfBudget: the whole question has taken too many.
        """
        outer = self.limit
        self.limit = min(outer, self.steps + budget)
        try:
            return work(*args)
        except OutOfBudget:
            if self.steps > outer:
                raise
            return None
        finally:
            self.limit = outer

    def apart(self, budget: int, work: Callable[..., Any], *args: object) -> Any:
        """Return what some work gives that is no part of the question, or None when it is long."""
        outer, start, trying = self.limit, self.steps, self._trying
        self.limit, self._trying = start + budget, True
        try:
            return work(*args)
        except OutOfBudget:
            return None
        finally:
            self.limit, self._trying = outer + self.steps - start, trying

    def eval(self, node: int, frame: Frame) -> Value:
        """Return what a value of a frame can be.

        Raises:
            OutOfBudget: too many steps.
        """
        found = frame.memo.get(node)
        if found is not None:
            return found
        data = frame.facts.nodes[node]
        if data[0] == "const":
            result = frame.memo[node] = {Const(data[1], data[2]): None}
            return result
        if self.cut(frame.busy, node):
            return EMPTY
        passing = self.passing(frame.busy, node)
        if passing is None:
            handler = _HANDLERS[data[0]]
            passing = self.keep(frame.busy, node, handler, frame.memo, self, data, frame, node)
        value: Value = passing
        return value

    def keep(
        self,
        busy: Busy,
        key: object,
        work: Callable[..., Any],
        memo: dict[Any, Any],
        *args: object,
    ) -> Any:
        """Do some work that may come back to itself, and keep its result.

        A result that rests on unfinished work is kept until that is finished.

        Args:
            busy: where the work is marked as being done.
            key: what it is kept under.
            work: the work, with its arguments.
            memo: where whole results are kept.
            args: the arguments.
        """
        self.steps += 1
        if self.steps > self.limit:
            raise OutOfBudget
        depth, outer, start = self._depth, self._low, len(self._passing)
        busy[key] = depth
        self._depth, self._low = depth + 1, _FAR
        try:
            result = work(*args)
        except BaseException as error:
            self._drop(start)
            del busy[key]
            self._depth, self._low = depth, outer
            if isinstance(error, RecursionError):
                raise OutOfBudget from None
            raise
        self._depth = depth
        low, self._low = self._low, outer
        if low >= depth:
            del busy[key]
            self._drop(start)
            memo[key] = result
        else:
            busy[key] = (low, result)
            self._passing.append((busy, key))
            if low < outer:
                self._low = low
        return result

    def bounded(self, budget: int, info: object, *work: Any) -> Any:
        """Do some work, kept like any other, with a budget of its own.

        Where it failed time and again for other frames of a function, most are not tried
        any more, but cost the question as much: it is to come no further than others.

        Args:
            budget: the steps that it may take.
            info: the function that the work is about.
            work: what `keep` takes.

        Returns:
            The result; None when the budget does not suffice.

        Raises:
            OutOfBudget: the question around it has no steps left.
        """
        if self._trying:
            return self.keep(*work)
        about = info, work[1]
        failed = self._failed.get(about, 0)
        if failed >= _TRIES and failed % _SELDOM:
            self._failed[about] = failed + 1
            self._charge(budget)
            return None
        self._trying = True
        try:
            found = self.within(budget, self.keep, *work)
        finally:
            self._trying = False
        self._failed[about] = failed + 1 if found is None else 0
        return found

    def _charge(self, steps: int) -> None:
        self.steps += steps
        if self.steps > self.limit:
            raise OutOfBudget

    def once(self, key: object, work: Callable[..., Any], *args: object) -> Any:
        """Return the result of some work that is the same for the whole program."""
        found = self.looked.get(key)
        if found is not None:
            return found
        if self.cut(self.looking, key):
            return EMPTY
        passing = self.passing(self.looking, key)
        if passing is not None:
            return passing
        return self.keep(self.looking, key, work, self.looked, *args)

    def forget(self) -> None:
        """Drop what is kept for the whole program; it is found again when it is asked for."""
        self.looked, self.reads, self.subjects = {}, {}, {}

    def _drop(self, start: int) -> None:
        for busy, key in self._passing[start:]:
            busy.pop(key, None)
        del self._passing[start:]

    def cut(self, busy: Busy, key: object) -> bool:
        """Whether some work is being done already; what depends on it is not whole then."""
        start = busy.get(key)
        if start is None or isinstance(start, tuple):
            return False
        self._low = min(self._low, start)
        return True

    def passing(self, busy: Busy, key: object) -> Any:
        """Return a result that rests on unfinished work, if there is one."""
        found = busy.get(key)
        if not isinstance(found, tuple):
            return None
        self._low = min(self._low, found[0])
        return found[1]

    # -- sources -----------------------------------------------------------------

    def source(self, kind: str, frame: Frame, place: Place, note: str, word: str) -> Value:
        """Return an id whose kind is known from here on."""
        return {Ident(kind): Trace(frame.path, place, note, "source", word=word)}

    def named(self, value: Value, name: str, frame: Frame, place: Place, what: str) -> Value:
        """Return a value of which only a name says what it is as the name says it."""
        kind = self.words.kind_of_name(name) if name else ""
        return self.told(value, kind, frame, place, f"{what} `{name}`")

    def told(self, value: Value, kind: str, frame: Frame, place: Place, word: str) -> Value:
        """Return a value of which only words say that it is an id of a kind as they say it."""
        if not kind or not any(_is_open(atom, kind) for atom in value):
            return value
        told = self.source(kind, frame, place, f"{word} is a {kind} id", word)
        kept = {atom: trace for atom, trace in value.items() if not _is_open(atom, kind)}
        return union([kept, told])

    def default(self, info: FunctionInfo, node: ast.expr, name: str) -> Value:
        """Return what a parameter's default is in the scope around its function."""
        made = self._defaults.get((info, name))
        if made is None:
            empty = ast.arguments([], [], None, [], [], None, [])
            holder = ast.copy_location(ast.Lambda(empty, node), node)
            made = self._defaults[info, name] = FunctionInfo(holder, info.module, None, info.outer)
        frame = self.known.open(made)
        returned = [exit_.node for exit_ in frame.facts.returns[:1]]
        if node is injected.dependency(info, name):
            return union([injected.given(self, frame, each, info, name) for each in returned])
        value = union([self.eval(each, frame) for each in returned])
        place = frame.facts.returns[0].place or attributes.NOWHERE
        value = self.named(value, name, frame, place, "default of")
        return self.moved(value, info.path, place, f"default of `{name}` of `{info.name}`")

    def moved(self, value: Value, path: str, place: Place, note: str, event: str = "move") -> Value:
        """Return a value with an event added to the way of its ids; literals' begins here."""
        return {
            atom: Trace(path, place, note, event, way) if way is not None else None
            for atom, way in self.begun(value, path, place)
        }

    def begun(self, value: Value, path: str, place: Place) -> Iterator[tuple[Atom, Trace | None]]:
        """Yield what a value can be, each with how it comes to a place: a literal begins there."""
        for atom, trace in value.items():
            yield atom, trace or literals.begun(self.words, atom, path, place)

    # -- ways ----------------------------------------------------------------------

    def holds(self, held: tuple[tuple[int, int], ...], frame: Frame) -> bool:
        """Whether conditions can hold in a frame."""
        return all(self._may_be(at, polarity, frame) for at, polarity in held)

    def reached(self, path: Path | None, frame: Frame) -> bool:
        """Whether a way can be taken in a frame."""
        while path is not None:
            if not self._may_be(path.condition, path.polarity, frame):
                return False
            path = path.before
        return True

    def surely_reached(self, path: Path | None, frame: Frame) -> bool:
        """Whether a way is surely taken in a frame."""
        while path is not None:
            if path.polarity == RETURNED:
                return False
            if truths.truth(self, path.condition, frame) is not bool(path.polarity):
                return False
            path = path.before
        return True

    def _may_be(self, condition: int, polarity: int, frame: Frame) -> bool:
        if polarity == RETURNED:
            return frame.trial is None or not trials.never_returns(self, condition, frame)
        return truths.truth(self, condition, frame) is not (not polarity)

    # -- values ----------------------------------------------------------------------

    def _unknown(self, data: Node, frame: Frame, node: int) -> Value:
        return unknown()

    def _param(self, data: Node, frame: Frame, node: int) -> Value:
        return passing.parameter(self, frame, data[1])

    def _free(self, data: Node, frame: Frame, node: int) -> Value:
        return globals.free(self, frame, data[1], data[2])

    def _cell(self, data: Node, frame: Frame, node: int) -> Value:
        return globals.cell(self, frame, data[1], data[2])

    def _attr(self, data: Node, frame: Frame, node: int) -> Value:
        base = self.eval(data[1], frame)
        value = attributes.load(self, base, data[2], frame, data[3])
        if data[2] == "id":
            value = holes.called_after(self, value, data[1], frame)
        return attributes.located(value, frame, node)

    def _item(self, data: Node, frame: Frame, node: int) -> Value:
        base = self.eval(data[1], frame)
        keys = keys_of(self.eval(data[2], frame))
        found = [subscripts.item(self, base, key, frame, data[3]) for key in keys]
        value = found[0] if len(found) == 1 else union(found)
        if any(key is not None and key.value == "id" for key in keys):
            value = holes.called_after(self, value, data[1], frame)
        return attributes.located(value, frame, node)

    def _slice(self, data: Node, frame: Frame, node: int) -> Value:
        return operators.sliced(self, data, frame, node)

    def _call(self, data: Node, frame: Frame, node: int) -> Value:
        return returning.result(self, frame, node)

    def _phi(self, data: Node, frame: Frame, node: int) -> Value:
        if len(data[1]) == 1:
            return self.eval(data[1][0][0], frame)
        if frame.trial and "world" in frame.trial and any(at > node for at, _ in data[1]):
            original = frame.trial["world"].original(frame)
            if original is not None:
                return self.eval(node, original)
        return union(
            [self.eval(choice, frame) for choice, held in data[1] if self.holds(held, frame)]
        )

    def _and(self, data: Node, frame: Frame, node: int) -> Value:
        left = self.eval(data[1], frame)
        right = self.eval(data[2], frame) if filters.may_be(left, True) else EMPTY
        return union([filters.filtered(self, left, frozenset({"falsy"})), right])

    def _or(self, data: Node, frame: Frame, node: int) -> Value:
        left = self.eval(data[1], frame)
        right = self.eval(data[2], frame) if filled.may_be_false(self, left, frame) else EMPTY
        return union([filters.filtered(self, left, frozenset({"truthy"})), right])

    def _truth(self, data: Node, frame: Frame, node: int) -> Value:
        told = truths.truth(self, node, frame)
        return unknown() if told is None else const(told)

    def _guard(self, data: Node, frame: Frame, node: int) -> Value:
        value = self.eval(data[1], frame)
        return guards.under(self, value, data[1], data[2], frame)

    def _await(self, data: Node, frame: Frame, node: int) -> Value:
        return blocks.awaited(self, self.eval(data[1], frame), frame)

    def _step(self, data: Node, frame: Frame, node: int) -> Value:
        value = self.eval(data[1], frame)
        if data[3]:
            what = "variable" if data[2].startswith("assigned") else "attribute"
            value = self.named(value, data[3], frame, data[4], what)
            value = holes.called(self, value, data[3], frame, data[4], what)
        return self.moved(value, frame.path, data[4], data[2])

    def _typed(self, data: Node, frame: Frame, node: int) -> Value:
        value = self.eval(data[1], frame)
        if not any(is_unknown(atom) for atom in value):
            return value
        annotation = frame.facts.defs[data[2]]
        assert isinstance(annotation, ast.expr)
        return holes.annotated(self, value, annotation, frame, data[3])

    def _sequence(self, data: Node, frame: Frame, node: int) -> Value:
        return {Obj(frame, node, "list"): None}

    def _mapping(self, data: Node, frame: Frame, node: int) -> Value:
        return {Obj(frame, node, "dict"): None}

    def _elem(self, data: Node, frame: Frame, node: int) -> Value:
        return subscripts.elements(self, self.eval(data[1], frame), frame, data[2])

    def _known(self, data: Node, frame: Frame, node: int) -> Value:
        known: Value = data[1]
        return known

    def _first(self, data: Node, frame: Frame, node: int) -> Value:
        value = self.eval(data[1], frame)
        parts = subscripts.sequence(self, value, frame, data[2])
        return parts[0] if parts else subscripts.elements(self, value, frame, data[2])

    def _delegated(self, data: Node, frame: Frame, node: int) -> Value:
        return blocks.delegated(self, self.eval(data[1], frame))

    def _text(self, data: Node, frame: Frame, node: int) -> Value:
        return strings.text(self, data[1], frame)

    def _binary(self, data: Node, frame: Frame, node: int) -> Value:
        return operators.binary(self, data, frame, node)

    def _def(self, data: Node, frame: Frame, node: int) -> Value:
        definition = frame.facts.defs[data[1]]
        module = frame.module
        outer = frame.info if isinstance(frame.info, FunctionInfo) else None
        if isinstance(definition, ast.ClassDef):
            cls = self.known.classes.get(definition, module, outer)
            return {Cls(cls, frame if frame.args is not None else None): None}
        owner = frame.info if isinstance(frame.info, ClassInfo) else None
        if isinstance(definition, ast.Lambda) and isinstance(frame.info, FunctionInfo):
            owner = None
        assert isinstance(definition, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        info = _method_at(owner, definition) or self.known.function(
            definition, module, owner, outer
        )
        closure = frame if outer is not None else frame.closure
        return {Fn(info, closure, None, data[2] if outer is not None else ()): None}

    def _decorated(self, data: Node, frame: Frame, node: int) -> Value:
        """A decorator that is not known leaves the function as it is."""
        made = self.eval(data[1], frame)
        kept: Value = {a: t for a, t in made.items() if isinstance(a, (Fn, Cls, Obj))}
        return kept or self.eval(data[2], frame)

    def _import(self, data: Node, frame: Frame, node: int) -> Value:
        return globals.imported(self, frame, data[1], data[2], data[3])

    def _enter(self, data: Node, frame: Frame, node: int) -> Value:
        return blocks.entered(self, self.eval(data[1], frame), frame)

    def _caught(self, data: Node, frame: Frame, node: int) -> Value:
        return blocks.caught(self, data, frame)

    def _sent(self, data: Node, frame: Frame, node: int) -> Value:
        return blocks.sent(self, frame)

    def _field(self, data: Node, frame: Frame, node: int) -> Value:
        """A positional part of a class pattern."""
        base = self.eval(data[1], frame)
        cls = only(self.eval(data[2], frame))
        names = class_attributes.match_names(cls) if isinstance(cls, Cls) else []
        if data[3] >= len(names):
            return unknown()
        return attributes.load(self, base, names[data[3]], frame, data[4])


def _method_at(cls: ClassInfo | None, node: FunctionNode) -> FunctionInfo | None:
    methods = cls.methods.values() if cls is not None else ()
    return next((method for method in methods if is_same(method.node, node)), None)


def _is_open(atom: Atom, kind: str) -> bool:
    """Whether only its name can say what something is."""
    if isinstance(atom, Hole):
        return not atom.kind and kind == RUN and not atom.classes
    if is_new_type(atom):
        return False  # It is a type, whatever its name, and gives back what it is called with.
    return is_unknown(atom) or isinstance(atom, Method)


_HANDLERS: dict[str, Callable[..., Value]] = {
    "unknown": Machine._unknown,
    "param": Machine._param,
    "free": Machine._free,
    "cell": Machine._cell,
    "attr": Machine._attr,
    "item": Machine._item,
    "slice": Machine._slice,
    "call": Machine._call,
    "phi": Machine._phi,
    "and": Machine._and,
    "or": Machine._or,
    "not": Machine._truth,
    "compare": Machine._truth,
    "matches": Machine._truth,
    "is_a": Machine._truth,
    "some": Machine._truth,
    "none": Machine._truth,
    "guard": Machine._guard,
    "step": Machine._step,
    "known": Machine._known,
    "await": Machine._await,
    "typed": Machine._typed,
    "sequence": Machine._sequence,
    "many": Machine._sequence,
    "dict": Machine._mapping,
    "manydict": Machine._mapping,
    "elem": Machine._elem,
    "first": Machine._first,
    "delegated": Machine._delegated,
    "text": Machine._text,
    "binary": Machine._binary,
    "def": Machine._def,
    "decorated": Machine._decorated,
    "import": Machine._import,
    "enter": Machine._enter,
    "caught": Machine._caught,
    "sent": Machine._sent,
    "field": Machine._field,
}
