from supervisor import Supervisor


async def start(manager, run_id, user_id):
    supervisor = Supervisor(manager)
    await supervisor.run(user_id, run_id)
    await supervisor.run(user_id or run_id, run_id)
