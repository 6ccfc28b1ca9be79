from __future__ import annotations

from typing import Any, Iterable

from protocols import Drainable, Notifier


class DirectNotifier:
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def notify(self, user_id: str, message: dict[str, Any]) -> bool:
        return await self.manager.send_to_user(user_id, message)

    async def notify_thread(self, thread_id: str, message: dict[str, Any]) -> bool:
        return await self.manager.send_to_thread(thread_id, message)


class LoggingNotifier(DirectNotifier):
    def __init__(self, manager: Any) -> None:
        super().__init__(manager)
        self.lines: list[str] = []

    async def notify(self, user_id: str, message: dict[str, Any]) -> bool:
        self.lines.append(f"to {user_id}")
        return await super().notify(user_id, message)


class BufferedNotifier(DirectNotifier, Drainable):
    def __init__(self, manager: Any) -> None:
        super().__init__(manager)
        self._buffer: list[tuple[str, dict[str, Any]]] = []

    async def notify(self, user_id: str, message: dict[str, Any]) -> bool:
        self._buffer.append((user_id, message))
        return True

    async def drain(self) -> int:
        waiting, self._buffer = self._buffer, []
        for user_id, message in waiting:
            await super().notify(user_id, message)
        return len(waiting)


class CompositeNotifier(Drainable):
    def __init__(self, notifiers: Iterable[Notifier]) -> None:
        self._notifiers = list(notifiers)

    async def notify(self, user_id: str, message: dict[str, Any]) -> bool:
        results = [await one.notify(user_id, message) for one in self._notifiers]
        return all(results)

    async def notify_thread(self, thread_id: str, message: dict[str, Any]) -> bool:
        results = [await one.notify_thread(thread_id, message) for one in self._notifiers]
        return all(results)

    async def drain(self) -> int:
        total = 0
        for one in self._notifiers:
            if isinstance(one, Drainable):
                total += await one.drain()
        return total
