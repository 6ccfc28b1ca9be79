"""Messages are built from keyword data and know how to address themselves."""

from dataclasses import asdict, dataclass


@dataclass
class Addressed:
    run: str
    user: str | None = None
    thread: str | None = None

    def address(self):
        for candidate in (self.user, self.run):
            if candidate:
                return candidate
        return None

    def to_dict(self):
        return {key: value for key, value in asdict(self).items() if value is not None}

    @classmethod
    def from_dict(cls, data):
        return cls(**{key: data[key] for key in ("run", "user", "thread") if key in data})


async def send_all(ws, messages):
    for message in messages:
        await ws.send_to_user(message.address(), message.to_dict())


async def main(manager, run_id, user_id, thread_id):
    first = Addressed(run_id, user_id, thread_id)
    await send_all(manager, [first])
    copy = Addressed.from_dict(first.to_dict())
    if copy.user:
        await manager.send_to_user(copy.user, {"n": 1})
    await manager.send_to_user(copy.run, {"n": 2})
    if copy.thread is not None:
        await manager.send_to_thread(copy.thread, {"n": 3})
