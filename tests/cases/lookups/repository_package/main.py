"""Repositories turn runs into threads and threads into members."""

from repositories import Repositories
from announcing import Announcer


async def main(manager, run_id, thread_id, user_id):
    repositories = Repositories()
    repositories.threads.save(thread_id, run=run_id, members=[user_id])
    await Announcer(manager, repositories).announce(run_id)
