"""Errors carry the scope in which they were raised; a supervisor tells who is concerned."""

from supervisor import Supervisor


async def main(manager, run_id, user_id):
    supervisor = Supervisor(manager)
    await supervisor.supervise("budget", run_id, user_id)
    await supervisor.supervise("timeout", run_id, user_id)
    await supervisor.supervise("crash", run_id, user_id)
