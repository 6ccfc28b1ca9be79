"""Rooms and people in two modules; one of the callers mixes them up."""

from rooms import Announcer


async def main(manager, user_id, thread_id):
    announcer = Announcer(manager)
    await announcer.to_room(thread_id, "hello")
    await announcer.to_person(user_id, "hello")
    await announcer.to_person(user_id or thread_id, "mixed")
