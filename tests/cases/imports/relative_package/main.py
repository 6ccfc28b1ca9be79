"""Relative imports inside a package."""

from app.agents.reporter import Reporter


async def main(manager, run_id, user_id):
    await Reporter(manager).report(run_id, user_id)
