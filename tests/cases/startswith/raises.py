"""A check that raises."""


def check(recipient):
    if recipient.startswith("run_"):
        raise ValueError(f"{recipient} is no recipient")


async def main(manager, run_id, user_id, flag):
    recipient = user_id if flag and user_id else run_id
    check(recipient)
    await manager.send_to_user(recipient, {"n": 1})
