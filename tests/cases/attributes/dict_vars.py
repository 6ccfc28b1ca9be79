"""An object's `__dict__`."""


class Meta:
    def __init__(self, **values):
        self.__dict__.update(values)


async def main(manager, run_id, user_id):
    meta = Meta(handle=run_id, person=user_id)
    await manager.send_to_user(meta.handle, {"n": 1})
    await manager.send_to_user(vars(meta)["handle"], {"n": 2})
