"""Commands make events, and a projector tells users of events"""

from __future__ import annotations

from bus import Bus, Projector, Runs
from messages import AbortRun, RunStarted, StartRun


async def main(manager, run_id, user_id, thread_id):
    bus = Bus(Runs(), Projector(manager))
    await bus.execute(StartRun(run_id=run_id, user_id=user_id, thread_id=thread_id))
    first = bus.runs.started[run_id]
    await manager.send_to_thread(first.thread_id, {"command": first.command_id})
    await bus.execute(AbortRun(run_id=run_id))
    for event in bus.events:
        if isinstance(event, RunStarted):
            await manager.send_to_user(event.started_by, {"replayed": event.run_id})
    await manager.send_to_user(bus.events[-1].run_id, {"last": True})
    for run, status in bus.projector.view.items():
        await manager.send_to_user(user_id, {"run": run, "status": status})
