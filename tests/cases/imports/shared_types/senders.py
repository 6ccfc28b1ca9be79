import ids
from ids import UserID as Person


async def tell(ws, x: Person) -> None:
    await ws.send_to_user(x, {"n": 1})


async def tell_both(ws, x: ids.RunID, y: Person) -> None:
    await ws.send_to_user(y, {"n": 2})
    await ws.send_to_user(x, {"n": 3})
