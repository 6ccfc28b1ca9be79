"""People choose how they are told: channels are strategies, digests are gathered by person"""

from __future__ import annotations

from channels import ChannelFactory
from digest import DigestJob
from prefs import Preference, PreferenceStore
from service import NotificationCenter


async def main(manager, run_id, user_id, thread_id, flag_digest):
    store = PreferenceStore(default="instant")
    if user_id:
        store.save(Preference(user_id, "digest" if flag_digest else "instant", thread_id))
    store.save(Preference(run_id, "system", None))
    factory = ChannelFactory(manager)
    center = NotificationCenter(store, factory)
    await center.notify(user_id, "hello", run_id)
    await center.notify_all("everyone")
    await center.escalate(run_id, "late", owner=user_id)
    await DigestJob(manager, factory.gathered).run()
