"""Handlers subscribe to event classes by decorator; modules publish without knowing them."""

import handlers
from bus import bus
from events import RunFailed, RunStarted, StepDone


async def main(manager, run_id, user_id):
    handlers.configure(manager)
    await bus.publish(RunStarted(subject=run_id, audience=user_id))
    await bus.publish(StepDone(subject=run_id, audience=user_id, step="plan"))
    await bus.publish(RunFailed(subject=run_id, audience=user_id, error="timeout"))
