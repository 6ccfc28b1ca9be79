"""An instance attribute hides the class attribute."""


class Target:
    address = "run_none"

    def set(self, user_id):
        self.address = user_id


async def main(manager, user_id):
    target = Target()
    await manager.send_to_user(target.address, {"stage": 1})
    target.set(user_id)
    await manager.send_to_user(target.address, {"stage": 2})
