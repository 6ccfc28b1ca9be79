"""A class chosen from a registry by its name."""


class BaseTool:
    def __init__(self, hub, who):
        self.hub = hub
        self.who = who

    async def run(self):
        raise NotImplementedError


TOOLS = {}


def register(name):
    def wrap(cls):
        TOOLS[name] = cls
        return cls

    return wrap


@register("echo")
class EchoTool(BaseTool):
    async def run(self):
        await self.hub.send_to_user(self.who, {"echo": True})


@register("quiet")
class QuietTool(BaseTool):
    async def run(self):
        return None


async def main(manager, run_id, user_id):
    await TOOLS["echo"](manager, user_id).run()
    await TOOLS["quiet"](manager, run_id).run()
    await TOOLS["echo"](manager, run_id).run()
