"""A gate checks addresses before they go out; some services go through it, one goes around it."""

from gate import Gate
from services import AlertService, ExportService, ReportService


async def main(manager, run_id, user_key, thread_id):
    gate = Gate(manager, blocked=["mallory"])
    report = ReportService(gate)
    alerts = AlertService(gate)
    for target in (user_key, run_id):
        await report.publish(target, {"about": run_id})
        await alerts.raise_alert(target, run_id)
    await alerts.raise_room_alert(thread_id, run_id)
    export = ExportService(gate.manager)
    await export.ready(run_id, user_key)
    await export.expired(run_id)
