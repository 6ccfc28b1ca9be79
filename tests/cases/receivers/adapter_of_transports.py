"""Transports of different libraries are fitted to one interface by adapters."""

from __future__ import annotations

from typing import Any, Protocol


class Transport(Protocol):
    async def publish(self, address: str, body: dict[str, Any]) -> bool: ...


class WebSocketAdapter:
    """Fits a WebSocket manager to the interface of transports."""

    def __init__(self, manager: Any) -> None:
        self._manager = manager

    async def publish(self, address: str, body: dict[str, Any]) -> bool:
        kind, _, key = address.partition(":")
        if kind == "thread":
            return await self._manager.send_to_thread(key, body)
        if kind == "user":
            return await self._manager.send_to_user(key, body)
        return False


class LogAdapter:
    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, Any]]] = []

    async def publish(self, address: str, body: dict[str, Any]) -> bool:
        self.lines.append((address, body))
        return True


class Outbox:
    def __init__(self, transports: list[Transport]) -> None:
        self._transports = transports

    async def publish(self, address: str, body: dict[str, Any]) -> int:
        done = 0
        for transport in self._transports:
            if await transport.publish(address, body):
                done += 1
        return done


class RunReporter:
    def __init__(self, outbox: Outbox, run_id: str, user_id: str, thread_id: str) -> None:
        self.outbox = outbox
        self.run_id = run_id
        self.user_address = f"user:{user_id}"
        self.thread_address = f"thread:{thread_id}"
        self.run_address = f"run:{run_id}"

    async def started(self) -> None:
        await self.outbox.publish(self.thread_address, {"started": self.run_id})

    async def finished(self) -> None:
        await self.outbox.publish(self.user_address, {"finished": self.run_id})
        await self.outbox.publish(self.run_address, {"finished": True})

    async def failed(self, reason: str) -> None:
        await self.outbox.publish(f"user:{self.run_id}", {"failed": reason})


async def main(manager, run_id, user_id, thread_id):
    log = LogAdapter()
    outbox = Outbox([log, WebSocketAdapter(manager)])
    reporter = RunReporter(outbox, run_id, user_id, thread_id)
    await reporter.started()
    await reporter.finished()
    await reporter.failed("out of tokens")
    for address, body in log.lines:
        if address.startswith("run:"):
            continue
        await manager.send_to_user(user_id, {"address": address, "body": body})
