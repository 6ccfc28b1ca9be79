"""Functions are deferred by a decorator: calls are kept with their arguments and made later."""

import functools
from collections import deque


class Deferrals:
    def __init__(self):
        self._calls = deque()

    def defer(self, function):
        @functools.wraps(function)
        def later(*args, **kwargs):
            self._calls.append((function, args, kwargs))

        later.now = function
        return later

    async def flush(self):
        made = 0
        while self._calls:
            function, args, kwargs = self._calls.popleft()
            await function(*args, **kwargs)
            made += 1
        return made


deferrals = Deferrals()


@deferrals.defer
async def tell_user(ws, user_id, **message):
    if user_id:
        await ws.send_to_user(user_id, message)


@deferrals.defer
async def tell_thread(ws, thread_id, run_id, **message):
    await ws.send_to_thread(thread_id, {"run": run_id, **message})


class Audit:
    def __init__(self, ws):
        self.ws = ws
        self.pending = []

    def note(self, user_id, run_id):
        self.pending.append(functools.partial(self._write, user_id, run_id=run_id))

    async def _write(self, user_id, *, run_id):
        await self.ws.send_to_user(user_id, {"audit": run_id})

    async def flush(self):
        for write in self.pending:
            await write()
        self.pending.clear()


async def main(manager, run_id, user_id, thread_id):
    tell_user(manager, user_id, run=run_id)
    tell_thread(manager, thread_id, run_id, n=1)
    await deferrals.flush()
    await tell_user.now(manager, user_id, n=2)
    audit = Audit(manager)
    audit.note(user_id, run_id)
    await audit.flush()
    await tell_user.now(manager, run_id, n=3)
    wrong = Audit(manager)
    wrong.note(run_id, run_id)
    await wrong.flush()
