"""Feature flags choose between the old way of routing, by run, and the new one, by person."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Flags:
    route_by_user: bool = True
    verbose: bool = False


class Router:
    def __init__(self, manager, flags):
        self.manager = manager
        self.flags = flags

    def target(self, run_id, user_id):
        return user_id if self.flags.route_by_user else run_id

    async def route(self, run_id, user_id, message):
        target = self.target(run_id, user_id)
        if self.flags.verbose:
            message = {**message, "run": run_id}
        await self.manager.send_to_user(target, message)

    async def route_new(self, run_id, user_id, message):
        if not self.flags.route_by_user:
            return
        await self.manager.send_to_user(self.target(run_id, user_id), message)


async def main(manager, run_id, user_id, flag):
    await Router(manager, Flags()).route(run_id, user_id, {"n": 1})
    await Router(manager, Flags(route_by_user=False)).route(run_id, user_id, {"n": 2})
    await Router(manager, Flags(route_by_user=flag)).route_new(run_id, user_id, {"n": 3})
    await Router(manager, Flags(verbose=True)).route_new(run_id, user_id, {"n": 4})
