"""Emitters made by a factory per run; the factory mixes two arguments up in one path."""

from emitters import EmitterFactory


async def main(manager, run_id, user_id):
    factory = EmitterFactory(manager)
    good = factory.for_user(run_id, user_id)
    await good.notify_agent_started("triage")
    bad = factory.for_run(run_id, user_id)
    await bad.notify_agent_started("triage")
    cached = factory.for_user(run_id, user_id)
    await cached.notify_agent_completed("triage", {"ok": True})
