"""A bound method kept in an attribute."""


class Agent:
    def __init__(self, ws):
        self._emit = ws.send_message
        self._emit_thread = ws.send_to_thread

    async def go(self, run_id, user_id, thread_id):
        await self._emit(user_id, {"n": 1})
        await self._emit_thread(thread_id, {"n": 2})
        await self._emit(run_id, {"n": 3})


async def main(manager, run_id, user_id, thread_id):
    await Agent(manager).go(run_id, user_id, thread_id)
