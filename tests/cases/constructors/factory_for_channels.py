"""A factory makes a channel for each kind of client; what they have in common is the interface."""

from abc import ABC, abstractmethod
from enum import Enum


class ChannelKind(Enum):
    USER = "user"
    THREAD = "thread"
    DEBUG = "debug"


class Channel(ABC):
    def __init__(self, manager, address):
        self.manager = manager
        self.address = address
        self.count = 0

    @abstractmethod
    async def deliver(self, message):
        """Send a message to the channel's address."""

    async def push(self, message):
        self.count += 1
        await self.deliver({**message, "n": self.count})


class UserChannel(Channel):
    async def deliver(self, message):
        await self.manager.send_to_user(self.address, message)


class ThreadChannel(Channel):
    async def deliver(self, message):
        await self.manager.send_to_thread(self.address, message)


class DebugChannel(Channel):
    def __init__(self, manager, address, mirror_to=None):
        super().__init__(manager, address)
        self.mirror_to = mirror_to
        self.trace = []

    async def deliver(self, message):
        self.trace.append((self.address, message))
        if self.mirror_to:
            await self.manager.send_to_user(self.mirror_to, {"trace": message, "of": self.address})


class ChannelFactory:
    _classes = {
        ChannelKind.USER: UserChannel,
        ChannelKind.THREAD: ThreadChannel,
        ChannelKind.DEBUG: DebugChannel,
    }

    def __init__(self, manager):
        self.manager = manager
        self._open = {}

    def open(self, kind, address, **options):
        key = (kind, address)
        if key not in self._open:
            self._open[key] = self._classes[kind](self.manager, address, **options)
        return self._open[key]

    @classmethod
    def supports(cls, name):
        return name in {kind.value for kind in cls._classes}


async def main(manager, run_id, user_id, thread_id):
    factory = ChannelFactory(manager)
    await factory.open(ChannelKind.USER, user_id).push({"run": run_id})
    await factory.open(ChannelKind.THREAD, thread_id).push({"run": run_id})
    await factory.open(ChannelKind.DEBUG, run_id, mirror_to=user_id).push({"n": 1})
    await factory.open(ChannelKind.DEBUG, run_id).push({"n": 2})
    if factory.supports("user"):
        stray = factory.open(ChannelKind.USER, run_id)
        await stray.push({"n": 3})
