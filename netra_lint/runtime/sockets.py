"""How to speak to a connection, whichever library it comes from."""

from __future__ import annotations

import inspect
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from netra_lint.runtime.messages import Outgoing

    Writer = Callable[[Outgoing], Awaitable[None]]

_CLOSED = ("DISCONNECTED", "CLOSING", "CLOSED")


def writer(websocket: Any) -> Writer:
    """Return a function that sends a message to a connection.

    Args:
        websocket: an object with an async ``send_json`` or ``send_text`` (Starlette, FastAPI),
            or with an async ``send`` that takes text (the ``websockets`` library).

    Returns:
        An async function of a message.

    Raises:
        TypeError: if the object has none of them.
    """
    for name, part in (("send_json", "body"), ("send_text", "text"), ("send", "text")):
        method = getattr(websocket, name, None)
        if callable(method):
            return _calling(method, part)
    kind = type(websocket).__name__
    raise TypeError(f"{kind} is no connection: it has no send_json, send_text or send")


def _calling(method: Callable[[Any], Any], part: str) -> Writer:
    async def write(message: Outgoing) -> None:
        result = method(getattr(message, part))
        if inspect.isawaitable(result):
            await result

    return write


def is_closed(websocket: Any) -> bool:
    """Whether a connection says of itself that it is closed.

    Starlette has ``client_state`` and ``application_state``, ``websockets`` has ``state``,
    others have ``closed``. Nothing but an enumeration's member or True counts, so that a mock
    with every attribute is open.
    """
    for name in ("client_state", "application_state", "state"):
        state = getattr(websocket, name, None)
        if isinstance(state, Enum) and state.name in _CLOSED:
            return True
    return getattr(websocket, "closed", False) is True


async def close(websocket: Any) -> None:
    """Close a connection that cannot be used any more, if it knows how to."""
    method = getattr(websocket, "close", None)
    if callable(method):
        result = method()
        if inspect.isawaitable(result):
            await result
