import logging

from kinds import is_person, is_room

logger = logging.getLogger(__name__)


class Router:
    def __init__(self, ws):
        self.ws = ws

    async def route(self, ctx, message):
        if ctx.thread_id and is_room(ctx.thread_id):
            return await self.ws.send_to_thread(ctx.thread_id, message)
        if is_person(ctx.user_id):
            return await self.ws.send_to_user(ctx.user_id, message)
        logger.debug("no recipient for %s", ctx.run_id)
        return False


async def route_loosely(ws, ctx, message):
    if ctx.thread_id is not None:
        return await ws.send_to_thread(ctx.thread_id, message)
    if ctx.user_id is not None:
        return await ws.send_to_user(ctx.user_id, message)
    return False
