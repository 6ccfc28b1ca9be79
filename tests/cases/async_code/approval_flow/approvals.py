from __future__ import annotations

import asyncio

from models import ApprovalRequest, Decision


class ApprovalDesk:
    def __init__(self, manager) -> None:
        self._manager = manager
        self._waiting: dict[str, tuple[ApprovalRequest, asyncio.Future]] = {}
        self._closed: list[ApprovalRequest] = []

    async def ask(self, request: ApprovalRequest) -> Decision:
        future = asyncio.get_running_loop().create_future()
        self._waiting[request.key] = (request, future)
        if request.thread:
            await self._manager.send_to_thread(request.thread, {"ask": request.action})
        elif request.approver:
            await self._manager.send_to_user(request.approver, {"ask": request.action})
        return await future

    async def decide(self, key: str, decision: Decision) -> None:
        request, future = self._waiting.pop(key)
        request.note(decision.value)
        self._closed.append(request)
        future.set_result(decision)
        await self._manager.send_to_user(request.requester, {"decided": decision.value})

    async def remind(self) -> None:
        for request, _ in self._waiting.values():
            target = request.approver
            if target is None:
                continue
            await self._manager.send_to_user(target, {"remind": request.action})

    async def close(self) -> None:
        for request in self._closed:
            action, _, run = request.key.partition(":")
            await self._manager.send_to_user(request.approver or run, {"closed": action})
