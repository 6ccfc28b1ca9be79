"""Agents are configured on their classes: whom they tell, which id they take for it."""

from typing import ClassVar, Optional


class AgentMeta(type):
    registry: ClassVar[dict] = {}

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        if namespace.get("name"):
            mcs.registry[namespace["name"]] = cls
        return cls


class Agent(metaclass=AgentMeta):
    name: ClassVar[Optional[str]] = None
    recipient_field: ClassVar[str] = "user_id"
    method: ClassVar[str] = "send_to_user"

    def __init__(self, manager, state):
        self.manager = manager
        self.state = state

    async def tell(self, text):
        recipient = getattr(self.state, self.recipient_field)
        send = getattr(self.manager, self.method)
        await send(recipient, {"text": text, "run_id": self.state.run_id, "agent": self.name})

    async def execute(self):
        await self.tell(f"{self.name} is at work")


class Planner(Agent):
    name = "planner"


class Moderator(Agent):
    name = "moderator"
    recipient_field = "thread_id"
    method = "send_to_thread"


class Tracer(Agent):
    name = "tracer"
    recipient_field = "run_id"

    async def execute(self):
        await self.tell("trace")


class State:
    def __init__(self, run_id, user_id, thread_id):
        self.run_id = run_id
        self.user_id = user_id
        self.thread_id = thread_id


def create(name, manager, state):
    return AgentMeta.registry[name](manager, state)


async def main(manager, run_id, user_id, thread_id):
    state = State(run_id, user_id, thread_id)
    await create("planner", manager, state).execute()
    await Moderator(manager, state).execute()
    await Planner(manager, state).tell("directly")
    await Tracer(manager, state).execute()
