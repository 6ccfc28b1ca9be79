"""Relative imports of one and two dots, between sibling packages."""

from product.agents.worker import Worker


async def main(manager, run_id, user_id):
    await Worker(manager).work(run_id, user_id)
