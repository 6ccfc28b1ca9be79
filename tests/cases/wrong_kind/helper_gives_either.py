"""A helper gives a thread or a user, and its caller always sends to a user."""


def recipient(thread_id, user_id):
    return thread_id or user_id or "operator"


def kind_and_recipient(thread_id, user_id):
    if thread_id:
        return "thread", thread_id
    return "user", user_id


async def main(manager, user_id, thread_id):
    await manager.send_to_user(recipient(thread_id, user_id), {"n": 1})
    await manager.send_to_user(recipient(None, user_id), {"n": 2})
    _, who = kind_and_recipient(thread_id, user_id)
    await manager.send_to_user(who, {"n": 3})
