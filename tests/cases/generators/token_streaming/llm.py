from __future__ import annotations

from dataclasses import dataclass
from typing import AsyncIterator


@dataclass(frozen=True)
class Chunk:
    stream_id: str
    text: str
    last: bool = False


class FakeModel:
    def __init__(self, words: list[str]) -> None:
        self.words = words

    async def stream(self, stream_id: str) -> AsyncIterator[Chunk]:
        for word in self.words:
            yield Chunk(stream_id, word)
        yield Chunk(stream_id, "", last=True)
