"""The program as the analysis sees it: its functions, classes, and who inherits from whom."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.flow import views
from netra_lint.project.nodes import bound_names, defaults_of, flat, own_nodes
from netra_lint.project.outline import Body, viewed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.project.modules import ModuleInfo

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(eq=False)
class FunctionInfo:
    """A function, method or lambda of the project."""

    node: FunctionNode
    module: ModuleInfo
    cls: ClassInfo | None = None
    outer: FunctionInfo | None = None

    @property
    def name(self) -> str:
        """The function's name; lambdas have none of their own."""
        return getattr(self.node, "name", "lambda")

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.module.path

    @cached_property
    def params(self) -> list[ast.arg]:
        """Its positional parameters, in order."""
        args = self.node.args
        return [*args.posonlyargs, *args.args]

    @property
    def is_bound(self) -> bool:
        """Whether its first parameter is the object or class that it is called on."""
        return self.cls is not None and "staticmethod" not in self.marks

    @property
    def receiver(self) -> str:
        """The name of that parameter, or ``""``."""
        return self.params[0].arg if self.is_bound and self.params else ""

    def is_receiver(self, name: str) -> bool:
        """Whether a parameter is the object or class that it is called on."""
        return bool(name) and self.receiver == name

    @property
    def outermost(self) -> FunctionInfo:
        """The outermost function around it, or itself."""
        info = self
        while info.outer is not None:
            info = info.outer
        return info

    @cached_property
    def every_param(self) -> dict[str, ast.arg]:
        """All its parameters by name, ``*args`` and ``**kwargs`` too."""
        args = self.node.args
        rest = [arg for arg in (args.vararg, args.kwarg) if arg]
        return {arg.arg: arg for arg in (*self.params, *args.kwonlyargs, *rest)}

    @cached_property
    def optional(self) -> frozenset[str]:
        """The parameters that have a default."""
        args, params = self.node.args, self.params
        given = [p.arg for p in params[len(params) - len(args.defaults) :]]
        keyed = [p.arg for p, d in zip(args.kwonlyargs, args.kw_defaults, strict=True) if d]
        return frozenset([*given, *keyed])

    @property
    def body(self) -> list[ast.stmt]:
        """Its statements; a lambda's expression stands as a return."""
        if isinstance(self.node, ast.Lambda):
            value = self.node.body
            return [ast.copy_location(ast.Return(value), value)]
        return self.node.body

    @property
    def statements(self) -> list[ast.stmt]:
        """The statements of its own scope, those in blocks too."""
        return list(flat(self.body))

    @cached_property
    def shared(self) -> dict[str, str]:
        """Names declared ``global`` or ``nonlocal``."""
        body = self.node.body
        if isinstance(body, Body) and not (body.may_hold(b"global") or body.may_hold(b"nonlocal")):
            return {}
        found: dict[str, str] = {}
        for statement in self.statements:
            if isinstance(statement, (ast.Global, ast.Nonlocal)):
                word = "global" if isinstance(statement, ast.Global) else "nonlocal"
                found.update(dict.fromkeys(statement.names, word))
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The names local to it."""
        found = set(self.every_param)
        for statement in self.statements:
            found.update(bound_names(statement))
        return frozenset(found - set(self.shared))

    @cached_property
    def is_generator(self) -> bool:
        """Whether it yields."""
        body = self.node.body
        if isinstance(body, Body) and not body.may_hold(b"yield"):
            return False
        return any(
            isinstance(node, (ast.Yield, ast.YieldFrom))
            for statement in self.statements
            for node in own_nodes(statement)
        )

    @cached_property
    def decorators(self) -> list[ast.expr]:
        """Its decorators, as written."""
        return list(getattr(self.node, "decorator_list", ()))

    @cached_property
    def marks(self) -> frozenset[str]:
        """The last words of its decorators: ``property``, ``staticmethod``, ..."""
        return frozenset(last_word(node) for node in self.decorators)

    @cached_property
    def is_generic(self) -> bool:
        """Whether the class of its argument chooses another function that runs in its place."""
        return not self.marks.isdisjoint(("singledispatch", "singledispatchmethod"))

    @cached_property
    def is_abstract(self) -> bool:
        """Whether it only declares: a protocol's or an abstract method, an overload."""
        if "abstractmethod" in self.marks or "overload" in self.marks:
            return True
        with viewed(self.node.body, views.EMPTY):
            return is_empty(self.body)


def module_of(info: FunctionInfo | ClassInfo | ModuleInfo) -> ModuleInfo:
    """Return the module that something stands in; a module is its own."""
    return info.module if isinstance(info, (FunctionInfo, ClassInfo)) else info


def is_same(node: ast.AST, other: FunctionNode) -> bool:
    """Whether two nodes are one function, parsed twice perhaps."""
    return type(node) is type(other) and (
        (node.lineno, node.col_offset) == (other.lineno, other.col_offset)
    )


