"""A service with stores, events and audit logs of run ids; only users are sent to."""

from audit import AuditLog
from notify import Notifications
from runs import RunService


async def main(manager, run_id, user_id, thread_id):
    audit = AuditLog()
    service = RunService(Notifications(manager, audit), audit)
    await service.start(run_id, user_id, thread_id)
    await service.finish(run_id)
    assert audit.entries
