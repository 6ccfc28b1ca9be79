"""Run to thread to user, through two tables and one that is wrong."""


class Tables:
    def __init__(self, run_id, thread_id, user_id):
        self.threads = {run_id: thread_id}
        self.users = {thread_id: user_id}

    def get_thread_id_from_run(self, run_id):
        return self.threads[run_id]

    def get_user_id_from_thread(self, thread_id):
        return self.users.get(thread_id)

    def get_user_id_from_run(self, run_id):
        return self.get_user_id_from_thread(self.get_thread_id_from_run(run_id))

    def get_user_id_or_run(self, run_id):
        return self.get_user_id_from_run(run_id) or run_id


async def main(manager, run_id, thread_id, user_id):
    tables = Tables(run_id, thread_id, user_id)
    where = tables.get_thread_id_from_run(run_id)
    if where:
        await manager.send_to_thread(where, {"n": 1})
    await manager.send_to_user(tables.get_user_id_from_run(run_id), {"n": 2})
    await manager.send_to_user(tables.get_user_id_or_run(run_id), {"n": 3})