def default_nodes(info: FunctionInfo) -> list[tuple[str, ast.expr]]:
    """Return a function's parameters that have defaults, with them."""
    return defaults_of(info.node.args)


def is_empty(body: list[ast.stmt]) -> bool:
    """Whether statements do nothing."""
    return all(_is_empty(statement) for statement in body)


def _is_empty(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Pass):
        return True
    if isinstance(statement, ast.Raise):
        return "NotImplemented" in ast.dump(statement)
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def last_word(node: ast.expr) -> str:
    """Return the last name of a dotted, called or subscripted expression, or ``""``."""
    if isinstance(node, (ast.Call, ast.Subscript)):
        return last_word(node.func if isinstance(node, ast.Call) else node.value)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that an assignment gives values, also side by side: ``A, B = 1, 2``."""
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for each, part in zip(target.elts, value.elts, strict=False):
            yield from _assigned(each, part)


@dataclass(eq=False)
class ClassInfo:
    """A class of the project.

    Attributes:
        bases: its resolved bases; filled by the class index.
        open: whether a base is unknown, so that more may be inherited.
    """

    node: ast.ClassDef
    module: ModuleInfo
    outer: FunctionInfo | None = None
    bases: list[ClassInfo] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    subclasses: list[ClassInfo] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The class's name."""
        return self.node.name

    @cached_property
    def is_enumeration(self) -> bool:
        """Whether its attributes are the members of an enumeration."""
        return any("Enum" in name for base in self.mro for name in base.foreign)

    @cached_property
    def methods(self) -> dict[str, FunctionInfo]:
        """Its own methods; the last definition of a name wins, property setters aside."""
        found: dict[str, FunctionInfo] = {}
        for statement in flat(self.node.body):
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
                info = FunctionInfo(statement, self.module, self, self.outer)
                name = f"{info.name}=" if "setter" in info.marks else info.name
                if "deleter" not in info.marks:
                    found[name] = info
            elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Name):
                aliased = found.get(statement.value.id)
                names = [t.id for t in statement.targets if isinstance(t, ast.Name)]
                found.update(dict.fromkeys(names, aliased) if aliased else {})
        return found

    @cached_property
    def attributes(self) -> dict[str, ast.expr]:
        """Class attributes with the expression that they are set to."""
        found: dict[str, ast.expr] = {}
        for statement in flat(self.node.body):
            if isinstance(statement, ast.Assign):
                for target in statement.targets:
                    found.update(_assigned(target, statement.value))
            if not isinstance(statement, ast.AnnAssign) or statement.value is None:
                continue
            if isinstance(statement.target, ast.Name):
                found[statement.target.id] = statement.value
        return found

    @cached_property
    def annotations(self) -> dict[str, ast.expr]:
        """Annotated names of the class body, in order: the fields of data classes."""
        return {
            statement.target.id: statement.annotation
            for statement in flat(self.node.body)
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
        }

    @cached_property
    def mro(self) -> list[ClassInfo]:
        """The class and its known bases in the order in which attributes are looked up."""
        return _linear(self, ())

    @cached_property
    def is_open(self) -> bool:
        """Whether something that the project does not show may be inherited."""
        closed = {"object", "ABC", "Protocol", "Generic", "Enum", "str", "Exception"}
        return any(name not in closed for cls in self.mro for name in cls.foreign)

    @cached_property
    def foreign_words(self) -> frozenset[str]:
        """The names of all bases outside the project."""
        return frozenset(name for cls in self.mro for name in cls.foreign)

    def find(self, name: str) -> FunctionInfo | None:
        """Return the method that an instance finds under a name, or None."""
        for cls in self.mro:
            if name in cls.methods:
                return cls.methods[name]
        return None

    def family(self) -> Iterator[ClassInfo]:
        """Yield the class and all classes below it."""
        seen: set[int] = set()
        todo = [self]
        while todo:
            cls = todo.pop(0)
            if id(cls) not in seen:
                seen.add(id(cls))
                yield cls
                todo.extend(cls.subclasses)


def _linear(cls: ClassInfo, above: tuple[ClassInfo, ...]) -> list[ClassInfo]:
    """C3 linearisation; bases that contradict each other come in plain order."""
    if cls in above:
        return []
    below = (*above, cls)
    rows = [_linear(base, below) for base in cls.bases] + [list(cls.bases)]
    result = [cls]
    rows = [row for row in rows if row]
    while rows:
        head = next(
            (row[0] for row in rows if not any(row[0] in other[1:] for other in rows)),
            rows[0][0],
        )
        result.append(head)
        rows = [[item for item in row if item is not head] for row in rows]
        rows = [row for row in rows if row]
    return result
