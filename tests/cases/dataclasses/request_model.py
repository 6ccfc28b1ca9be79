"""A request model with a validator method and a way to build it from keyword data."""


class ModelError(Exception):
    pass


class Model:
    fields: tuple[str, ...] = ()

    def __init__(self, **data):
        for name in self.fields:
            value = data.get(name)
            check = getattr(self, f"check_{name}", None)
            setattr(self, name, check(value) if check else value)


class NotifyRequest(Model):
    fields = ("recipient", "run_id", "text")

    def check_recipient(self, value):
        if value is None or value.startswith("run_"):
            raise ModelError("recipient")
        return value


class LooseRequest(Model):
    fields = ("recipient", "run_id", "text")


async def handle(manager, data):
    try:
        request = NotifyRequest(**data)
    except ModelError:
        return
    await manager.send_to_user(request.recipient, {"text": request.text, "run": request.run_id})


async def handle_loosely(manager, data):
    request = LooseRequest(**data)
    await manager.send_to_user(request.recipient, {"text": request.text})


async def main(manager, run_id, user_key):
    await handle(manager, {"recipient": user_key, "run_id": run_id, "text": "a"})
    await handle(manager, {"recipient": run_id, "run_id": run_id, "text": "b"})
    await handle_loosely(manager, {"recipient": user_key, "run_id": run_id, "text": "c"})
    await handle_loosely(manager, {"recipient": run_id, "run_id": run_id, "text": "d"})
