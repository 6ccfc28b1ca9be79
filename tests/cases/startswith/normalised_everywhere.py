"""Code that was hardened by hand: prefix checks of every style before something is sent."""

import logging

logger = logging.getLogger("hardened")
PREFIX = "run_"
PREFIXES = ("run_", "exec_")


def looks_like_run(value):
    return bool(value) and str(value).startswith(PREFIXES)


def usable(user_id):
    if user_id is None or not user_id.strip():
        return False
    return not looks_like_run(user_id)


class Hardened:
    def __init__(self, ws, fallback_user=None):
        self.ws = ws
        self.fallback_user = fallback_user
        self.skipped = 0

    async def one(self, recipient, message):
        if looks_like_run(recipient):
            self.skipped += 1
            recipient = self.fallback_user
        if recipient:
            await self.ws.send_to_user(recipient, message)

    async def two(self, recipient, message):
        target = recipient if usable(recipient) else self.fallback_user
        if target is None:
            logger.info("nobody to tell")
            return
        await self.ws.send_to_user(target, message)

    async def three(self, user_id, run_id, message):
        candidates = [user_id, run_id, self.fallback_user]
        for candidate in candidates:
            if usable(candidate):
                await self.ws.send_to_user(candidate, message)
                break
        else:
            self.skipped += 1

    async def four(self, user_id, run_id, message):
        recipient = next((one for one in (user_id, run_id) if usable(one)), None)
        if recipient is not None:
            await self.ws.send_to_user(recipient, message)

    async def five(self, recipient, message):
        is_run = recipient.startswith(PREFIX) if recipient else False
        if not is_run and recipient:
            await self.ws.send_to_user(recipient, message)
        elif is_run and self.fallback_user:
            await self.ws.send_to_user(self.fallback_user, {**message, "of": recipient})

    async def six(self, recipient, message):
        """The check is there, but its result is only logged."""
        if looks_like_run(recipient):
            logger.warning("sending to a run: %s", recipient)
        await self.ws.send_to_user(recipient, message)

    async def seven(self, user_id, run_id, message):
        recipient = user_id or run_id
        if user_id and looks_like_run(user_id):
            return
        await self.ws.send_to_user(recipient, message)


async def main(manager, run_id, user_key):
    hardened = Hardened(manager, fallback_user=user_key)
    for recipient in (run_id, user_key):
        await hardened.one(recipient, {"n": 1})
        await hardened.two(recipient, {"n": 2})
        await hardened.five(recipient, {"n": 5})
    await hardened.three(user_key, run_id, {"n": 3})
    await hardened.four(user_key, run_id, {"n": 4})
    await hardened.six(run_id, {"n": 6})
    await hardened.seven(user_key, run_id, {"n": 7})
