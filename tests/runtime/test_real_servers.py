"""Real servers and real clients over loopback: their connections work as they are."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import fastapi
import pytest
import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve

from netra_lint.runtime import WebSocketManager

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

pytestmark = pytest.mark.asyncio
SECONDS = 5


async def eventually(condition: Callable[[], Any]) -> None:
    for _ in range(SECONDS * 100):
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it did not come true")


async def attend(manager: WebSocketManager, websocket: WebSocket) -> None:
    """What an application does with each connection."""
    await websocket.accept()
    query = websocket.query_params
    connection = await manager.connect(websocket, query["user"], query.get("thread"))
    try:
        while True:
            await websocket.receive_text()
    except WebSocketDisconnect:
        await manager.disconnect(connection)


def starlette_application(manager: WebSocketManager) -> Any:
    async def endpoint(websocket: WebSocket) -> None:
        await attend(manager, websocket)

    return Starlette(routes=[WebSocketRoute("/ws", endpoint)])


def fastapi_application(manager: WebSocketManager) -> Any:
    application = fastapi.FastAPI()

    async def endpoint(websocket: fastapi.WebSocket) -> None:
        await attend(manager, websocket)

    application.websocket("/ws")(endpoint)
    endpoint.__annotations__["websocket"] = fastapi.WebSocket
    return application


@asynccontextmanager
async def uvicorn_server(application: Any) -> AsyncIterator[int]:
    config = uvicorn.Config(application, port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    await eventually(lambda: server.started)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await asyncio.wait_for(serving, SECONDS)


@asynccontextmanager
async def websockets_server(manager: WebSocketManager) -> AsyncIterator[int]:
    async def handle(websocket: Any) -> None:
        query = dict(part.split("=") for part in websocket.request.path.split("?")[1].split("&"))
        connection = await manager.connect(websocket, query["user"], query.get("thread"))
        await websocket.wait_closed()
        await manager.disconnect(connection)

    async with serve(handle, "127.0.0.1", 0) as server:
        yield next(iter(server.sockets)).getsockname()[1]


@asynccontextmanager
async def serving(kind: str, manager: WebSocketManager) -> AsyncIterator[str]:
    makers = {"starlette": starlette_application, "fastapi": fastapi_application}
    server = uvicorn_server(makers[kind](manager)) if kind in makers else websockets_server(manager)
    async with server as port:
        yield f"ws://127.0.0.1:{port}/ws"


async def receive(client: Any) -> Any:
    return json.loads(await asyncio.wait_for(client.recv(), SECONDS))


KINDS = pytest.mark.parametrize("kind", ["starlette", "fastapi", "websockets"])


@KINDS
async def test_messages_reach_real_clients(kind: str) -> None:
    manager = WebSocketManager()
    message = {"type": "progress", "text": "é 𝄞", "percent": 50}
    async with serving(kind, manager) as url:
        async with (
            connect(f"{url}?user=user_1&thread=thread_1") as first,
            connect(f"{url}?user=user_2&thread=thread_1") as second,
        ):
            await eventually(lambda: manager.statistics().connections == 2)
            assert await manager.send_to_thread("thread_1", message)
            assert await manager.send_to_user("user_2", {"n": 2})
            assert await receive(first) == message
            assert [await receive(second), await receive(second)] == [message, {"n": 2}]
        await eventually(lambda: manager.statistics().connections == 0)
        assert not await manager.send_to_user("user_1", message)


@KINDS
async def test_real_clients_get_what_they_missed(kind: str) -> None:
    manager = WebSocketManager()
    async with serving(kind, manager) as url:
        async with connect(f"{url}?user=user_1&thread=thread_1"):
            await eventually(lambda: manager.statistics().connections == 1)
        await eventually(lambda: manager.statistics().connections == 0)
        for n in range(5):
            assert not await manager.send_to_thread("thread_1", {"n": n}, retry=True)
        async with connect(f"{url}?user=user_1") as again:
            assert [await receive(again) for _ in range(5)] == [{"n": n} for n in range(5)]


@KINDS
async def test_a_closed_connection_is_noticed_without_a_disconnect(kind: str) -> None:
    manager = WebSocketManager()
    async with serving(kind, manager) as url, connect(f"{url}?user=user_1") as client:
        await eventually(lambda: manager.statistics().connections == 1)
        (connection,) = manager._registry.everyone()
        await connection.websocket.close()
        with pytest.raises(websockets.ConnectionClosed):
            await client.recv()
        assert not await manager.send_to_user("user_1", {"n": 1})
        assert manager.statistics().failed == 0
        assert manager.statistics().connections == 0
