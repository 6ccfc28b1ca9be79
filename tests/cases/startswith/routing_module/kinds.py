from prefixes import ROOM, RUN


def is_room(value):
    return bool(value) and value.startswith(ROOM)


def is_person(value):
    if not value:
        return False
    return not (value.startswith(RUN) or value.startswith(ROOM))
