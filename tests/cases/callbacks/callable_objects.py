"""Callable objects are handed on as callbacks."""


class Sender:
    def __init__(self, manager, field):
        self.manager = manager
        self.field = field

    async def __call__(self, event):
        target = event.get(self.field)
        if target:
            await self.manager.send_to_user(target, {"kind": event["kind"]})


class Executor:
    def __init__(self, on_done=None, on_error=None):
        self.on_done = on_done
        self.on_error = on_error

    async def run(self, event, fail):
        callback = self.on_error if fail else self.on_done
        if callback is not None:
            await callback(event)


async def main(manager, run_id, user_id, flag):
    event = {"kind": "x", "owner": user_id, "source": run_id}
    await Executor(on_done=Sender(manager, "owner")).run(event, False)
    await Executor(on_error=Sender(manager, "source")).run(event, True)
