"""Patterns that only a person's or a thread's id fits."""

import re

THREAD = re.compile(r"^thread_\w+$")


def is_thread(value):
    return THREAD.match(value) is not None


async def main(manager, run_id, thread_id):
    x = thread_id or run_id
    if THREAD.match(x):
        await manager.send_to_thread(x, {"n": 1})
    if is_thread(x):
        await manager.send_to_thread(x, {"n": 2})
    if re.search(r"\d", x):
        await manager.send_to_thread(x, {"n": 3})
