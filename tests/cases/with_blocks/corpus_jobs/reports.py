from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    recipient: str
    text: str
    thread: bool = False


class BatchReporter:
    def __init__(self, manager, size: int) -> None:
        self.manager = manager
        self.size = size
        self.lines: list[Line] = []

    async def add(self, line: Line) -> None:
        self.lines.append(line)
        if len(self.lines) >= self.size:
            await self.flush()

    async def flush(self) -> None:
        lines, self.lines = self.lines, []
        for recipient, text, is_thread in lines:
            if is_thread:
                await self.manager.send_to_thread(recipient, {"text": text})
            elif not recipient.startswith("run_"):
                await self.manager.send_to_user(recipient, {"text": text})
