"""An admin's commands are parsed, matched and run; answers go to the admin, notices to those concerned"""

from __future__ import annotations

from commands import CommandError, parse
from console import Console
from directory import Directory


async def main(manager, run_id, user_id, thread_id):
    directory = Directory()
    directory.add_run(run_id, user_id, thread_id)
    console = Console(manager, directory, admin=user_id)
    for line in (
        f"kill {run_id}",
        f"notify {run_id} hello",
        f"say {thread_id} hi",
        f"owner {run_id}",
        "bogus",
    ):
        try:
            await console.execute(parse(line))
        except CommandError as error:
            await console.complain(error)
    await console.audit()
