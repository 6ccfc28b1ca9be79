"""Two instances of one class, only one of which is given the run id."""


class Outlet:
    def __init__(self, ws):
        self.ws = ws
        self.to = "operator"


async def main(manager, run_id, user_id):
    first, second = Outlet(manager), Outlet(manager)
    first.to = run_id
    second.to = user_id
    await second.ws.send_to_user(second.to, {"n": 1})
    await first.ws.send_to_user(first.to, {"n": 2})
    first.to, second.to = second.to, first.to
    await first.ws.send_to_user(first.to, {"n": 3})
    await second.ws.send_to_user(second.to, {"n": 4})
