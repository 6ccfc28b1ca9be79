"""Static and class methods that forward."""


class Wire:
    hub = None

    @staticmethod
    async def raw(hub, dest, body):
        await hub.send_to_user(dest, body)

    @classmethod
    async def publish(cls, dest, body):
        await cls.raw(cls.hub, dest, body)


async def main(manager, run_id, user_id):
    Wire.hub = manager
    await Wire.publish(user_id, {"run": run_id})
    await Wire.publish(run_id, {"n": 2})
    await Wire.raw(manager, user_id, {"n": 3})
    await Wire.raw(manager, run_id, {"n": 4})
