"""Unpacked into attributes and items."""


class Session:
    pass


async def main(manager, run_id, user_id):
    session, table = Session(), {}
    session.owner, table["key"] = user_id, run_id
    await manager.send_to_user(session.owner, {"type": "hello"})
    await manager.send_to_user(table["key"], {"type": "hello"})
