"""The interface's parameter is called `run_id`; the implementation knows better."""

from typing import Protocol


class Notifies(Protocol):
    async def notify(self, run_id: str, text: str) -> None: ...


class OwnerNotifier:
    def __init__(self, ws, owners):
        self.ws = ws
        self.owners = owners

    async def notify(self, run_id: str, text: str) -> None:
        owner = self.owners.get(run_id)
        if owner:
            await self.ws.send_to_user(owner, {"text": text, "run_id": run_id})


class RunNotifier:
    def __init__(self, ws):
        self.ws = ws

    async def notify(self, run_id: str, text: str) -> None:
        await self.ws.send_to_user(run_id, {"text": text})


async def tell(notifier: Notifies, key: str) -> None:
    await notifier.notify(key, "hello")


async def main(manager, run_id, user_id):
    await tell(OwnerNotifier(manager, {run_id: user_id}), run_id)
    await tell(RunNotifier(manager), run_id)
