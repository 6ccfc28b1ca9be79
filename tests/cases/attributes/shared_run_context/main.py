"""One mutable context goes through the steps of a workflow, each of which changes it."""

from workflow import RunContext, Workflow, analyse, plan, report


async def main(manager, run_id, user_id):
    context = RunContext(manager, run_id)
    context.bind(owner=user_id)
    await Workflow([plan, analyse, report]).run(context)
    await Workflow([plan, report]).run(RunContext(manager, run_id).bind(owner=user_id))
