"""Chains of `or`, defaults and conditional expressions around a message's address."""


def address_of(message, default="user_operator"):
    return message.get("to") or message.get("owner") or default


def reply_address(message, *, fallback=None):
    address = message.get("reply_to", fallback)
    return address if address else "user_operator"


async def main(manager, run_id, user_id, flag):
    message = {"run_id": run_id, "owner": user_id}
    await manager.send_to_user(address_of(message), {"n": 1})
    await manager.send_to_user(address_of({"run_id": run_id}), {"n": 2})
    await manager.send_to_user(address_of({"run_id": run_id}, run_id), {"n": 3})
    await manager.send_to_user(address_of({"to": run_id, "owner": user_id}), {"n": 4})
    await manager.send_to_user(reply_address(message, fallback=run_id), {"n": 5})
    await manager.send_to_user(reply_address({**message, "reply_to": user_id}, fallback=run_id), {})
    target = (flag and user_id) or run_id
    await manager.send_to_user(target, {"n": 6})
    target = user_id or (None if flag else "user_x")
    await manager.send_to_user(target or "user_y", {"n": 7})
    picked = "user_z" or run_id
    await manager.send_to_user(picked, {"n": 8})
    both = run_id and user_id
    await manager.send_to_user(both, {"n": 9})
    empty = "" or None or run_id
    await manager.send_to_user(empty, {"n": 10})
