"""Receivers whose names say nothing."""


class Box:
    def __init__(self, m, things):
        self.m = m
        self.things = things


async def use(q, a, b):
    await q.send_to_user(a, {"n": 1})
    await q.send_to_user(b, {"n": 2})


async def main(manager, run_id, user_id):
    box = Box(manager, {"x": manager, "list": [manager]})
    await box.m.send_to_user(user_id, {"n": 3})
    await box.things["x"].send_to_user(run_id, {"n": 4})
    await box.things["list"][0].send_message(run_id, {"n": 5})
    await use(manager, user_id, run_id)
    await (box.m if box else manager).send_to_user(run_id, {"n": 6})
