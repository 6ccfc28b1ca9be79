"""An execution engine with retries, a notifier and a history of results"""

from __future__ import annotations

from engine import AgentExecutionContext, ExecutionEngine
from notifier import WebSocketNotifier


async def answer(context, state):
    state["answered"] = True
    return {"text": "42", "for": context.user_id}


async def failing(context, state):
    raise RuntimeError("model overloaded")


async def main(manager, run_id, user_id, thread_id):
    notifier = WebSocketNotifier(manager)
    engine = ExecutionEngine({"answer": answer, "failing": failing}, notifier, manager)
    good = AgentExecutionContext(run_id, thread_id, user_id, "answer")
    bad = AgentExecutionContext(
        run_id=run_id, thread_id=thread_id, user_id=user_id, agent_name="failing"
    )
    await engine.execute_agent(good, {})
    await engine.execute_agent(bad, {})
    await engine.notify_history()
    engine.active[good.run_id] = good
    await engine.abort_all()
    for kind, count in notifier.totals.items():
        await manager.send_to_user(user_id, {"kind": kind, "count": count})
