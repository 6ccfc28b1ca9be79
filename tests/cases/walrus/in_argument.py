"""The walrus as the argument itself, used again below."""


async def main(manager, run_id, thread_id):
    await manager.send_to_user((who := run_id), {"type": "ping"})
    await manager.send_message(who, {"type": "pong"})
    await manager.send_to_thread((where := thread_id), {"type": "ping"})
    await manager.send_to_thread(where, {"type": "pong"})
