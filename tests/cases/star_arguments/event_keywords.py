"""Keyword arguments are gathered, given defaults and forwarded to the send."""


class Notifier:
    def __init__(self, manager, **defaults):
        self.manager = manager
        self.defaults = defaults

    async def notify(self, event, **kwargs):
        options = {**self.defaults, **kwargs}
        recipient = options.pop("recipient")
        await self.manager.send_to_user(recipient, {"event": event, **options})

    async def notify_direct(self, recipient, event, **kwargs):
        kwargs.setdefault("run_id", None)
        await self.manager.send_to_user(user_id=recipient, message={"event": event, **kwargs})


def describe(**fields):
    return {name: value for name, value in fields.items() if value is not None}


async def main(manager, run_id, user_id):
    notifier = Notifier(manager, run_id=run_id, recipient=user_id)
    await notifier.notify("started")
    await notifier.notify("progress", step=1, source=run_id)
    await notifier.notify("progress", recipient=run_id)
    await notifier.notify_direct(user_id, "done", run_id=run_id)
    await notifier.notify_direct(run_id, "done", run_id=run_id)
    arguments = {"event": "closed", "run_id": run_id}
    await notifier.notify_direct(user_id, **arguments)
    arguments["recipient"] = run_id
    await notifier.notify_direct(**arguments)
    fields = describe(recipient=user_id, run_id=run_id)
    await manager.send_to_user(fields.get("recipient"), fields)
    await manager.send_to_user(fields["run_id"], fields)
