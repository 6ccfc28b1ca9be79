"""Parameters that functions gain: optional, behind the others, annotated as the module does."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.annotations import imported, optional_of
from netra_lint.fixes.docstrings import documented
from netra_lint.fixes.edits import edit
from netra_lint.fixes.listing import appended, brackets
from netra_lint.fixes.project import last_name
from netra_lint.fixes.proposal import NoFixError
from netra_lint.flow.elements import unwrapped
from netra_lint.project.nodes import bound_names, flat
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import Range, SourceFile
    from netra_lint.flow.plans import Carrier

Defined = ast.FunctionDef | ast.AsyncFunctionDef


def gained(
    project: Project,
    source: SourceFile,
    function: Defined,
    names: dict[str, str],
    carrier: Carrier | None = None,
) -> list[Edit]:
    """Return the edits that give a function optional parameters for ids.

    Args:
        project: the project around it.
        source: the function's file.
        function: the function.
        names: the parameters' names by their kinds.
        carrier: the context that it gets, where it gets no ids.
    """
    edits: list[Edit] = []
    words = []
    for kind, name in names.items():
        text, more = (
            _annotation(project, source, function, kind)
            if carrier is None
            else _context(project, source, function, carrier)
        )
        words.append(f"{name}: {text} = None" if text else f"{name}=None")
        edits += more
    edits.append(_declared(source, function, words))
    word = carrier.cls if carrier is not None else "str"
    return [*edits, *documented(source, function, names, word)]


def taken(function: Defined) -> set[str]:
    """Return the names that a function or one inside it binds."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.update(name for each in flat(node.body) for name in bound_names(each))
    return found


def _declared(source: SourceFile, function: Defined, words: list[str]) -> Edit:
    # The row of ``def``, behind decorators and what is said of them.
    opening, close = brackets(source, source.offset(function.lineno, function.col_offset))
    items = sorted(_items(source, function))
    if items:
        return appended(source, opening, items, close, words)
    text = ", ".join(words)
    after = ", " if function.args.kwarg is not None else ""
    return edit(source, (opening + 1, opening + 1), text + after)


def _items(source: SourceFile, function: Defined) -> Iterator[Range]:
    """Yield the ranges of the parameters, ``**kwargs`` aside."""
    args = function.args
    defaults = [*[None] * (len(args.posonlyargs) + len(args.args) - len(args.defaults))]
    positional = zip([*args.posonlyargs, *args.args], [*defaults, *args.defaults], strict=True)
    for arg, default in (*positional, *zip(args.kwonlyargs, args.kw_defaults, strict=True)):
        start, end = source.range(arg)
        yield start, source.range(default)[1] if default is not None else end
    if args.vararg is not None:
        yield source.range(args.vararg)


# -- annotations -------------------------------------------------------------------------


def _annotation(
    project: Project, source: SourceFile, function: Defined, kind: str
) -> tuple[str, list[Edit]]:
    """Return how to annotate an id's parameter, ``""`` where the function has no annotations."""
    if not _is_annotated(function):
        return "", []
    args = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    own, edits = _own_type(project, source, args, kind)
    text, more = optional_of(source, own or "str")
    return text, [*edits, *more]


def _is_annotated(function: Defined) -> bool:
    args = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    given = any(arg.annotation for arg in args)
    return given or (function.returns is not None and len(args) <= 1)


def _context(
    project: Project, source: SourceFile, function: Defined, carrier: Carrier
) -> tuple[str, list[Edit]]:
    """Return how to annotate a context, with the import that this takes.

    Raises:
        NoFixError: when it cannot be imported as the other file does.
    """
    if not _is_annotated(function):
        return "", []
    inner, _ = unwrapped(ast.parse(carrier.annotation, mode="eval").body)
    text, edits = optional_of(source, ast.unparse(inner) if inner is not None else carrier.cls)
    known = {name for node in source.tree.body for name in bound_names(node)}
    if carrier.cls not in known:
        edits.append(_import_of(project, source, carrier))
    return text, edits


def _import_of(project: Project, source: SourceFile, carrier: Carrier) -> Edit:
    home = project.file(carrier.path)
    for node in home.tree.body:
        names = [alias.name for alias in getattr(node, "names", ()) if not alias.asname]
        if isinstance(node, ast.ImportFrom) and carrier.cls in names and not node.level:
            mine = [n for n in source.tree.body if isinstance(n, (ast.Import, ast.ImportFrom))]
            same = [n for n in mine if isinstance(n, ast.ImportFrom) and n.module == node.module]
            if same and not same[0].level:
                return imported(source, same[0], carrier.cls)
            if mine:
                line = f"from {node.module} import {carrier.cls}"
                return _put_among(source, mine, str(node.module), line)
    raise NoFixError(f"`{carrier.cls}` is not imported where it would be passed on")


def _put_among(
    source: SourceFile, imports: list[ast.Import | ast.ImportFrom], module: str, line: str
) -> Edit:
    """Return the edit that puts an import behind the last one whose module sorts before it."""
    before = [n for n in imports if isinstance(n, ast.ImportFrom) and (n.module or "") < module]
    if before:
        at = source.range(before[-1])[1]
        return edit(source, (at, at), f"{source.newline}{line}")
    at = source.range(imports[-1])[0]
    return edit(source, (at, at), f"{line}{source.newline}")


def _own_type(
    project: Project, source: SourceFile, args: list[ast.arg], kind: str
) -> tuple[str, list[Edit]]:
    """Return the project's own type for an id, where the function's run id has one beside it."""
    words = project.words
    for arg in args:
        name = last_name(arg.annotation) if arg.annotation is not None else ""
        if not isinstance(arg.annotation, ast.Name) or words.kind_of_type(name) != RUN:
            continue
        for node in source.tree.body:
            names = [a.asname or a.name for a in getattr(node, "names", ())]
            if isinstance(node, ast.ImportFrom) and name in names:
                return _imported_type(project, source, node, kind)
        found = _types_in(project, source, kind)
        return (found[0], []) if found else ("", [])
    return "", []


def _imported_type(
    project: Project, source: SourceFile, node: ast.ImportFrom, kind: str
) -> tuple[str, list[Edit]]:
    known = [a.name for a in node.names if project.words.kind_of_type(a.name) == kind]
    if known:
        return known[0], []
    home = project.imported_file(source, node)
    found = _types_in(project, home, kind) if home is not None else []
    return (found[0], [imported(source, node, found[0])]) if found else ("", [])


def _types_in(project: Project, source: SourceFile, kind: str) -> list[str]:
    """Return the types for a kind of id that a file defines."""
    names = [name for each in source.tree.body for name in bound_names(each)]
    return [name for name in names if project.words.kind_of_type(name) == kind]
