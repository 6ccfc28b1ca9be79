"""A finally block sees what the try block left."""


async def main(manager, run_id, user_id, flag):
    target = user_id
    try:
        if flag:
            target = run_id
            raise RuntimeError("tool failed")
    except RuntimeError:
        pass
    finally:
        await manager.send_to_user(target, {"type": "finished"})
