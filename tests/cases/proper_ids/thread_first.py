"""Thread first, then user, then nothing, in a mixin."""

import logging

logger = logging.getLogger(__name__)


class RoutingMixin:
    async def _route(self, context, message):
        if context.thread_id:
            return await self.ws.send_to_thread(context.thread_id, message)
        if context.user_id and not context.user_id.startswith("run_"):
            return await self.ws.send_to_user(context.user_id, message)
        logger.debug("no recipient for %s", context.run_id)
        return False


class Context:
    def __init__(self, run_id, thread_id=None, user_id=None):
        self.run_id = run_id
        self.thread_id = thread_id
        self.user_id = user_id


class Agent(RoutingMixin):
    def __init__(self, ws):
        self.ws = ws

    async def go(self, context):
        await self._route(context, {"run_id": context.run_id})


async def main(manager, run_id, user_id, thread_id):
    await Agent(manager).go(Context(run_id, thread_id, user_id))
