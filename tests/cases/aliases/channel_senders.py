"""Senders are kept by channel, chosen by name and called with a target of theirs."""


class Channels:
    def __init__(self, ws):
        self.senders = {"user": ws.send_to_user, "thread": ws.send_to_thread}

    def __getitem__(self, kind):
        return self.senders[kind]

    async def send(self, address, message):
        kind, target = address
        await self.senders[kind](target, message)


def addresses(job, owner, room):
    if room:
        yield "thread", room
    if owner:
        yield "user", owner
    else:
        yield "user", job


async def main(manager, run_id, user_id, thread_id):
    channels = Channels(manager)
    await channels.send(("user", user_id), {"n": 1})
    await channels.send(("thread", thread_id), {"n": 2})
    await channels.send(("user", run_id), {"n": 3})
    for address in addresses(run_id, user_id, thread_id):
        await channels.send(address, {"n": 4})
    await channels["user"](user_id, {"n": 5})
    await channels["thread"](run_id, {"n": 6})
    post = getattr(manager, f"send_to_{'user'}")
    await post(run_id, {"n": 7})
