"""How statements are executed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from netra_lint.flow import access, loops
from netra_lint.flow.functions import closure
from netra_lint.flow.heap import Args, Loop
from netra_lint.flow.outline import JUMPS
from netra_lint.flow.patterns import match_case
from netra_lint.flow.run import PathEnds, Run
from netra_lint.flow.state import State, join
from netra_lint.flow.values import UNKNOWN, Const, ExtVal, Test, Value, const, union, unknown

Executor = Callable[..., None]
STATEMENTS: dict[type, Executor] = {}


def statement(*types: type) -> Callable[[Executor], Executor]:
    """Register how statements of some types are executed."""

    def register(handler: Executor) -> Executor:
        for kind in types:
            STATEMENTS[kind] = handler
        return handler

    return register


def execute_block(run: Run, body: Sequence[ast.stmt]) -> None:
    """Execute statements in order.

    Raises:
        PathEnds: the path does not reach the block's end.
    """
    chosen = run.frame.slice
    for node in body:
        if chosen is not None and id(node) not in chosen.live:
            if isinstance(node, JUMPS):
                _leave(run, node)
            continue
        run.steps += 1
        handler = STATEMENTS.get(type(node))
        if handler is not None:
            handler(run, node)


def _leave(run: Run, node: ast.stmt) -> None:
    """Take a way out without looking at what it carries."""
    if isinstance(node, (ast.Break, ast.Continue)):
        STATEMENTS[type(node)](run, node)
    ways = run.frame.returns if isinstance(node, ast.Return) else run.frame.raised
    ways.append((unknown(), run.state))
    raise PathEnds


def _way(run: Run, body: Sequence[ast.stmt]) -> Value:
    execute_block(run, body)
    return loops.nothing()


@statement(ast.Expr)
def _expr(run: Run, node: ast.Expr) -> None:
    run.eval(node.value)


@statement(ast.Assign)
def _assign(run: Run, node: ast.Assign) -> None:
    value = run.eval(node.value)
    for target in node.targets:
        access.assign(run, target, value, node)


@statement(ast.AnnAssign)
def _annotated(run: Run, node: ast.AnnAssign) -> None:
    if node.value is None:
        return
    value = run.eval(node.value)
    if all(atom == UNKNOWN for atom in value.atoms):
        value = run.known.annotated(run, node.annotation, value, ast.unparse(node.target), node)
    access.assign(run, node.target, value, node)


@statement(ast.AugAssign)
def _augmented(run: Run, node: ast.AugAssign) -> None:
    target = ast.copy_location(ast.parse(ast.unparse(node.target), mode="eval").body, node)
    ast.fix_missing_locations(target)
    value = run.eval(ast.copy_location(ast.BinOp(target, node.op, node.value), node))
    access.assign(run, node.target, value, node)


@statement(ast.Return)
def _return(run: Run, node: ast.Return) -> None:
    value = run.see(run.eval(node.value)) if node.value else const(None)
    if isinstance(node.value, ast.BoolOp) and all(_is_truth(atom) for atom in value.atoms):
        _return_truth(run, node.value)
    run.frame.returns.append((value, run.state))
    raise PathEnds


def _is_truth(atom: object) -> bool:
    return isinstance(atom, Test) or (isinstance(atom, Const) and isinstance(atom.value, bool))


def _return_truth(run: Run, test: ast.expr) -> None:
    """Return where several tests together hold, and where they do not, one by one."""
    start = run.state
    for truth in (True, False):
        run.state = start.fork()
        try:
            run.condition(test, truth)
        except PathEnds:
            continue
        run.frame.returns.append((const(truth), run.state))
    raise PathEnds


@statement(ast.Raise)
def _raise(run: Run, node: ast.Raise) -> None:
    value = run.eval(node.exc) if node.exc else unknown()
    run.frame.raised.append((value, run.state))
    raise PathEnds


@statement(ast.If)
def _if(run: Run, node: ast.If) -> None:
    def way(truth: bool) -> Value:
        run.condition(node.test, truth)
        return _way(run, node.body if truth else node.orelse)

    run.branch(lambda: way(True), lambda: way(False))


@statement(ast.Assert)
def _assert(run: Run, node: ast.Assert) -> None:
    run.condition(node.test, True)


@statement(ast.For, ast.AsyncFor)
def _for(run: Run, node: ast.For) -> None:
    _loop(
        run,
        lambda body: loops.each(run, node.iter, node.target, body),
        node.body,
        node.orelse,
    )


@statement(ast.While)
def _while(run: Run, node: ast.While) -> None:
    _loop(run, lambda body: loops.repeat(run, node.test, body), node.body, node.orelse)


def _loop(
    run: Run,
    around: Callable[[Callable[[], None]], None],
    body: list[ast.stmt],
    orelse: list[ast.stmt],
) -> None:
    loop = Loop()
    frame = run.frame
    frame.loops.append(loop)

    def once() -> None:
        loop.continues = []
        ends: list[State] = []
        try:
            execute_block(run, body)
            ends.append(run.state)
        except PathEnds:
            pass
        ends += loop.continues
        if not ends:
            raise PathEnds
        run.state = join(ends, run.words) if len(ends) > 1 else ends[0]

    ends: list[State] = []
    try:
        around(once)
        frame.loops.pop()
        execute_block(run, orelse)
        ends.append(run.state)
    except PathEnds:
        if frame.loops and frame.loops[-1] is loop:
            frame.loops.pop()
    ends += loop.breaks
    if not ends:
        raise PathEnds
    run.state = join(ends, run.words) if len(ends) > 1 else ends[0]


@statement(ast.Break)
def _break(run: Run, node: ast.Break) -> None:
    if run.frame.loops:
        run.frame.loops[-1].breaks.append(run.state)
    raise PathEnds


@statement(ast.Continue)
def _continue(run: Run, node: ast.Continue) -> None:
    if run.frame.loops:
        run.frame.loops[-1].continues.append(run.state)
    raise PathEnds


@statement(ast.Try, getattr(ast, "TryStar", ast.Try))
def _try(run: Run, node: ast.Try) -> None:
    ends, entries, raised = _attempted(run, node.body, node.orelse)
    if node.handlers:
        entries += [state for _, state in raised]
        ends += _handled(run, node, entries, [value for value, _ in raised])
    else:
        run.frame.raised += raised
    _finally(run, node, ends, entries)


Raised = list[tuple[Value, State]]


def _attempted(
    run: Run, body: list[ast.stmt], orelse: list[ast.stmt]
) -> tuple[list[State], list[State], Raised]:
    """Run a block that may break off anywhere; return its ends, all ways out, what it raised."""
    frame = run.frame
    outer, frame.raised = frame.raised, []
    start = run.state.fork()
    entries: list[State] = []
    ends: list[State] = []
    try:
        for part in body:
            fails = _may_fail(part)
            entries += [run.state.fork()] if fails else []
            execute_block(run, [part])
            entries += [run.state.fork()] if fails else []
        execute_block(run, orelse)
        ends.append(run.state)
    except PathEnds:
        pass
    raised, frame.raised = frame.raised, outer
    return ends, entries or [start], raised


_HARMLESS = (ast.Name, ast.Constant, ast.IfExp, ast.Tuple, ast.List, ast.expr_context)


def _may_fail(node: ast.stmt) -> bool:
    """Whether a statement may break off: binding a name to a name or constant does not."""
    if not isinstance(node, ast.Assign) or not all(isinstance(t, ast.Name) for t in node.targets):
        return not isinstance(node, (ast.Pass, ast.Global, ast.Nonlocal))
    return not all(isinstance(part, _HARMLESS) for part in ast.walk(node.value))


def _handled(run: Run, node: ast.Try, entries: list[State], raised: list[Value]) -> list[State]:
    entry = join(entries, run.words)
    ends = []
    for handler in node.handlers:
        run.state = entry.fork()
        if handler.name:
            access.store_name(run, handler.name, union(raised) if raised else unknown())
        try:
            execute_block(run, handler.body)
            ends.append(run.state)
        except PathEnds:
            continue
    return ends


def _finally(run: Run, node: ast.Try, ends: list[State], entries: list[State]) -> None:
    through = ends or entries
    run.state = join(through, run.words) if len(through) > 1 else through[0]
    execute_block(run, node.finalbody)
    if not ends:
        raise PathEnds


@statement(ast.With, ast.AsyncWith)
def _with(run: Run, node: ast.With) -> None:
    suppresses = False
    for item in node.items:
        manager = run.see(run.eval(item.context_expr))
        suppresses |= any(_suppresses(atom) for atom in manager.atoms)
        if item.optional_vars is not None:
            value = _entered(run, manager, item.context_expr)
            access.assign(run, item.optional_vars, value, node)
    if not suppresses:
        execute_block(run, node.body)
        return
    ends, entries, raised = _attempted(run, node.body, [])
    run.state = join([*ends, *entries, *(state for _, state in raised)], run.words)


def _suppresses(atom: object) -> bool:
    return isinstance(atom, ExtVal) and atom.name.rpartition(".")[2] == "suppress"


def _entered(run: Run, manager: Value, node: ast.AST) -> Value:
    from netra_lint.flow import calls, members

    for oid in manager.refs():
        obj = run.heap[oid]
        if obj.kind == "list":
            return access.elements(run, manager, node)
        for name in ("__enter__", "__aenter__"):
            if obj.kind == "instance" and members.lookup(run, obj, name):
                return calls.call_method(run, manager, name, Args(), node)
    return manager


@statement(ast.Match)
def _match(run: Run, node: ast.Match) -> None:
    subject = run.see(run.eval(node.subject))

    def case(index: int) -> Value:
        if index == len(node.cases):
            return loops.nothing()
        branch = node.cases[index]

        def taken() -> Value:
            match_case(run, subject, branch.pattern, True)
            if branch.guard is not None:
                run.condition(branch.guard, True)
            return _way(run, branch.body)

        def refused() -> Value:
            if branch.guard is None:
                raise PathEnds
            match_case(run, subject, branch.pattern, True)
            run.condition(branch.guard, False)
            return case(index + 1)

        def passed() -> Value:
            match_case(run, subject, branch.pattern, False)
            return case(index + 1)

        return run.branch(taken, refused, passed)

    case(0)


@statement(ast.FunctionDef, ast.AsyncFunctionDef)
def _def(run: Run, node: ast.FunctionDef) -> None:
    value = closure(run, node)
    access.store_name(run, node.name, value)


@statement(ast.ClassDef)
def _class(run: Run, node: ast.ClassDef) -> None:
    access.store_name(run, node.name, run.known.local_class(run, node))


@statement(ast.Import, ast.ImportFrom)
def _import(run: Run, node: ast.Import | ast.ImportFrom) -> None:
    for alias in node.names:
        name = alias.asname or (
            alias.name.partition(".")[0] if isinstance(node, ast.Import) else alias.name
        )
        access.store_name(run, name, run.known.imported(run, run.frame.module, node, alias))


@statement(ast.Delete)
def _delete(run: Run, node: ast.Delete) -> None:
    for target in node.targets:
        if isinstance(target, ast.Subscript):
            key = run.eval(target.slice).constant()
            for oid in run.eval(target.value).refs():
                run.state.drop(oid, key)
        elif isinstance(target, ast.Name):
            access.store_name(run, target.id, unknown())
