"""What failed is reported to whoever asked for it."""


class DeliveryError(Exception):
    def __init__(self, reference, owner):
        super().__init__(f"{reference} failed")
        self.reference = reference
        self.owner = owner


async def work(run_id, user_id):
    raise DeliveryError(run_id, user_id)


async def main(manager, run_id, user_id):
    target = user_id
    for attempt in range(2):
        try:
            await work(run_id, user_id)
        except DeliveryError as error:
            await manager.send_to_user(error.owner, {"attempt": attempt})
            target = error.reference
        finally:
            await manager.send_to_user(user_id, {"attempt": attempt})
    await manager.send_to_user(target, {"n": 3})
