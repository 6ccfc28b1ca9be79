"""The solver: starts at the sends, and asks for callers until nothing more is wanted."""

from __future__ import annotations

import ast
from contextlib import suppress
from typing import TYPE_CHECKING

from netra_lint.flow import (
    blocks,
    class_attributes,
    consistency,
    invoke,
    own_calls,
    refused,
    sinks,
    split,
)
from netra_lint.flow.answers import Answers, Demand, is_told
from netra_lint.flow.callers import Callers, called_as
from netra_lint.flow.candidates import Candidates
from netra_lint.flow.carried import Carried
from netra_lint.flow.escapes import Escapes
from netra_lint.flow.findings import Findings
from netra_lint.flow.graph import displayed, plain
from netra_lint.flow.known import Known
from netra_lint.flow.machine import BUDGET, NO_ANSWER, Machine
from netra_lint.flow.other_ids import OtherIds
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import Atom, Hole, Ident, Method, Obj, Value
from netra_lint.flow.words import MUTATORS
from netra_lint.project.modules import ModuleInfo, Modules
from netra_lint.project.outline import Body
from netra_lint.project.screen import is_test

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from netra_lint.flow.frames import Arg, Dispatch, Frame
    from netra_lint.flow.hits import Hit
    from netra_lint.flow.program import FunctionNode
    from netra_lint.flow.sinks import Send
    from netra_lint.flow.values import Trace
    from netra_lint.vocabulary import RoutingMethod, Vocabulary

WAVES = 40
REST = 1_000_000
"""After so many steps rules let go of what was evaluated before: it is too much to keep."""
ANSWER_BUDGET = 4_000
"""Steps for one caller, or for a call that fewer say nothing of: there are few of either."""
TEST_BUDGETS = 300, 1_500
"""The same for functions of tests: these are many, and short of choices."""
REACH_BUDGET = 600
"""Steps to see whether a wrong send can be come to at all; one that takes more may be."""
_COMMON = 100
"""A name that more files hold says too little of the function that was stored under it."""
_THROUGH = 6
_FAR = 5
"""How many functions may stand between a send and whoever made the object that it goes through."""
Root = FunctionInfo | ModuleInfo


