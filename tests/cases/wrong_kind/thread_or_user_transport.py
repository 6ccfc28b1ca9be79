"""A transport chooses the method by a channel's kind."""

from enum import Enum


class Channel(Enum):
    USER = "user"
    THREAD = "thread"


class Transport:
    def __init__(self, ws):
        self._senders = {
            Channel.USER: ws.send_to_user,
            Channel.THREAD: ws.send_to_thread,
        }

    async def send(self, channel, target, message):
        if not target:
            return
        await self._senders[channel](target, message)


class Session:
    def __init__(self, owner, conversation):
        self.owner = owner
        self.conversation = conversation


async def main(manager, user_id, thread_id):
    transport = Transport(manager)
    session = Session(user_id, thread_id)
    await transport.send(Channel.USER, session.owner, {"n": 1})
    await transport.send(Channel.THREAD, session.conversation, {"n": 2})
    await transport.send(Channel.USER, session.conversation, {"n": 3})
    await transport.send(Channel.THREAD, session.owner, {"n": 4})
