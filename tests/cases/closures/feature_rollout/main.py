"""Features choose who is told how: flags, variants and fallbacks are functions and properties"""

from __future__ import annotations

from flags import FlagSet
from notifier_choice import choose_notifier, lazily
from session import UserSession
from variants import VARIANTS, Variant


async def main(manager, run_id, user_id, thread_id, flag_new):
    flags = FlagSet({"new-routing": flag_new})
    session = UserSession(flags, run_id, user_id, thread_id)
    notify = choose_notifier(flags, manager, session)
    await notify({"hello": True})
    variant: Variant = VARIANTS["b" if flag_new else "a"]
    await variant.announce(manager, session)
    await lazily(lambda: manager, "send_to_user")(session.reachable, {"lazy": True})
    session.impersonate(run_id)
    await notify({"impersonated": True})
