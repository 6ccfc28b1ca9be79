"""Whether the arguments of a call fit the parameters that they meet."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.program import last_word

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.values import Atom, Fn

_KEEPING = frozenset({"abstractmethod", "classmethod", "override", "staticmethod"})
"""Decorators that leave a function's parameters as they are."""


def binds(fn: Fn, args: Args) -> bool:
    """Whether a function can be called with some arguments, as far as these are known.

    Args:
        fn: the function, with the object that it is called on.
        args: what it is given besides.
    """
    info = fn.info
    if info.name == "__post_init__" or not _keeps_parameters(info):
        return True
    bound = is_bound(info, fn.this)
    return not (_is_too_much(info, args, bound) or lacks(info, args, bound))


def _keeps_parameters(info: FunctionInfo) -> bool:
    return all(
        isinstance(each, (ast.Name, ast.Attribute)) and last_word(each) in _KEEPING
        for each in info.decorators
    )


def is_bound(info: FunctionInfo, this: Atom | None) -> bool:
    """Whether the object that a function is called on is its first argument."""
    return this is not None and "staticmethod" not in info.marks


def _is_too_much(info: FunctionInfo, args: Args, bound: bool) -> bool:
    rest = info.node.args
    if rest.vararg is None and len(args.pos) + bound > len(info.params):
        return True
    if rest.kwarg is not None:
        return False
    named = {param.arg for param in (*rest.args, *rest.kwonlyargs)}
    return not args.kw.keys() <= named


def lacks(info: FunctionInfo, args: Args, bound: bool) -> bool:
    """Whether a parameter without a default is left out; what is spread may be given to any."""
    if args.star is not None or args.extra is not None:
        return False
    params = info.params[len(args.pos) + bound :]
    wanted = [*params, *info.node.args.kwonlyargs]
    return any(p.arg not in args.kw and p.arg not in info.optional for p in wanted)
