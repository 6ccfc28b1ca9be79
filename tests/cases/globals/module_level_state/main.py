"""State that modules keep: who is connected, what runs, the manager that was set at start-up."""

import lifecycle
import progress
import state


async def main(manager, run_id, user_id, thread_id):
    lifecycle.startup(manager)
    state.register(run_id, user_id, thread_id)
    await progress.report(run_id, 10)
    await progress.report_to_room(run_id, 20)
    await progress.report_last()
    await progress.shout(run_id)
    lifecycle.shutdown()
    state.forget(run_id)
    await progress.report(run_id, 30)
