"""Addresses in an enum and in class constants; a mangled name."""

from enum import Enum


class Address(str, Enum):
    DESK = "operator"
    LAST = "run_00000000-0000-4000-8000-00000000000b"


class Holder:
    __secret = None

    def keep(self, value):
        self.__secret = value

    def reveal(self):
        return self.__secret


async def main(manager, run_id, user_id):
    await manager.send_to_user(Address.DESK.value, {"n": 1})
    await manager.send_to_user(Address.LAST.value, {"n": 2})
    good, bad = Holder(), Holder()
    good.keep(user_id)
    bad.keep(run_id)
    await manager.send_to_user(good.reveal(), {"n": 3})
    await manager.send_to_user(bad.reveal(), {"n": 4})