class Solver:
    """One analysis of one project."""

    def __init__(self, modules: Modules, files: Sequence[str], words: Vocabulary) -> None:
        self.known = Known(modules, list(files), words)
        self.machine = Machine(self.known)
        self.words = words
        self.callers = Callers(self.known)
        self.demands: dict[FunctionInfo, dict[object, Demand]] = {}
        self.answers = Answers(self.machine)
        self.sites = self.answers.sites
        self.findings = Findings(self.machine, self.answers)
        self.candidates = Candidates(words, self.machine.shapes)
        self.names = self.candidates.names
        self.new_names: list[str] = []
        self.done: set[tuple[Frame, int]] = set()
        self.escapes = Escapes(self.known, self.candidates)
        self.other_ids = OtherIds(self.machine, self.candidates)
        self.roots: dict[Root, None] = {}
        self.more: dict[Root, None] = {}
        self.around: set[FunctionInfo] = set()
        self.long: dict[tuple[Frame, int], None] = {}
        self.waiting: dict[FunctionInfo, dict[tuple[Frame, int], None]] = {}
        self.woken: list[tuple[Frame, int]] = []
        self.invokers: set[object] = set()
        self.giving: set[str] = set()
        self.carried = Carried(self.machine, self.candidates, self.demands, self.invokers)
        self.levels: dict[str, int] = {}
        self.right: dict[str, dict[tuple[Frame, int], None]] = {}
        self._rested = 0

    def solve(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Look at the functions that send, then at those that call what they need."""
        for method in self.words.routing_methods:
            self._want(method.name)
        for _ in range(WAVES):
            names, self.new_names = self.new_names, []
            more, self.more = self.more, {}
            woken, self.woken = self.woken, []
            for frame, call in woken:
                self._ask_about(frame, call)
            if not (names or more or woken):
                break
            roots = list(dict.fromkeys([*self.callers.mentioning(names), *more]))
            for index, root in enumerate(roots):
                self._visit(root)
                self.rest()
                if progress is not None:
                    progress(index, len(roots))
        for frame, call in self.long:
            self._judge_longer(frame, call)
        self.other_ids.look([*self.roots, *self.callers.passing_run_ids()], self.ask_in)
        self._rested = 0  # What rules ask next rests on little of this.

    def rest(self) -> None:
        """Between two questions, drop what was evaluated where that is much."""
        if self._is_much():
            self._drop_values()

    def leave(self) -> None:
        """Between two questions of rules, drop all frames as well, where that is much."""
        if self._is_much():
            self._drop_frames()

    def _is_much(self) -> bool:
        return self.machine.steps - self._rested >= REST

    def _drop_values(self) -> None:
        self._rested = self.machine.steps
        self.known.forget()
        self.machine.forget()

    def _drop_frames(self) -> None:
        """Drop what only the solver asks for; the calls that were entered are known, but empty."""
        self._drop_values()
        self.waiting, self.right = {}, {}
        self.machine.shapes.forget()
        self.known.leave()

    def _want(self, name: str) -> None:
        if name not in self.names:
            self.names[name] = None
            self.new_names.append(name)

    def _may_want(self, name: str) -> None:
        """Ask for a name through which nothing but functions and objects is passed."""
        if name not in self.names and len(self.known.names.holding(name)) <= _COMMON:
            self.names[name] = None
            self.new_names.append(name)

    def close(self) -> None:
        """Drop what is large and goes round in circles: garbage is not looked for so soon."""
        self._drop_frames()
        self.sites.clear()
        self.demands.clear()
        self.done.clear()
        self.long.clear()

    # -- one function -----------------------------------------------------------------

    def _visit(self, root: Root) -> None:
        self.roots[root] = None
        frame = self.known.open(root)
        self._look_at(frame)
        for definition in frame.facts.defs:
            if isinstance(definition, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                inner = self._inner(frame, definition)
                if inner is not None:
                    self._visit(inner)
            elif isinstance(definition, ast.ClassDef) and isinstance(root, FunctionInfo):
                cls = self.known.classes.get(definition, root.module, root)
                for method in cls.methods.values():
                    self._visit(method)

    def _inner(self, frame: Frame, definition: FunctionNode) -> FunctionInfo | None:
        if isinstance(frame.info, ModuleInfo) and not isinstance(definition, ast.Lambda):
            return None
        outer = frame.info if isinstance(frame.info, FunctionInfo) else None
        module = frame.module
        return self.known.function(definition, module, None, outer)

    def _look_at(self, frame: Frame) -> None:
        quiet = self.callers.quiet.is_quiet(frame.info)
        for call in frame.facts.calls:
            if quiet and self.candidates.sends_right(frame, call):
                continue
            if self.candidates.name_given(frame, call):
                self._note_named(frame, call)
            if (frame, call) in self.done or not self.candidates.may_lead(frame, call):
                continue
            if self._leads_elsewhere(frame, call) or self._is_right(frame, call):
                continue
            self._ask_about(frame, call)
        self.ask_in(frame)
        with suppress(*NO_ANSWER):
            self._note_escapes(frame)

    def _ask_about(self, frame: Frame, call: int) -> None:
        if (frame, call) not in self.done:
            self.done.add((frame, call))
            if sinks.called_name(frame, call) in self.machine.asked:
                frame.dispatched.pop(("call", call), None)
            self.ask_in(frame)
            try:
                self._look_at_call(frame, call)
            except NO_ANSWER:
                self._look_longer(frame, call)

    def _look_longer(self, frame: Frame, call: int) -> None:
        """Look once more at a call that takes too long to tell all of it."""
        own = not is_test(frame.root().path)
        if self.words.routing_method(sinks.called_name(frame, call)) is None:
            if own and self.candidates.seems_wrong(frame, call):
                self.ask_in(frame, ANSWER_BUDGET)
                with suppress(*NO_ANSWER):
                    self._look_at_call(frame, call)
        elif ("call", call) not in frame.dispatched:
            self._judge_by_name(frame, call)
        elif own:
            self.long[frame, call] = None

    def _judge_longer(self, frame: Frame, call: int) -> None:
        """Look for longer, in the end, at what a program's own send is given: there are few.

        Callers are not asked: each of them would take as long.
        """
        self.ask_in(frame, ANSWER_BUDGET)
        with suppress(*NO_ANSWER):
            for send in refused.sends(self.machine, frame, call):
                self._report_wrong(frame, call, send)

    def _judge_by_name(self, frame: Frame, call: int) -> None:
        """Look at what a call is given where it takes too long to tell what it enters."""
        self.ask_in(frame)
        with suppress(*NO_ANSWER):
            for send in sinks.by_name(self.machine, frame, call):
                self._judge(frame, call, send)

    def ask_in(self, frame: Frame, budget: int = BUDGET) -> None:
        """Begin a new question that some function raises."""
        if is_test(frame.root().path):
            budget = TEST_BUDGETS[budget == ANSWER_BUDGET]
        self.machine.ask(budget)

    def _leads_elsewhere(self, frame: Frame, call: int) -> bool:
        """Whether a call surely enters functions of which nothing is asked; they may be later."""
        if self.words.routing_method(sinks.called_name(frame, call)) is not None:
            return False
        callees = self.machine.shapes.callees(frame.info, call)
        if not callees or self.candidates.is_given_hot(frame, call):
            return False
        if any(c in self.demands or c in self.invokers or c.is_abstract for c in callees):
            return False
        if any(self.escapes.is_remade(callee) for callee in callees):
            return False
        for callee in callees:
            self.waiting.setdefault(callee, {})[frame, call] = None
        return True

    def _is_right(self, frame: Frame, call: int) -> bool:
        """Whether a call gives nothing wrong to what is asked now; more may be later."""
        if not self.candidates.gives_right(frame, call):
            return False
        self.right.setdefault(sinks.called_name(frame, call), {})[frame, call] = None
        return True

    def _wake(self, info: FunctionInfo) -> None:
        """Look at the calls of a function of which something is asked now."""
        self.woken += self.waiting.pop(info, ())

    def _look_at_call(self, frame: Frame, call: int) -> None:
        self._check_sends(frame, call)
        was_known = frame.info in self.invokers
        self._note_invoker(frame, call)
        self._note_sites(self._frames_below(frame, call, _THROUGH))
        self._note_sites(self._frames_of_block(frame, call))
        if was_known:
            self._look_again_at(frame, call)

    def _note_sites(self, entered: Iterator[Frame]) -> None:
        for child in entered:
            if isinstance(child.info, FunctionInfo):
                self._note_site(child)

    def _note_invoker(self, frame: Frame, call: int) -> None:
        """A function that calls what some object was given is worth a look from its callers."""
        info = frame.info
        if not isinstance(info, FunctionInfo) or info in self.invokers:
            return
        level = self.levels.get(sinks.called_name(frame, call), 0) + 1
        if level > _FAR:
            return
        found = invoke.dispatch(self.machine, frame, call)
        hot = self.candidates.is_given_hot(frame, call)
        passed_in = (
            self._only_declares(found)
            or any(
                (self._is_passed_in(a, info) or (hot and isinstance(a, Hole)))
                and sinks.may_send(self.machine, a, args)
                for a, args, _ in found.others
            )
            or any(self._rests_on_makers(child, frame, call) for child in found.entered)
        )
        if (passed_in and self.candidates.may_give(frame, call)) or (
            not found.entered and self._gives_functions(frame, call, found)
        ):
            if info.cls is not None and info.params:
                self._note_giving(info, frame)
            self._add_invoker(info, level)

    def _add_invoker(self, info: FunctionInfo, level: int) -> None:
        self.invokers.add(info)
        self._wake(info)
        for name in called_as(info):
            self.levels.setdefault(name, level)
            self.candidates.invoking.add(name)
            self.woken += self.right.pop(name, ())
            self._may_want(name)
        self._look_again_into(info)

    def _note_named(self, frame: Frame, call: int) -> None:
        """A function that looks up the method of a name that it is given calls that method.

        So dispatchers do: ``self._each("on_start", run_id)``.
        """
        level = self.levels.get(self.candidates.name_given(frame, call), 0) + 1
        for callee in self.machine.shapes.callees(frame.info, call) or ():
            if level <= _FAR and self._calls_by_name(callee):
                for info in (callee, frame.info):
                    if isinstance(info, FunctionInfo) and info not in self.invokers:
                        self._add_invoker(info, level)

    def _only_declares(self, found: Dispatch) -> bool:
        """Whether a call enters what only whoever made an object can tell.

        So do an element of a container that others fill, and a protocol's method.
        """
        if not (found.entered or found.others or found.values or found.callbacks):
            return True
        return any(
            isinstance(child.this, Hole)
            and isinstance(child.info, FunctionInfo)
            and child.info.is_abstract
            and child.info.name in self.names
            for child in found.entered
        )

    def _look_again_into(self, info: FunctionInfo) -> None:
        """Go into the calls of a function that were passed by before it was an invoker."""
        for child in list(self.sites.get(info, ())):
            self.ask_in(child)
            with suppress(*NO_ANSWER):
                self._note_sites(self._frames_in(child, _THROUGH))
        self.machine.ask()

    def _look_again_at(self, frame: Frame, call: int) -> None:
        """Go into a call of an invoker that led nowhere yet when its callers were looked at."""
        info = frame.info
        if frame.caller is not None or not isinstance(info, FunctionInfo):
            return
        for child in list(self.sites.get(info, ())):
            self.ask_in(child)
            with suppress(*NO_ANSWER):
                self._check_sends(child, call)
                self._note_sites(self._frames_below(child, call, _THROUGH))
        self.machine.ask()

    def _rests_on_makers(self, child: Frame, frame: Frame, call: int) -> bool:
        """Whether what a call enters calls something that whoever made its object gave it."""
        if child.info not in self.invokers:
            return False
        if _is_made_elsewhere(child.this, frame):
            return self._gives_own(child, frame)
        return isinstance(child.this, Hole) and (
            self.candidates.passes_run_ids(frame, call)
            or self.candidates.packs_run_ids(frame, call)
            or self._gives_own(child, frame)
        )

    def _gives_own(self, child: Frame, frame: Frame) -> bool:
        """Whether a method of one's own is entered that calls what the object keeps, with itself.

        Or with something else that it keeps: ``self._send(self._target, message)``.
        """
        this, info = child.this, child.info
        own = isinstance(this, Hole) and this.owner is frame.info and not this.steps
        if not own and not _is_made_elsewhere(this, frame):
            return False
        assert isinstance(info, FunctionInfo)
        return own_calls.gives_own(info, child.facts, self.names, self.giving)

    def _note_giving(self, info: FunctionInfo, frame: Frame) -> None:
        if own_calls.gives_own(info, frame.facts, self.names, self.giving):
            self.giving.add(info.name)

    def _gives_functions(self, frame: Frame, call: int, found: Dispatch) -> bool:
        """Whether a method of something passed in is given functions that lead to a send."""
        unknown = [a for a, _, _ in found.others if isinstance(a, Method)]
        if not any(isinstance(a.receiver, Hole) for a in unknown):
            return False
        return self.candidates.is_given_hot(frame, call)

    def _is_passed_in(self, atom: object, info: FunctionInfo) -> bool:
        """Whether what is called, or whose method it is, comes from whoever made an object."""
        if isinstance(atom, Method) and atom.name in self.names:
            return isinstance(atom.receiver, Hole)
        return isinstance(atom, Hole) and (atom.owner is not info or bool(atom.steps))

    def _frames_of_block(self, frame: Frame, call: int) -> Iterator[Frame]:
        """Yield the frames that a block runs at its beginning or end, and those below them."""
        for state in frame.facts.mems:
            if state[0] not in ("enter", "leave") or plain(frame.facts.nodes, state[2]) != call:
                continue
            for child, _ in blocks.passed(self.machine, frame, state):
                if isinstance(child.this, Obj):
                    yield child
                    if child.info in self.invokers:
                        yield from self._frames_in(child, _THROUGH)

    def _frames_below(self, frame: Frame, call: int, depth: int) -> Iterator[Frame]:
        """Yield the frames that a call enters, through wrappers that are given functions."""
        found = invoke.dispatch(self.machine, frame, call)
        self._note_records(found)
        for child in (*found.entered, *found.callbacks):
            yield child
            if depth and (
                child.info in self.invokers
                or self._is_given_functions(child)
                or self._stands_in(child, frame, call)
            ):
                yield from self._frames_in(child, depth)

    def _stands_in(self, child: Frame, frame: Frame, call: int) -> bool:
        """Whether an inner function is called under the name of one that is asked about.

        A proxy's ``__getattr__`` gives such a function for the method that it looks up.
        """
        word, info = sinks.called_name(frame, call), child.info
        if word not in self.names or not isinstance(info, FunctionInfo) or info.outer is None:
            return False
        return info.name != word

    def _frames_in(self, child: Frame, depth: int) -> Iterator[Frame]:
        """Look at what a frame keeps and sends, and yield the frames below it."""
        self._note_kept(child)
        for inner in child.facts.calls:
            if self.candidates.may_lead_within(child, inner):
                self._check_sends(child, inner)
                yield from self._frames_below(child, inner, depth - 1)

    def _note_records(self, found: Dispatch) -> None:
        """Fields of records that are given functions are names to call these by."""
        for cls in found.made:
            if cls.find("__init__") is None:
                for index, name in enumerate(class_attributes.record_fields(cls)):
                    arg = found.args.get(index, name)
                    if arg is not None and self.carried.carries(arg):
                        self._may_want(name)

    def _note_kept(self, child: Frame) -> None:
        """Functions that a call keeps are called by whoever reads where it keeps them."""
        for state in child.facts.mems:
            if state[0] == "attr" and self.carried.is_led_on_by(state[4], child):
                self._may_want(state[3])
            elif state[0] == "item" and self._keeps(state[4], child):
                self._want_around(child.info)
            elif state[0] == "call":
                data = child.facts.nodes[state[2]]
                given = [a[0] for a in data[2]]
                if sinks.called_name(child, state[2]) in MUTATORS and any(
                    self._keeps(node, child) for node in given
                ):
                    self._want_around(child.info)

    def _keeps(self, node: int, frame: Frame) -> bool:
        """Whether what is put into a container leads on, or is a display with something that does.

        Registries keep a function in one entry with what is said of it.
        """
        parts = displayed(frame.facts.nodes, node)
        return any(self.carried.is_led_on_by(part, frame) for part in parts)

    def _want_around(self, info: object) -> None:
        """Look at the functions that see the same containers as one that fills them."""
        if isinstance(info, FunctionInfo) and info not in self.around:
            self.around.add(info)
            if info.cls is not None:
                found = [m for cls in list(info.cls.family())[:8] for m in cls.methods.values()]
            else:
                found = self.known.classes.functions_of(info.module)
            self.more.update(dict.fromkeys(found[:80]))

    def _is_given_functions(self, child: Frame) -> bool:
        if child.info.name == "__call__":  # type: ignore[union-attr]
            return True
        if child.info in self.demands and child.closure is None:
            return any(self.carried.carries(arg) for arg in _all_args(child))
        frames = [child]
        if child.closure is not None and child.closure.args is not None:
            frames.append(child.closure)
        return any(self.carried.carries(arg) for frame in frames for arg in _all_args(frame))

    # -- sends --------------------------------------------------------------------------

    def _check_sends(self, frame: Frame, call: int) -> None:
        for send in refused.sends(self.machine, frame, call):
            self._judge(frame, call, send)

    def _is_reached(self, frame: Frame, call: int) -> bool:
        """Whether a call can be come to, through all calls that lead there."""
        at: Frame | None = frame
        while at is not None:
            data = at.facts.nodes[call]
            if data[0] == "call" and not self.machine.reached(data[5], at):
                return False
            call, at = at.call, at.caller
        return True

    def _judge(self, frame: Frame, call: int, send: Send) -> None:
        """Report what reaches a send, and ask callers for what they give."""
        if not self._report_wrong(frame, call, send):
            return
        for atom, so_far in send.arg.get(self.machine).items():
            if isinstance(atom, Hole):
                self._ask_for_part(frame, call, send, atom, so_far)

    def _report_wrong(self, frame: Frame, call: int, send: Send) -> bool:
        """Report the ids of a wrong kind that reach a send.

        Returns:
            Whether the send can be come to.
        """
        if isinstance(frame.this, Obj) and _reads_own(send.arg):
            self.findings.told.add((frame.info, call))
        wrong = list(sinks.wrong(self.machine, send))
        if wrong and self.machine.apart(REACH_BUDGET, self._is_reached, frame, call) is False:
            return False
        for atom, kind, trace in wrong:
            if not consistency.may_come(self.machine, frame, call, send, atom):
                continue
            kinds = kind, send.method.kind
            if not split.some_class_fits(self.machine, self.answers, frame, call, kinds):
                continue
            if self.findings.report(send.method, frame, call, send.arg, kind, trace):
                self._ask_for_objects(send.method, frame, call, send.arg)
        return True

    def _ask_for_part(
        self, frame: Frame, call: int, send: Send, hole: Hole, so_far: Trace | None
    ) -> None:
        """Ask callers for what they give, where that is a part of what reaches a send."""
        here = hole.owner is frame.root().info
        if not here and any(step[0] in ("call", "item") for step in hole.steps):
            self._ask_for_objects(send.method, frame, call, send.arg)
        place: object = None if here else (frame, call)
        if here and frame.facts.nodes[send.arg.node][0] == "guard":
            place = send.arg.node
        self._demand(Demand(hole, send.method, frame, call, send.arg, so_far), place)

    def _demand(self, demand: Demand, place: object = None) -> None:
        owner = demand.hole.owner
        if demand.hole.name.startswith("<"):
            return
        asked = self.demands.setdefault(owner, {})
        if place is None:
            way = _first_call(demand.frame) if demand.hole.steps else -1
            place = (demand.frame.info, demand.call, way)
        key = (demand.hole.name, demand.hole.steps, demand.method.kind, place)
        if key in asked:
            return
        asked[key] = demand
        if len(asked) == 1 and self.words.routing_method(owner.name) is None:
            self._note_asked(owner)
            self._look_at_decorators(owner)
        self._wake(owner)
        if owner.name == "__call__":
            self.candidates.callable.update(called_as(owner))
        for name in called_as(owner):
            self.levels[name] = 0
            if self.candidates.ask_for(name, demand.hole, demand.method.kind):
                self.woken += self.right.pop(name, ())
            if not demand.hole.steps or not self.callers.is_common(name):
                self._want(name)
        if owner.name == "__init__" and owner.cls is not None:
            heirs = [cls.methods.get("__init__") for cls in owner.cls.family()]
            self.more.update({h: None for h in heirs if h is not None and h is not owner})
            self.more.update(dict.fromkeys(_factories(owner.cls)))
        for child in list(self.sites.get(owner, ())):
            self._answer(demand, child)

    def _note_asked(self, owner: FunctionInfo) -> None:
        """Let calls enter a method whose receiver only its name or its makers tell."""
        if owner.cls is not None and len(self.known.names.holding(owner.name)) <= _COMMON:
            self.machine.asked.add(owner.name)
            beside = _methods_beside(owner.cls)
            self.more.update({each: None for each in beside if self._calls_by_name(each)})
        if self.callers.is_sole(owner):
            self.machine.sole[owner.name] = owner

    def _calls_by_name(self, info: FunctionInfo) -> bool:
        """Whether a method may choose another one by its name."""
        body = info.node.body
        if isinstance(body, Body):
            return body.may_hold(b"getattr")
        return "getattr" in self.carried.words_of(info)

    def _look_at_decorators(self, info: FunctionInfo) -> None:
        """Look at the module in which a decorator, that may keep a function, stands over it."""
        if info.outer is None and info.cls is None and self.escapes.may_be_kept(info):
            self.more[info.module] = None

    def _note_site(self, child: Frame) -> None:
        info = child.info
        assert isinstance(info, FunctionInfo)
        known = self.sites.setdefault(info, {})
        if child in known:
            return
        known[child] = None
        for demand in list(self.demands.get(info, {}).values()):
            self._answer(demand, child)

    def _answer(self, demand: Demand, child: Frame) -> None:
        """Look again at a demand from a call that enters its function."""
        self.ask_in(child, ANSWER_BUDGET)
        try:
            if demand.frame.root().info is demand.hole.owner:
                self._again(demand, child)
            else:
                self._grafted(demand, child)
        except NO_ANSWER:
            self._note_asked_from(demand, None)
            return

    def _again(self, demand: Demand, child: Frame) -> None:
        """Evaluate a send anew, in the frames that this caller leads to.

        A caller that gives nothing wrong is only asked about further: the send
        itself is looked at again for what may be wrong there.
        """
        value = self.answers.part_of(demand.hole, child) if is_told(demand.hole) else None
        harmless = value is not None and all(
            self.answers.is_harmless(atom, demand.method.kind) for atom in value
        )
        if harmless and not any(isinstance(atom, Hole) for atom in value or ()):
            return
        frame = self.answers.retrace(demand.frame, child)
        if frame is None:
            # This object calls something else there, which may lead to a send as well.
            if not harmless and isinstance(child.this, Obj):
                self._note_sites(self._frames_in(child, _THROUGH))
            self._note_asked_from(demand, child)
            return
        self._note_asked_from(demand, child)
        if harmless and value is not None and self._stays_whole(value, frame):
            self._pass_on(demand, value, frame)
            return
        for send in refused.sends(self.machine, frame, demand.call):
            self._judge(frame, demand.call, send)
        if not demand.hole.name and self.findings.is_joined(frame, demand.call):
            self._ask_for_objects(demand.method, frame, demand.call, demand.arg)

    def _note_asked_from(self, demand: Demand, child: Frame | None) -> None:
        """Note from where a send was looked at again, that an object's fields lead to."""
        if not demand.hole.name and _reads_own(demand.arg):
            key = demand.hole.owner, (demand.frame.info, demand.call)
            root = child.root().info if child is not None else None
            self.findings.asked.setdefault(key, set()).add(root)

    def _stays_whole(self, value: Value, frame: Frame) -> bool:
        """Whether the send can be looked at anew from wherever a value comes from."""
        root = frame.root().info
        return all(atom.owner is root for atom in value if isinstance(atom, Hole))

    def _pass_on(self, demand: Demand, value: Value, frame: Frame) -> None:
        """Ask on where a caller only passes on what it is given itself."""
        for atom, trace in value.items():
            if isinstance(atom, Hole):
                self._demand(demand._replace(hole=atom, frame=frame, trace=trace))

    def _grafted(self, demand: Demand, child: Frame) -> None:
        """Follow a part of a parameter that reached its send through a field."""
        value = self.answers.part_of(demand.hole, child)
        for atom, trace in value.items():
            kind = atom.kind if isinstance(atom, (Ident, Hole)) else ""
            if trace is None or demand.trace is None:
                continue
            whole = demand.trace.after(trace)
            if kind and kind != demand.method.kind:
                send = demand.method, demand.frame, demand.call, demand.arg
                self.findings.report(*send, kind, whole, True)
                self.findings.joined.add(((demand.frame.info, demand.call), child.root().info))
                self._ask_for_objects(*send)
            if isinstance(atom, Hole):
                again = demand._replace(hole=atom, trace=whole)
                self._demand(again, (demand.frame, demand.call))

    def _ask_for_objects(self, method: RoutingMethod, frame: Frame, call: int, arg: Arg) -> None:
        """What a field holds depends on the object: look again from where one is known."""
        info = frame.root().info
        if isinstance(info, FunctionInfo):
            hole = Hole(info, "")
            self._demand(Demand(hole, method, frame, call, arg, None), (frame, call))

    def _note_escapes(self, frame: Frame) -> None:
        """Ask for the names under which something that leads to a send is kept."""
        for name in self.escapes.names(frame):
            self._may_want(name)
        for name in self.escapes.class_attributes(frame):
            self._want(name)
        for name in self.escapes.naming_sends(frame):
            self._may_want(name)
        if isinstance(frame.info, FunctionInfo) and self.escapes.are_returned(frame):
            self.invokers.add(frame.info)
            self._wake(frame.info)
            for name in called_as(frame.info):
                self.candidates.invoking.add(name)
                self.candidates.callable.add(name)
                self._may_want(name)

    def found(self, targets: Collection[str], codes: frozenset[str]) -> list[Hit]:
        """Return the findings for some files, in the order of their places."""
        found = self.findings.found(self.other_ids.hits)
        chosen = [hit for hit in found if hit.path in targets and hit.code in codes]
        return sorted(chosen, key=lambda h: (h.path, h.call.row, h.call.column, h.code))


def _first_call(frame: Frame) -> int:
    """Return the call by which the function at the root leads to a frame, -1 in that itself."""
    call = -1
    while frame.caller is not None:
        call, frame = frame.call, frame.caller
    return call


def _is_made_elsewhere(this: Atom | None, frame: Frame) -> bool:
    """Whether an object was made by another function, of which no call is known."""
    return isinstance(this, Obj) and this.frame.root() is not frame.root()


def _reads_own(arg: Arg) -> bool:
    """Whether an argument is plainly a field of the object whose method gives it."""
    info, nodes = arg.frame.info, arg.frame.facts.nodes
    node = plain(nodes, arg.node) if not arg.is_part else 0
    own = isinstance(info, FunctionInfo) and info.cls is not None and bool(info.params)
    return own and nodes[node][0] == "attr" and own_calls.is_of_own(info, nodes, node)  # type: ignore[arg-type]


def _methods_beside(cls: ClassInfo) -> list[FunctionInfo]:
    """Return the methods of a class and of those above it."""
    return [method for base in cls.mro for method in base.methods.values()]


def _factories(cls: ClassInfo) -> list[FunctionInfo]:
    """Return the class methods that may make instances of a class."""
    return [
        method
        for heir in list(cls.family())[:20]
        for method in heir.methods.values()
        if "classmethod" in method.marks
    ]


def _all_args(child: Frame) -> list[Arg]:
    args = child.args
    if args is None:
        return []
    rest = [arg for arg in (args.star, args.extra) if arg is not None]
    return [*args.pos, *args.kw.values(), *rest]
