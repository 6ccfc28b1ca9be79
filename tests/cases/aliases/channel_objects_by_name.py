"""Channels are small callables that are kept by name, composed and called with keyword arguments."""

from typing import Any, Awaitable, Callable

Channel = Callable[..., Awaitable[Any]]


def user_channel(ws, user_id) -> Channel:
    async def send(**message):
        await ws.send_to_user(user_id, message)

    return send


def thread_channel(ws, thread_id) -> Channel:
    async def send(**message):
        await ws.send_to_thread(thread_id, message)

    return send


def both(*channels: Channel) -> Channel:
    async def send(**message):
        for channel in channels:
            await channel(**message)

    return send


def tagged(channel: Channel, **tags: Any) -> Channel:
    async def send(**message):
        await channel(**{**tags, **message})

    return send


def unless(condition: Callable[[dict], bool], channel: Channel) -> Channel:
    async def send(**message):
        if not condition(message):
            await channel(**message)

    return send


class Notifier:
    def __init__(self, **channels: Channel):
        self.channels = channels

    def add(self, name: str, channel: Channel):
        self.channels[name] = channel
        return self

    async def notify(self, name: str, **message: Any) -> None:
        channel = self.channels.get(name)
        if channel is not None:
            await channel(**message)

    async def broadcast(self, **message: Any) -> None:
        for name, channel in self.channels.items():
            await channel(via=name, **message)


async def main(manager, run_id, user_id, thread_id):
    to_user = user_channel(manager, user_id)
    to_thread = thread_channel(manager, thread_id)
    notifier = Notifier(user=to_user, thread=tagged(to_thread, run_id=run_id))
    notifier.add("all", both(to_user, to_thread))
    notifier.add("quiet", unless(lambda message: message["run_id"] == run_id, to_user))
    await notifier.notify("user", run_id=run_id)
    await notifier.notify("all", run_id=run_id)
    await notifier.notify("quiet", run_id=run_id)
    await notifier.broadcast(run_id=run_id)
    stray = Notifier(user=to_user).add("run", tagged(user_channel(manager, run_id), n=1))
    await stray.notify("run", n=2)
