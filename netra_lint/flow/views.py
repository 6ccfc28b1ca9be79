"""What some questions see of a function: as long as it shows that, its body may change.

Whoever looks at a body by one of these names (see `viewed`) may take nothing
else out of it. A result that rests on such a look holds for any body that shows
the same.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.project.outline import PARSES, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.flow.at_hand import Seen
    from netra_lint.vocabulary import Vocabulary

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef

CALLS = "calls"
"""The calls of what takes ids, with what is at hand there; nothing where functions are inside."""
CLASSES = "classes"
"""The classes inside."""
EMPTY = "empty"
"""Whether it does nothing."""
READS = "reads"
"""The attributes that it reads of objects that may carry ids."""
WRITES = "writes"
"""The attributes that it sets on its first parameter."""


def shown(
    view: str,
    node: FunctionNode,
    text: bytes,
    words: Vocabulary,
    is_taker: Callable[[str], bool],
) -> object:
    """Return what a function shows.

    Args:
        view: one of the names above.
        node: the function.
        text: its body.
        words: the vocabulary.
        is_taker: whether a name is that of something that takes ids.

    Returns:
        A value to compare; None where nothing can be told.
    """
    if view == PARSES:
        return True
    if view == WORDS:
        return _words(text, words)
    if view == CALLS:
        return _calls(node, words, is_taker)
    if view == CLASSES:
        return _classes(node)
    if view == EMPTY:
        from netra_lint.flow.program import is_empty

        return is_empty(node.body)
    if view == READS:
        return _reads(node)
    if view == WRITES:
        return _writes(node)
    return None


def _words(text: bytes, words: Vocabulary) -> object:
    from netra_lint.flow.quiet import Quiet
    from netra_lint.project.queries import words_in

    quiet, found = Quiet(words), words_in(text)
    return quiet.of_run_ids(found), quiet.of_routing(found)


def _calls(node: FunctionNode, words: Vocabulary, is_taker: Callable[[str], bool]) -> object:
    from netra_lint.flow.at_hand import Walk
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.project.modules import ModuleInfo
    from netra_lint.project.nodes import flat

    inner = (ast.FunctionDef, ast.AsyncFunctionDef)
    if any(isinstance(each, inner) for each in flat(node.body)):
        return None
    info = FunctionInfo(node, ModuleInfo("", ast.Module([], [])))
    return [_told(seen) for seen in Walk(info, words, is_taker).calls()]


def _told(seen: Seen) -> object:
    held = [tuple(each[:-2]) for each in seen.held]
    tests = [(ast.dump(test.condition), test.outcome) for test in seen.tests]
    return ast.dump(seen.call), held, tests, seen.target, seen.instead


def _classes(node: FunctionNode) -> object:
    from netra_lint.project.nodes import statements_in

    found = [each for each in statements_in(node.body) if isinstance(each, ast.ClassDef)]
    return [ast.dump(each) for each in found]


def _reads(node: FunctionNode) -> object:
    from netra_lint.flow.id_names import may_carry
    from netra_lint.flow.query_calls import reads

    return {pair for pair in reads(node) if may_carry(pair[0])}


def _writes(node: FunctionNode) -> object:
    from netra_lint.flow.classes import written

    params = [*node.args.posonlyargs, *node.args.args]
    return set(written(node, params[0].arg)) if params else set()
