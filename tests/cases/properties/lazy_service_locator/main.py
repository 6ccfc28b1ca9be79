"""Services are made lazily by properties of an application object that agents are given."""

from app import Application
from agents import ReportAgent


async def main(manager, run_id, user_id):
    app = Application(manager)
    agent = ReportAgent(app, job=run_id, owner=user_id)
    await agent.report("one")
    await agent.debug("two")
    await app.notifications.broadcast([agent.owner], "three")
    await app.notifications.broadcast([agent.subject], "four")
