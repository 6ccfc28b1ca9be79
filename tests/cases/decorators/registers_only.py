"""A decorator that only registers, and one that is a class method."""


class App:
    handlers = {}

    @classmethod
    def handler(cls, name):
        def register(function):
            cls.handlers[name] = function
            return function

        return register


@App.handler("notify")
async def notify(ws, who):
    await ws.send_to_user(who, {"n": 1})


async def main(manager, run_id, user_id):
    await notify(manager, user_id)
    await App.handlers["notify"](manager, user_id)
    await notify(manager, run_id)
    await App.handlers["notify"](manager, run_id)
