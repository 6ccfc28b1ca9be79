"""A method returns a bound method of another object."""


class Hub:
    def __init__(self, ws):
        self._ws = ws

    def sender(self):
        return self._ws.send_to_user

    @property
    def message(self):
        return self._ws.send_message


async def main(manager, run_id, user_id):
    hub = Hub(manager)
    await hub.sender()(user_id, {"n": 1})
    await hub.sender()(run_id, {"n": 2})
    await hub.message(user_id, {"n": 3})
    await hub.message(run_id, {"n": 4})
