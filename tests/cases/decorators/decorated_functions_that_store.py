"""Functions and methods under a decorator put ids where their callers read them"""

import functools


def timed(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@timed
def fill(record, to):
    record["to"] = to


@timed
async def fill_later(record, to):
    record["to"] = to


class Box:
    pass


@timed
def point(box, to):
    box.to = to


class Service:
    def __init__(self):
        self.addresses = {}
        self.to = None

    @timed
    def keep(self, to):
        self.to = to

    @timed
    async def keep_later(self, to):
        self.addresses["to"] = to


async def main(manager, run_id, user_id):
    record = {}
    fill(record, run_id)
    await manager.send_to_user(record["to"], {"n": 1})
    other = {}
    await fill_later(other, run_id)
    await manager.send_to_user(other["to"], {"n": 2})
    box = Box()
    point(box, run_id)
    await manager.send_to_user(box.to, {"n": 3})
    service = Service()
    service.keep(run_id)
    await manager.send_to_user(service.to, {"n": 4})
    await service.keep_later(run_id)
    await manager.send_to_user(service.addresses["to"], {"n": 5})
    fill(record, user_id)
    await manager.send_to_user(record["to"], {"n": 6})
    point(box, user_id)
    await manager.send_to_user(box.to, {"n": 7})
