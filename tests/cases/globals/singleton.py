"""A singleton that holds the ids."""


class _Tracker:
    def __init__(self):
        self.key = None


tracker = _Tracker()


def start(run_id):
    tracker.key = run_id


async def main(manager, run_id):
    start(run_id)
    await manager.send_to_user(tracker.key, {"n": 1})
