from __future__ import annotations

import typing

if typing.TYPE_CHECKING:
    from .types import Target


def by_preference(target: Target) -> str:
    for candidate in (target.owner, target.execution):
        if candidate:
            return candidate
    raise LookupError(target)


def only_owner(target: Target) -> str:
    return target.owner or "anonymous"
