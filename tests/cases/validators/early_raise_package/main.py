"""A boundary that raises for run ids, used by one entry and forgotten by another."""

from entry import Entry


async def main(manager, run_id, user_id):
    entry = Entry(manager)
    for x in (user_id, run_id):
        await entry.checked(x, {"n": 1})
    for x in (user_id, run_id):
        await entry.forgotten(x, {"n": 2})
