"""Notifiers are mixed from protocols, abstract bases and mixins; agents choose among them"""

from __future__ import annotations

from agents import AnalysisAgent, LegacyAgent, SilentAgent
from protocols import Notifier
from notifiers import BufferedNotifier, CompositeNotifier, LoggingNotifier


async def use(agents, notifier: Notifier) -> None:
    for agent in agents:
        agent.bind(notifier)
        await agent.perform()


async def main(manager, run_id, user_id, thread_id, flag_buffered):
    notifier = BufferedNotifier(manager) if flag_buffered else LoggingNotifier(manager)
    everyone = CompositeNotifier([notifier])
    agents = [
        AnalysisAgent(run_id, user_id, thread_id),
        LegacyAgent(run_id, user_id, thread_id),
        SilentAgent(run_id, user_id, thread_id),
    ]
    await use(agents, everyone)
    await everyone.drain()
