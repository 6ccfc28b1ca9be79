"""NTR302: an agent sends to the user though it has the thread at hand."""

from __future__ import annotations

import ast
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from netra_lint.flow.givers import assigned
from netra_lint.flow.graph import conditions
from netra_lint.flow.hits import Hit
from netra_lint.flow.known import annotation_words
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.ways import parts_of
from netra_lint.rules.base import Documentation
from netra_lint.rules.plain_rule import PlainRule
from netra_lint.vocabulary import THREAD, USER, snake_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.flow.program import ClassInfo
    from netra_lint.flow.query import Flow
    from netra_lint.flow.query_sends import Sent
    from netra_lint.project.sources import Problem
    from netra_lint.vocabulary import Vocabulary

SHARED = "everybody in the thread gets what one user got"


class PreferThread(PlainRule):
    """Flags a send to a user in agent code that has the thread's id in the same place."""

    code = "NTR302"
    name = "prefer-thread"
    default = False
    documentation = Documentation(
        summary="An agent sends to the user though it has the thread's id at hand.",
        why=(
            "Messages of agents belong to a conversation: sent to the thread they reach all who "
            "follow it, on all their connections. The user is the fallback where there is no "
            "thread.\n\n"
            "Looked at are classes that derive from an agent's base and functions that receive a "
            "context. The thread's id is at hand where it is read from the same object as the "
            "user's, or is a parameter beside it. A function that sends to the thread as well, "
            "or has asked for the thread before, has made its choice.\n\n"
            "Measured: on three states of a large real code base with some 850 sends, both of its "
            "2 findings are right. That is too few to have it on by default, and whether a "
            "message is meant for one user alone is for a person to say; `--extend-select NTR302` "
            "turns it on."
        ),
        bad=(
            "class ReportAgent:\n"
            "    async def report(self, context: ExecutionContext, message):\n"
            "        await self.websocket_manager.send_to_user(context.user_id, message)\n"
        ),
        good=(
            "class ReportAgent:\n"
            "    async def report(self, context: ExecutionContext, message):\n"
            "        if context.thread_id:\n"
            "            await self.websocket_manager.send_to_thread(context.thread_id, message)\n"
            "        elif context.user_id:\n"
            "            await self.websocket_manager.send_to_user(context.user_id, message)\n"
        ),
        fix_safety=(
            "The message goes to the thread or, without one, to the user. This is an unsafe fix: "
            "everybody in the thread gets what only one user got."
        ),
        options=(
            ("vocabulary.agent-bases", "classes that agents derive from, as globs."),
            ("vocabulary.context-types", "classes of contexts, as globs."),
            ("vocabulary.thread-id-names", "names that hold a thread id, as globs."),
            ("vocabulary.user-id-names", "names that hold a user id, as globs."),
        ),
    )

    def message(self, hit: Hit) -> str:
        """Name both ids."""
        return f"an agent sends to the user `{hit.text}` with the thread `{hit.origin}` at hand"

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterator[Hit]:
        """Find sends of agents to users whose threads are known."""
        words = flow.machine.words
        for sent in flow.sends(targets):
            argument = sent.argument
            if sent.method.kind != USER or argument is None or not _is_agent_code(sent, words):
                continue
            thread = _thread_beside(sent, argument, words)
            if thread and not _has_chosen(sent, words):
                yield self.hit(flow, sent, argument, thread)

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Send to the thread first."""
        from netra_lint.fixes.guards import thread_before_user

        assert isinstance(fact, Hit)
        return thread_before_user(fact, project, SHARED)


# -- whose code it is -----------------------------------------------------------------


def _is_agent_code(sent: Sent, words: Vocabulary) -> bool:
    owner = sent.owner
    if owner is not None and _sends_itself(owner, words):
        return False
    if owner is not None and _is_agent(owner, words):
        return True
    info = sent.frame.info
    while isinstance(info, FunctionInfo):
        if any(_is_context(param.annotation, words) for param in info.every_param.values()):
            return True
        info = info.outer  # type: ignore[assignment]
    return False


def _sends_itself(cls: ClassInfo, words: Vocabulary) -> bool:
    return any(cls.find(method.name) for method in words.routing_methods)


def _is_agent(cls: ClassInfo, words: Vocabulary) -> bool:
    names = {base.name for base in cls.mro} | cls.foreign_words
    return any(fnmatchcase(name, glob) for name in names for glob in words.agent_bases)


def _is_context(annotation: ast.expr | None, words: Vocabulary) -> bool:
    return any(
        fnmatchcase(word, glob)
        for word in annotation_words(annotation)
        for glob in words.context_types
    )


# -- the thread beside the user --------------------------------------------------------


def _thread_beside(sent: Sent, argument: ast.expr, words: Vocabulary) -> str:
    """Return the expression of the thread's id that belongs to a user's, or ``""``."""
    argument = _meant(sent, argument)
    if isinstance(argument, ast.Attribute) and _is_exact(argument.attr, USER, words):
        owner = ast.unparse(argument.value)
        return f"{owner}.{_thread_name(words)}" if _has_thread(sent, argument.value, words) else ""
    if isinstance(argument, ast.Name) and _is_exact(argument.id, USER, words):
        return _parameter_beside(sent, argument.id, words)
    return ""


def _meant(sent: Sent, argument: ast.expr) -> ast.expr:
    """Return what a variable is set to, where that is done once and nothing else is."""
    info = sent.frame.info
    if not isinstance(argument, ast.Name) or not isinstance(info, FunctionInfo):
        return argument
    values = assigned(info, argument.id) if argument.id not in info.every_param else []
    return values[0] if len(values) == 1 else argument


def _is_exact(name: str, kind: str, words: Vocabulary) -> bool:
    """Whether a name is the id's own and not only ends like it, which may be another's."""
    globs = getattr(words, f"{kind}_id_names")
    return snake_case(name) in [glob for glob in globs if not set(glob) & set("*?[")]


def _thread_name(words: Vocabulary) -> str:
    return next((g for g in words.thread_id_names if not set(g) & set("*?[")), "thread_id")


def _parameter_beside(sent: Sent, name: str, words: Vocabulary) -> str:
    info = sent.frame.info
    if not isinstance(info, FunctionInfo) or name not in info.every_param:
        return ""
    beside = [each for each in info.every_param if _is_exact(each, THREAD, words)]
    return beside[0] if beside else ""


def _has_thread(sent: Sent, owner: ast.expr, words: Vocabulary) -> bool:
    """Whether what a user's id is read from has a thread's as well."""
    name, text = _thread_name(words), ast.unparse(owner)
    outer = sent.functions[-1] if sent.functions else None
    if outer is not None and any(
        isinstance(node, ast.Attribute) and node.attr == name and ast.unparse(node.value) == text
        for node in ast.walk(outer)
    ):
        return True
    if not isinstance(owner, ast.Name):
        return False
    info = sent.frame.info
    param = info.every_param.get(owner.id) if isinstance(info, FunctionInfo) else None
    return param is not None and _is_context(param.annotation, words)


# -- whether the choice was made --------------------------------------------------------


def _has_chosen(sent: Sent, words: Vocabulary) -> bool:
    """Whether the function sends to the thread as well, or has asked for it on the way."""
    threads = {method.name for method in words.routing_methods if method.kind == THREAD}
    for function in sent.functions:
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and node.attr in threads:
                return True
    facts = sent.frame.facts
    path = facts.nodes[sent.call][5]
    return any(_asks_for_thread(sent, at, words) for at, _ in conditions(path))


def _asks_for_thread(sent: Sent, condition: int, words: Vocabulary, depth: int = 6) -> bool:
    data = sent.frame.facts.nodes[condition]
    name = data[2] if data[0] == "attr" else data[1] if data[0] in ("param", "free") else ""
    if isinstance(name, str) and words.kind_of_name(name) == THREAD:
        return True
    parts = parts_of(data) if depth else ()
    return any(_asks_for_thread(sent, part, words, depth - 1) for part in parts)
