"""A class that is made anew by each call of a factory keeps its own factory's values."""


def make_emitter(manager, target):
    class Emitter:
        async def emit(self, body):
            if target:
                await manager.send_to_user(target, body)

    return Emitter()


def make_logger(label):
    class Labelled:
        name = label

    return Labelled


async def main(manager, run_id, user_id):
    good = make_emitter(manager, user_id)
    await good.emit({"n": 1})
    named = make_logger(user_id)
    other = make_logger(run_id)
    if named.name:
        await manager.send_to_user(named.name, {"n": 2})
    await manager.send_to_user(other.name, {"n": 3})
