"""Ids are parsed, normalised and validated on their way to the manager"""

from __future__ import annotations

import uuid
from dataclasses import dataclass


class InvalidRecipient(ValueError):
    pass


def validate_recipient(value: str) -> str:
    if not value:
        raise InvalidRecipient("empty")
    if value.startswith("run_"):
        raise InvalidRecipient(value)
    return value


def run_suffix(run_id: str) -> str:
    return run_id.split("_", 1)[1]


def normalize(value: str | None) -> str:
    return (value or "").strip().lower()


@dataclass(frozen=True)
class CorrelationKey:
    user_id: str
    run_id: str

    def __str__(self) -> str:
        return f"{self.user_id}|{self.run_id}"

    @classmethod
    def parse(cls, text: str) -> "CorrelationKey":
        user_id, run_id = text.split("|")
        return cls(user_id, run_id)


class AuditTrail:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.keys: list[str] = []

    def add(self, user_id: str, run_id: str) -> CorrelationKey:
        key = CorrelationKey(user_id, run_id)
        self.keys.append(str(key))
        return key

    async def publish(self) -> None:
        for text in self.keys:
            key = CorrelationKey.parse(text)
            await self.ws.send_to_user(key.user_id, {"audit": key.run_id})

    async def send_checked(self, recipient: str, body: dict) -> bool:
        try:
            target = validate_recipient(recipient)
        except InvalidRecipient:
            return False
        return await self.ws.send_to_user(target, body)

    async def send_normalized(self, recipient: str, body: dict) -> bool:
        return await self.ws.send_to_user(normalize(recipient), body)


async def main(manager, run_id, user_key):
    trail = AuditTrail(manager)
    key = trail.add(user_key, run_id)
    await trail.publish()
    await manager.send_to_user(key.user_id, {"n": 1})
    await manager.send_to_user(key.run_id, {"n": 2})
    await trail.send_checked(run_id, {"n": 3})
    await trail.send_checked(user_key, {"n": 4})
    await trail.send_normalized(run_id, {"n": 5})
    await trail.send_normalized(user_key, {"n": 6})
    suffix = run_suffix(run_id)
    assert uuid.UUID(suffix)
    await manager.send_to_user(user_key, {"suffix": suffix})
