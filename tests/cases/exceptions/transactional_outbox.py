"""Messages are written to an outbox in a transaction, and sent when it is committed."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Optional


class RolledBack(Exception):
    pass


@dataclass
class Message:
    kind: str
    address: str
    body: dict = field(default_factory=dict)


class Outbox:
    def __init__(self):
        self.committed = []
        self._open: Optional[list] = None

    @contextmanager
    def transaction(self):
        self._open = []
        try:
            yield self
        except RolledBack:
            self._open = None
        else:
            self.committed.extend(self._open)
            self._open = None

    def add(self, kind, address, **body):
        if self._open is None:
            raise RuntimeError("no transaction")
        self._open.append(Message(kind, address, body))

    def take(self):
        taken, self.committed = self.committed, []
        return taken


class Relay:
    def __init__(self, ws, outbox):
        self.ws = ws
        self.outbox = outbox

    async def flush(self):
        for message in self.outbox.take():
            if message.kind == "user":
                await self.ws.send_to_user(message.address, message.body)
            elif message.kind == "thread":
                await self.ws.send_to_thread(message.address, message.body)

    async def flush_as_users(self):
        for message in self.outbox.take():
            await self.ws.send_to_user(message.address, message.body)


async def main(manager, run_id, user_id, thread_id):
    outbox = Outbox()
    relay = Relay(manager, outbox)
    with outbox.transaction() as box:
        box.add("user", user_id, run=run_id)
        box.add("thread", thread_id, run=run_id)
        box.add("log", run_id)
    await relay.flush()
    with outbox.transaction():
        outbox.add("user", user_id, run=run_id)
    await relay.flush_as_users()
    other = Outbox()
    with other.transaction():
        other.add("user", run_id, n=1)
    await Relay(manager, other).flush_as_users()
