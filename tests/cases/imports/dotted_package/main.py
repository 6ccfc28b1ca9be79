"""Packages imported by their dotted names, and under an alias."""

import app.core.ids
import app.services.outbox as box


async def main(manager, run_id, user_id):
    await box.Outbox(manager).post(app.core.ids.person(run_id, user_id))
    await box.Outbox(manager).post(app.core.ids.anything(run_id, user_id))
