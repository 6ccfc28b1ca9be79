"""There and back again."""


async def main(manager, run_id):
    wire = run_id.encode("utf-8")
    await manager.send_to_user(wire.decode("utf-8"), {"type": "a"})
