"""The id travels in an exception's attribute through two handlers."""


class DeliveryFailed(Exception):
    def __init__(self, address, reason):
        super().__init__(reason)
        self.address = address
        self.reason = reason


async def attempt(address):
    raise DeliveryFailed(address, "offline")


async def attempt_with_note(address, log):
    try:
        await attempt(address)
    except DeliveryFailed:
        log.append("failed")
        raise


async def main(manager, run_id, user_id):
    log = []
    for identifier in (user_id, run_id):
        try:
            await attempt_with_note(identifier, log)
        except DeliveryFailed as failure:
            await manager.send_to_user(failure.reason, {"n": 1})
            await manager.send_to_user(failure.address, {"n": 2})
