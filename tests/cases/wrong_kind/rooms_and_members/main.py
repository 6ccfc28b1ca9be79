"""A room service mixes up rooms, members and executions in some of its ways."""

from rooms import Member, Room, RoomService


async def main(manager, run_id, user_id, thread_id):
    room = Room(thread_id, [Member(user_id, run_id)])
    service = RoomService(manager)
    await service.announce(room, "hello")
    await service.whisper(room, "psst")
    await service.announce_wrongly(room, "oops")
    await service.trace(room)
    target, method = service.route(room, prefer_room=bool(thread_id))
    await method(target, {"n": 1})
