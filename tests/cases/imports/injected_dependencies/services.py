_current = {}


def install(manager, run_id, user_id):
    _current.update(manager=manager, run_id=run_id, user_id=user_id)


def get_manager():
    return _current["manager"]


def get_owner():
    return _current["run_id"]


def get_user():
    return _current["user_id"]


class Teller:
    def __init__(self):
        self.manager = _current["manager"]

    async def tell(self, recipient):
        if recipient:
            await self.manager.send_to_user(recipient, {"told": True})


def get_teller():
    yield Teller()
