"""Evaluating a function or module by itself, its inputs open."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import access, expressions  # noqa: F401  (registers how expressions are evaluated)
from netra_lint.flow.functions import Outcome, execute
from netra_lint.flow.heap import Frame, Obj, Scope
from netra_lint.flow.run import OutOfBudget, PathEnds, Run
from netra_lint.flow.state import join
from netra_lint.flow.statements import execute_block
from netra_lint.flow.values import Hole, Ident, Trace, Value, one, union, unknown

if TYPE_CHECKING:
    from netra_lint.flow.knowledge import Knowledge
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.project.modules import ModuleInfo

_TYPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def evaluate_module(known: Knowledge, module: ModuleInfo, name: str = "") -> Run:
    """Evaluate a module's top level.

    Args:
        known: the program.
        module: the module.
        name: the only name that matters; empty for the sends at the top level.
    """
    run = Run(known, None if name else module)
    run.frame = Frame(known.module_oid(module), module)
    run.frame.slice = known.slices.of_module(module, (name,) if name else (), not name)
    run.slices.append(run.frame.slice)
    for node in module.tree.body:
        if id(node) not in run.frame.slice.live or isinstance(node, _TYPES):
            continue
        if not name or _defines(node):
            _attempt(run, node)
    return run


def _defines(node: ast.stmt) -> bool:
    if isinstance(node, ast.Expr):
        return False
    return not (isinstance(node, ast.If) and "__name__" in ast.dump(node.test))


def _attempt(run: Run, node: ast.stmt) -> None:
    before = run.state.fork()
    try:
        execute_block(run, [node])
    except PathEnds:
        run.state = before
    except (OutOfBudget, RecursionError):
        return


def evaluate_function(
    known: Knowledge, info: FunctionInfo, report: bool = True, names: tuple[str, ...] = ()
) -> Run:
    """Evaluate a function with all its parameters open.

    Args:
        known: the program.
        info: the function.
        report: whether findings count.
        names: names whose last value matters.
    """
    run = Run(known, info if report else None)
    _outcomes(run, info, False, names)
    return run


def result_of(known: Knowledge, info: FunctionInfo) -> Value:
    """Return what a function gives whatever it is called with, free of any heap.

    Args:
        known: the program.
        info: the function.
    """
    run = Run(known, None)
    values = [run.state.seen(value, run.words) for value, _ in _outcomes(run, info, result=True)]
    return known.exported(run, union(values)) if values else unknown()


def _outcomes(
    run: Run, info: FunctionInfo, result: bool, names: tuple[str, ...] = ()
) -> list[Outcome]:
    known = run.known
    module_frame = Frame(known.module_oid(info.module), info.module)
    run.frame = module_frame
    oid = run.new(Obj("frame")).refs()[0]
    frame = Frame(oid, info.module, info, (Scope(oid, info.names),), module_frame, info.node)
    frame.cls = info.cls
    frame.slice = known.slices.of_function(info, result, names)
    run.slices.append(frame.slice)
    run.frame = frame
    try:
        _open_params(run, frame, info)
        run.frame = module_frame
        outcomes = execute(run, frame, info)
    except (PathEnds, OutOfBudget, RecursionError):
        return []
    states = [state for _, state in outcomes]
    run.state = join(states, run.words) if len(states) > 1 else states[0]
    return outcomes


def _open_params(run: Run, frame: Frame, info: FunctionInfo) -> None:
    params = list(info.every_param.values())
    rest = info.node.args
    if info.cls is not None and info.params and "staticmethod" not in info.marks:
        this = _receiver(run, info)
        frame.this = this
        run.root_self = this.refs()[0] if this.refs() else 0
        run.state.put(frame.oid, params[0].arg, this)
        params = params[1:]
    for param in params:
        if param is rest.vararg:
            value = access.make_any(run, one(Hole(info, param.arg, "")))
        elif param is rest.kwarg:
            value = run.new(Obj("dict", hole=Hole(info, param.arg, "")))
        else:
            value = _open_param(run, info, param)
        run.state.put(frame.oid, param.arg, value)


def _receiver(run: Run, info: FunctionInfo) -> Value:
    from netra_lint.flow.values import Cls

    assert info.cls is not None
    if "classmethod" in info.marks:
        return one(Cls(info.cls))
    classes = [
        cls
        for cls in run.known.classes.candidates(info.cls)
        if cls is info.cls or cls.find(info.name) is info or _reaches(cls, info)
    ]
    return run.new(Obj("instance", tuple(classes or [info.cls]), generic=True))


def _reaches(cls: object, info: FunctionInfo) -> bool:
    """An overridden method may still be reached through ``super()``."""
    return info.name == "__init__"


def _open_param(run: Run, info: FunctionInfo, param: ast.arg) -> Value:
    known = run.known
    kind = known.param_kind(info, param.arg)
    classes = known.classes.of_annotation(info.module, param.annotation) if not kind else []
    if classes:
        hole = Hole(info, param.arg, "")
        return run.new(Obj("instance", tuple(classes), generic=True, hole=hole))
    word = f"parameter `{param.arg}` of `{info.name}`"
    what = f"{word} is a {kind} id" if kind else f"{word} is given by callers"
    trace = Trace(info.path, param, what, "source", word=word)
    if kind == "run":
        return one(Ident("run"), trace)
    return one(Hole(info, param.arg, kind), trace)
