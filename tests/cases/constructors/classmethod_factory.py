"""An alternative constructor."""


class Subscription:
    def __init__(self, address):
        self.address = address

    @classmethod
    def for_run(cls, run_id):
        return cls(run_id)

    @classmethod
    def for_user(cls, user_id):
        return cls(address=user_id)


async def main(manager, run_id, user_id):
    await manager.send_to_user(Subscription.for_user(user_id).address, {"n": 1})
    subscription = Subscription.for_run(run_id)
    await manager.send_to_user(subscription.address, {"n": 2})
