"""Keyword parameters gathered in a dictionary and spread into a constructor."""


class Context:
    def __init__(self, *, execution=None, person=None, text=""):
        self.execution = execution
        self.person = person
        self.text = text


async def main(manager, run_id, user_id):
    params = {"execution": run_id, "person": user_id}
    params["text"] = "working"
    context = Context(**params)
    await manager.send_to_user(context.person, {"text": context.text})
    await manager.send_to_user(context.execution, {"text": context.text})
