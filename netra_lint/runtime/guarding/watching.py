"""Putting a check before the methods of a manager, and taking it away again."""

from __future__ import annotations

import functools
import inspect
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType

    from netra_lint.runtime.guarding.words import Method

    Check = Callable[[Method, Any, FrameType], None]

_MISSING = object()


class Watcher:
    """Patches managers: instances, mocks and classes.

    Args:
        check: called with the method, the recipient and the caller's frame, when a watched
            method is called, not when its coroutine is awaited.
        methods: the methods to watch.
    """

    def __init__(self, check: Check, methods: tuple[Method, ...]):
        self._check = check
        self._methods = methods
        self._undo: list[Callable[[], None]] = []
        self._codes: set[CodeType] = set()

    def watch(self, manager: Any) -> None:
        """Watch an instance, a mock or a class; again is no error.

        Raises:
            TypeError: if it has none of the methods.
        """
        slotted = not isinstance(manager, type) and not hasattr(manager, "__dict__")
        target = type(manager) if slotted else manager
        present = [one for one in self._methods if callable(getattr(target, one.name, None))]
        if not present:
            names = ", ".join(method.name for method in self._methods)
            raise TypeError(f"{target!r} is no manager: it has none of {names}")
        for method in present:
            original = getattr(target, method.name)
            if not isinstance(original, _Watched) and not hasattr(original, "__netra_watched__"):
                self._patch(target, method, original)

    def restore(self) -> None:
        """Take all checks away."""
        while self._undo:
            self._undo.pop()()

    def _patch(self, target: Any, method: Method, original: Any) -> None:
        self._note_code(original)
        name = _own_name(target, method)
        if isinstance(target, type):
            self._replace_in_class(target, method, original, name)
            return
        own = vars(target)
        before = own.get(method.name, _MISSING)
        own[method.name] = _Watched(original, functools.partial(self._called, method, name))
        self._undo.append(lambda: _put_back(own, method.name, before))

    def _replace_in_class(self, target: type, method: Method, original: Any, name: str) -> None:
        before = vars(target).get(method.name, _MISSING)
        after_self = functools.partial(self._called, method, name, skip=1)

        @functools.wraps(original)
        def watched(*args: Any, **kwargs: Any) -> Any:
            after_self(args, kwargs, sys._getframe(1))
            return original(*args, **kwargs)

        watched.__netra_watched__ = True  # type: ignore[attr-defined]
        if hasattr(inspect, "markcoroutinefunction") and inspect.iscoroutinefunction(original):
            inspect.markcoroutinefunction(watched)
        setattr(target, method.name, watched)
        self._undo.append(lambda: _restore_attribute(target, method.name, before))

    def _note_code(self, original: Any) -> None:
        code = getattr(inspect.unwrap(original), "__code__", None)
        if inspect.iscode(code):
            self._codes.add(code)

    def _called(
        self,
        method: Method,
        name: str,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        frame: FrameType,
        skip: int = 0,
    ) -> None:
        # A manager whose watched methods call each other is judged at the outermost one.
        if frame.f_code not in self._codes:
            recipient = _recipient(method, name, args[skip:], kwargs)
            if recipient is not _MISSING:
                self._check(method, recipient, frame)


class _Watched:
    """Stands before a bound method or a mock, and is it in all other respects."""

    def __init__(self, inner: Any, before: Callable[..., None]):
        object.__setattr__(self, "_inner", inner)
        object.__setattr__(self, "_before", before)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self._before(args, kwargs, sys._getframe(1))
        return self._inner(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._inner, name, value)

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        return type(self._inner)


def _recipient(method: Method, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if len(args) > method.position:
        return args[method.position]
    return next((kwargs[key] for key in (name, *method.keywords) if key in kwargs), _MISSING)


def _own_name(target: Any, method: Method) -> str:
    """Return the name that the manager itself has for the recipient, or an empty string."""
    owner = target if isinstance(target, type) else target.__class__  # a mock's is its spec
    function = inspect.getattr_static(owner, method.name, None)
    after_self = inspect.isfunction(function)
    try:
        signature = inspect.signature(function if after_self else getattr(target, method.name))
    except (TypeError, ValueError):
        return ""
    return next(iter(list(signature.parameters)[method.position + after_self :]), "")


def _put_back(table: dict[str, Any], name: str, before: Any) -> None:
    if before is _MISSING:
        table.pop(name, None)
    else:
        table[name] = before


def _restore_attribute(target: type, name: str, before: Any) -> None:
    if before is _MISSING:
        delattr(target, name)
    else:
        setattr(target, name, before)
