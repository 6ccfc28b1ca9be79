"""Which method it is depends; the recipient is wrong for both."""


async def main(manager, run_id, flag):
    send = manager.send_to_user if flag else manager.send_to_thread
    await send(run_id, {"flag": flag})
