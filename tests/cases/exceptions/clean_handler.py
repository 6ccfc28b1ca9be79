"""An error report to the user, with the run id in the text."""

import logging

logger = logging.getLogger(__name__)


class Agent:
    def __init__(self, ws):
        self.ws = ws

    async def run(self, run_id, user_id):
        try:
            raise TimeoutError(run_id)
        except TimeoutError as exc:
            logger.error("run %s timed out", run_id)
            await self.ws.send_to_user(user_id, {"type": "error", "detail": f"{exc}", "run": run_id})
        finally:
            logger.info("run %s over", run_id)


async def main(manager, run_id, user_id):
    await Agent(manager).run(run_id, user_id)
