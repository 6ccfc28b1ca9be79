"""Objects within reach of a call that hold ids: contexts, states, the instance itself."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from netra_lint.fixes.bindings import bindings, default_of, parameters
from netra_lint.fixes.classes import Members, members, never_missing
from netra_lint.fixes.declared import declared_of
from netra_lint.fixes.project import last_name
from netra_lint.fixes.scope import is_bound, variables
from netra_lint.fixes.uses import Uses, uses_in
from netra_lint.flow.elements import unwrapped
from netra_lint.vocabulary import THREAD, USER, snake_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.bindings import Function
    from netra_lint.fixes.site import Site
    from netra_lint.fixes.source import SourceFile

CONTEXT_NAMES = (
    "context",
    "ctx",
    "exec_context",
    "exec_ctx",
    "execution_context",
    "agent_context",
    "run_context",
)
"""Names that say a context is held, where nothing else says what is."""

_MAPPINGS = ("dict", "Dict", "Mapping", "MutableMapping", "TypedDict")
_OPEN = ("Any", "object")


@dataclass(frozen=True, slots=True)
class Field:
    """An id that an object holds."""

    kind: str
    text: str
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """An object that holds ids.

    Attributes:
        text: the expression that gives the object.
        fields: its ids.
        trusted: whether it is known to have them.
        optional: whether it may be None.
    """

    text: str
    fields: tuple[Field, ...]
    trusted: bool = True
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Object:
    """A variable or attribute: its text, what is known of its type, and where to look for uses.

    An annotation from another file comes with that, in ``source``.
    """

    text: str
    annotation: ast.expr | None = None
    value: ast.expr | None = None
    scope: ast.AST | None = field(default=None, compare=False)
    optional: bool = False
    source: SourceFile | None = field(default=None, compare=False)


def holders(site: Site) -> Iterator[Holder]:
    """Yield the objects within reach of a call that hold ids, the likeliest first."""
    objects = [*_variables(site), *_attributes(site)]
    objects.sort(key=lambda each: not _is_context_name(each.text))
    for each in objects:
        holder = _holder(each, site)
        if holder is not None and holder.fields and _is_there(each, site):
            yield replace(holder, optional=each.optional or unwrapped(each.annotation)[1])
    yield from _instance(site)


def _is_there(each: _Object, site: Site) -> bool:
    function = variables(site).get(each.text)
    return function is None or is_bound(site, each.text, function)


def _is_context_name(text: str) -> bool:
    return snake_case(text.rpartition(".")[2]) in CONTEXT_NAMES


def _variables(site: Site) -> Iterator[_Object]:
    for name, function in variables(site).items():
        if name == site.self_name:
            continue
        bound = bindings(function, name)
        argument = parameters(function).get(name)
        annotation = argument.annotation if argument and not bound else None
        value = bound[0].value if len(bound) == 1 and argument is None else None
        if len(bound) > 1 and value is None and not _is_context_name(name):
            continue
        default = default_of(function, name)
        optional = isinstance(default, ast.Constant) and default.value is None
        single = len(bound) == 1 and argument is None
        told = declared_of(site, bound[0], name) if single else None
        source = None
        if told is not None:
            annotation, source, optional = told.annotation, told.source, told.optional
        yield _Object(name, annotation, value, _outermost(site, function), optional, source)


def _outermost(site: Site, function: Function) -> ast.AST:
    return site.functions[-1] if function in site.functions else function


def _attributes(site: Site) -> Iterator[_Object]:
    """Yield attributes of the instance that are set in its class."""
    if not site.self_name or site.cls is None or _in_constructor(site):
        return
    known = members(site.project, (site.source, site.cls))
    for name, annotation in known.attributes.items():
        optional = name in known.nullable
        yield _Object(f"{site.self_name}.{name}", annotation, None, site.cls, optional)


def _in_constructor(site: Site) -> bool:
    return any(getattr(function, "name", "") == "__init__" for function in site.functions)


def _instance(site: Site) -> Iterator[Holder]:
    """Yield the instance itself, with the ids that it keeps as attributes."""
    if not site.self_name or site.cls is None or _in_constructor(site):
        return
    known = members(site.project, (site.source, site.cls))
    for name in _read_fields(site.cls, site.self_name):
        known.attributes.setdefault(name, None)
    yield Holder(site.self_name, _fields(site.self_name, known, site))


def _holder(each: _Object, site: Site) -> Holder | None:
    inner, _ = unwrapped(each.annotation)
    name = last_name(inner.value if isinstance(inner, ast.Subscript) else inner) if inner else ""
    if name in _MAPPINGS or _is_literal(each.value):
        return _mapping(each, site)
    if inner is None and isinstance(each.annotation, ast.BinOp):
        return _by_uses(each)  # one of several classes, which need not have the same
    if name and name not in _OPEN:
        return _typed(each, name, site)
    made = last_name(each.value.func) if isinstance(each.value, ast.Call) else ""
    if made and (_names_context(made, site) or site.project.definition(made, site.source)):
        return _typed(each, made, site)
    return _untyped(each, site)


def _is_literal(value: ast.expr | None) -> bool:
    return isinstance(value, (ast.Dict, ast.DictComp))


def _names_context(name: str, site: Site) -> bool:
    return any(fnmatchcase(name, glob) for glob in site.project.words.context_types)


def _typed(each: _Object, name: str, site: Site) -> Holder | None:
    """What an object of a named class has: nothing is invented that the class lacks."""
    found = site.project.definition(name, each.source or site.source)
    if found is None or not isinstance(found[1], ast.ClassDef):
        if found is None and _names_context(name, site):
            return Holder(each.text, _standard(each.text))
        return _by_uses(each)
    if any(last_name(base) in _MAPPINGS for base in found[1].bases):
        return _mapping(each, site)
    known = members(site.project, found)
    if not known.complete:
        for read in _read_fields(each.scope, each.text):
            known.attributes.setdefault(read, None)
        if _names_context(name, site) and not any(map(_field_kind, known.attributes)):
            return Holder(each.text, _standard(each.text))
    return Holder(each.text, _fields(each.text, known, site))


def _fields(text: str, known: Members, site: Site) -> tuple[Field, ...]:
    words = site.project.words
    types = (*words.thread_id_types, *words.user_id_types)
    found = [
        Field(_field_kind(name), f"{text}.{name}", never_missing(annotation, types))
        for name, annotation in known.attributes.items()
        if _field_kind(name)
    ]
    return tuple(sorted(found, key=lambda each: each.text.rpartition(".")[2].startswith("_")))


def _field_kind(name: str) -> str:
    return {"thread_id": THREAD, "user_id": USER}.get(snake_case(name), "")


def _standard(text: str) -> tuple[Field, ...]:
    return Field(THREAD, f"{text}.thread_id"), Field(USER, f"{text}.user_id")


def _by_uses(each: _Object) -> Holder:
    read = _read_fields(each.scope, each.text)
    return Holder(each.text, tuple(Field(_field_kind(n), f"{each.text}.{n}") for n in read))


def _untyped(each: _Object, site: Site) -> Holder | None:
    """What an object has of which only the name and the uses are known."""
    if _uses(each.scope, each.text).is_mapping:
        return _mapping(each, site)
    used = _by_uses(each)
    if not _is_context_name(each.text) or (each.value is not None and _is_foreign(each.value)):
        return used
    if not _may_be_context(each):
        return used
    known = [field.kind for field in used.fields]
    lacking = site.project.missing_in_contexts
    rest = tuple(f for f in _standard(each.text) if f.kind not in (*known, *lacking))
    return Holder(each.text, (*used.fields, *rest))


def _may_be_context(each: _Object) -> bool:
    """Whether the uses of an object speak for a context, or there are none."""
    read = _uses(each.scope, each.text).attributes
    return not read or any(snake_case(name) == "run_id" or _field_kind(name) for name in read)


def _is_foreign(value: ast.expr) -> bool:
    """Whether a value is certainly no context, whatever the variable is called."""
    return isinstance(value, (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.JoinedStr))


def _read_fields(scope: ast.AST | None, text: str) -> list[str]:
    """Return the ids that are read as attributes of an object somewhere in a scope."""
    return [name for name in _uses(scope, text).attributes if _field_kind(name)]


def _uses(scope: ast.AST | None, text: str) -> Uses:
    known = uses_in(scope) if scope is not None else {}
    return known.get(text) or Uses()


def _mapping(each: _Object, site: Site) -> Holder:
    """What a mapping holds under keys that are read of it, or written in it, nearby."""
    keys = list(_uses(each.scope, each.text).keys)
    if isinstance(each.value, ast.Dict):
        keys += [str(k.value) for k in each.value.keys if isinstance(k, ast.Constant)]
    mark = site.source.quote
    fields = [
        Field(_field_kind(key), f"{each.text}.get({mark}{key}{mark})")
        for key in dict.fromkeys(keys)
        if _field_kind(key)
    ]
    return Holder(each.text, tuple(fields))
