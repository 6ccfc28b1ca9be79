"""Taking the run id out of a fallback: in a variable, in a helper, and wherever they are used.

A recipient that may be missing has to be asked for before it is sent to. So a
fallback is repaired only when all its uses are sends, or conditions: the
variable's in its function, the helper's in the whole project.
"""

from __future__ import annotations

import ast
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.fixes.annotations import made_optional
from netra_lint.fixes.arguments import Scope, is_run
from netra_lint.fixes.bindings import bindings, parameters
from netra_lint.fixes.choices import Choice, Target
from netra_lint.fixes.edits import edit
from netra_lint.fixes.known import facts
from netra_lint.fixes.layout import unified
from netra_lint.fixes.places import (
    FUNCTIONS,
    helper_name,
    is_load,
    is_manager,
    returned,
    simplified,
    site_with,
)
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.purge import cleaned
from netra_lint.fixes.reroute import NOBODY, once, send_at, to_recipients, with_reach, write
from netra_lint.fixes.site import Site, ancestors
from netra_lint.fixes.uses import is_compared, is_logged, is_test, uses_of_name
from netra_lint.project.nodes import is_none

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.bindings import Binding, Function
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import SourceFile

MESSAGE = "Do not fall back to a run id"
SENDER = "`{}`, which may do more than send"
_DEPTH = 4


def repaired_fallback(site: Site) -> Proposal | None:
    """Propose to take the run id out of the fallback that a recipient comes from.

    Args:
        site: a send whose recipient is a variable, or a call of a helper.

    Returns:
        The proposal, or None when the recipient comes from no fallback.

    Raises:
        NoFixError: when there is one, but not all its uses could do without.
    """
    repair = _Repair(site.project)
    function = site.functions[0] if site.functions else None
    if function is None:
        return None
    text = cleaned(site.argument, site.scope)
    if text is not None:
        repair.send(site, unified(text))
    elif not repair.clean(site.argument, site.source, function):
        return None
    elif not isinstance(site.argument, ast.Name):
        repair.use(site.source, site.argument)
    return proposed(MESSAGE, repair.edits, repair.doubts)


