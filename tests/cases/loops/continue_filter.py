"""`continue` skips the run ids."""


async def main(manager, run_id, user_id):
    for recipient in [run_id, user_id, run_id]:
        if recipient is None or recipient.startswith("run_"):
            continue
        await manager.send_to_user(recipient, {"type": "note"})
