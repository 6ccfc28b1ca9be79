from contextlib import suppress

from checks import InvalidRecipient, ensure_person, is_execution, is_room


def safe_recipient(value):
    return None if is_execution(value) else value


class Router:
    def __init__(self, ws):
        self.ws = ws

    async def to_owner(self, scope):
        try:
            who = ensure_person(scope["owner"])
        except InvalidRecipient:
            return
        await self.ws.send_to_user(who, {"about": scope["job"]})

    async def to_room(self, room, message):
        if is_room(room):
            await self.ws.send_to_thread(room, message)

    async def unchecked(self, who, message):
        with suppress(InvalidRecipient):
            ensure_person(who)
        await self.ws.send_to_user(who, message)
