"""An event bus with enum kinds; subscribers turn events into messages for people and threads"""

from __future__ import annotations

from audit import AuditTrail
from bus import EventBus
from events import AgentEvent, EventKind
from subscribers import ProgressSubscriber, register_default_handlers


async def main(manager, run_id, user_id, thread_id):
    bus = EventBus()
    audit = AuditTrail(manager)
    register_default_handlers(bus, manager)
    bus.subscribe_all(audit.record)
    progress = ProgressSubscriber(manager, bus)
    progress.attach()
    await bus.publish(AgentEvent(EventKind.STARTED, run_id, user_id=user_id, thread_id=thread_id))
    await bus.publish(
        AgentEvent(EventKind.PROGRESS, run_id, user_id, thread_id, payload={"percent": 40})
    )
    await bus.publish(AgentEvent(EventKind.TOOL, run_id, thread_id=thread_id))
    await bus.publish(AgentEvent.failure(run_id, user_id, "quota"))
    await bus.publish(AgentEvent(EventKind.DONE, run_id, user_id=user_id))
    await audit.report()
