"""Tasks: what a coroutine gives, known before it is awaited, without the task's own truth.

A coroutine and its task stand for what they give. That is right wherever they are awaited, but
``if task is None`` asks for the task, which is there though its coroutine gives nothing.
"""

from __future__ import annotations

from netra_lint.flow.filters import truth_of
from netra_lint.flow.values import ExtVal, Value, unknown

_TASK = ExtVal("asyncio.Task")


def started(value: Value) -> Value:
    """Return the task of a coroutine.

    Args:
        value: what the coroutine gives.

    Returns:
        The same, beside the task itself where the result alone would count as nothing.
    """
    if value and all(truth_of(atom) is False for atom in value):
        return {**value, _TASK: None}
    return value


def result(value: Value) -> Value:
    """Return what tasks give when they are awaited or asked for their results."""
    if _TASK not in value:
        return value
    return {atom: trace for atom, trace in value.items() if atom != _TASK} or unknown()
