"""The handler's recipient, the body's, and the one after both."""


class GenerationError(Exception):
    pass


async def generate(flag):
    if flag:
        raise GenerationError("no table")
    return {"rows": 3}


async def main(manager, run_id, user_id, flag):
    dest = user_id
    try:
        result = await generate(flag)
        await manager.send_to_user(dest, {"rows": result["rows"]})
    except GenerationError as error:
        dest = run_id
        await manager.send_to_user(dest, {"error": str(error)})
    else:
        await manager.send_to_user(dest, {"ok": True})
    finally:
        await manager.send_to_user(dest, {"finished": run_id})
