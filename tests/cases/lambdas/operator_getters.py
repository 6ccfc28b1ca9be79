"""`itemgetter`, `attrgetter` and `methodcaller` in the place of lambdas."""

from operator import attrgetter, itemgetter, methodcaller


class Row:
    def __init__(self, who, what):
        self.who = who
        self.what = what

    def best(self):
        return self.who or self.what


async def main(manager, run_id, user_id):
    pair = (user_id, run_id)
    await manager.send_to_user(itemgetter(0)(pair), {"n": 1})
    await manager.send_to_user(itemgetter(1)(pair), {"n": 2})
    row = Row(user_id, run_id)
    await manager.send_to_user(attrgetter("who")(row), {"n": 3})
    await manager.send_to_user(attrgetter("what")(row), {"n": 4})
    await manager.send_to_user(methodcaller("best")(row), {"n": 5})
