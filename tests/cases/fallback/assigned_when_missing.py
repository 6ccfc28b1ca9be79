"""A missing user id is replaced by the run id."""

import logging


async def main(manager, run_id, user_id):
    recipient = user_id
    if not recipient:
        logging.warning("no user for %s", run_id)
        recipient = run_id
    await manager.send_to_user(recipient, {"type": "late"})
