"""Two ids swapped on the way into an object."""

from dataclasses import dataclass


@dataclass
class Route:
    person: str
    room: str


async def post(ws, route):
    if route.room:
        await ws.send_to_thread(route.room, {"n": 1})
    if route.person:
        await ws.send_to_user(route.person, {"n": 2})


async def main(manager, user_id, thread_id):
    await post(manager, Route(user_id, thread_id))
    await post(manager, Route(thread_id, user_id))
