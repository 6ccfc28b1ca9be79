"""A table from runs to users turns a run id into a user id."""


class Sessions:
    def __init__(self):
        self._users = {}
        self._threads = {}

    def register(self, run_id, user_id, thread_id):
        self._users[run_id] = user_id
        self._threads[run_id] = thread_id

    def user_of(self, run_id):
        return self._users.get(run_id)

    def thread_or_run(self, run_id):
        return self._threads.get(run_id) or run_id


async def main(manager, run_id, user_id, thread_id):
    sessions = Sessions()
    sessions.register(run_id, user_id, thread_id)
    who = sessions.user_of(run_id)
    if who:
        await manager.send_to_user(who, {"n": 1})
    await manager.send_to_thread(sessions.thread_or_run(run_id), {"n": 2})
    by_run = {run_id: user_id}
    for run, user in by_run.items():
        if user:
            await manager.send_to_user(user, {"run": run})
    for run in by_run:
        await manager.send_to_user(run, {"n": 3})
