"""A cached property."""

from functools import cached_property


class Lookup:
    def __init__(self, record):
        self.record = record

    @cached_property
    def address(self):
        return self.record.get("job")


async def main(manager, run_id):
    await manager.send_message(Lookup({"job": run_id}).address, {"n": 1})
