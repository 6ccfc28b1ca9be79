"""Functions that report progress are made where the ids are known, and used where they are not."""

import asyncio
import functools


def make_progress(ws, recipient, run_id, total):
    done = 0

    async def progress(amount=1):
        nonlocal done
        done += amount
        await ws.send_to_user(recipient, {"run_id": run_id, "percent": 100 * done // total})

    return progress


def make_pair(ws, run_id, user_id):
    async def on_success(value):
        await ws.send_to_user(user_id, {"run": run_id, "value": value})

    async def on_error(error):
        await ws.send_to_user(run_id, {"error": str(error)})

    return on_success, on_error


def once(function):
    called = False

    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        nonlocal called
        if called:
            return None
        called = True
        return await function(*args, **kwargs)

    return wrapper


class Step:
    def __init__(self, name, work):
        self.name = name
        self.work = work

    async def run(self, progress, settle, fail):
        try:
            value = await self.work(self.name)
        except ValueError as error:
            await fail(error)
        else:
            await settle(value)
        finally:
            await progress()


async def fine(name):
    await asyncio.sleep(0)
    return name.upper()


async def broken(name):
    raise ValueError(name)


async def main(manager, run_id, user_id):
    progress = make_progress(manager, user_id, run_id, total=2)
    settle, fail = make_pair(manager, run_id, user_id)
    await Step("one", fine).run(progress, settle, fail)
    await Step("two", broken).run(progress, once(settle), once(fail))
    stray = make_progress(manager, run_id, user_id, total=1)
    await stray()

    recipients = {"owner": user_id, "run": run_id}

    def notify(role):
        async def send(**message):
            await manager.send_to_user(recipients[role], message)

        return send

    await notify("owner")(n=1)
    await notify("run")(n=2)
