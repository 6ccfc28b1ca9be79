"""The manager against a simple model, through any sequence of events."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from netra_lint.runtime import BufferLimits, MemoryBuffer, RecordingConnection, WebSocketManager

LIMIT = 3
USERS = ["user_1", "user_2", "7f9c24e8-3b1d-4f0e-9c55-1d2a7f0b6a11"]
THREADS = ["thread_1", "thread_2"]
users, threads = st.sampled_from(USERS), st.sampled_from(THREADS)


class Socket(RecordingConnection):
    """Breaks when it is told to."""

    broken = False

    async def close(self) -> None:
        """Stay as it is: only the test closes connections."""

    async def send_json(self, data: Any) -> None:
        if self.broken:
            raise OSError("broken pipe")
        await super().send_json(data)


@dataclass(eq=False)
class Client:
    """What the model knows of a connection."""

    user: str
    socket: Socket
    id: str = ""
    got: list[int] = field(default_factory=list)

    def take(self, number: int) -> bool:
        if self.socket.broken:
            return False
        self.got.append(number)
        return True


@dataclass(eq=False)
class Message:
    """A message that waits."""

    number: int
    recipient: str
    users: set[str]
    holders: set[Client]


class Model:
    """What must be true, written without any concurrency."""

    def __init__(self) -> None:
        self.clients: list[Client] = []
        self.members: dict[str, list[str]] = {thread: [] for thread in THREADS}
        self.waiting: list[Message] = []
        self.dropped: Counter[str] = Counter()
        self.offset: Counter[str] = Counter()

    def of(self, user: str) -> list[Client]:
        gone = [one for one in self.clients if one.user == user and one.socket.closed]
        self.clients = [one for one in self.clients if one not in gone]
        return [one for one in self.clients if one.user == user]

    def box(self, name: str) -> list[Message]:
        return [one for one in self.waiting if name == one.recipient or name in one.users]

    def send(self, recipient: str, to: list[str], number: int, retry: bool) -> bool:
        targets = {user: self.of(user) for user in to}
        took = {one for own in targets.values() for one in own if one.take(number)}
        failed = {one for own in targets.values() for one in own} - took
        self.clients = [one for one in self.clients if one not in failed]
        lacking = {user for user, own in targets.items() if not own or failed & set(own)}
        if retry and (lacking or not to):
            self.keep(Message(number, recipient, lacking, took))
        return bool(took)

    def keep(self, message: Message) -> None:
        self.waiting.append(message)
        for name in {message.recipient, *message.users}:
            self.offset[name] += 1
        for name in [message.recipient, *sorted(message.users)]:
            self.shorten(name)

    def shorten(self, name: str) -> None:
        while len(box := self.box(name)) > LIMIT:
            message = box[0]
            out = set(message.users) if message.recipient == name else {name}
            message.users -= out
            self.dropped.update(out | {name})
            if not message.users:
                self.waiting.remove(message)
                self.dropped.update({message.recipient} - out - {name})

    def join(self, user: str, thread: str) -> None:
        if user not in self.members[thread]:
            self.members[thread].append(user)
        for message in self.waiting:
            if message.recipient == thread and not message.users:
                message.users = {user}
                self.offset[user] += 1
        self.shorten(user)

    def replay(self, user: str, clients: list[Client]) -> None:
        for client in clients:
            if client.socket.broken and self.lacking(client):
                self.clients.remove(client)
        for client in clients:
            for message in self.lacking(client) if client in self.clients else []:
                client.take(message.number)
                message.holders.add(client)
                if message.holders.issuperset(self.of(user)):
                    message.users.discard(user)
                    if not message.users:
                        self.waiting.remove(message)

    def lacking(self, client: Client) -> list[Message]:
        waiting = [one for one in self.waiting if client.user in one.users]
        return [one for one in waiting if client not in one.holders]


class Manager(RuleBasedStateMachine):
    """Does the same to the manager and to the model."""

    clients = Bundle("clients")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        buffer = MemoryBuffer(BufferLimits(per_recipient=LIMIT, total=None, max_age=None))
        self.manager = WebSocketManager(buffer)
        self.model = Model()
        self.all: list[Client] = []
        self.number = 0

    def run(self, coroutine: Any) -> Any:
        return self.loop.run_until_complete(coroutine)

    @rule(target=clients, user=users, thread=st.none() | threads, broken=st.booleans())
    def connect(self, user: str, thread: str | None, broken: bool) -> Client:
        client = Client(user, Socket())
        client.socket.broken = broken and self.number % 2 == 0
        self.all.append(client)
        client.id = self.run(self.manager.connect(client.socket, user, thread))
        self.model.clients.append(client)
        if thread is not None:
            self.model.join(user, thread)
        self.model.replay(user, self.model.of(user) if thread else [client])
        return client

    @rule(client=consumes(clients))
    def disconnect(self, client: Client) -> None:
        known = self.run(self.manager.disconnect(client.id))
        assert known or client not in self.model.clients or client.socket.closed
        self.model.clients = [one for one in self.model.clients if one is not client]

    @rule(client=clients)
    def close(self, client: Client) -> None:
        client.socket.closed = True

    @rule(client=clients)
    def breaks(self, client: Client) -> None:
        client.socket.broken = True

    @rule(user=users, thread=threads)
    def join(self, user: str, thread: str) -> None:
        self.run(self.manager.join_thread(user, thread))
        self.model.join(user, thread)
        self.model.replay(user, self.model.of(user))

    @rule(user=users, thread=threads)
    def leave(self, user: str, thread: str) -> None:
        was_in = user in self.model.members[thread]
        assert self.run(self.manager.leave_thread(user, thread)) is was_in
        if was_in:
            self.model.members[thread].remove(user)

    @rule(user=users, retry=st.booleans())
    def send_to_user(self, user: str, retry: bool) -> None:
        self.number += 1
        took = self.run(self.manager.send_to_user(user, self.number, retry))
        assert took is self.model.send(user, [user], self.number, retry)

    @rule(thread=threads, retry=st.booleans())
    def send_to_thread(self, thread: str, retry: bool) -> None:
        self.number += 1
        took = self.run(self.manager.send_to_thread(thread, self.number, retry))
        to = list(self.model.members[thread])
        assert took is self.model.send(thread, to, self.number, retry)

    @rule(recipient=st.sampled_from(["run_1", *USERS[:2], None, ""]))
    def send_wrongly(self, recipient: str | None) -> None:
        assert self.run(self.manager.send_to_thread(recipient, 0, True)) is False

    @invariant()
    def the_same_arrived(self) -> None:
        for client in self.all:
            assert client.socket.messages == client.got

    @invariant()
    def the_same_waits(self) -> None:
        for name in [*USERS, *THREADS]:
            status = self.run(self.manager.buffer_status(name))
            model = (len(self.model.box(name)), self.model.dropped[name], self.model.offset[name])
            assert (status.waiting, status.lost, status.offset) == model, name

    def teardown(self) -> None:
        self.run(self.manager.close())
        self.loop.close()


Manager.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestManager = Manager.TestCase
