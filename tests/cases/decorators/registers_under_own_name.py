"""Tools are kept under the names of their functions, which take their arguments in any order."""

TOOLS = {}


def tool(function):
    TOOLS[function.__name__] = function
    return function


@tool
async def ping(ws, owner, job):
    await ws.send_to_user(owner, {"job": job})


@tool
async def pong(ws, job, owner):
    if owner:
        await ws.send_to_user(owner, {"job": job})


async def main(manager, run_id, user_id):
    await TOOLS["ping"](manager, user_id, run_id)
    await TOOLS["pong"](manager, run_id, user_id)
    await TOOLS["ping"](manager, run_id, user_id)
