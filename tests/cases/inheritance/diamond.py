"""A diamond: the method resolution order decides."""


class Root:
    def who(self, run_id, user_id):
        return run_id


class Left(Root):
    pass


class Right(Root):
    def who(self, run_id, user_id):
        return user_id


class Bottom(Left, Right):
    async def tell(self, hub, run_id, user_id):
        await hub.send_to_user(self.who(run_id, user_id), {"n": 1})


async def main(manager, run_id, user_id):
    await Bottom().tell(manager, run_id, user_id)
