"""A package re-exports with `__all__`, through two levels."""

from notices import push, resolve_owner, resolve_target


async def main(manager, run_id, user_id):
    await push(manager, resolve_owner(run_id, user_id), {"n": 1})
    await push(manager, resolve_target(run_id, user_id), {"n": 2})
