"""A container builds agents with all that their initialisers ask for by annotation."""

from container import Container
from services import AuditTrail, Notifier, RunScope, SupplyAgent, ReportAgent


async def main(manager, run_id, user_id):
    container = Container()
    container.register_instance(RunScope, RunScope(run_id, user_id))
    container.register_factory(Notifier, lambda c: Notifier(manager))
    container.register_factory(AuditTrail, lambda c: AuditTrail(c.resolve(RunScope)))
    container.register_factory(
        SupplyAgent, lambda c: SupplyAgent(c.resolve(RunScope), c.resolve(Notifier))
    )
    container.register_factory(
        ReportAgent,
        lambda c: ReportAgent(c.resolve(AuditTrail), notifier=c.resolve(Notifier)),
    )
    await container.resolve(SupplyAgent).run()
    await container.resolve(ReportAgent).run()
