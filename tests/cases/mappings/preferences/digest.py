from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import itemgetter


class DigestJob:
    def __init__(self, manager, gathered: list[tuple[str, str]]) -> None:
        self.manager = manager
        self.gathered = gathered

    async def run(self) -> None:
        by_owner: dict[str, list[str]] = defaultdict(list)
        for owner, text in self.gathered:
            by_owner[owner].append(text)
        for owner, texts in by_owner.items():
            await self.manager.send_to_user(owner, {"digest": texts})
        ordered = sorted(self.gathered, key=itemgetter(1))
        for text, group in groupby(ordered, key=itemgetter(1)):
            for owner, _ in group:
                await self.manager.send_to_thread(owner, {"text": text})
