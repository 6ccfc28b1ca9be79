from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Optional

if TYPE_CHECKING:
    from .requests import Request


class Route(NamedTuple):
    address: str
    is_thread: bool = False


def resolve(request: Request, lenient: bool = False) -> Optional[Route]:
    if request.room:
        return Route(request.room, is_thread=True)
    if request.owner:
        return Route(request.owner)
    if lenient:
        return Route(request.run)
    return None
