"""Contexts for tests."""

from __future__ import annotations

from itertools import count
from typing import Any
from uuid import uuid4

from netra_lint.runtime import ExecutionContext

_numbers = count(1)


def make_context(**fields: Any) -> ExecutionContext:
    """Return a context with all ids, which no other context has.

    Args:
        fields: what differs, such as ``thread_id=None``.
    """
    number = next(_numbers)
    ids = {
        "run_id": f"run_{uuid4()}",
        "agent_name": "agent",
        "thread_id": f"thread_{number}",
        "user_id": f"user_{number}",
    }
    return ExecutionContext(**{**ids, **fields})
