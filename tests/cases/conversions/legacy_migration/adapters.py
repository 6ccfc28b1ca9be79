from __future__ import annotations

from typing import Any

from idents import is_run_id, is_user_id, without_runs
from records import LegacyRecord, Record


class LegacySender:
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def send(self, record: LegacyRecord) -> None:
        recipient = record.recipient or record.thread
        if is_user_id(recipient):
            await self.manager.send_to_user(recipient, {"body": record.body})
        elif is_run_id(recipient):
            await self.manager.send_message(recipient, {"body": record.body})
        elif recipient:
            await self.manager.send_to_thread(recipient, {"body": record.body})


class ModernSender:
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def send(self, record: Record) -> None:
        if record.user_id:
            await self.manager.send_to_user(record.user_id, record.as_dict())
        elif record.thread_id:
            await self.manager.send_to_thread(record.thread_id, {"body": record.body})

    async def send_strict(self, record: Record) -> None:
        data = record.as_dict()
        for recipient in without_runs(data["user_id"]):
            await self.manager.send_to_user(recipient, {"body": record.body})
        if data["run_id"]:
            await self.manager.send_to_user(data["user_id"], {"run": data["run_id"]})

    async def send_batch(self, records: list[Record]) -> None:
        people = [record.user_id for record in records if record.user_id]
        for person in people:
            if is_run_id(person):
                continue
            await self.manager.send_to_user(person, {"batch": len(records)})
        people.sort()
        await self.manager.send_to_user(people[-1], {"batch": "last"})
