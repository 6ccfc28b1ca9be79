"""A check finds a field to be none of the ids that its name says, and it is sent to as another"""

from dataclasses import dataclass


@dataclass
class Context:
    run_id: str
    thread_id: str
    user_id: str

    @property
    def recipient(self):
        return self.thread_id or self.user_id


class Agent:
    def __init__(self, manager):
        self.manager = manager

    async def execute(self, context: Context):
        await self.progress(context)

    async def progress(self, context: Context):
        recipient = context.recipient
        if recipient.startswith("thread_"):
            await self.manager.send_to_thread(recipient, {"done": 1})
        else:
            await self.manager.send_to_user(recipient, {"done": 1})


async def run(agent: Agent, context: Context):
    await agent.execute(context)


async def main(manager, run_id, user_id, thread_id):
    agent = Agent(manager)
    await run(agent, Context(run_id, thread_id, user_id))
    await run(agent, Context(run_id, user_id, thread_id))
    await run(agent, Context(run_id, run_id, user_id))
