"""Sequence patterns of several lengths put an element in different places."""


async def main(manager, run_id, user_id, flag):
    parts = [user_id] if flag else [run_id, user_id, run_id]
    match parts:
        case [who] | [_, who, _]:
            if who:
                await manager.send_to_user(who, {"n": 1})
    match parts:
        case [who] | [who, _, _]:
            if who:
                await manager.send_to_user(who, {"n": 2})
