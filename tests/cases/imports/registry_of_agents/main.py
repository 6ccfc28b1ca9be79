"""Agents register themselves; a runner finds one by name and runs it within a session."""

import agents  # noqa: F401  agents register themselves when they are imported
from registry import REGISTRY
from runner import Runner
from sessions import SessionStore


async def main(manager, run_id, user_id, thread_id):
    sessions = SessionStore()
    sessions.create(run_id, user_id, thread_id)
    runner = Runner(manager, sessions, REGISTRY)
    for name in ("summary", "alerts", "echo"):
        await runner.run(name, run_id)
