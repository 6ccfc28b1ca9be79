"""Agents that talk to agents."""


class AgentMailbox:
    def __init__(self, agents):
        self.agents = agents

    async def send_message(self, agent_name, content, correlation=None):
        self.agents.setdefault(agent_name, []).append((content, correlation))


async def main(manager, run_id, user_id):
    mailbox = AgentMailbox({})
    await mailbox.send_message("triage", {"run_id": run_id}, run_id)
    await mailbox.send_message("data", content=run_id, correlation=run_id)
    await manager.send_to_user(user_id, {"n": 1})
