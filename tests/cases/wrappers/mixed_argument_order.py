"""Wrappers that swap the order of their arguments on the way."""


class Notifier:
    def __init__(self, ws):
        self.ws = ws

    async def tool_done(self, tool, ref, to):
        await self._post({"tool": tool, "ref": ref}, to)

    async def _post(self, body, x):
        await self._raw(x, body)

    async def _raw(self, a, b):
        await self.ws.send_message(a, b)


async def main(manager, run_id, user_id):
    notifier = Notifier(manager)
    await notifier.tool_done("search", run_id, user_id)
    await notifier.tool_done("search", user_id, run_id)
    await notifier.tool_done(to=user_id, ref=run_id, tool="plan")
    await notifier.tool_done(to=run_id, ref=user_id, tool="plan")
