"""A package's `__init__` gives out its parts under other names; types are imported for checks."""

import messaging as msg
from messaging import Notifier as N
from messaging import resolve


async def main(manager, run_id, user_id):
    target = msg.Target(run_id, user_id)
    notifier = msg.make_notifier(manager)
    await N.tell(notifier, target, "one")
    await notifier.tell_run(target, "two")
    await manager.send_to_user(resolve(target), {"n": 3})
    await manager.send_to_user(msg.resolve_strict(target), {"n": 4})
    await msg.api.broadcast(manager, [target], "five")