@dataclass
class _Repair:
    """One fallback with all that depends on it."""

    project: Project
    edits: list[Edit] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    _seen: set[object] = field(default_factory=set)
    _depth: int = 0
    _shallow: bool = False

    def clean(self, value: ast.expr, source: SourceFile, function: Function) -> bool:
        """Take the run id out of what an expression gives, as far as one is in it.

        Returns:
            Whether there was something to repair; then all uses can do without.
        """
        text = cleaned(value, self._scope(source, function))
        if text is not None:
            self.edits.append(edit(source, source.range(value), text))
            return True
        inner = value.value if isinstance(value, ast.Await) else value
        if isinstance(inner, ast.Name):
            return self._variable(inner.id, source, function)
        name = helper_name(inner)
        return bool(name) and not self._shallow and self._helper(name)

    def _scope(self, source: SourceFile, function: Function) -> Scope:
        return Scope(source, function, self.project.words)

    def _variable(self, name: str, source: SourceFile, function: Function) -> bool:
        key = (source.path, id(function), name)
        if key in self._seen or isinstance(function, ast.Lambda):
            return False
        self._seen.add(key)
        bound = bindings(function, name)
        good = name in parameters(function)
        found = False
        for each in bound:
            if each.value is None:
                return False
            found = self._binding(each, name, source, function) or found
            good = good or not is_run(each.value, self._scope(source, function))
        if found and not good:
            return False
        own = {id(node) for each in bound if each.value for node in ast.walk(each.value)}
        for use in uses_of_name(function, name) if found else ():
            if id(use) not in own:
                self.use(source, use)
        return found

    def _binding(self, each: Binding, name: str, source: SourceFile, function: Function) -> bool:
        assert each.value is not None
        number = len(self.edits)
        changed = self._value(each.value, source, function)
        if changed and len(self.edits) == number + 1:
            self.edits[number:] = simplified(self.edits[number], each, name, source)
        return changed

    def _value(self, value: ast.expr, source: SourceFile, function: Function) -> bool:
        if is_run(value, self._scope(source, function)):
            self.edits.append(edit(source, source.range(value), "None"))
            return True
        return self.clean(value, source, function)

    def use(self, source: SourceFile, node: ast.expr) -> None:
        """Make a place where a recipient is used do without the run id.

        Raises:
            NoFixError: when it cannot.
        """
        if is_test(source, node) or is_logged(source, node):
            return
        if is_compared(source, node):
            self.doubts.append(f"what falls back to the run id is compared in {_row(source, node)}")
            return
        site = site_with(self.project, source, node)
        if site is None:
            row = _row(source, node)
            raise NoFixError(f"what falls back to the run id is used otherwise in {row}")
        self.send(site)

    def send(self, site: Site, text: str = "") -> None:
        """Ask for a recipient that may be missing before it is sent to.

        Args:
            site: the send.
            text: what gives the recipient, where it is not what stands there.

        Raises:
            NoFixError: when that cannot be written there.
        """
        if facts(site.source, site.call).get(ast.unparse(site.argument)) is True:
            return
        send = send_at(site)
        if send is None:
            self._manager_call(site, text)
            return
        own, setup = once(site, send.method.kind, text)
        wanted = [each for each in with_reach(site, [own]) if each.trusted]
        found = to_recipients(site, send, wanted, MESSAGE, setup)
        if found.fix is None:
            raise NoFixError(found.reason or NOBODY)
        self.edits += found.fix.edits

    def _manager_call(self, site: Site, text: str) -> None:
        """Ask for the recipient before a call of a manager's method of another name."""
        func = site.call.func
        called = site.source.code(func)
        first = site.call.args[:1] == [site.argument]
        if not (isinstance(func, ast.Attribute) and first and is_manager(func.value, site)):
            raise NoFixError(f"what falls back to the run id is passed to {SENDER.format(called)}")
        own, setup = once(site, "", text)
        self.edits += write(Choice(site, [Target(own.text, own.text)], setup))
        self.doubts.append(f"`{called}` may do more than send")

    def _helper(self, name: str) -> bool:
        """Take the run id out of what the functions of a name return."""
        if name in self._seen or self._depth > _DEPTH:
            return False
        self._seen.add(name)
        homes = self.project.defining(name)
        if not any(self._gives_more(source, name) for source in homes):
            return False
        self._depth += 1
        # What returns a run id itself is to blame; only else what it calls in turn.
        found = self._all_return(homes, name, shallow=True)
        found = found or self._all_return(homes, name, shallow=False)
        self._depth -= 1
        if not found:
            return False
        if not name.startswith("_"):
            self.doubts.append(f"`{name}` returns None where it returned a run id")
        for source in self.project.mentioning(name):
            for node in source.nodes:
                if isinstance(node, (ast.Name, ast.Attribute)) and is_load(node, name):
                    self._call(source, node, name)
        return True

    def _gives_more(self, source: SourceFile, name: str) -> bool:
        """Whether a function of a name gives anything but run ids."""
        return any(
            not is_run(value, self._scope(source, node)) and not is_none(value)
            for node in source.nodes
            if isinstance(node, FUNCTIONS) and node.name == name
            for value in returned(node)
        )

    def _all_return(self, files: list[SourceFile], name: str, shallow: bool) -> bool:
        before, self._shallow = self._shallow, shallow
        found = [self._returns(source, name) for source in files]
        self._shallow = before
        return any(found)

    def _returns(self, source: SourceFile, name: str) -> bool:
        found = False
        for node in source.nodes:
            if isinstance(node, FUNCTIONS) and node.name == name:
                values = returned(node)
                changed = [self._value(each, source, node) for each in values]
                if any(changed):
                    found = True
                    self.edits += made_optional(source, node)
        return found

    def _call(self, source: SourceFile, node: ast.expr, name: str) -> None:
        """Make one use of a helper do without the run id."""
        value: ast.AST = node
        parent = source.parents[value]
        if isinstance(parent, ast.Call) and parent.func is value:
            value, parent = parent, source.parents[parent]
        if isinstance(parent, ast.Await):
            value, parent = parent, source.parents[parent]
        inside = [each for each in ancestors(source, node) if isinstance(each, FUNCTIONS)]
        if isinstance(parent, ast.Assign) and parent.value is value and inside:
            target = parent.targets[0]
            if len(parent.targets) == 1 and isinstance(target, ast.Name):
                self._kept(target.id, source, inside[0])
                return
        if isinstance(parent, ast.Return) and inside and inside[0].name in self._seen:
            return
        if isinstance(value, ast.expr):
            self.use(source, value)

    def _kept(self, name: str, source: SourceFile, function: Function) -> None:
        """Make the uses of a variable that keeps a helper's result do without the run id."""
        key = (source.path, id(function), name)
        if key in self._seen:
            return
        self._seen.add(key)
        for use in uses_of_name(function, name):
            self.use(source, use)


def _row(source: SourceFile, node: ast.expr) -> str:
    """Return where something stands, in words: it may be in another file than the finding."""
    row = source.location(source.range(node)[0]).row
    return f"row {row} of `{os.path.basename(source.path)}`"
