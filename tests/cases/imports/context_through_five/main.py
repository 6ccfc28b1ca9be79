"""A context goes through five modules before it is sent to."""

from engine.supervisor import Supervisor


async def main(manager, run_id, user_id):
    supervisor = Supervisor(manager)
    await supervisor.run({"run_id": run_id, "user_id": user_id}, "good")
    await supervisor.run({"run_id": run_id, "user_id": user_id}, "bad")
