"""The buffer in Redis: what waits outlives the process (``pip install 'netra-lint[redis]'``)."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from redis.asyncio import Redis

from netra_lint.runtime.buffers import scripts
from netra_lint.runtime.buffers.base import BufferLimits, BufferStatus, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_TIMEOUT = 5.0  # seconds, so that a server that hangs makes no send hang


class RedisBuffer:
    """Keeps messages in a Redis server; each step is atomic there.

    Args:
        client: a client of the server, with ``decode_responses=True``; closed by the caller.
        limits: how much may wait.
        prefix: what all keys begin with. In braces it keeps them on one node of a cluster.
        clock: returns seconds since the epoch; managers that share a buffer must agree on it.

    Raises:
        ValueError: if the client does not decode responses.
    """

    def __init__(
        self,
        client: Redis,
        limits: BufferLimits | None = None,
        prefix: str = "{netra}:",
        clock: Callable[[], float] = time.time,
    ):
        if not client.connection_pool.connection_kwargs.get("decode_responses"):
            raise ValueError("RedisBuffer wants a client with decode_responses=True")
        self._client = client
        self._limits = limits or BufferLimits()
        self._prefix = prefix
        self._clock = clock
        self._scripts: dict[str, Any] = {}
        self._owned = False

    @classmethod
    def from_url(cls, url: str, limits: BufferLimits | None = None) -> RedisBuffer:
        """Return a buffer with a client of its own.

        Args:
            url: such as ``redis://localhost:6379/0``.
            limits: how much may wait.
        """
        client = Redis.from_url(
            url,
            decode_responses=True,
            socket_timeout=_TIMEOUT,
            socket_connect_timeout=_TIMEOUT,
        )
        buffer = cls(client, limits)
        buffer._owned = True
        return buffer

    async def append(
        self, recipient: str, text: str, users: Collection[str], taken: Collection[str] = ()
    ) -> int:
        """Keep a message; see ``MessageBuffer.append``."""
        limits = (_number(self._limits.per_recipient), _number(self._limits.total))
        has = json.dumps(sorted(taken))
        return int(
            await self._run(
                scripts.APPEND,
                *(self._age_limit(), *limits, repr(self._clock()), recipient, text, has, *users),
            )
        )

    async def waiting(self, user_id: str, after: int = 0, limit: int = 100) -> list[Waiting]:
        """Return what waits for a user; see ``MessageBuffer.waiting``."""
        found = await self._run(scripts.WAITING, self._age_limit(), user_id, after, limit)
        return [
            Waiting(int(number), recipient, text, frozenset(json.loads(taken)))
            for number, recipient, text, taken in found
        ]

    async def delivered(self, user_id: str, sequence: int) -> None:
        """Forget a message for one user; see ``MessageBuffer.delivered``."""
        await self._run(scripts.DELIVERED, user_id, sequence)

    async def adopt(self, thread_id: str, users: Collection[str]) -> None:
        """Give a thread's messages to users; see ``MessageBuffer.adopt``."""
        await self._run(scripts.ADOPT, _number(self._limits.per_recipient), thread_id, *users)

    async def status(self, recipient: str) -> BufferStatus:
        """Return what waits and what was dropped; see ``MessageBuffer.status``."""
        waiting, at, dropped, offset, epoch = await self._run(
            scripts.STATUS, self._age_limit(), recipient, uuid4().hex
        )
        counts = iter(dropped)
        return BufferStatus(
            recipient,
            waiting=int(waiting),
            oldest_age=self._clock() - float(at) if at else None,
            dropped={reason: int(number) for reason, number in zip(counts, counts, strict=True)},
            offset=int(offset or 0),
            epoch=epoch,
        )

    async def close(self) -> None:
        """Close the client if ``from_url`` made it; what waits stays in the server."""
        if self._owned:
            await self._client.aclose()

    async def _run(self, script: str, *arguments: Any) -> Any:
        if script not in self._scripts:
            self._scripts[script] = self._client.register_script(script)
        return await self._scripts[script](keys=[self._prefix], args=arguments)

    def _age_limit(self) -> str:
        age = self._limits.max_age
        return "" if age is None else repr(self._clock() - age)


def _number(limit: int | None) -> int:
    return -1 if limit is None else limit
