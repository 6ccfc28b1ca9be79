"""A hierarchy of agents over four modules, with hooks, mixins and one repaired helper."""

from platform_agents.corpus import CorpusAgent
from platform_agents.legacy import LegacyCorpusAgent
from platform_agents.supervisor import Supervisor


async def main(manager, run_id, user_id, thread_id):
    supervisor = Supervisor([CorpusAgent(manager), LegacyCorpusAgent(manager)])
    await supervisor.run({"run": run_id, "user": user_id, "thread": thread_id})
