"""Envelopes are written to an outbox under different keys, and flushed later."""

from envelopes import envelope, for_owner
from outbox import Outbox


async def main(manager, run_id, user_id):
    outbox = Outbox(manager)
    outbox.add(envelope("step", recipient=user_id, body={"job": run_id}))
    outbox.add({"type": "note", "target": "lobby", "body": {}})
    outbox.add(for_owner({"job": run_id, "owner": user_id}))
    await outbox.flush()
    broken = Outbox(manager)
    broken.add(envelope("trace", recipient=run_id))
    broken.add({"type": "late", "target": run_id, "body": {}})
    await broken.flush()
