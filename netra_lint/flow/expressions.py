"""The values of expressions, and what assignments leave in names and memory."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.graph import RETURNED, Exit, Path, Place, as_default, conditions
from netra_lint.flow.scopes import Scope, mentioned_in
from netra_lint.flow.ways import Graph, Way
from netra_lint.flow.words import MUTATORS, is_shifted
from netra_lint.project.nodes import defaults_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable

QUIET_METHODS = frozenset({
    "startswith", "endswith", "strip", "lstrip", "rstrip", "lower", "upper", "split", "format",
    "get", "items", "values", "keys", "join", "info", "debug", "warning", "error", "exception",
    "sleep", "time", "now", "utcnow", "isoformat", "match", "uuid4", "hex", "total_seconds",
})  # fmt: skip
LOOKING_UP = frozenset({"get", "join"})
"""Of these, what classes of one's own have as well, and what may make there what it finds."""
_LOGGING = frozenset({"info", "debug", "warning", "error", "exception", "sleep"})
QUIET_FUNCTIONS = frozenset({
    "isinstance", "len", "str", "int", "bool", "hasattr", "getattr", "print", "type", "dict",
    "list", "tuple", "set", "repr", "range", "enumerate", "zip", "sorted", "max", "min", "sum",
    "any", "all", "super", "float", "iter", "callable", "issubclass", "id",
})  # fmt: skip
"""What changes nothing that a recipient could come from, by its usual meaning."""


