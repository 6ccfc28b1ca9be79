"""Options go through layers as keyword arguments, each taking out what it knows."""


def normalised(**options):
    options.setdefault("kind", "info")
    if "recipient" not in options and "owner" in options:
        options["recipient"] = options.pop("owner")
    return options


class Api:
    def __init__(self, ws):
        self.ws = ws

    async def notify(self, *parts, **options):
        options = normalised(**options)
        await self._notify(" ".join(parts), **options)

    async def _notify(self, text, recipient, kind, **rest):
        await self.ws.send_to_user(recipient, {"text": text, "kind": kind, **rest})


async def emit(ws, *args, **kwargs):
    await ws.send_to_user(*args, **kwargs)


async def main(manager, run_id, user_id):
    api = Api(manager)
    await api.notify("a", "b", owner=user_id, about=run_id)
    await api.notify("c", recipient=run_id, kind="trace")
    await api.notify("d", owner=run_id)
    await emit(manager, user_id, {"n": 1})
    await emit(manager, user_id=run_id, message={"n": 2})
    await emit(manager, *(run_id, {"n": 3}))
    request = {"user_id": user_id, "message": {"n": 4}}
    await emit(manager, **request)
    await emit(manager, **{**request, "user_id": run_id})
