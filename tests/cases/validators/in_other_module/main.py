"""Validators stand in a module of their own, one of them useless."""

from rules import check_recipient, has_content, is_person


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if is_person(x):
        await manager.send_to_user(x, {"n": 1})
    if has_content(x):
        await manager.send_to_user(x, {"n": 2})
    try:
        check_recipient(x)
        await manager.send_to_user(x, {"n": 3})
    except ValueError:
        await manager.send_to_user("operator", {"lost": x})