class Expressions(Graph):
    """Gives each expression its value on the way that is being gone."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope
        self.way: Way = Way({}, 0, None, {})
        self._exits: list[Way] = []

    @staticmethod
    def place(node: ast.AST) -> Place:
        """Return where a node stands."""
        row, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        end_row = getattr(node, "end_lineno", None) or row
        return Place(row, column, end_row, getattr(node, "end_col_offset", None) or column)

    def value(self, node: ast.expr) -> int:
        """Return the value of an expression."""
        handler = _EXPRESSIONS.get(type(node))
        return handler(self, node) if handler is not None else self._other(node)

    def _other(self, node: ast.AST) -> int:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.value(child)
        return self.unknown

    # -- names and attributes --------------------------------------------------

    def _name(self, node: ast.Name) -> int:
        name, way = node.id, self.way
        if name in self.scope.shared or name in self.scope.rebound:
            return self.seen(way, self.add("cell", name, way.mem))
        found = way.names.get(name)
        if found is not None:
            return self.seen(way, found)
        return self.seen(way, self.add("free", name, way.mem))

    def _attribute(self, node: ast.Attribute) -> int:
        base = self.value(node.value)
        found = self.add("attr", base, node.attr, self.way.mem)
        self.facts.places.setdefault(found, self.place(node))
        return self.seen(self.way, found)

    def _subscript(self, node: ast.Subscript) -> int:
        base = self.value(node.value)
        if isinstance(node.slice, ast.Slice):
            part = node.slice
            low = self.value(part.lower) if part.lower else self.none
            high = self.value(part.upper) if part.upper else self.none
            step = self.value(part.step) if part.step else self.none
            return self.add("slice", base, low, high, step, self.way.mem)
        key = self.value(node.slice)
        found = self.add("item", base, key, self.way.mem)
        self.facts.places.setdefault(found, self.place(node))
        return self.seen(self.way, found)

    # -- simple values -----------------------------------------------------------

    def _constant(self, node: ast.Constant) -> int:
        return self.const(node.value)

    def _sequence(self, node: ast.Tuple | ast.List | ast.Set) -> int:
        parts = tuple(
            (self.value(e.value if isinstance(e, ast.Starred) else e), isinstance(e, ast.Starred))
            for e in node.elts
        )
        return self.add("sequence", type(node).__name__.lower(), parts, self.way.mem)

    def _dict(self, node: ast.Dict) -> int:
        items = tuple(
            (self.value(key) if key is not None else -1, self.value(value))
            for key, value in zip(node.keys, node.values, strict=True)
        )
        return self.add("dict", items, self.way.mem)

    def _f_string(self, node: ast.JoinedStr) -> int:
        parts = []
        for part in node.values:
            if not isinstance(part, ast.FormattedValue):
                parts.append(self.value(part))
                continue
            value = self.value(part.value)
            parts.append(value if _is_plain(part) else self.unknown)
        return self.add("text", tuple(parts))

    def _binary(self, node: ast.BinOp) -> int:
        left, right = self.value(node.left), self.value(node.right)
        return self.add("binary", type(node.op).__name__, left, right, self.way.mem)

    def _unary(self, node: ast.UnaryOp) -> int:
        value = self.value(node.operand)
        if isinstance(node.op, ast.Not):
            return self.add("not", value)
        found = self.facts.nodes[value]
        if isinstance(node.op, ast.USub) and found[0] == "const" and isinstance(found[1], int):
            return self.const(-found[1])
        return self.unknown

    def _compare(self, node: ast.Compare) -> int:
        left = self.value(node.left)
        result = -1
        for operator, right_node in zip(node.ops, node.comparators, strict=True):
            right = self.value(right_node)
            told = self.add("compare", type(operator).__name__, left, right)
            result = told if result < 0 else self.add("and", result, told)
            left = right
        return result

    # -- choices -----------------------------------------------------------------

    def _bool_op(self, node: ast.BoolOp) -> int:
        is_and = isinstance(node.op, ast.And)
        return self._chain("and" if is_and else "or", int(is_and), node.values)

    def _chain(self, kind: str, polarity: int, values: list[ast.expr]) -> int:
        left = self.value(values[0])
        if len(values) == 1:
            return left
        before, going = self.way, self.way.fork()
        if not self.assume(going, left, polarity):
            return left
        self.way = going
        right = self._chain(kind, polarity, values[1:])
        self._meet(before, self.way)
        return self.add(kind, left, right)

    def _meet(self, before: Way, after: Way) -> None:
        """Go on after a part that may not have been gone through."""
        if before.names == after.names and before.mem == after.mem:
            self.way = before
            return
        joined = self.join([before, after])
        assert joined is not None
        self.way = joined

    def _if_exp(self, node: ast.IfExp) -> int:
        condition = self.value(node.test)
        yes, no = self.way.fork(), self.way.fork()
        can, cannot = self.assume(yes, condition, 1), self.assume(no, condition, 0)
        ways, choices, path = [], [], self.way.path
        for way, possible, part in ((yes, can, node.body), (no, cannot, node.orelse)):
            if possible:
                self.way = way
                value = self.value(part)
                choices.append((value, _since(self.way, path)))
                ways.append(self.way)
        joined = self.join(ways)
        assert joined is not None
        self.way = joined
        return choices[0][0] if len(choices) == 1 else self.add("phi", tuple(choices))

    def _named(self, node: ast.NamedExpr) -> int:
        value = self.value(node.value)
        self.assign(node.target, value, node)
        return self.way.names.get(node.target.id, value)

    # -- calls -------------------------------------------------------------------

    def _call(self, node: ast.Call) -> int:
        func = self._method(self.value(node.func))
        args = tuple(
            (
                self.value(arg.value if isinstance(arg, ast.Starred) else arg),
                isinstance(arg, ast.Starred),
                self.place(arg.value if isinstance(arg, ast.Starred) else arg),
            )
            for arg in node.args
        )
        keywords = tuple(
            (word.arg, self.value(word.value), self.place(word.value)) for word in node.keywords
        )
        call = self._called(func, args, keywords, self.place(node))
        return self.seen(self.way, call) if isinstance(self.subject(call), tuple) else call

    def _method(self, func: int) -> int:
        """Return a method without what earlier calls and checks of its object say of it."""
        nodes = self.facts.nodes
        data = nodes[func]
        if data[0] != "guard" or nodes[data[1]][0] != "attr":
            return func
        is_plain = nodes[data[1]][2] in QUIET_METHODS | MUTATORS
        if is_plain or all(polarity == RETURNED for _, polarity in data[2]):
            return int(data[1])
        return func

    def _called(self, func: int, args: object, keywords: object, place: Place) -> int:
        way = self.way
        call = self.add("call", func, args, keywords, way.mem, way.path, place)
        self.facts.calls.append(call)
        self._note_effects(func, call)
        return call

    def _note_effects(self, func: int, call: int) -> None:
        found = self.facts.nodes[func]
        if found[0] == "attr":
            quiet = found[2] in QUIET_METHODS and not self._may_make(call, found[2])
        else:
            quiet = found[0] == "free" and found[1] in QUIET_FUNCTIONS
        if not quiet:
            self.way.mem = self.mem("call", self.way.mem, call)

    def _may_make(self, call: int, name: str) -> bool:
        """Whether a call looks up by a key that is not written out, without a default.

        A method of one's own that does may make there what it finds.
        """
        _, _, args, keywords, *_ = self.facts.nodes[call]
        if name not in LOOKING_UP or keywords or any(starred for _, starred, _ in args):
            return name in LOOKING_UP
        if name == "get":
            return len(args) == 1 and self.facts.nodes[args[0][0]][0] != "const"
        return len(args) != 1  # As no text joins.

    def note_dropped(self, call: int) -> None:
        """Note that nobody uses what a call gives: ``room.join(user)`` joins no text."""
        nodes = self.facts.nodes
        func = nodes[nodes[call][1]]
        if (
            func[0] == "attr"
            and func[2] in QUIET_METHODS - _LOGGING
            and not self._may_make(call, func[2])
            and nodes[func[1]][0] != "const"
        ):
            self.way.mem = self.mem("call", self.way.mem, call)

    def decorate(self, decorator: int, value: int, node: ast.expr) -> int:
        """Return what a decorator makes of a function."""
        place = self.place(node)
        call = self._called(decorator, ((value, False, place),), (), place)
        return self.add("decorated", call, value)

    def _await(self, node: ast.Await) -> int:
        return self.add("await", self.value(node.value))

    def _yield(self, node: ast.Yield) -> int:
        value = self.value(node.value) if node.value else self.none
        place = self.place(node.value or node)
        self.facts.yields.append(Exit(value, self.way.path, self.way.mem, place))
        self.way.mem = self.mem("yield", self.way.mem)
        return self.add("sent")

    def _yield_from(self, node: ast.YieldFrom) -> int:
        value = self.value(node.value)
        element = self.add("elem", value, self.way.mem)
        self.facts.yields.append(Exit(element, self.way.path, self.way.mem, self.place(node.value)))
        return self.add("delegated", value)

    # -- inner scopes --------------------------------------------------------------

    def define(self, node: ast.AST) -> int:
        """Return a function or class that is made here, with the names that it sees."""
        defaults = self._defaults(node) if self.scope.outer else ()
        self.facts.defs.append(node)
        captured = tuple(
            (name, self.seen(self.way, self.way.names[name]))
            for name in (sorted(mentioned_in(node)) if self.scope.outer else ())
            if name in self.way.names
        )
        return self.add("def", len(self.facts.defs) - 1, captured + defaults, self.way.mem)

    def _defaults(self, node: ast.AST) -> tuple[tuple[str, int], ...]:
        """Return what the parameters of an inner function are by default, which is told here."""
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return ()
        return tuple((as_default(name), self.value(each)) for name, each in defaults_of(node.args))

    def _lambda(self, node: ast.Lambda) -> int:
        return self.define(node)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> int:
        outer, *rounds = self._generators(node.generators)
        value = self.value(node.elt)
        self._restore(outer, node.generators)
        return self.add("many", "list", value, self.way.mem, *rounds)

    def _dict_comp(self, node: ast.DictComp) -> int:
        outer, *rounds = self._generators(node.generators)
        key, value = self.value(node.key), self.value(node.value)
        self._restore(outer, node.generators)
        return self.add("manydict", key, value, self.way.mem, *rounds)

    def _generators(self, generators: list[ast.comprehension]) -> tuple[Way, int, tuple[int, ...]]:
        """Go through loops.

        Returns:
            The way as it was before the first round; the element of the only loop, or -1;
            and the tests.
        """
        tests: list[int] = []
        iterable = self.value(generators[0].iter)
        outer = self.way.fork()
        for number, generator in enumerate(generators):
            if number:
                iterable = self.value(generator.iter)
            element = self.add("elem", iterable, self.way.mem)
            self.assign(generator.target, element, generator.target)
            for test in generator.ifs:
                tests.append(self.value(test))
                self.assume(self.way, tests[-1], 1)
        return outer, (element if len(generators) == 1 else -1), tuple(tests)

    def _restore(self, outer: Way, generators: list[ast.comprehension]) -> None:
        """Forget the names of loops, and what their tests have told: of the elements alone."""
        self.way.path, self.way.told = outer.path, outer.told
        targets = {n.id for g in generators for n in walk(g.target) if isinstance(n, ast.Name)}
        for name in targets:
            self.way.names.pop(name, None)
            if name in outer.names:
                self.way.names[name] = outer.names[name]

    # -- assignment ----------------------------------------------------------------

    def bind(self, name: str, value: int) -> None:
        """Give a name a value."""
        if name in self.scope.cells or name in self.scope.shared:
            self._remember(name, value)
        if name not in self.scope.shared:
            self.way.names[name] = value
        self.facts.versions.setdefault(name, []).append(value)

    def _remember(self, name: str, value: int) -> None:
        self.facts.versions.setdefault(name, []).append(value)
        self.way.mem = self.mem("cell", self.way.mem, name, value)
        self.way.told.pop(("cell", name), None)

    def assign(self, target: ast.expr, value: int, node: ast.AST) -> None:
        """Assign a value to a target of any shape."""
        if isinstance(target, ast.Name):
            note = f"assigned to `{target.id}`"
            self.bind(target.id, self.step(value, note, target.id, self.place(node)))
        elif isinstance(target, ast.Attribute):
            self._store_attribute(target, value, node)
        elif isinstance(target, ast.Subscript):
            self._store_item(target, value, node)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value, node)
        else:
            assert isinstance(target, (ast.Tuple, ast.List))
            self._unpack(target.elts, value, node)

    def _store_attribute(self, target: ast.Attribute, value: int, node: ast.AST) -> None:
        base = self.value(target.value)
        note = f"stored in `{dotted(target)}`"
        moved = self.step(value, note, target.attr, self.place(node))
        self.forget(target.attr)
        self.facts.stores.add(target.attr)
        self.way.mem = self.mem("attr", self.way.mem, base, target.attr, moved)

    def forget(self, attribute: str) -> None:
        """Drop what conditions told of an attribute that is set anew."""
        for about in [a for a in self.way.told if isinstance(a, tuple) and a[-1] == attribute]:
            del self.way.told[about]

    def _store_item(self, target: ast.Subscript, value: int, node: ast.AST) -> None:
        base = self.value(target.value)
        key = self.unknown if isinstance(target.slice, ast.Slice) else self.value(target.slice)
        moved = self.step(value, "stored in a container", "", self.place(node))
        self.facts.stores.add("[]")
        found = self.facts.nodes[key]
        if found[0] == "const":
            self.forget(found[1])
        self.way.mem = self.mem("item", self.way.mem, base, key, moved)

    def _unpack(self, targets: list[ast.expr], value: int, node: ast.AST) -> None:
        star = next((i for i, t in enumerate(targets) if isinstance(t, ast.Starred)), len(targets))
        shown = self.facts.nodes[value]
        alike = shown[0] == "sequence" and star == len(targets) == len(shown[2])
        if alike and not any(starred for _, starred in shown[2]):
            for target, (each, _) in zip(targets, shown[2], strict=True):
                self.assign(target, each, node)
            return
        for index, target in enumerate(targets):
            if index == star:
                rest = len(targets) - star - 1
                high = self.const(-rest) if rest else self.none
                low = self.const(star)
                part = self.add("slice", value, low, high, self.none, self.way.mem)
            else:
                place = index if index < star else index - len(targets)
                part = self.add("item", value, self.const(place), self.way.mem)
            self.assign(target, part, node)


def _is_plain(part: ast.FormattedValue) -> bool:
    """Whether a field of a formatted string begins with the value's own text."""
    if part.conversion in (ord("r"), ord("a")):
        return False
    written = part.format_spec.values if isinstance(part.format_spec, ast.JoinedStr) else ()
    spec = "".join(str(each.value) for each in written if isinstance(each, ast.Constant))
    return not is_shifted(spec)


