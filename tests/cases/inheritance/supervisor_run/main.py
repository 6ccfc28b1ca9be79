"""A supervisor runs triage, data and report agents; each reports its progress in its own way"""

from __future__ import annotations

from registry import AgentRegistry
from state import AgentState, ExecutionContext
from sub_agents import DataSubAgent, ReportingSubAgent, TriageSubAgent
from supervisor import SupervisorAgent


def build_registry(manager) -> AgentRegistry:
    registry = AgentRegistry(manager)
    registry.register("triage", TriageSubAgent())
    registry.register("data", DataSubAgent(chunk_size=2))
    registry.register("reporting", ReportingSubAgent(template="short"))
    return registry


async def main(manager, run_id, user_id, thread_id):
    registry = build_registry(manager)
    supervisor = SupervisorAgent(registry, manager)
    context = ExecutionContext(
        run_id=run_id,
        user_id=user_id,
        thread_id=thread_id,
        state=AgentState(request="optimise my spend"),
    )
    await supervisor.run(context)
    await supervisor.run_legacy("triage", run_id, user_id, thread_id)
