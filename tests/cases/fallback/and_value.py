"""`and` yields its last operand."""


async def main(manager, run_id, user_id, flag):
    wrong = flag and run_id
    if wrong:
        await manager.send_to_user(wrong, {"n": 1})
    right = run_id and user_id
    if right:
        await manager.send_to_user(right, {"n": 2})
