"""Chosen in the keyword of a wrapper's call."""


class ToolNotifier:
    def __init__(self, hub):
        self.hub = hub

    async def tool_executing(self, *, dest, tool):
        await self.hub.send_to_user(dest, {"tool": tool})


async def main(manager, run_id, user_id, flag):
    notifier = ToolNotifier(manager)
    await notifier.tool_executing(dest=user_id if flag else "lobby", tool=run_id)
    await notifier.tool_executing(tool="search", dest=run_id if not user_id else user_id)
