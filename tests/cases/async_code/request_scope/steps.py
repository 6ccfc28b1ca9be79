import scope
from scope import audience, current


async def analyse(ws):
    await ws.send_to_user(scope.principal(), {"step": "analyse"})
    await ws.send_to_user(scope.execution(), {"step": "analyse"})


async def summarise(ws):
    await ws.send_to_user(audience.get(), {"step": "summarise"})
    here = current.get()
    if here is not None:
        await ws.send_to_user(here.principal, {"step": "summarise"})
        await ws.send_to_user(here.execution, {"step": "summarise", "n": 2})
