"""A table of active runs is gone through; its keys are runs and its values are not."""


class ActiveRuns:
    def __init__(self):
        self._runs = {}

    def start(self, run_id, user_id, thread_id):
        self._runs[run_id] = {"user_id": user_id, "thread_id": thread_id, "status": "running"}

    def finish(self, run_id):
        return self._runs.pop(run_id, None)

    def items(self):
        return list(self._runs.items())

    def ids(self):
        return list(self._runs)

    def users(self):
        return {info["user_id"] for info in self._runs.values() if info["user_id"]}


async def broadcast_shutdown(manager, runs):
    for run_id, info in runs.items():
        if info["thread_id"]:
            await manager.send_to_thread(info["thread_id"], {"type": "shutdown", "run": run_id})
        elif info["user_id"]:
            await manager.send_to_user(info["user_id"], {"type": "shutdown", "run": run_id})


async def broadcast_wrongly(manager, runs):
    for one in runs.ids():
        await manager.send_to_user(one, {"type": "shutdown"})


async def main(manager, run_id, child_run_id, user_id, thread_id):
    runs = ActiveRuns()
    runs.start(run_id, user_id, thread_id)
    runs.start(child_run_id, user_id, None)
    await broadcast_shutdown(manager, runs)
    await broadcast_wrongly(manager, runs)
    for user in runs.users():
        await manager.send_to_user(user, {"type": "bye"})
    done = runs.finish(run_id)
    if done and done["user_id"]:
        await manager.send_to_user(done["user_id"], {"type": "done"})
