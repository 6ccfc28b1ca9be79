"""A mode says whether the run or a person is meant; callers ask for the person."""

RUN, PERSON = "run", "person"


def address(context, mode=PERSON):
    if mode == RUN:
        return context["run_id"]
    return context["user_id"]


def label(context, for_display):
    return context["run_id"] if for_display else context["user_id"]


class Sender:
    def __init__(self, manager, allow_run=False):
        self.manager = manager
        self.allow_run = allow_run

    async def send(self, context, message):
        target = context["user_id"]
        if not target and self.allow_run:
            target = context["run_id"]
        if target:
            await self.manager.send_to_user(target, message)


async def main(manager, run_id, user_id):
    context = {"run_id": run_id, "user_id": user_id}
    await manager.send_to_user(address(context), {"n": 1})
    await manager.send_to_user(address(context, mode=RUN), {"n": 2})
    await manager.send_to_user(address(context, PERSON), {"n": 3})
    await manager.send_to_user(label(context, for_display=False), {"text": label(context, True)})
    await Sender(manager).send(context, {"n": 4})
    await Sender(manager, allow_run=True).send(context, {"n": 5})
