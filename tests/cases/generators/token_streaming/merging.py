from __future__ import annotations

from typing import AsyncIterator, TypeVar

T = TypeVar("T")


async def chained(*sources: AsyncIterator[T]) -> AsyncIterator[T]:
    for source in sources:
        async for item in source:
            yield item


async def numbered(source: AsyncIterator[T]) -> AsyncIterator[tuple[int, T]]:
    number = 0
    async for item in source:
        yield number, item
        number += 1
