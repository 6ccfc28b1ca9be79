"""Connections that misbehave."""

from __future__ import annotations

import asyncio
from typing import Any

from netra_lint.runtime import RecordingConnection


class Failing(RecordingConnection):
    """Takes some messages, and breaks at the next."""

    def __init__(self, takes: int = 0) -> None:
        super().__init__("failing")
        self._left = takes

    async def send_json(self, data: Any) -> None:
        if self._left == 0:
            raise OSError("broken pipe")
        self._left -= 1
        await super().send_json(data)


class Stuck(RecordingConnection):
    """Never takes a message, and does not let itself be cancelled at once."""

    def __init__(self) -> None:
        super().__init__("stuck")
        self.let_go = asyncio.Event()

    async def send_json(self, data: Any) -> None:
        while not self.let_go.is_set():
            try:
                await self.let_go.wait()
            except asyncio.CancelledError:
                continue

    async def close(self) -> None:
        self.closed = True
        await self.let_go.wait()


class Gated(RecordingConnection):
    """Takes messages when a test opens the gate."""

    def __init__(self, name: str = "gated") -> None:
        super().__init__(name)
        self.gate = asyncio.Event()
        self.asked = asyncio.Event()

    async def send_json(self, data: Any) -> None:
        self.asked.set()
        await self.gate.wait()
        await super().send_json(data)


class TextOnly:
    """Knows only text."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def send_text(self, text: str) -> None:
        self.texts.append(text)
