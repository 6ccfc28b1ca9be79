"""An abstract method says `run_id`; the implementation says `user_id` and decides."""

from abc import ABC, abstractmethod


class Messenger(ABC):
    @abstractmethod
    async def send_to_user(self, run_id, message):
        raise NotImplementedError


class RealMessenger(Messenger):
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        await self.transport.deliver(user_id, message)


async def push(messenger: Messenger, identifier):
    await messenger.send_to_user(identifier, {"n": 1})


async def main(manager, run_id, user_id):
    messenger = RealMessenger(manager)
    await push(messenger, user_id)
    await push(messenger, run_id)
