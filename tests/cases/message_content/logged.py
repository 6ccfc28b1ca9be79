"""Logs, metrics and spans."""

import logging

logger = logging.getLogger(__name__)


async def main(manager, run_id, user_id):
    logger.info("send_to_user(%s)", run_id)
    stats = {}
    stats[run_id] = stats.get(run_id, 0) + 1
    await manager.send_to_user(user_id, {"count": stats[run_id]})
