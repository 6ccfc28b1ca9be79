"""An agent of three mixins from three modules; one helper stands in two of them."""

from agents import DataAgent, ReportAgent


async def main(manager, run_id, user_id):
    await ReportAgent(manager, user_id).run(run_id)
    await DataAgent(manager, user_id).run(run_id)
