"""A run's state machine calls an action at each transition, out of a table."""

from machine import RunMachine


async def main(manager, run_id, user_id):
    machine = RunMachine(manager, {"job": run_id, "owner": user_id})
    await machine.fire("begin")
    await machine.fire("finish")
    again = RunMachine(manager, {"job": run_id, "owner": user_id})
    await again.fire("begin")
    await again.fire("fail")
