"""Agents talk to agents by name, on a bus with a `send_message`."""

from dataclasses import dataclass, field


@dataclass
class AgentMessage:
    sender: str
    content: dict


@dataclass
class MessageBus:
    inboxes: dict = field(default_factory=dict)

    async def send_message(self, agent_id, message):
        self.inboxes.setdefault(agent_id, []).append(message)


class PlannerAgent:
    def __init__(self, bus: MessageBus):
        self.bus = bus

    async def delegate(self, run_id):
        await self.bus.send_message("worker", AgentMessage("planner", {"run_id": run_id}))
        await self.bus.send_message(f"worker:{run_id}", AgentMessage("planner", {}))


async def main(manager, run_id, user_id):
    await PlannerAgent(MessageBus()).delegate(run_id)
    await manager.send_to_user(user_id, {"run_id": run_id})
