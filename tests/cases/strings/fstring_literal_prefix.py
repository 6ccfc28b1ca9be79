"""An f-string that starts `run_`."""

from uuid import uuid4


async def main(manager, user_id):
    await manager.send_to_user(f"run_{uuid4()}", {"type": "a"})
    await manager.send_to_user(f"user-{uuid4()}", {"type": "b"})