def _since(way: Way, path: Path | None) -> tuple[tuple[int, int], ...]:
    return tuple(conditions(way.path, path))


def dotted(node: ast.expr) -> str:
    """Return a target as it is written, its calls and subscripts left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "..."


_EXPRESSIONS: dict[type, Callable[..., int]] = {
    ast.Name: Expressions._name,
    ast.Attribute: Expressions._attribute,
    ast.Subscript: Expressions._subscript,
    ast.Constant: Expressions._constant,
    ast.Tuple: Expressions._sequence,
    ast.List: Expressions._sequence,
    ast.Set: Expressions._sequence,
    ast.Dict: Expressions._dict,
    ast.JoinedStr: Expressions._f_string,
    ast.BinOp: Expressions._binary,
    ast.UnaryOp: Expressions._unary,
    ast.Compare: Expressions._compare,
    ast.BoolOp: Expressions._bool_op,
    ast.IfExp: Expressions._if_exp,
    ast.NamedExpr: Expressions._named,
    ast.Call: Expressions._call,
    ast.Await: Expressions._await,
    ast.Yield: Expressions._yield,
    ast.YieldFrom: Expressions._yield_from,
    ast.Lambda: Expressions._lambda,
    ast.ListComp: Expressions._comprehension,
    ast.SetComp: Expressions._comprehension,
    ast.GeneratorExp: Expressions._comprehension,
    ast.DictComp: Expressions._dict_comp,
}
