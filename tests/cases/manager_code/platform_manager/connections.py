from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

logger = logging.getLogger(__name__)


@dataclass
class Connection:
    connection_id: str
    user_id: str
    thread_ids: set[str] = field(default_factory=set)


class ConnectionManager:
    """The platform's manager: finds connections and hands messages to a transport."""

    def __init__(self, transport) -> None:
        self.transport = transport
        self._by_user: dict[str, list[Connection]] = defaultdict(list)
        self._members: dict[str, set[str]] = defaultdict(set)
        self.buffer: list[tuple[str, dict]] = []

    def connect(self, user_id: str, *thread_ids: str) -> Connection:
        connection = Connection(f"conn-{len(self._by_user)}", user_id, set(thread_ids))
        self._by_user[user_id].append(connection)
        for thread_id in thread_ids:
            self._members[thread_id].add(user_id)
        return connection

    async def send_to_user(self, user_id: str, message: dict[str, Any]) -> bool:
        connections = self._by_user.get(user_id)
        if not connections:
            logger.debug("no connection for %s", user_id)
            self.buffer.append((user_id, message))
        return await self.transport.deliver(user_id, message)

    async def send_to_thread(self, thread_id: str, message: dict[str, Any]) -> bool:
        sent = False
        for user_id in sorted(self._members.get(thread_id, ())):
            sent = await self.send_to_user(user_id, message) or sent
        return sent

    async def flush(self) -> None:
        while self.buffer:
            user_id, message = self.buffer.pop(0)
            logger.debug("dropped %s for %s", message, user_id)
