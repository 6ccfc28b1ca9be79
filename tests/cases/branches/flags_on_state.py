"""A state object remembers whether its owner is known; callers look at the flag."""


class Delivery:
    def __init__(self, run_id):
        self.target = run_id
        self.known = False

    def resolve(self, user_id):
        if user_id:
            self.target = user_id
            self.known = True


async def deliver(manager, delivery, message):
    if not delivery.known:
        return
    await manager.send_to_user(delivery.target, message)


async def deliver_always(manager, delivery, message):
    await manager.send_to_user(delivery.target, message)


async def main(manager, run_id, user_id, flag):
    delivery = Delivery(run_id)
    if flag:
        delivery.resolve(user_id)
    await deliver(manager, delivery, {"n": 1})
    await deliver_always(manager, delivery, {"n": 2})
    target, resolved = run_id, False
    if user_id is not None:
        target, resolved = user_id, True
    if resolved:
        await manager.send_to_user(target, {"n": 3})
    use_run = not resolved
    if not use_run:
        await manager.send_to_user(target, {"n": 4})
    if use_run:
        await manager.send_to_user(target, {"n": 5})
