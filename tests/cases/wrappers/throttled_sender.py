"""A sender throttles, deduplicates and batches what goes to one recipient."""

import asyncio
import hashlib
import json
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Protocol


class Sender(Protocol):
    async def send(self, recipient: str, message: dict[str, Any]) -> bool: ...


class DirectSender:
    def __init__(self, manager: Any) -> None:
        self._manager = manager

    async def send(self, recipient: str, message: dict[str, Any]) -> bool:
        return await self._manager.send_to_user(recipient, message)


class DeduplicatingSender:
    def __init__(self, inner: Sender, size: int = 100) -> None:
        self._inner = inner
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._size = size

    def _key(self, recipient: str, message: dict[str, Any]) -> str:
        text = json.dumps([recipient, message], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    async def send(self, recipient: str, message: dict[str, Any]) -> bool:
        key = self._key(recipient, message)
        if key in self._seen:
            return False
        self._seen[key] = None
        while len(self._seen) > self._size:
            self._seen.popitem(last=False)
        return await self._inner.send(recipient, message)


@dataclass
class BatchingSender:
    inner: Sender
    limit: int = 2
    pending: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    async def send(self, recipient: str, message: dict[str, Any]) -> bool:
        batch = self.pending.setdefault(recipient, [])
        batch.append(message)
        if len(batch) >= self.limit:
            return await self.flush(recipient)
        return True

    async def flush(self, recipient: str) -> bool:
        batch = self.pending.pop(recipient, [])
        return await self.inner.send(recipient, {"batch": batch})

    async def flush_all(self) -> None:
        for recipient in list(self.pending):
            await self.flush(recipient)


class Progress:
    def __init__(self, sender: Sender, run_id: str, user_id: str) -> None:
        self.sender = sender
        self.run_id = run_id
        self.user_id = user_id

    async def step(self, number: int) -> None:
        await self.sender.send(self.user_id, {"run_id": self.run_id, "step": number})

    async def heartbeat(self) -> None:
        await self.sender.send(self.run_id, {"alive": True})


async def main(manager, run_id, user_id):
    direct = DirectSender(manager)
    stacked = BatchingSender(DeduplicatingSender(direct))
    progress = Progress(stacked, run_id, user_id)
    for number in range(3):
        await progress.step(number)
    await stacked.flush_all()
    await Progress(DeduplicatingSender(direct), run_id, user_id).step(9)
    await Progress(direct, run_id, user_id).heartbeat()
    await asyncio.sleep(0)
