"""A module-level list that collects."""

_pending = []


def enqueue(item):
    _pending.append(item)


async def flush(hub):
    while _pending:
        await hub.send_message(_pending.pop(0), {"flushed": True})


async def main(manager, run_id):
    enqueue(run_id)
    await flush(manager)
