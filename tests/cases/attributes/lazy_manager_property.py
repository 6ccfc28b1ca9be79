"""The manager is set late, by a setter on each agent or through a registry of agents."""


class AgentRegistry:
    def __init__(self):
        self._agents = {}
        self._ws = None

    def register(self, name, agent):
        self._agents[name] = agent
        if self._ws is not None:
            agent.set_websocket_manager(self._ws)

    def set_websocket_manager(self, ws):
        self._ws = ws
        for agent in self._agents.values():
            agent.set_websocket_manager(ws)

    def __getitem__(self, name):
        return self._agents[name]


class Agent:
    def __init__(self):
        self._ws = None
        self._target = None

    def set_websocket_manager(self, ws):
        self._ws = ws

    def for_target(self, target):
        self._target = target
        return self

    @property
    def ws(self):
        if self._ws is None:
            raise RuntimeError("no manager")
        return self._ws

    async def say(self, text):
        await self.ws.send_to_user(self._target, {"text": text})


async def main(manager, run_id, user_id):
    registry = AgentRegistry()
    registry.register("early", Agent())
    registry.set_websocket_manager(manager)
    registry.register("late", Agent())
    await registry["early"].for_target(user_id).say("hello")
    await registry["late"].for_target(run_id).say("lost")
    registry["late"].for_target(user_id)
    await registry["late"].say("found")
