"""Only who is in a list, a set or a table of people is sent to; some lists hold more than people."""

ADMINS = {"admin_1", "admin_2"}


class Presence:
    def __init__(self):
        self.online = {}
        self.topics = {}

    def join(self, user, socket):
        self.online[user] = socket

    def follow(self, name, socket):
        self.topics[name] = socket


async def to_admin(manager, target):
    if target in ADMINS:
        await manager.send_to_user(target, {"n": 1})


async def to_online(manager, presence, target):
    if target not in presence.online:
        return False
    await manager.send_to_user(target, {"n": 2})
    return True


async def to_follower(manager, presence, target):
    if target in presence.topics:
        await manager.send_to_user(target, {"n": 3})


async def to_one_of(manager, target, *, people, everything):
    if target in people:
        await manager.send_to_user(target, {"n": 4})
    if target in everything:
        await manager.send_to_user(target, {"n": 5})
    if target not in people:
        await manager.send_to_user(target, {"n": 6})


async def main(manager, run_id, user_id):
    if user_id is None:
        return
    presence = Presence()
    presence.join(user_id, "socket")
    presence.follow(run_id, "socket")
    for target in (run_id, user_id):
        await to_admin(manager, target)
        await to_online(manager, presence, target)
        await to_follower(manager, presence, target)
        await to_one_of(manager, target, people=[user_id], everything=[user_id, run_id])
