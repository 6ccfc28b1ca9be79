"""A builder that takes the run id for the text."""


class Builder:
    def __init__(self, run_id):
        self.fields = {"run_id": run_id}

    def build(self, kind):
        return {"type": kind, **self.fields}


async def main(manager, run_id, user_id):
    builder = Builder(run_id)
    await manager.send_to_user(user_id, builder.build("started"))
