"""Builders put the run id into headers, topics and file names of a message."""


class MessageBuilder:
    def __init__(self, run_id):
        self._body = {"topic": f"runs/{run_id}", "headers": {"x-run": run_id}}

    def with_file(self, name):
        self._body.setdefault("files", []).append(name)
        return self

    def build(self, **extra):
        return {**self._body, **extra}


async def main(manager, run_id, user_id, thread_id):
    builder = MessageBuilder(run_id).with_file(f"{run_id}.json")
    await manager.send_to_user(user_id, builder.build())
    if thread_id:
        await manager.send_to_thread(thread_id, builder.build(run_id=run_id))
    await manager.send_to_user(user_id=user_id, message=builder.build(user_id=run_id))
    await manager.send_to_user(builder.build(to=user_id)["to"], builder.build())
    await manager.send_to_user(builder.build()["headers"]["x-run"], builder.build())
