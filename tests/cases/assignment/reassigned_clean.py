"""A reassigned variable no longer holds the run id."""

import logging

logger = logging.getLogger(__name__)


async def main(manager, run_id, user_id):
    target = run_id
    logger.debug("starting %s", target)
    target = user_id
    await manager.send_to_user(target, {"type": "agent_started", "run_id": run_id})
