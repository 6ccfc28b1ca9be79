"""Deliveries are retried by a policy; what cannot be delivered goes to a dead-letter box."""

import asyncio
import random
from dataclasses import dataclass, field


class DeliveryError(Exception):
    def __init__(self, recipient, message):
        super().__init__(f"could not deliver to {recipient}")
        self.recipient = recipient
        self.message = message


@dataclass
class RetryPolicy:
    attempts: int = 3
    base: float = 0.0

    def delays(self):
        for number in range(self.attempts):
            yield self.base * 2**number + random.random() * self.base


@dataclass
class DeadLetters:
    entries: list = field(default_factory=list)

    def add(self, error: DeliveryError, run_id: str) -> None:
        self.entries.append((run_id, error.recipient, error.message))

    def drain(self):
        while self.entries:
            yield self.entries.pop(0)


class ReliableSender:
    def __init__(self, ws, policy=None, letters=None):
        self.ws = ws
        self.policy = policy or RetryPolicy()
        self.letters = letters if letters is not None else DeadLetters()

    async def send(self, user_id, message, run_id):
        try:
            await self._with_retries(user_id, message)
        except DeliveryError as error:
            self.letters.add(error, run_id)

    async def _with_retries(self, user_id, message):
        for delay in self.policy.delays():
            if await self._once(user_id, message):
                return
            await asyncio.sleep(delay)
        raise DeliveryError(user_id, message)

    async def _once(self, user_id, message):
        if message.get("fail"):
            return False
        return await self.ws.send_to_user(user_id, message)

    async def replay(self):
        for run_id, recipient, message in self.letters.drain():
            message = {**message, "replayed_for": run_id}
            message.pop("fail", None)
            await self.ws.send_to_user(recipient, message)

    async def report_losses(self):
        for run_id, recipient, _ in list(self.letters.entries):
            await self.ws.send_to_user(run_id, {"lost": recipient})


async def main(manager, run_id, user_id):
    sender = ReliableSender(manager)
    await sender.send(user_id, {"n": 1}, run_id)
    await sender.send(user_id, {"n": 2, "fail": True}, run_id)
    await sender.report_losses()
    await sender.replay()
    try:
        raise DeliveryError(run_id, {"n": 3})
    except DeliveryError as error:
        await manager.send_to_user(user_id, {"lost": error.recipient})
        await manager.send_to_user(error.recipient, error.message)
