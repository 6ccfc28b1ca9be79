"""Partials, closures, callable objects and functions of a table put ids into a record"""

from functools import partial


def fill(record, to):
    record["to"] = to


def make():
    def inner(record, to):
        record["to"] = to

    return inner


class Filler:
    def __call__(self, record, to):
        record["to"] = to


def compose(*steps):
    def run(record, to):
        for step in steps:
            step(record, to)

    return run


by_partial = partial(fill)
by_lambda = lambda record, to: fill(record, to)
by_closure = make()
by_object = Filler()
by_steps = compose(fill)
TABLE = {"fill": fill}


async def main(manager, run_id, user_id):
    record = {}
    by_partial(record, run_id)
    await manager.send_to_user(record["to"], {"n": 1})
    record = {}
    by_lambda(record, run_id)
    await manager.send_to_user(record["to"], {"n": 2})
    record = {}
    by_closure(record, run_id)
    await manager.send_to_user(record["to"], {"n": 3})
    record = {}
    by_object(record, run_id)
    await manager.send_to_user(record["to"], {"n": 4})
    record = {}
    TABLE["fill"](record, run_id)
    await manager.send_to_user(record["to"], {"n": 5})
    record = {}
    by_steps(record, run_id)
    await manager.send_to_user(record["to"], {"n": 6})
    record = {}
    by_closure(record, user_id)
    await manager.send_to_user(record["to"], {"n": 7})
