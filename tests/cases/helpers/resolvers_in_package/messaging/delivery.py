from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .resolution import resolve

if TYPE_CHECKING:
    from .requests import Request


async def deliver(ws: Any, request: Request, message: dict[str, Any]) -> bool:
    route = resolve(request)
    if route is None:
        return False
    send = ws.send_to_thread if route.is_thread else ws.send_to_user
    return await send(route.address, {**message, "run_id": request.run})
