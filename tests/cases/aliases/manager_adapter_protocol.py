"""An adapter fits a manager to a protocol of the agents."""

from typing import Any, Protocol


class Publisher(Protocol):
    async def publish(self, channel: str, body: dict[str, Any]) -> None: ...


class ManagerPublisher:
    def __init__(self, ws, mapping=None):
        self._ws = ws
        self._mapping = mapping or {}

    async def publish(self, channel: str, body: dict[str, Any]) -> None:
        await self._ws.send_to_user(self._mapping.get(channel, channel), body)


class NullPublisher:
    async def publish(self, channel: str, body: dict[str, Any]) -> None:
        return None


class Analyst:
    def __init__(self, publisher: Publisher):
        self.publisher = publisher

    async def analyse(self, channel: str):
        await self.publisher.publish(channel, {"analysed": True})


async def main(manager, run_id, user_id):
    mapped = ManagerPublisher(manager, {run_id: user_id})
    await Analyst(mapped).analyse(run_id)
    plain = ManagerPublisher(manager)
    await Analyst(plain).analyse(user_id)
    await Analyst(plain).analyse(run_id)
    await Analyst(NullPublisher()).analyse(run_id)
