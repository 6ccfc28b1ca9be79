"""Case changes keep an id that is lower case anyway."""


async def main(manager, run_id):
    await manager.send_to_user(run_id.lower(), {"type": "a"})
